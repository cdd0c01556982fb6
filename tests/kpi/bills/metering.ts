import { billAmounts, billOf, type Bill, type BillAmounts, type MeteredYear } from '../../../src/kpi/bills';
import { priceTableOf, type Tariff } from '../../../src/model/tariff';
import { randomKey, uniform } from '../../../src/sim/numeric/random';

export const YEAR = { stepS: 3600, startWeekday: 0 } as const;
const HOURS = 8760;

/** A load of some kilowatts that never repeats, and a little export at other hours. */
export function meteredOf(seed: number, parts: Partial<MeteredYear> = {}): MeteredYear {
  const key = randomKey(seed, 'meter', 'test');
  const netW = Float64Array.from({ length: HOURS }, (_, hour) => 4000 * uniform(key, hour) - 500);
  return {
    importW: netW.map((power) => Math.max(power, 0)),
    exportW: netW.map((power) => Math.max(-power, 0)),
    contractedW: 9000,
    meterCount: 1,
    ...parts,
  };
}

/** Load in single hours only. */
export function loadAt(
  hours: Readonly<Record<number, number>>,
  parts: Partial<MeteredYear> = {},
): MeteredYear {
  const importW = new Float64Array(HOURS);
  for (const [hour, powerW] of Object.entries(hours)) importW[Number(hour)] = powerW;
  return { importW, exportW: new Float64Array(HOURS), contractedW: 0, meterCount: 1, ...parts };
}

export function amountsOf(tariff: Tariff, metered: MeteredYear): BillAmounts {
  return billAmounts(tariff, priceTableOf(tariff, YEAR), metered);
}

export function billFor(tariff: Tariff, metered: MeteredYear): Bill {
  const outcome = billOf(tariff, priceTableOf(tariff, YEAR), metered);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}
