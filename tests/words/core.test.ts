import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { basisOf, districtKpis, type Kpi } from '../../src/kpi';
import { KPI_GROUPS, KPI_PLACES } from '../../src/kpi/kpiGroups';
import { MEASURE_GROUPS, MEASURES } from '../../src/measures';
import { BASES } from '../../src/measures/work';
import type { MeasureType } from '../../src/model/scenario';
import { END_USES } from '../../src/model/run';
import type { Selector } from '../../src/model/selector';
import { allocate } from '../../src/sim/arrays/layout';
import { RUN_RESULTS } from '../../src/sim/arrays/results';
import {
  coreSentences,
  coreWords,
  costBasisWords,
  kpiGroupWords,
  kpiWords,
  measureGroupWords,
  measureWords,
  selectorWords,
} from '../../src/words';
import { INPUT_NAMES } from '../../src/words/de/inputs';
import { OPTION_NAMES } from '../../src/words/de/options';

const TYPES = Object.keys(MEASURES) as MeasureType[];

describe('measures', () => {
  it('have the core’s words in English', () => {
    for (const type of TYPES) {
      const { label, adoptionOf, changes, parameters } = MEASURES[type];
      expect(measureWords('en', type)).toMatchObject({ label, adoptionOf, changes });
      for (const one of parameters) expect(measureWords('en', type).parameter(one.name)).toBe(one.label);
    }
  });

  it('have words of their own in German, down to every parameter', () => {
    for (const type of TYPES) {
      const { parameters } = MEASURES[type];
      const [german, english] = [measureWords('de', type), measureWords('en', type)];
      for (const part of ['label', 'adoptionOf', 'changes'] as const)
        expect(german[part]).not.toBe(english[part]);
      for (const { name, label } of parameters)
        expect(german.parameter(name), `${type}.${name}`).not.toBe(label);
    }
    expect(new Set(TYPES.map((type) => measureWords('de', type).label)).size).toBe(TYPES.length);
    for (const group of Object.keys(MEASURE_GROUPS) as (keyof typeof MEASURE_GROUPS)[])
      expect(measureGroupWords('de', group)).not.toBe(MEASURE_GROUPS[group]);
  });

  it('are priced on what has a German word', () => {
    for (const { unit, of } of Object.values(BASES)) {
      const said = costBasisWords('de', `EUR/${unit}`, of);
      if (of !== '') expect(said.of).not.toBe(of);
      expect(`${said.unit} ${said.of}`).not.toMatch(/dwelling|household|m2/);
    }
  });
});

/** The indicators of a year of nothing, under limits of the program and under somebody’s own. */
function kpisOf(scenario: Parameters<typeof basisOf>[0], ratings?: Float64Array): readonly Kpi[] {
  const sizes = { building: 0, endUse: END_USES.length, state: 0, carrier: 3, bus: 0, branch: 0, transformer: 0, feeder: 0, storage: 0, step: 0, chunk: 0, stateChunk: 0, one: 1 }; // prettier-ignore
  const ids = {
    buildingIds: [],
    busIds: [],
    branchIds: [],
    transformerIds: [],
    feederIds: [],
    storageIds: [],
  };
  const rows = { ...ids, lineCount: 0, endUses: END_USES };
  const input = { table: allocate(RUN_RESULTS, sizes), rows, stepS: 3600, stepCount: 0 };
  return districtKpis(input, basisOf(scenario), ratings);
}

const OWN = {
  limits: { profile: 'own', source: 'Plan B', lowerPu: 0.95, upperPu: 1.05, loadingLimit: 0.8 },
} as const;

describe('indicators', () => {
  const all = [...kpisOf({}), ...kpisOf(OWN, Float64Array.of(1.2))];

  it('have the core’s words in English', () => {
    for (const kpi of all) {
      const { label, definition, boundary, source } = kpi;
      expect(kpiWords('en', kpi)).toEqual({ label, definition, boundary, source });
    }
  });

  it('have German labels, definitions and boundaries, without a gap for a number', () => {
    expect(all.length).toBeGreaterThan(100);
    for (const kpi of all) {
      const said = kpiWords('de', kpi);
      expect(said.label, kpi.id).not.toBe(kpi.label);
      expect(said.definition, kpi.id).not.toBe(kpi.definition);
      expect(said.boundary, kpi.id).not.toBe(kpi.boundary);
      expect(said.source, kpi.id).not.toMatch(/Gridtwin engine|Own definition/);
      expect(`${said.label} ${said.definition}`, kpi.id).not.toMatch(/[{}?]|undefined/);
    }
    for (const group of Object.keys(KPI_GROUPS) as (keyof typeof KPI_GROUPS)[])
      expect(kpiGroupWords('de', group)).not.toBe(KPI_GROUPS[group]);
    for (const id of KPI_PLACES.keys()) {
      const nobodys = { id, label: 'x', definition: 'x', boundary: 'x', source: 'x' };
      expect(kpiWords('de', nobodys).label, id).not.toBe('x');
    }
  });

  it('show no coincidence without the step of its means', () => {
    const label = (english: string) =>
      kpiWords('de', { id: 'coincidence', label: english, definition: '', boundary: '', source: '' }).label;
    const ofHours = kpisOf({}).find(({ id }) => id === 'coincidence')!;
    expect(label(ofHours.label)).toBe('Gleichzeitigkeit der Anschlüsse, Stundenmittel');
    expect(label('Coincidence of connections, 15-minute means')).toContain('15-Minuten-Mittel');
  });

  it('say the numbers that a scenario assumes', () => {
    const own = kpisOf(OWN, Float64Array.of(1.2));
    const said = (id: string) =>
      kpiWords(
        'de',
        own.find((kpi) => kpi.id === id)!,
      );
    expect(said('transformersOver100').label).toBe('Transformatoren über 80 %');
    expect(said('transformersOver100').definition).toMatch(/80 % der Bemessungsleistung.*Heißpunkt/);
    expect(said('busesOutsideBand').label).toBe('Knoten außerhalb 0,95 bis 1,05 pu');
    expect(said('busesOutsideBand').definition).toContain('unter 0,95 oder über 1,05 pu');
    expect(said('busesOutsideBand').definition).toContain('Plan B');
    expect(said('customersOutsideBand').definition).toContain('0,95 bis 1,05 pu');
    const usual = kpiWords(
      'de',
      kpisOf({}).find(({ id }) => id === 'carbon')!,
    );
    expect(usual.definition).toContain('mit 0,49, 0,228, 0,301, 0,228 kg CO2e/kWh');
  });
});

it('several sentences are said one by one', () => {
  const text =
    'Tonnes are discounted like money. Negative: it saves money and carbon. Negative values are no ranking, for avoiding less makes the figure look better. What both have alike and is not known in full cancels (1 cost line).';
  expect(coreSentences('en', text)).toBe(text);
  expect(coreSentences('de', text)).toBe(
    'Tonnen werden wie Geld abgezinst. Negativ: Es spart Geld und Emissionen. Negative Werte taugen nicht zum Reihen, denn weniger zu vermeiden lässt die Zahl besser aussehen. Was beide gleich haben und nicht ganz bekannt ist, hebt sich auf (1 Kostenposten).',
  );
});

it('whom a measure is for is said in German', () => {
  const selector: Selector = {
    rule: {
      kind: 'intersection',
      rules: [
        {
          kind: 'query',
          where: [
            { attribute: 'use', operator: 'in', value: ['detached', 'terraced'] },
            { attribute: 'hasVehicles', operator: '=', value: false },
          ],
        },
        {
          kind: 'except',
          rule: { kind: 'downstream', from: 'transformer', id: 'T-1' },
          without: { kind: 'all' },
        },
      ],
    },
  };
  expect(selectorWords('de', selector, 'building')).toBe(
    'Gebäude: (Nutzung in (Einfamilienhaus, Reihenhaus) und ohne E-Autos) und (hinter Transformator T-1, aber nicht alle)',
  );
  // Whom, after a number: never one of a kind.
  const all = { rule: { kind: 'all' } } as const;
  expect(
    (['building', 'transformer', 'line', 'source'] as const).map((kind) => selectorWords('de', all, kind)),
  ).toEqual(['Gebäude: alle', 'Transformatoren: alle', 'Leitungen: alle', 'Umspannwerke: alle']);
});

describe('what studies say of works and inputs', () => {
  const sourcesIn = (room: string): string =>
    readdirSync(room, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(room, name), 'utf8'))
      .join('\n');

  it('is German with every reason for which a candidate falls out', () => {
    const ofSearch =
      sourcesIn('src/study/wayOut').match(/(?<=(?<!message: |remedy: )')[A-Z][^'`\n]+\.(?=')/g) ?? [];
    const ofNetwork = sourcesIn('src/measures/network').match(/(?<=return ')[A-Z][^'`\n]+\.(?=')/g) ?? [];
    expect(ofSearch.length).toBeGreaterThan(5);
    expect(ofNetwork.length).toBeGreaterThan(15);
    const left = [...ofSearch, ...ofNetwork].filter((text) => coreWords('de', text) === text);
    // A measure that no way out is made of.
    expect(left).toEqual(['It lies in the ground already.']);
  });

  it('has no sentence that the core does not say any more', () => {
    const core = ['study', 'measures', 'scenario', 'kpi/economics']
      .map((room) => sourcesIn(join('src', room)))
      .join('\n');
    const composed = [
      'Hot-water tanks recharged in off-peak hours',
      'Hot-water tanks recharged in off-peak hours and with surplus of the panels',
      'Negative: it saves money and carbon.',
      'A second station beside the present one',
      'A second station at the far end of its worst feeder',
    ];
    const said = Object.keys({ ...OPTION_NAMES, ...INPUT_NAMES });
    expect(said.filter((text) => !core.includes(text) && !composed.includes(text))).toEqual([]);
  });

  it.each([
    ['Export limit of 70 % of the panels’ power', 'Einspeisegrenze bei 70 % der PV-Leistung'],
    ['2 parallel cables beside 3 lines of a feeder', '2 Parallelkabel neben 3 Leitungen eines Abgangs'],
    ['Cable 1 size thicker in the place of line L-3', 'Kabel eine Größe stärker anstelle von Leitung L-3'],
    ['Tap of the transformer to -2.5 %', 'Anzapfung des Transformators auf -2,5 %'],
    [
      `${MEASURES.parallelCable.label}: ${MEASURES.parallelCable.parameters[0]!.label}: 1 becomes 2.`,
      'Parallelkabel: Zusätzliche Kabel: aus 1 wird 2.',
    ],
    [`${MEASURES.parallelCable.label}: adoption`, 'Parallelkabel: Verbreitung'],
    ['runner-up 2 judged', 'Nächstbester 2 beurteilt'],
    [
      'Without the upkeep of 3 cost lines (Heat pumps, Roof insulation, 1 more), which is not known.',
      'Ohne den Unterhalt von 3 Kostenposten (Wärmepumpen, Dachdämmung, 1 weitere), der nicht bekannt ist.',
    ],
    ['what nobody has translated', 'what nobody has translated'],
  ])('%s', (english, german) => {
    expect(coreWords('en', english)).toBe(english);
    expect(coreWords('de', english)).toBe(german);
  });
});
