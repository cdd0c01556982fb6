import { describe, expect, expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import type { BaseEdit, Building, District, Network, Scenario } from '../../src/model';
import { MEASURE_TYPES } from '../../src/model/scenario';
import { parseDistrict, parseScenario, type KnownParameters } from '../../src/model/schema';
import type { buildingSchema } from '../../src/model/schema/buildingSchema';
import type { districtSchema } from '../../src/model/schema/districtSchema';
import type { networkSchema } from '../../src/model/schema/networkSchema';
import type { baseEditSchema, scenarioSchema } from '../../src/model/schema/scenarioSchema';

type DeepReadonly<T> = T extends string | number | boolean | null | undefined
  ? T
  : { readonly [K in keyof T]: DeepReadonly<T[K]> };

const network: Network = {
  buses: [
    { id: 'mv', nominalVoltageV: 20000, position: [0, 0], synthetic: true },
    { id: 'lv', nominalVoltageV: 400, position: [0, 0], synthetic: true },
  ],
  lineTypes: [],
  lines: [],
  transformerTypes: [],
  transformers: [],
  switches: [],
  sources: [{ id: 's', busId: 'mv', voltagePu: 1, shortCircuitSVa: 1e8, rOverX: 0.1 }],
  storages: [],
};
const building: Building = {
  id: 'b',
  footprint: {
    outer: [
      [0, 0],
      [10, 0],
      [10, 10],
    ],
    holes: [],
  },
  baseElevationM: 0,
  heightM: 6,
  roof: 'flat',
  levels: 2,
  use: 'detached',
  constructionYear: 1960,
  households: 1,
  envelope: 'asBuilt',
  heating: 'gasBoiler',
  cooling: 'none',
  photovoltaics: null,
  vehicles: null,
  connection: { busId: 'lv', phases: ['a'], mainFuseA: 35 },
  evidence: { use: 'assumed' },
};
const district: District = {
  schema: 'gridtwin-district/1',
  id: 'd',
  name: 'D',
  description: '',
  seed: 1,
  frame: { longitudeDeg: 13, latitudeDeg: 52, sourceCrs: 'local' },
  archetypeRegion: 'centralEurope',
  weather: { kind: 'synthetic', climate: 'centralEurope' },
  buildings: [building],
  streets: [],
  openSpaces: [],
  network,
};
const scenario: Scenario = {
  schema: 'gridtwin-scenario/2',
  id: 's',
  name: 'S',
  description: '',
  base: { districtId: 'd', sha256: '' },
  year: 2035,
  seed: 1,
  measures: [{ id: 'm', type: 'heatPumps', adoption: 0.4, parameters: { copAt7: 3 } }],
};
const known = {
  ...Object.fromEntries(MEASURE_TYPES.map((type) => [type, []])),
  heatPumps: ['copAt7'],
} as unknown as KnownParameters;

describe('schemas', () => {
  test('say exactly what the types say', () => {
    expectTypeOf<DeepReadonly<z.output<typeof districtSchema>>>().toEqualTypeOf<DeepReadonly<District>>();
    expectTypeOf<DeepReadonly<z.output<typeof buildingSchema>>>().toEqualTypeOf<DeepReadonly<Building>>();
    expectTypeOf<DeepReadonly<z.output<typeof networkSchema>>>().toEqualTypeOf<DeepReadonly<Network>>();
    expectTypeOf<DeepReadonly<z.output<typeof scenarioSchema>>>().toEqualTypeOf<DeepReadonly<Scenario>>();
    expectTypeOf<DeepReadonly<z.output<typeof baseEditSchema>>>().toEqualTypeOf<DeepReadonly<BaseEdit>>();
  });

  test('let a sound district and scenario through unchanged', () => {
    expect(parseDistrict(JSON.parse(JSON.stringify(district)), 'd.json')).toEqual({
      ok: true,
      value: district,
      issues: [],
    });
    expect(parseScenario(JSON.parse(JSON.stringify(scenario)), 's.json', known)).toEqual({
      ok: true,
      value: scenario,
      issues: [],
    });
  });

  test('list every finding of a district, with place, field and value', () => {
    const broken = {
      ...district,
      seed: 'one',
      buildings: [{ ...building, levels: 0, colour: 'red', use: 'castle' }],
    };
    const outcome = parseDistrict(broken, 'd.json');
    expect(outcome.ok).toBe(false);
    const told = outcome.issues.map((issue) => [issue.where, issue.field, issue.value]);
    expect(told).toContainEqual(['top level', 'seed', 'one']);
    expect(told).toContainEqual(['buildings[0] "b"', 'levels', '0']);
    expect(told).toContainEqual(['buildings[0] "b"', 'use', 'castle']);
    expect(told).toContainEqual(['buildings[0] "b"', 'colour', undefined]);
  });

  test('list duplicate ids and references to nothing', () => {
    const broken: District = {
      ...district,
      buildings: [
        building,
        { ...building, connection: { busId: 'nowhere', phases: ['a', 'a'], mainFuseA: 35 } },
      ],
      network: { ...network, switches: [{ id: 'w', lineId: 'gone', closed: true, normallyOpen: false }] },
    };
    const codes = parseDistrict(broken, 'd.json').issues.map((issue) => issue.code);
    expect(codes.sort()).toEqual(['duplicate-id', 'duplicate-phase', 'unknown-bus', 'unknown-line']);
  });

  test('refuse adoption outside 0 to 1 and parameters that a measure does not have, by name', () => {
    for (const adoption of [-0.01, 1.01, Number.NaN, '0.5']) {
      expect(
        parseScenario({ ...scenario, measures: [{ ...scenario.measures[0], adoption }] }, 's', known).ok,
      ).toBe(false);
    }
    const measures = [{ ...scenario.measures[0]!, parameters: { copAt7: 3, wishes: 3 } }];
    const outcome = parseScenario({ ...scenario, measures }, 's', known);
    expect(outcome.issues).toMatchObject([
      { code: 'unknown-parameter', field: 'wishes', where: 'measure "m"' },
    ]);
  });

  test('name the version they do not know', () => {
    const outcome = parseDistrict({ ...district, schema: 'gridtwin-district/2' }, 'd.json');
    expect(outcome.issues[0]).toMatchObject({ code: 'schema-version', value: 'gridtwin-district/2' });
    expect(parseScenario(district, 'd.json').issues[0]).toMatchObject({ code: 'schema-kind' });
  });
});
