import { civilFromDays, DAY_S } from '../civilTime';
import type { BilledChannel, MeterBills } from '../meterSeries';
import { type MeterTotal, yearStart, type YearTotal } from '../totals';

/** Energy of the periods that have one, and how much of the time from the first to the last they cover. */
export function billTotal({ periods }: BilledChannel): MeterTotal {
  let [energyJ, coveredS] = [0, 0];
  for (const period of periods) {
    if (Number.isNaN(period.energyJ)) continue;
    energyJ += period.energyJ;
    coveredS += period.endS - period.startS;
  }
  const spanS = periods.length === 0 ? 0 : periods.at(-1)!.endS - periods[0]!.startS;
  return { energyJ: coveredS === 0 ? NaN : energyJ, coveredS, spanS };
}

export interface BilledYear extends YearTotal {
  /** Part of the energy that comes from periods over the turn of the year, shared by time. */
  readonly sharedJ: number;
}

/** Totals by years of the meter's calendar; a period over the turn of a year is shared by its time in each. */
export function billedYears({ clock }: Pick<MeterBills, 'clock'>, { periods }: BilledChannel): BilledYear[] {
  const yearOf = (instantS: number): number =>
    civilFromDays(Math.floor((instantS + clock.offsetAtS(instantS)) / DAY_S)).year;
  const years = new Map<number, { energyJ: number; coveredS: number; sharedJ: number }>();
  for (const { startS, endS, energyJ } of periods) {
    for (let year = yearOf(startS); yearStart(clock, year) < endS; year += 1) {
      const insideS = Math.min(endS, yearStart(clock, year + 1)) - Math.max(startS, yearStart(clock, year));
      const sum = years.get(year) ?? { energyJ: 0, coveredS: 0, sharedJ: 0 };
      years.set(year, sum);
      if (Number.isNaN(energyJ)) continue;
      const share = insideS / (endS - startS);
      sum.energyJ += share * energyJ;
      sum.coveredS += insideS;
      if (share < 1) sum.sharedJ += share * energyJ;
    }
  }
  return [...years]
    .sort(([a], [b]) => a - b)
    .map(([year, { energyJ, coveredS, sharedJ }]) => ({
      year,
      energyJ: coveredS === 0 ? NaN : energyJ,
      coveredS,
      sharedJ,
      spanS: yearStart(clock, year + 1) - yearStart(clock, year),
    }));
}
