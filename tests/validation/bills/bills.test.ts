import { describe, expect, test } from 'vitest';
import { billOf, centsOf } from '../../../src/kpi/bills';
import { parseTariff, priceTableOf } from '../../../src/model/tariff';
import monthlyPeak from './monthly-peak/case.json';
import seymourSummer from './seymour-summer/case.json';
import seymourWinter from './seymour-winter/case.json';
import threeTiers from './three-tiers/case.json';
import timeOfUseSummer from './time-of-use-summer/case.json';
import timeOfUseWinter from './time-of-use-winter/case.json';

const CASES = [seymourWinter, seymourSummer, threeTiers, timeOfUseSummer, timeOfUseWinter, monthlyPeak];

interface Stretch {
  readonly fromDay: number;
  readonly days: number;
  readonly fromHour: number;
  readonly toHour: number;
  readonly kWh: number;
}

function loadOf(stretches: readonly Stretch[], stepS: 3600 | 900): Float64Array {
  const perHour = 3600 / stepS;
  const powerW = new Float64Array(8760 * perHour);
  for (const { fromDay, days, fromHour, toHour, kWh } of stretches) {
    const hours = days * (toHour - fromHour);
    for (let day = fromDay; day < fromDay + days; day += 1) {
      const from = (24 * day + fromHour) * perHour;
      powerW.fill((1000 * kWh) / hours, from, from + (toHour - fromHour) * perHour);
    }
  }
  return powerW;
}

describe.each(CASES)('$title agrees with $origin', ({ tariff: json, year, load, expected }) => {
  test.each([3600, 900] as const)('to the cent, in steps of %i s', (stepS) => {
    const parsed = parseTariff(json, 'case.json');
    expect(parsed.issues).toEqual([]);
    const tariff = parsed.ok ? parsed.value : undefined;
    const { startWeekday } = year;
    const table = priceTableOf(tariff!, { stepS, startWeekday, holidays: new Set<number>(year.holidays) });
    const importW = loadOf(load, stepS);
    const bill = billOf(tariff!, table, {
      importW,
      exportW: new Float64Array(importW.length),
      contractedW: 0,
      meterCount: 1,
    });
    if (!bill.ok) throw new Error(JSON.stringify(bill.issues));
    const { netCents, vatCents, totalCents } = bill.value;
    expect({
      supplierCents: centsOf(bill.value, { share: 'supplier' }),
      gridCents: centsOf(bill.value, { share: 'grid' }),
      leviesCents: centsOf(bill.value, { share: 'levies' }),
      netCents,
      vatCents,
      totalCents,
    }).toEqual(expected);
  });
});
