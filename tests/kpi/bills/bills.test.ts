import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { billOf, centsOf, contractedWOf, meteredFromNet, type BillAmounts } from '../../../src/kpi/bills';
import {
  PLACEHOLDER_TARIFFS,
  priceTableOf,
  type EnergyBlock,
  type Price,
  type Tariff,
} from '../../../src/model/tariff';
import { addHouseholdDay, householdOf } from '../../../src/sim/devices/household';
import { ALWAYS, inBlocks, price, tariffOf } from '../../model/tariff/tariffs';
import { amountsOf, billFor, loadAt, meteredOf, YEAR } from './metering';

const scaled = ({ supplier, grid, levies }: Price, factor: number): Price =>
  price(factor * supplier, factor * grid, factor * levies);

/** Every price of a tariff times a factor. */
function tariffTimes(tariff: Tariff, factor: number): Tariff {
  const { energy } = tariff;
  const priced: Tariff['energy'] =
    energy.kind === 'blocks'
      ? {
          ...energy,
          blocks: energy.blocks.map((block) => ({
            ...block,
            perKWh: block.perKWh.map((one) => scaled(one, factor)),
          })),
        }
      : {
          ...energy,
          marketPerKWh: energy.marketPerKWh.map((one) => factor * one),
          leastPerKWh: factor * energy.leastPerKWh,
          mostPerKWh: factor * energy.mostPerKWh,
          addedPerKWh: scaled(energy.addedPerKWh, factor),
        };
  return {
    ...tariff,
    connectionPerYear: scaled(tariff.connectionPerYear, factor),
    contractedPerKWYear: scaled(tariff.contractedPerKWYear, factor),
    energy: priced,
    ...(tariff.criticalPeak
      ? { criticalPeak: { ...tariff.criticalPeak, perKWh: scaled(tariff.criticalPeak.perKWh, factor) } }
      : {}),
    ...(tariff.peak ? { peak: { ...tariff.peak, perKWMonth: scaled(tariff.peak.perKWMonth, factor) } } : {}),
    feedInPerKWh: factor * tariff.feedInPerKWh,
  };
}

describe('a bill by hand', () => {
  const tariff = tariffOf({
    vatShare: 0.1,
    connectionPerYear: price(12, 24),
    contractedPerKWYear: price(0, 5, 1),
    criticalPeak: {
      days: [{ name: 'cold', month: 1, day: 1 }],
      hours: { fromHour: 17, toHour: 18 },
      perKWh: price(1, 1, 1),
    },
    peak: { perKWMonth: price(0, 2), leastKW: 0.5, hours: { fromHour: 6, toHour: 22 } },
    feedInPerKWh: 0.08,
  });
  // 2 kWh in the critical hour, 3 kWh at noon of the same day, 7 kWh at night in February; 10 kWh given back.
  const metered = {
    ...loadAt({ 17: 2000, 12: 3000, [31 * 24 + 2]: 7000 }, { contractedW: 4000, meterCount: 2 }),
    exportW: loadAt({ 4000: 10000 }).importW,
  };
  const bill = billFor(tariff, metered);

  test('has every part and who receives it', () => {
    const cents = bill.lines.map(({ part, share, cents: amount }) => `${part} ${share} ${amount}`);
    expect(cents).toEqual([
      'connection supplier 2400',
      'connection grid 4800',
      'connection levies 0',
      'contracted supplier 0',
      'contracted grid 2000',
      'contracted levies 400',
      // 2 x 1 + 10 x 0.2, 2 x 1 + 10 x 0.1, 2 x 1 + 10 x 0.05
      'energy supplier 400',
      'energy grid 300',
      'energy levies 250',
      'peak supplier 0',
      // January 3 kW; the 7 kW of February lie at night: 11 months at 2 meters x 0.5 kW. 14 x 2.
      'peak grid 2800',
      'peak levies 0',
    ]);
  });

  test('sums to the cent: lines, tax of their sum, feed-in off', () => {
    expect(bill.netCents).toBe(13350);
    expect(bill.vatCents).toBe(1335);
    expect(bill.feedInCents).toBe(80);
    expect(bill.totalCents).toBe(13350 + 1335 - 80);
    expect(centsOf(bill, { part: 'energy' }) + centsOf(bill, { part: 'peak' })).toBe(950 + 2800);
    expect(centsOf(bill, { share: 'levies' })).toBe(650);
    expect(bill).toMatchObject({ currency: 'EUR', quality: 'personal_estimation' });
  });
});

const chargesOf = ({ charges }: BillAmounts): number =>
  Object.values(charges).reduce((total, { supplier, grid, levies }) => total + supplier + grid + levies, 0);

describe('a bill is', () => {
  const tariffs = PLACEHOLDER_TARIFFS.map((tariff) => [tariff.id, tariff] as const);

  test.each(tariffs)('linear in the prices: %s', (_, tariff) => {
    const metered = meteredOf(1);
    const once = amountsOf(tariff, metered);
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 20, noNaN: true }), (factor) => {
        const times = amountsOf(tariffTimes(tariff, factor), metered);
        expect(times.feedIn).toBeCloseTo(factor * once.feedIn, 6);
        expect(chargesOf(times)).toBeCloseTo(factor * chargesOf(once), 6);
      }),
      { numRuns: 10 },
    );
  });

  test.each(tariffs)('within half a cent a line of what is not rounded: %s', (_, tariff) => {
    const bill = billFor(tariff, meteredOf(2));
    for (const { part, share, cents } of bill.lines) {
      expect(Math.abs(cents - 100 * bill.amounts.charges[part][share])).toBeLessThanOrEqual(0.5 + 1e-6);
      expect(Number.isInteger(cents)).toBe(true);
    }
    const sum = bill.lines.reduce((total, { cents }) => total + cents, 0);
    expect(bill.totalCents).toBe(sum + bill.vatCents - bill.feedInCents);
  });

  test('the same, to the bit, however hours of one price are cut into blocks', () => {
    const metered = meteredOf(3);
    const whole = amountsOf(inBlocks([ALWAYS]), metered);
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 95 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 11 }),
        (cuts, lastMonth) => {
          const edges = [0, ...cuts.sort((a, b) => a - b), 96];
          const hours = edges.slice(1).map((to, i) => ({ fromHour: edges[i]! / 4, toHour: to / 4 }));
          const first = Array.from({ length: lastMonth }, (_, month) => month + 1);
          const blocks: EnergyBlock[] = [
            ...hours.map((part, i) => ({ ...ALWAYS, id: `h${i}`, months: first, hours: part })),
            {
              ...ALWAYS,
              id: 'rest',
              months: [12, ...first.map((m) => m + lastMonth)].filter((m) => m > lastMonth),
            },
          ];
          const months = new Set(blocks.flatMap((block) => block.months ?? []));
          for (let m = 1; m <= 12; m += 1)
            if (!months.has(m)) blocks.push({ ...ALWAYS, id: `m${m}`, months: [m] });
          expect(amountsOf(inBlocks(blocks), metered)).toEqual(whole);
        },
      ),
      { numRuns: 15 },
    );
  });

  test('under equal prices the same whether flat, by time of use or critical', () => {
    const metered = meteredOf(4);
    const one = price(0.17, 0.09, 0.04);
    const same = (tariff: Tariff): Tariff => {
      if (tariff.energy.kind !== 'blocks') throw new Error('blocks only');
      const blocks = tariff.energy.blocks.map((block) => ({ ...block, perKWh: [one] }));
      return {
        ...tariff,
        energy: { ...tariff.energy, blocks },
        ...(tariff.criticalPeak ? { criticalPeak: { ...tariff.criticalPeak, perKWh: one } } : {}),
      };
    };
    const [flat, ...others] = ['flat', 'twoPrice', 'timeOfUse', 'criticalPeak'].map((id) =>
      amountsOf(same(PLACEHOLDER_TARIFFS.find((tariff) => tariff.id === id)!), metered),
    );
    for (const other of others) expect(other).toEqual(flat);
  });

  test('not the same under prices that differ: a block that is ignored shows', () => {
    const metered = meteredOf(4);
    const totals = PLACEHOLDER_TARIFFS.map((tariff) => chargesOf(amountsOf(tariff, metered)));
    expect(new Set(totals.map((total) => total.toFixed(2))).size).toBe(totals.length);
  });
});

describe('readings without sense have no bill', () => {
  const table = priceTableOf(tariffOf(), YEAR);
  const fields = (parts: Partial<Parameters<typeof billOf>[2]>): string[] => {
    const outcome = billOf(tariffOf(), table, { ...meteredOf(1), ...parts }, 'b');
    expect(outcome.ok).toBe(false);
    return outcome.issues.map(({ code, field, value }) => `${code} ${field} ${value}`);
  };

  test('gaps, negative powers, other lengths, contracts, all told', () => {
    const importW = new Float64Array(8760);
    importW.fill(Number.NaN, 5, 8);
    const exportW = new Float64Array(8760).fill(-1, 0, 2);
    expect(fields({ importW, exportW, contractedW: Number.NaN, meterCount: 1.5 })).toEqual([
      'bill-gap importW 3',
      'bill-negative exportW 2',
      'bill-contract contractedW NaN',
      'bill-contract meterCount 1.5',
    ]);
    expect(fields({ importW: new Float64Array(35040) })).toEqual(['bill-length importW 35040']);
    const peakImportW = new Float64Array(8760);
    peakImportW.fill(Number.NaN, 5, 8);
    expect(fields({ peakImportW })).toEqual(['bill-gap peakImportW 3']);
    expect(fields({ peakImportW: new Float64Array(24) })).toEqual(['bill-length peakImportW 24']);
  });
});

test('a net load is import or export, never both, and keeps its gaps', () => {
  const { importW, exportW } = meteredFromNet(Float64Array.of(5, -3, 0, Number.NaN), {
    contractedW: 0,
    meterCount: 1,
  });
  expect([...importW]).toEqual([5, 0, 0, Number.NaN]);
  expect([...exportW]).toEqual([0, 3, 0, Number.NaN]);
});

test('the contracted power is what the main fuse lets through', () => {
  // sqrt 3 x 400 V x 35 A; 63 A at 230.94 V; a house in a network of 208 V has half the power of one at 416 V.
  expect(contractedWOf({ phases: ['a', 'b', 'c'], mainFuseA: 35 }, 400)).toBeCloseTo(24248.71, 2);
  expect(contractedWOf({ phases: ['a'], mainFuseA: 63 }, 400)).toBeCloseTo(14549.23, 2);
  expect(contractedWOf({ phases: ['b'], mainFuseA: 63 }, 208)).toBeCloseTo(7565.6, 1);
});

test('shipped tariffs differ in shape, not in level: ten homes pay the same within a tenth', () => {
  const totals = new Map(PLACEHOLDER_TARIFFS.map(({ id }) => [id, 0]));
  for (let home = 0; home < 10; home += 1) {
    const importW = new Float64Array(8760);
    const window = { values: importW, offset: 0, fromStep: 0, toStep: 8760, stepMin: 60 };
    const household = householdOf(1, 'h', home, 'terraced');
    for (let day = -1; day < 365; day += 1) addHouseholdDay(household, day, (day + 7) % 7 > 4, window, 1);
    const metered = { ...loadAt({}), importW, contractedW: 14490 };
    for (const tariff of PLACEHOLDER_TARIFFS) {
      totals.set(tariff.id, totals.get(tariff.id)! + billFor(tariff, metered).totalCents);
    }
  }
  const flat = totals.get('flat')!;
  for (const [id, total] of totals) {
    if (id === 'social') expect(total / flat).toBeLessThan(0.9);
    else expect(Math.abs(total / flat - 1), `${id}: ${total / flat}`).toBeLessThan(0.1);
  }
});
