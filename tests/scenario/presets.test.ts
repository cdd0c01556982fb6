import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDistrictFile, readScenarioFile } from '../../src/io';
import type { District } from '../../src/model/district';
import type { MeasureType, Scenario } from '../../src/model/scenario';
import { adoptionAt, foldScenario, hashDistrict, pathYears, scenarioAt } from '../../src/scenario';
import { smallTown } from '../engine/smallTown';
import { rowOf, storiesIn, STORIES, tableOf, withTable } from '../runner/storiesTable.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const FOLDER = join(ROOT, 'scenarios/presets');
const read = (name: string) => readFileSync(join(ROOT, name), 'utf8');

const PRESETS = STORIES.map(({ file }): Scenario => {
  const outcome = readScenarioFile(read(file), file);
  if (!outcome.ok) throw new Error(outcome.issues.map(({ message }) => message).join('; '));
  return outcome.value;
});
const presetOf = (id: string): Scenario => PRESETS.find((one) => one.id === id)!;

function referenceTown(): District {
  const outcome = readDistrictFile(read('scenarios/reference-town.district.json'), 'reference-town');
  if (!outcome.ok) throw new Error('the reference town cannot be read');
  return outcome.value;
}
const town = referenceTown();
const errorsOf = (district: District, scenario: Scenario) =>
  foldScenario(district, [], scenario).issues.filter(({ severity }) => severity === 'error');

describe('the presets', () => {
  it('are the files of their folder, each under its own id', () => {
    const files = readdirSync(FOLDER).filter((name) => name.endsWith('.scenario.json'));
    expect(STORIES.map(({ id }) => `${id}.scenario.json`).sort()).toEqual(files.sort());
    expect(PRESETS.map(({ id }) => id)).toEqual(STORIES.map(({ id }) => id));
    expect(PRESETS.length).toBeGreaterThanOrEqual(11);
  });

  it('tell their story in one sentence each, and say that shares by year are a wish', () => {
    for (const { id, description, notes = [], measures, schema } of PRESETS) {
      expect(schema, id).toBe('gridtwin-scenario/2');
      expect(description, id).toMatch(/^[^.]{30,}\.$/);
      const isPath = measures.some(({ adoption }) => typeof adoption !== 'number');
      const said = notes.some((note) => note.includes('a wish') && note.includes('unknown_untraceable'));
      expect(said, id).toBe(isPath);
    }
  });

  it('go from 2025 to 2050 in steps of five, with shares that never fall', () => {
    for (const scenario of PRESETS) {
      expect(pathYears(scenario), scenario.id).toEqual([2025, 2030, 2035, 2040, 2045, 2050]);
      for (const measure of scenario.measures) {
        const shares = pathYears(scenario).map((year) => adoptionAt(measure, year));
        expect(shares, `${scenario.id} ${measure.id}`).toEqual([...shares].sort((a, b) => a - b));
      }
    }
  });

  it('belong to the reference town and fold on it in every year', () => {
    const base = { districtId: town.id, sha256: hashDistrict(town) };
    for (const scenario of PRESETS) {
      expect(scenario.base, scenario.id).toEqual(base);
      for (const year of pathYears(scenario))
        expect(errorsOf(town, scenarioAt(scenario, year)), `${scenario.id} ${year}`).toEqual([]);
    }
  });

  it('hold on another district, but the one whose works were found for this one is refused there', () => {
    const other = smallTown(16);
    for (const scenario of PRESETS) {
      const codes = errorsOf(other, scenarioAt(scenario, 2050)).map(({ code }) => code);
      const isNamed = scenario.id === 'electrification-by-copper';
      expect([...new Set(codes)], scenario.id).toEqual(isNamed ? ['selector-unknown-element'] : []);
    }
  });

  it('change the town in 2050, all but today', () => {
    for (const scenario of PRESETS) {
      const folded = foldScenario(town, [], scenarioAt(scenario, 2050));
      expect(folded.ok && folded.value === town, scenario.id).toBe(scenario.id === 'today');
    }
  });
});

/** Measures of a preset that are also those of the one left alone, by type. */
const sharesOf = (id: string, types: readonly MeasureType[]) =>
  presetOf(id).measures.filter(({ type }) => types.includes(type)).map(({ type, adoption }) => [type, adoption]); // prettier-ignore

describe('stories that are told against the one left alone', () => {
  const SPREAD = ['heatPumps', 'rooftopPhotovoltaics', 'splitAirConditioner'] as const;

  it('electrify the same buildings: the same shares, seed and weather', () => {
    const alone = presetOf('electrification-left-alone');
    const cars = alone.measures.find(({ type }) => type === 'vehiclesUnmanaged')!;
    for (const id of [
      ...['electrification-demand-driven', 'electrification-by-copper', 'vehicle-to-grid-city'],
      'digital-grid',
    ]) {
      const { seed, spells, measures } = presetOf(id);
      expect([seed, spells], id).toEqual([alone.seed, alone.spells]);
      expect(sharesOf(id, SPREAD), id).toEqual(sharesOf(alone.id, SPREAD));
      const own = measures.filter(({ type }) => type.startsWith('vehicles'));
      expect(own.map(({ adoption }) => adoption), id).toEqual([cars.adoption]); // prettier-ignore
    }
  });

  it('has nothing of copper in the demand-driven one, and nothing else in the one by copper', () => {
    const copper: readonly MeasureType[] = [
      ...(['transformerReplacement', 'parallelCable', 'cableReplacement', 'newSubstation'] as const),
      ...(['undergrounding', 'transformerTap'] as const),
    ];
    expect(sharesOf('electrification-demand-driven', copper)).toEqual([]);
    const alone = presetOf('electrification-left-alone').measures;
    const added = presetOf('electrification-by-copper').measures.slice(alone.length);
    expect(presetOf('electrification-by-copper').measures.slice(0, alone.length)).toEqual(alone);
    expect(added.length).toBeGreaterThan(0);
    expect(added.filter(({ type }) => !copper.includes(type))).toEqual([]);
    expect(presetOf('electrification-by-copper').notes!.some((note) => note.includes('way-out'))).toBe(true);
  });
});

it('the net-zero mix burns nothing in a building by 2050', () => {
  const folded = foldScenario(town, [], scenarioAt(presetOf('net-zero-mix'), 2050));
  const heating = folded.ok ? folded.value.buildings.map((building) => building.heating) : ['gasBoiler'];
  expect(heating.filter((one) => one === 'gasBoiler' || one === 'oilBoiler')).toEqual([]);
  const before = town.buildings.filter(({ heating: one }) => one === 'gasBoiler' || one === 'oilBoiler');
  expect(before.length).toBeGreaterThan(100);
});

/** The numbers of the table are made by a command of minutes; ids and sentences are held here. */
describe('the table of stories', () => {
  it('in the README has the presets and their sentences', () => {
    const expected = STORIES.map(({ id, sentence }) => ({ id, sentence }));
    expect(storiesIn(read('README.md')), 'run `npm run stories -- --write`').toEqual(expected);
  });

  it('says of a path what it says, and nothing of what is not known', () => {
    const year = (at: number, isBetween: boolean, worst: number | null, transformers = 0) => ({
      ...{ year: at, isBetween, isSolved: true, violations: { transformers, lines: 1, buses: 0 } },
      kpis: [
        { id: 'worstTransformerLoading', value: worst },
        { id: 'losses', value: 3.6e9 },
        { id: 'carbon', value: 1500 },
      ],
    });
    const path = {
      firstOverload: { year: 2035, keptIn: 2025 },
      firstTransformerOverload: { year: 2041, keptIn: 2040 },
      years: [year(2025, false, 50), year(2035, false, 99.6), year(2050, false, 130, 2), year(2051, true, 1)],
      investments: [
        { typicalEur: 1e6, notKnown: 0, byMeasure: [{ elements: 3 }] },
        { typicalEur: 2.26e6, notKnown: 1, byMeasure: [{ elements: 2 }] },
      ],
    };
    const story = { id: 'x', sentence: 'S.' };
    expect(rowOf(story, path).slice(2)).toEqual(['2026 to 2035', '2041', '100 %', '130 %', '2 transformers, 1 lines, 0 buses', '1', '2', '3.3 (1 works without a price)']); // prettier-ignore
    const collapsed = { ...year(2050, false, null), isSolved: false, kpis: [] };
    const row = rowOf(story, { ...path, firstOverload: null, years: [collapsed] });
    expect(row.slice(2, 9)).toEqual(['none', '2041', '-', '-', 'no solution of the power flow', '-', '-']);
    const readme = 'a <!-- stories -->old<!-- /stories --> b';
    expect(storiesIn(withTable(readme, tableOf([row])))).toEqual([{ id: 'x', sentence: 'S.' }]);
  });
});
