import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import {
  buildingModelJsonSchema,
  parseBuildingModel,
  type BuildingModel,
} from '../../../src/model/buildingModel';
import type { buildingModelSchema } from '../../../src/model/buildingModel/schema';
import { cabin } from './cabin';

type DeepReadonly<T> = T extends string | number | boolean | null | undefined
  ? T
  : { readonly [K in keyof T]: DeepReadonly<T[K]> };

/** A deep copy with the value at a path replaced, or removed where it is undefined. */
function withValue(path: readonly (string | number)[], value: unknown): unknown {
  const draft = structuredClone(cabin) as unknown as Record<string | number, unknown>;
  const parent = path.slice(0, -1).reduce((at, key) => at[key] as Record<string | number, unknown>, draft);
  if (value === undefined) delete parent[path.at(-1)!];
  else parent[path.at(-1)!] = value;
  return draft;
}

const WALL = ['elements', 0] as const;
const WINDOW = [...WALL, 'windows', 0] as const;
const LAYER = ['constructions', 0, 'layers', 0] as const;

/** What is wrong, where it is put, what must be said about it. */
const MISTAKES: readonly (readonly [
  title: string,
  path: readonly (string | number)[],
  value: unknown,
  code: string,
  text: RegExp,
])[] = [
  ['a window larger than its wall', [...WINDOW, 'heightM'], 3, 'window-outside-wall', /8 m x 2.7 m/],
  ['windows that overlap', [...WINDOW, 'widthM'], 4.2, 'window-overlap', /overlaps/],
  [
    'a negative resistance',
    ['constructions', 0, 'layers', 1, 'resistanceM2KPerW'],
    -1,
    'schema-too-small',
    /> ?0|>0/,
  ],
  ['a layer without thickness', [...LAYER, 'thicknessM'], 0, 'schema-too-small', /0/],
  ['a layer without density', [...LAYER, 'densityKgPerM3'], undefined, 'schema-invalid-type', /number/],
  ['a day of 25 hours', ['schedules', 0, 'weekday', 'hourly'], Array(25).fill(20), 'schema-too-big', /24/],
  ['a day of 23 hours', ['schedules', 0, 'weekday', 'hourly'], Array(23).fill(20), 'schema-too-small', /24/],
  ['points that end too early', ['schedules', 1, 'weekday', 'points', 1, 0], 23, 'schedule-span', /cover/],
  ['a ramp into off', ['schedules', 1, 'weekday', 'points', 1, 1], 20, 'schedule-ramp', /null/],
  ['a day that does not exist', ['schedules', 1, 'periods', 0, 'to'], '02-30', 'schedule-day', /02-30/],
  ['an unknown schedule', ['zones', 0, 'heating', 'setpointDegC'], 'night', 'unknown-schedule', /night/],
  ['an unknown glazing', [...WINDOW, 'glazing'], 'triple', 'unknown-glazing', /triple/],
  ['an unknown zone', [...WALL, 'zone'], 'attic', 'unknown-zone', /attic/],
  [
    'a partition to its own zone',
    ['elements', 2, 'boundary', 'zone'],
    'room',
    'element-same-zone',
    /same zone/,
  ],
  ['two zones of one name', ['zones', 1, 'id'], 'room', 'duplicate-id', /2 times/],
  [
    'a zone nobody encloses',
    ['elements', 2, 'boundary'],
    { kind: 'adiabatic' },
    'zone-without-elements',
    /encloses/,
  ],
  [
    'a pane that makes energy',
    ['glazings', 0, 'panes', 0, 'solarTransmittance'],
    0.95,
    'pane-energy',
    /1.03/,
  ],
  ['a gap too many', ['glazings', 0, 'gaps', 1], { thicknessM: 0.012, gas: 'air' }, 'glazing-gaps', /1 gaps/],
  ['two flows at once', ['zones', 0, 'ventilation', 0, 'airChangesPerH'], 1, 'ventilation-flow', /either/],
  [
    'a set-point as a word',
    ['zones', 0, 'cooling', 'setpointDegC'],
    null,
    'schema-invalid-type',
    /number|string/,
  ],
  [
    'heating above cooling',
    ['zones', 0],
    { ...cabin.zones[0], heating: { setpointDegC: 25 }, cooling: { setpointDegC: 22 } },
    'setpoint-order',
    /same time/,
  ],
  ['an off factor', ['zones', 0, 'infiltration', 'course'], 'summerOnly', 'course-value', /null/],
  ['a floor of no area', ['zones', 0, 'floorAreaM2'], 0, 'schema-too-small', /0/],
  ['a word for a number', [...WALL, 'tiltDeg'], 'vertical', 'schema-invalid-type', /number/],
  ['an unknown field', [...WALL, 'uValue'], 0.3, 'schema-unknown-field', /uValue/],
  ['another version', ['schema'], 'gridtwin-building/9', 'schema-version', /9/],
  [
    'a window in the floor to the ground',
    ['elements', 1, 'windows'],
    [{ id: 'x', glazing: 'label', xM: 0, zM: 0, widthM: 1, heightM: 1 }],
    'window-boundary',
    /outdoors/,
  ],
  ['an overhang that ends before it begins', [...WALL, 'shades', 0, 'toXM'], -1, 'shade-empty', /begins/],
];

describe('a building file', () => {
  test('that is right is taken whole', () => {
    expect(parseBuildingModel(cabin, 'cabin.json')).toEqual({ ok: true, value: cabin, issues: [] });
  });

  test.each(MISTAKES)('with %s is refused by name', (_title, path, value, code, text) => {
    const read = parseBuildingModel(withValue(path, value), 'cabin.json');
    expect(read.ok).toBe(false);
    const issue = read.issues.find((one) => one.code === code);
    expect(issue, JSON.stringify(read.issues, null, 1)).toBeDefined();
    expect(issue!.message).toMatch(text);
    expect(issue!.source).toBe('cabin.json');
    expect(issue!.remedy).not.toBe('');
  });

  test('with several mistakes has all of them listed', () => {
    const draft = withValue([...WINDOW, 'glazing'], 'triple') as { zones: { heating: unknown }[] };
    draft.zones[0]!.heating = { setpointDegC: 'night' };
    const codes = parseBuildingModel(draft, 'cabin.json').issues.map((issue) => issue.code);
    expect(codes).toEqual(expect.arrayContaining(['unknown-glazing', 'unknown-schedule']));
  });

  test('has the shape that the types say', () => {
    type Parsed = DeepReadonly<z.output<typeof buildingModelSchema>>;
    expectTypeOf<BuildingModel>().toExtend<Parsed>();
    expectTypeOf<Parsed>().toExtend<BuildingModel>();
    expectTypeOf<keyof BuildingModel>().toEqualTypeOf<keyof Parsed>();
  });
});

describe('the JSON schema', () => {
  const validate = new Ajv2020({ strict: false }).compile(buildingModelJsonSchema() as object);

  test('takes the cabin', () => {
    expect(validate(cabin), JSON.stringify(validate.errors)).toBe(true);
  });

  test.each(MISTAKES.filter(([, , , code]) => code.startsWith('schema-') && code !== 'schema-version'))(
    'refuses %s',
    (_title, path, value) => {
      expect(validate(withValue(path, value))).toBe(false);
    },
  );
});
