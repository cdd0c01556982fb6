import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/model/scenario';
import { createAppStore } from '../../src/state';
import { classWords, variableTitle, VARIABLE_DEFINITIONS, VARIABLES, wordOf } from '../../src/state/display';
import { changedInputs, correctionTexts, elementTable, scenarioName, speechOf } from '../../src/state/view';
import { wordsOf } from '../../src/words';

const de = speechOf('de');
const en = speechOf('en');
const plain = (text: string): string => text.replace(/[\u2009\u202f]/g, ' ');

describe('numbers and moments', () => {
  it.each([
    [en.number(1234.5678, 6), '1234.57', de.number(1234.5678, 6), '1234,57'],
    [en.number(-0.125), '−0.125', de.number(-0.125), '−0,125'],
    [en.number(1234567, 7), '1 234 567', de.number(1234567, 7), '1 234 567'],
    [en.fixed(12345.678, 1), '12 345.7', de.fixed(12345.678, 1), '12 345,7'],
    [en.fixed(-0.5, 2), '−0.50', de.fixed(-0.5, 2), '−0,50'],
    [en.fixed(Number.NaN, 1), '–', de.fixed(Number.NaN, 1), '–'],
    [en.quantity(1234567, 'W'), '1.23 MW', de.quantity(1234567, 'W'), '1,23 MW'],
    [en.delta(14.1e6, 13.35e6, 'W'), '+750 kW (+6 %)', de.delta(14.1e6, 13.35e6, 'W'), '+750 kW (+6 %)'],
    [en.delta(98, 44, '%'), '+54.0 points', de.delta(98, 44, '%'), '+54,0 Punkte'],
    [en.kpiDelta(127, 56, '%'), '+71 points', de.kpiDelta(127, 56, '%'), '+71 Pkt.'],
    [en.hours(12.25), '12.25', de.hours(12.25), '12,25'],
    [en.typed(0.35), '0.35', de.typed(0.35), '0,35'],
    [
      en.moment(13 * 24 + 18, 3600, 1),
      'Monday 14 January, 18:00',
      de.moment(13 * 24 + 18, 3600, 1),
      'Montag, 14. Januar, 18:00',
    ],
  ])('%s', (english, itsText, german, germanText) => {
    expect(plain(english)).toBe(itsText);
    expect(plain(german)).toBe(germanText);
  });
});

describe('what the map paints', () => {
  it('has a title and a word for every class in both languages', () => {
    for (const variable of VARIABLES) {
      const { classes } = VARIABLE_DEFINITIONS[variable];
      expect(new Set(classWords(variable, 'en')).size).toBe(classes.length);
      expect(new Set(classWords(variable, 'de')).size).toBe(classes.length);
      expect(variableTitle(variable, 'de')).not.toBe(variableTitle(variable, 'en'));
    }
    expect(wordOf('loading', 131, 'de')).toBe('stark überlastet');
    expect(wordOf('loading', Number.NaN, 'de')).toBe('keine Daten');
  });

  it('stands in a table whose head is in the language of the page', () => {
    const state = { ...createAppStore().getState(), language: 'de' } as const;
    expect(
      elementTable(state, 'line')
        .columns.slice(0, 9)
        .map(({ label }) => label),
    ).toEqual([
      'Leitung',
      'Art',
      'Länge',
      'Nenn',
      'Last jetzt',
      'Größte',
      'Über 80 %',
      'Über 100 %',
      'Über 120 %',
    ]);
  });
});

describe('what somebody has changed', () => {
  const scenario = {
    year: 2030,
    measures: [
      { id: 'm', type: 'rooftopPhotovoltaics', adoption: 0.125, parameters: { roofCoverage: 0.25 } },
    ],
  } as unknown as Scenario;

  it('is said in German, with German numbers', () => {
    expect(changedInputs(scenario, 'de').map(({ label, to }) => `${label}: ${to}`)).toEqual([
      'Photovoltaik auf Dächern: 12,5 %',
      'Photovoltaik auf Dächern: Belegter Anteil des Dachs: 0,25',
    ]);
    const corrected = correctionTexts(
      {
        scenarios: [],
        baseEdits: [
          { buildingId: 'b', field: 'heating', value: 'gasBoiler' },
          { buildingId: 'b', field: 'gValue', value: null },
          { buildingId: 'b', field: 'retrofit', value: { wall: { insulationM: 0.1 } } },
        ],
      },
      'de',
    );
    expect(corrected).toEqual([
      'b: Heizung ist Gaskessel',
      'b: g-Wert der Fenster ist wie angenommen',
      'b: Ausgeführte Arbeiten ist Wand',
    ]);
  });

  it('keeps its own name, unless the program gave it', () => {
    expect(scenarioName({ id: 'baseline', name: 'Baseline' }, wordsOf('de'))).toBe('Ausgangslage');
    expect(scenarioName({ id: 'baseline', name: 'Mein Dorf' }, wordsOf('de'))).toBe('Mein Dorf');
    expect(scenarioName({ id: 'other', name: 'Baseline' }, wordsOf('de'))).toBe('Baseline');
  });
});
