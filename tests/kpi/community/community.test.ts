import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  communityEntries,
  priceRange,
  priceWithin,
  settleCommunity,
  sharedFlows,
  type Community,
  type CommunityMember,
  type CommunityRules,
  type CommunityYear,
} from '../../../src/kpi/community';
import { investmentEntries, moneyMatrix } from '../../../src/kpi/money';
import { netOf } from '../money/netOf';
import { PLACEHOLDER_TARIFFS, priceTableOf, type Tariff } from '../../../src/model/tariff';
import { randomKey, uniform } from '../../../src/sim/numeric/random';
import { ALWAYS, tariffOf } from '../../model/tariff/tariffs';
import { meteredOf, YEAR } from '../bills/metering';

const HOURS = 8760;
const RULES: CommunityRules = {
  pricePerKWh: 0.12,
  gridShare: 0.4,
  levyShare: 0,
  vatShare: 0.2,
  plantFeedInPerKWh: 0.08,
  surplus: 'kept',
};
const BATTERY = { capacityJ: 20 * 3.6e6, powerW: 5000 };

/** Sun of a kind: some kilowatts for twelve hours, other every day. */
function sunW(peakW: number): Float64Array {
  const key = randomKey(1, 'sun', 'test');
  return Float64Array.from({ length: HOURS }, (_, hour) => {
    const distance = Math.abs((hour % 24) - 12);
    return distance < 6 ? peakW * uniform(key, Math.floor(hour / 24)) * (1 - distance / 6) : 0;
  });
}

function memberOf(seed: number, tariff: Tariff): CommunityMember {
  return { id: `m${seed}`, tariff, table: priceTableOf(tariff, YEAR), metered: meteredOf(seed) };
}

const tariffOfId = (id: string): Tariff => PLACEHOLDER_TARIFFS.find((tariff) => tariff.id === id)!;
const MEMBERS = ['flat', 'timeOfUse', 'capacity'].map((id, at) => memberOf(at + 1, tariffOfId(id)));

function settled(parts: Partial<Community> = {}): CommunityYear {
  const plant = { generationW: sunW(8000), battery: BATTERY };
  const outcome = settleCommunity({ members: MEMBERS, plant, rules: RULES, costCents: 0, ...parts });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}

describe('shares of a step', () => {
  const step = (imports: number[], exports: number[], plantW: number) => {
    const members = imports.map((power, at) => ({
      importW: Float64Array.of(power),
      exportW: Float64Array.of(exports[at]!),
    }));
    const flows = sharedFlows(members, { generationW: Float64Array.of(plantW) }, 3600);
    const first = (columns: readonly Float64Array[]): number[] => columns.map((column) => column[0]!);
    return {
      allocated: first(flows.allocatedW),
      credited: first(flows.creditedW),
      plant: first([flows.plantUsedW, flows.plantSurplusW]),
    };
  };

  test('go to demand in proportion where supply is short', () => {
    expect(step([300, 100, 0], [0, 0, 100], 100)).toEqual({
      allocated: [150, 50, 0],
      credited: [0, 0, 100],
      plant: [100, 0],
    });
  });

  test('cover all demand where there is enough, and every supplier sells the same share', () => {
    expect(step([300, 100, 0], [0, 0, 400], 400)).toEqual({
      allocated: [300, 100, 0],
      credited: [0, 0, 200],
      plant: [200, 200],
    });
  });

  test('are none without demand or without supply', () => {
    expect(step([0, 0], [50, 0], 10)).toEqual({ allocated: [0, 0], credited: [0, 0], plant: [0, 10] });
    expect(step([70, 0], [0, 0], 0)).toEqual({ allocated: [0, 0], credited: [0, 0], plant: [0, 0] });
  });
});

describe('a year of sharing', () => {
  const flows = settled().flows;
  const generationW = sunW(8000);
  const at = (columns: readonly Float64Array[], step: number): number =>
    columns.reduce((sum, column) => sum + column[step]!, 0);

  test('balances in every step: supply = allocated + charged + given to the grid', () => {
    for (let step = 0; step < HOURS; step += 1) {
      const exported = at(
        MEMBERS.map(({ metered }) => metered.exportW),
        step,
      );
      const supply = exported + flows.plantUsedW[step]! + flows.plantSurplusW[step]!;
      const surplus = exported - at(flows.creditedW, step) + flows.plantSurplusW[step]!;
      expect(at(flows.allocatedW, step) + flows.chargeW[step]! + surplus).toBeCloseTo(supply, 6);
      const plant = flows.plantUsedW[step]! + flows.plantSurplusW[step]!;
      expect(plant).toBeCloseTo(generationW[step]! + flows.dischargeW[step]!, 6);
      const within = MEMBERS.every(
        ({ metered }, m) =>
          flows.allocatedW[m]![step]! <= metered.importW[step]! + 1e-9 &&
          flows.creditedW[m]![step]! <= metered.exportW[step]! + 1e-9,
      );
      if (!within) expect(step).toBe('within what the meters show');
    }
  });

  test('the battery works, keeps its energy, and lets more be shared', () => {
    const energy = (powerW: Float64Array): number => powerW.reduce((sum, power) => sum + power, 0) * 3600;
    const { chargeW, dischargeW, batteryLossJ, storedJ } = flows;
    expect(energy(dischargeW)).toBeGreaterThan(0);
    expect(energy(chargeW) - energy(dischargeW) - batteryLossJ).toBeCloseTo(storedJ, 0);
    const without = settled({ plant: { generationW: sunW(8000) } }).flows;
    const shared = (of: typeof flows): number =>
      of.allocatedW.reduce((sum, column) => sum + energy(column), 0);
    expect(shared(flows)).toBeGreaterThan(shared(without) * 1.01);
  });
});

describe('money of a community', () => {
  test('closes: with the plant’s cost and its owner the matrix balances, and each member has his total', () => {
    for (const surplus of ['kept', 'equal', 'byUse'] as const) {
      const year = settled({ rules: { ...RULES, surplus }, costCents: 70000 });
      const community = { party: 'community' } as const;
      const outcome = moneyMatrix(
        [
          ...communityEntries(year, (id) => [{ account: { party: 'households', group: id }, weight: 1 }]),
          ...investmentEntries(
            {
              owner: community,
              annuity: 900,
              grantAnnuity: 250,
              maintenancePerYear: 50,
              rentPerYear: 0,
              quality: 'unknown_untraceable',
            },
            [],
          ),
        ],
        'EUR',
      );
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
      for (const { id, totalCents } of year.members) {
        expect(netOf(outcome.value, { party: 'households', group: id })).toBe(-totalCents);
      }
      expect(netOf(outcome.value, community)).toBe(year.keptCents);
      expect(year.keptCents).toBe(surplus === 'kept' ? year.surplusCents : 0);
      const dividends = year.members.reduce((sum, { dividendCents }) => sum + dividendCents, 0);
      expect(dividends + year.keptCents).toBe(year.surplusCents);
    }
  });

  test('a deficit is shared out too', () => {
    const year = settled({ rules: { ...RULES, surplus: 'equal' }, costCents: 10_000_000 });
    expect(year.surplusCents).toBeLessThan(0);
    for (const { dividendCents } of year.members) expect(dividendCents).toBeLessThan(0);
  });

  test('by hand: one uses 10 kWh, one gives 4, the plant 10', () => {
    const tariff = tariffOf({ feedInPerKWh: 0.05, vatShare: 0.1 });
    const table = priceTableOf(tariff, YEAR);
    const meter = (importW: number, exportW: number) => ({
      importW: Float64Array.from({ length: HOURS }, (_, hour) => (hour === 5 ? importW : 0)),
      exportW: Float64Array.from({ length: HOURS }, (_, hour) => (hour === 5 ? exportW : 0)),
      contractedW: 0,
      meterCount: 1,
    });
    const outcome = settleCommunity({
      members: [
        { id: 'user', tariff, table, metered: meter(10000, 0) },
        { id: 'giver', tariff, table, metered: meter(0, 4000) },
      ],
      plant: { generationW: meter(0, 10000).exportW },
      rules: { ...RULES, pricePerKWh: 0.15, gridShare: 0.5, levyShare: 1, vatShare: 0.1 },
      costCents: 0,
    });
    const [user, giver] = outcome.ok ? outcome.value.members : [];
    // Without: 10 x (0.2 + 0.1 + 0.05) = 3.50, 0.35 of tax. With: 1.50 + half of 1.00 + 0.50, 0.25 of tax.
    expect(user!.without.totalCents).toBe(385);
    expect(user).toMatchObject({
      sharedUseCents: 150,
      sharedGridCents: 50,
      sharedLeviesCents: 50,
      sharedVatCents: 25,
      totalCents: 275,
      savedCents: 110,
    });
    // 14 kWh of supply, 10 used: 4 x 10 / 14 kWh at 0.15, the rest at 0.05.
    expect(giver).toMatchObject({ sharedSupplyCents: 43, totalCents: -43 - 6, savedCents: 49 - 20 });
    // The plant: 10 x 4 / 14 kWh at 0.08.
    expect(outcome.ok && outcome.value.plantFeedInCents).toBe(23);
    expect(outcome.ok && outcome.value.surplusCents).toBe(150 - 43 + 23);
  });

  test('nobody loses at a price in the range, whatever the rules; outside it somebody does, and a warning says so', () => {
    fc.assert(
      fc.property(
        fc.record({
          share: fc.double({ min: 0, max: 1, noNaN: true }),
          gridShare: fc.double({ min: 0, max: 0.8, noNaN: true }),
          levyShare: fc.double({ min: 0, max: 1, noNaN: true }),
          vatShare: fc.constantFrom(0, 0.1, 0.2),
        }),
        ({ share, ...due }) => {
          const range = priceRange(MEMBERS, due);
          fc.pre(range.mostPerKWh > range.leastPerKWh);
          const plant = { generationW: sunW(8000) };
          const at = (pricePerKWh: number) =>
            settleCommunity({
              members: MEMBERS,
              plant,
              rules: { ...RULES, ...due, pricePerKWh },
              costCents: 0,
            });
          const within = at(priceWithin(range, share));
          expect(within.issues).toEqual([]);
          // Rounding of a dozen lines.
          for (const { savedCents } of within.ok ? within.value.members : [])
            expect(savedCents).toBeGreaterThan(-8);
        },
      ),
      { numRuns: 12 },
    );
    const range = priceRange(MEMBERS, RULES);
    const dear = settleCommunity({
      members: MEMBERS,
      plant: { generationW: sunW(8000) },
      rules: { ...RULES, pricePerKWh: range.mostPerKWh + 0.3 },
      costCents: 0,
    });
    expect(dear.issues.map(({ severity, code }) => `${severity} ${code}`)).toEqual([
      'warning community-price',
    ]);
    expect(dear.ok && Math.min(...dear.value.members.map(({ savedCents }) => savedCents))).toBeLessThan(0);
  });

  test('a community without supply changes nobody’s bill', () => {
    const members = MEMBERS.map((member) => ({
      ...member,
      metered: { ...member.metered, exportW: new Float64Array(HOURS) },
    }));
    const year = settled({ members, plant: { generationW: new Float64Array(HOURS) } });
    for (const { savedCents, rest, without } of year.members) {
      expect(savedCents).toBe(0);
      expect(rest).toEqual(without);
    }
  });
});

test('communities without sense are refused, with every reason', () => {
  const member = MEMBERS[0]!;
  const other = {
    ...tariffOf({ currency: 'INR' }),
    energy: { kind: 'blocks', tierLimitsKWhPerMonth: [], blocks: [ALWAYS] },
  } as const;
  const outcome = settleCommunity({
    members: [member, { ...member, id: 'o', tariff: other }],
    plant: { generationW: new Float64Array(HOURS).fill(-1) },
    rules: { ...RULES, gridShare: -1, pricePerKWh: Number.NaN },
    costCents: 0.5,
  });
  expect(outcome.ok).toBe(false);
  expect(outcome.issues.map(({ code }) => code)).toEqual([
    'community-currency',
    'community-rule',
    'community-rule',
    'community-cost',
    'community-plant',
  ]);
  const none = settleCommunity({
    members: [],
    plant: { generationW: new Float64Array(0) },
    rules: RULES,
    costCents: 0,
  });
  expect(none.issues.map(({ code }) => code)).toEqual(['community-empty']);
});
