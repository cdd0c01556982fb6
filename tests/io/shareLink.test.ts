import fc from 'fast-check';
import { deflateSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readShareLink, writeShareLink, type SharedScenario } from '../../src/io';
import { fromBase64Url, toBase64Url } from '../../src/io/base64Url';
import { ASSUMPTIONS, type AssumptionKey } from '../../src/model/assumptions';
import { OVERRIDABLE, QUALITY_CLASSES } from '../../src/model/building';
import { OVERRIDE_RANGES } from '../../src/model/schema';
import { LIMIT_PROFILES, type LimitsStandard } from '../../src/model/limits';
import { MEASURES } from '../../src/measures';
import { MEASURE_TYPES, type BaseEdit, type Measure, type Scenario } from '../../src/model/scenario';
import { TARIFF_CUSTOMERS } from '../../src/model/tariff';
import { hashText } from '../../src/scenario';

/**
 * The cheapest wrong programs: a link that rounds a decimal or leaves a member out (every member is drawn, and compared to
 * the last bit), one that opens half of a damaged text, and one that unpacks whatever size it is told to.
 */
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

const shared = fc.record(
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

const one = fc.sample(shared, { seed: 7, numRuns: 1 })[0]!;

describe('a link', () => {
  it('carries every member of a scenario, decimals to the last bit', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(shared, (given) => {
        for (const member of Object.keys(given.scenario)) seen.add(member);
        const read = readShareLink(writeShareLink(given));
        expect(read.ok ? read.value : read.issues).toEqual(given);
      }),
      { numRuns: 120, seed: 1 },
    );
    expect([...seen].sort()).toEqual(
      'assumptions base description id limits measures name notes parent path schema seed spells tariffs year'.split(
        ' ',
      ),
    );
  });

  it('stands in an address as it is, and is short', () => {
    const text = writeShareLink({ ...one, scenario: { ...one.scenario, name: 'Straße ½ 電' } });
    expect(new URLSearchParams(new URLSearchParams({ share: text }).toString()).get('share')).toBe(text);
    expect(encodeURIComponent(text)).toBe(text);
    expect(text.length).toBeLessThan(1500);
  });

  it('is refused whole when a single letter of it is missing, doubled or another', () => {
    const text = writeShareLink(one);
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom('', 'A', '-', '.', '%', 'é', 'AA'), (at, put) => {
        const damaged = text.slice(0, at) + put + text.slice(at + 1);
        if (damaged === text) return;
        expect(readShareLink(damaged).ok).toBe(false);
      }),
      { numRuns: 400, seed: 3 },
    );
    for (let length = 0; length < text.length; length += 7)
      expect(readShareLink(text.slice(0, length)).ok).toBe(false);
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `1.${text}`),
        ),
        (text) => {
          expect(readShareLink(text).ok).toBe(false);
        },
      ),
      { numRuns: 300, seed: 5 },
    );
  });

  const sealed = (json: unknown) => {
    const body = toBase64Url(deflateSync(strToU8(typeof json === 'string' ? json : JSON.stringify(json))));
    return `1.${hashText(body).slice(0, 8)}${body}`;
  };

  it('with one bad part is refused by name, though its seal is right', () => {
    expect(readShareLink(sealed(one)).ok).toBe(true);
    const bad: readonly (readonly [unknown, RegExp])[] = [
      [{ ...one, stepS: 60 }, /damaged/],
      [{ ...one, scenario: { ...one.scenario, measures: [{ id: 'x', type: 'magic' }] } }, /./],
      [{ ...one, scenario: { ...one.scenario, extra: 1 } }, /./],
      [{ ...one, baseEdits: [{ buildingId: 'b', field: 'use', value: {} }] }, /./],
      [{ ...one, baseEdits: undefined }, /./],
      ['[', /damaged/],
      ['null', /damaged/],
    ];
    for (const [json, message] of bad) {
      const read = readShareLink(sealed(json));
      expect(read.ok).toBe(false);
      expect(read.issues[0]!.message).toMatch(message);
      expect(read.issues[0]!.remedy).not.toBe('');
    }
  });

  it('of a later format is told apart from a damaged one', () => {
    const read = readShareLink(`2.${writeShareLink(one).slice(2)}`);
    expect(read.issues.map(({ code }) => code)).toEqual(['share-version']);
  });

  it('is not unpacked beyond what a scenario can be', () => {
    const bomb = sealed(`"${' '.repeat(60_000_000)}"`);
    expect(bomb.length).toBeLessThan(400_000);
    const before = performance.now();
    expect(readShareLink(bomb).issues.map(({ code }) => code)).toEqual(['share-broken']);
    expect(performance.now() - before).toBeLessThan(2000);
  });
});

it('writes base64url as RFC 4648 does', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      const text = toBase64Url(bytes);
      expect(text).toBe(Buffer.from(bytes).toString('base64url'));
      expect(fromBase64Url(text)).toEqual(Uint8Array.from(bytes));
    }),
  );
  // Unused bits that are not zero: two texts for the same bytes would be two links for one scenario.
  expect(fromBase64Url('AB')).toBeNull();
  expect(fromBase64Url('A')).toBeNull();
});
