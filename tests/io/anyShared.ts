import fc from 'fast-check';
import type { SharedScenario } from '../../src/io';
import { MEASURES } from '../../src/measures';
import { ASSUMPTIONS, type AssumptionKey } from '../../src/model/assumptions';
import { OVERRIDABLE, QUALITY_CLASSES } from '../../src/model/building';
import { LIMIT_PROFILES, type LimitsStandard } from '../../src/model/limits';
import { MEASURE_TYPES, type BaseEdit, type Measure, type Scenario } from '../../src/model/scenario';
import { OVERRIDE_RANGES } from '../../src/model/schema';
import { TARIFF_CUSTOMERS } from '../../src/model/tariff';

const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
const id = fc.stringMatching(/^[a-zA-Z0-9_-]{1,20}$/);
const share = fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0);
const hash = fc.stringMatching(/^[0-9a-f]{64}$/);
const year = fc.integer({ min: 1900, max: 2200 });

const selector: fc.Arbitrary<Measure['selector']> = fc.oneof(
  fc.constant({ rule: { kind: 'all' } } as const),
  id.map((one) => ({ rule: { kind: 'downstream', from: 'transformer', id: one } }) as const),
  fc.tuple(fc.double({ min: -1e6, max: 1e6, noNaN: true }), id).map(
    ([value, one]) =>
      ({
        rule: {
          kind: 'except',
          rule: {
            kind: 'query',
            where: [{ attribute: 'floorM2', operator: '>=', value: value + 0 }],
          },
          without: { kind: 'ids', ids: [one] },
        },
      }) as const,
  ),
);

const measure: fc.Arbitrary<Measure> = fc.constantFrom(...MEASURE_TYPES).chain((type) => {
  const parameters = fc.record(
    Object.fromEntries(
      MEASURES[type].parameters.map(({ name, min, max }) => [
        name,
        fc.double({ min, max, noNaN: true }).map((value) => value + 0),
      ]),
    ),
    { requiredKeys: [] },
  );
  return fc.record(
    {
      id,
      type: fc.constant(type),
      selector,
      adoption: fc.oneof(
        share,
        fc
          .uniqueArray(year, { minLength: 1, maxLength: 4 })
          .chain((years) =>
            fc
              .array(share, { minLength: years.length, maxLength: years.length })
              .map((shares) =>
                [...years].sort((a, b) => a - b).map((one, at) => ({ year: one, share: shares[at]! })),
              ),
          ),
      ),
      fromYear: year,
      parameters: parameters.map((drawn) => ({ ...drawn })),
      inheritedFrom: id,
    },
    { requiredKeys: ['id', 'type', 'adoption', 'parameters'] },
  ) as fc.Arbitrary<Measure>;
});

const assumption = fc.constantFrom(...(Object.keys(ASSUMPTIONS) as AssumptionKey[])).chain((key) => {
  const { min, max, unit } = ASSUMPTIONS[key];
  return fc.record({
    key: fc.constant(key),
    value: fc.double({ min, max, noNaN: true }).map((value) => value + 0),
    unit: fc.constant(unit),
    source: word,
    date: fc.constantFrom('2025', '2025-01', '2025-01-31'),
  });
});

const price = fc.record({ supplier: share, grid: share, levies: share });
const tariff = fc.record(
  {
    ...{
      schema: fc.constant('gridtwin-tariff/1' as const),
      id,
      name: word,
      description: word,
      operator: word,
    },
    ...{ currency: fc.constant('EUR'), year, source: word, quality: fc.constantFrom(...QUALITY_CLASSES) },
    ...{ social: fc.boolean(), vatShare: share, connectionPerYear: price, contractedPerKWYear: price },
    energy: fc.tuple(id, price).map(([block, perKWh]) => ({
      kind: 'blocks' as const,
      tierLimitsKWhPerMonth: [],
      blocks: [
        { id: `${block}-day`, hours: { fromHour: 6, toHour: 22.5 }, perKWh: [perKWh] },
        { id: `${block}-night`, hours: { fromHour: 22.5, toHour: 6 }, perKWh: [perKWh] },
      ],
    })),
    peak: fc.record({ perKWMonth: price, leastKW: share }),
    feedInPerKWh: share,
  },
  {
    requiredKeys: [
      ...(['schema', 'id', 'name', 'description', 'operator', 'currency', 'year', 'source'] as const),
      ...(['quality', 'social', 'vatShare', 'connectionPerYear', 'contractedPerKWYear'] as const),
      ...(['energy', 'feedInPerKWh'] as const),
    ],
  },
);
const contract = fc.record(
  {
    tariffId: fc.constantFrom('flat', 'twoPrice'),
    customers: fc.constantFrom(...TARIFF_CUSTOMERS),
    rule: id.map((one) => ({ kind: 'ids' as const, ids: [one] })),
  },
  { requiredKeys: ['tariffId', 'customers'] },
);

const scenario = fc
  .record(
    {
      schema: fc.constant('gridtwin-scenario/2' as const),
      id,
      name: word,
      description: word,
      base: fc.record({ districtId: word, sha256: hash }),
      parent: fc.record({ id, name: word, sha256: hash }),
      year,
      seed: fc.integer(),
      notes: fc.array(word, { maxLength: 3 }),
      measures: fc.uniqueArray(measure, { maxLength: 5, selector: (one) => one.id }),
      assumptions: fc.uniqueArray(assumption, { maxLength: 4, selector: (one) => one.key }),
      tariffs: fc.record(
        {
          offered: fc.uniqueArray(tariff, { maxLength: 2, selector: (one) => one.id }),
          contracts: fc.array(contract, { maxLength: 2 }),
        },
        { requiredKeys: ['offered'] },
      ),
      limits: fc.oneof(
        fc.constantFrom(...(Object.keys(LIMIT_PROFILES) as LimitsStandard[])).map((profile) => ({ profile })),
        fc.record({
          profile: fc.constant('own' as const),
          lowerPu: fc.double({ min: 0.1, max: 1, noNaN: true }),
          upperPu: fc.double({ min: 1.01, max: 2, noNaN: true }),
          loadingLimit: fc.double({ min: 0.01, max: 5, noNaN: true }),
          source: word,
        }),
      ),
      spells: fc.array(
        fc.record({
          kind: fc.constantFrom('coldSnap' as const, 'heatWave' as const),
          startDay: fc.integer({ min: 1, max: 365 }),
          byK: fc.double({ min: 0.001, max: 30, noNaN: true }),
        }),
        { maxLength: 1 },
      ),
      path: fc.uniqueArray(year, { minLength: 1, maxLength: 4 }).map((years) => ({
        years: [...years].sort((a, b) => a - b),
      })),
    },
    {
      requiredKeys: ['schema', 'id', 'name', 'description', 'base', 'year', 'seed', 'measures'],
    },
  )
  .map((drawn) => {
    const { parent, measures } = drawn as Scenario;
    // A measure is inherited from the parent or from nobody.
    const own = ({ inheritedFrom, ...rest }: Measure): Measure =>
      inheritedFrom === undefined || parent === undefined ? rest : { ...rest, inheritedFrom: parent.id };
    return { ...(drawn as Scenario), measures: measures.map(own) };
  });

const baseEdit: fc.Arbitrary<BaseEdit> = fc.oneof(
  fc.record({
    buildingId: id,
    field: fc.constant('households' as const),
    value: fc.integer({ min: 0, max: 90 }),
  }),
  fc.record({
    buildingId: id,
    field: fc.constant('householdElectricity' as const),
    value: fc.constant(null),
  }),
  fc.constantFrom(...OVERRIDABLE).chain((field) => {
    const [min, max] = OVERRIDE_RANGES[field];
    const value = fc.record({
      value: fc.double({ min, max, noNaN: true }).map((drawn) => drawn + 0),
      source: word,
      quality: fc.constantFrom(...QUALITY_CLASSES),
    });
    return fc.record({ buildingId: id, field: fc.constant(field), value: fc.option(value) });
  }),
);

/** A scenario as a link carries it, with any member that it can have. */
export const anyShared = fc.record(
  {
    engineVersion: fc.constantFrom('0.3.0', '12.0.1-beta'),
    district: fc.record({ id, sha256: hash }),
    stepS: fc.constantFrom(3600 as const, 900 as const),
    baseEdits: fc.array(baseEdit, { maxLength: 4 }),
    scenario,
    resultHash: hash,
  },
  { requiredKeys: ['engineVersion', 'district', 'stepS', 'baseEdits', 'scenario'] },
) as fc.Arbitrary<SharedScenario>;
