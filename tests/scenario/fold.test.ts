import { describe, expect, it } from 'vitest';
import type { BaseEdit, FactField, Measure } from '../../src/model/scenario';
import { MEASURE_TYPES } from '../../src/model/scenario';
import { applyBaseEdits, baselineScenario, foldScenario } from '../../src/scenario';
import { smallTown } from '../engine/smallTown';
import { deepFreeze, differences, measureOf } from '../measures/districts';

const base = deepFreeze(smallTown());
const [building] = base.buildings;
const ID = building!.id;
const blank = deepFreeze(baselineScenario(base, 'sha', 2026));
const fold = (measures: readonly Measure[], edits: readonly BaseEdit[] = []) =>
  foldScenario(base, deepFreeze(edits), deepFreeze({ ...blank, measures }));

describe('foldScenario', () => {
  it('without measures, or with every adoption 0, returns the base itself', () => {
    const nothing = MEASURE_TYPES.map((type) => measureOf(type, 0));
    for (const measures of [[], nothing]) {
      const outcome = fold(measures);
      expect(outcome.ok && outcome.value).toBe(base);
    }
  });

  it('writes into nothing it was given, and comes out the same every time', () => {
    // Everything is deeply frozen: a write would throw.
    const measures = MEASURE_TYPES.map((type) => measureOf(type, 0.7));
    const edits: BaseEdit[] = [{ buildingId: ID, field: 'households', value: 3 }];
    const outcome = fold(measures, edits);
    expect(outcome.ok).toBe(true);
    expect(outcome.ok && differences(base, outcome.value).length).toBeGreaterThan(20);
    expect(fold(measures, edits)).toEqual(outcome);
  });

  it('applies measures in the order of the list', () => {
    const ending = (types: readonly ('vehiclesManaged' | 'vehiclesUnmanaged')[]) => {
      const outcome = fold(types.map((type) => measureOf(type, 1)));
      const home = outcome.ok ? outcome.value.buildings.find(({ households }) => households > 0) : undefined;
      return home?.vehicles?.control;
    };
    expect(ending(['vehiclesManaged', 'vehiclesUnmanaged'])).toBe('unmanaged');
    expect(ending(['vehiclesUnmanaged', 'vehiclesManaged'])).toBe('managed');
  });

  it('corrects the base before the measures see it', () => {
    const gas: BaseEdit = { buildingId: ID, field: 'heating', value: 'gasBoiler' };
    const heat: BaseEdit = { buildingId: ID, field: 'heating', value: 'districtHeat' };
    const heating = (edit: BaseEdit) => {
      const outcome = fold([measureOf('heatPumps', 1)], [edit]);
      return outcome.ok && outcome.value.buildings[0]!.heating;
    };
    expect([heating(gas), heating(heat)]).toEqual(['airHeatPump', 'districtHeat']);
  });

  it.each([
    ['an adoption above 1', measureOf('heatPumps', 1.01), 'adoption', '1.01'],
    ['a negative adoption', measureOf('heatPumps', -0.1), 'adoption', '-0.1'],
    ['an adoption that is no number', measureOf('heatPumps', Number.NaN), 'adoption', 'NaN'],
    ['a parameter above its range', measureOf('feederBattery', 1, { durationH: 9 }), 'durationH', '9'],
    [
      'a parameter below its range',
      measureOf('rooftopPhotovoltaics', 1, { roofCoverage: 0.01 }),
      'roofCoverage',
      '0.01',
    ],
    [
      'a parameter that is no number',
      measureOf('envelopeRetrofit', 1, { level: Number.NaN }),
      'level',
      'NaN',
    ],
    [
      'a U-value no window has',
      measureOf('windowReplacement', 1, { uValueWPerM2K: 0.1 }),
      'uValueWPerM2K',
      '0.1',
    ],
    ['an unknown parameter', measureOf('heatPumps', 1, { copBoost: 2 }), 'copBoost', '2'],
    [
      'a parameter of another measure',
      measureOf('feederBattery', 1, { roofCoverage: 0.3 }),
      'roofCoverage',
      '0.3',
    ],
    ['an unknown measure', measureOf('moonlight' as 'heatPumps', 1), 'type', 'moonlight'],
    ['a name every object has', measureOf('constructor' as 'heatPumps', 1), 'type', 'constructor'],
  ])('refuses %s by name, even at adoption 0', (_, measure, field, value) => {
    for (const adoption of [measure.adoption, field === 'adoption' ? measure.adoption : 0]) {
      const outcome = fold([{ ...measure, adoption }]);
      expect(outcome.ok).toBe(false);
      expect(outcome.issues).toHaveLength(1);
      expect(outcome.issues[0]).toMatchObject({ severity: 'error', where: measure.id, field, value });
      expect(outcome.issues[0]!.remedy).not.toBe('');
    }
  });

  it('lists every finding, of corrections and of measures, at once', () => {
    const outcome = fold(
      [measureOf('heatPumps', 2), measureOf('feederBattery', 1, { durationH: 99, powerShare: 0 })],
      [{ buildingId: 'nobody', field: 'use', value: 'office' }],
    );
    expect(outcome.issues.map(({ field }) => field)).toEqual(['use', 'adoption', 'durationH', 'powerShare']);
  });
});

describe('a correction of a present-day fact', () => {
  const edited = (field: FactField, value: string | number) =>
    applyBaseEdits(base, [{ buildingId: ID, field, value }]);

  it.each<[FactField, string | number, string, string]>([
    ['use', 'office', 'use', 'use'],
    ['heating', 'districtHeat', 'heating', 'heating'],
    ['cooling', 'splitAirConditioner', 'cooling', 'cooling'],
    ['envelope', 'usualRefurbishment', 'envelope', 'envelope'],
    ['constructionYear', 1911, 'constructionYear', 'constructionYear'],
    ['households', 41, 'households', 'households'],
    ['mainFuseA', 250, 'connection.mainFuseA', 'connection'],
  ])('of %s writes that field and its evidence, nothing else', (field, value, path, evidence) => {
    const { district, issues } = edited(field, value);
    expect(issues).toEqual([]);
    const allowed = [`buildings.0.${path}`, `buildings.0.evidence.${evidence}`];
    const changed = differences(base, district);
    expect(changed).toContain(allowed[0]);
    expect(changed.filter((one) => !allowed.includes(one))).toEqual([]);
    const after = path
      .split('.')
      .reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], district.buildings[0]);
    expect(after).toBe(value);
    expect(district.buildings[0]!.evidence[evidence as 'use']).toBe('given');
  });

  it.each([
    ['b', ['b']],
    ['ac', ['a', 'c']],
    ['abc', ['a', 'b', 'c']],
  ])('of phases takes %s', (value, phases) => {
    expect(edited('phases', value).district.buildings[0]!.connection!.phases).toEqual(phases);
  });

  it.each<[FactField, string | number]>([
    ['use', 'castle'],
    ['use', 3],
    ['heating', 'coal'],
    ['cooling', 'ice'],
    ['envelope', 'gold'],
    ['constructionYear', 1965.5],
    ['constructionYear', '1965'],
    ['constructionYear', 3000],
    ['households', -1],
    ['households', 2001],
    ['households', Number.NaN],
    ['mainFuseA', 0],
    ['mainFuseA', 0.5],
    ['roof' as 'use', 'flat'],
    ['mainFuseA', Number.POSITIVE_INFINITY],
    ['phases', 'cab'],
    ['phases', ''],
    ['phases', 'aa'],
  ])('of %s to %s is refused with building, field, value and remedy', (field, value) => {
    const { district, issues } = edited(field, value);
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject({ code: 'base-edit-refused', where: ID, field, value: String(value) });
    expect(issues[0]!.remedy).toMatch(/^Give /);
    expect(district.buildings[0]).toBe(building);
  });

  it('lists all refusals, and the later of two corrections stands', () => {
    const { district, issues } = applyBaseEdits(base, [
      { buildingId: ID, field: 'households', value: 2 },
      { buildingId: 'nobody', field: 'households', value: 2 },
      { buildingId: ID, field: 'households', value: 5 },
      { buildingId: ID, field: 'use', value: 'castle' },
    ]);
    expect(issues.map(({ where, field }) => [where, field])).toEqual([
      ['nobody', 'households'],
      [ID, 'use'],
    ]);
    expect(district.buildings[0]!.households).toBe(5);
    expect(district.buildings.slice(1).every((one, row) => one === base.buildings[row + 1])).toBe(true);
  });

  it('none leaves the district itself; a fuse where there is no connection is refused', () => {
    expect(applyBaseEdits(base, []).district).toBe(base);
    const loose = { ...base, buildings: [{ ...building!, connection: null }] };
    const { issues } = applyBaseEdits(loose, [{ buildingId: ID, field: 'mainFuseA', value: 63 }]);
    expect(issues[0]!.remedy).toContain('connection');
  });
});
