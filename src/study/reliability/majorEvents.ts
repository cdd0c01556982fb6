import { majorEventThreshold, SUSTAINED_ABOVE_S, THRESHOLD_YEARS } from '../../kpi/reliability';
import { DAYS_PER_YEAR } from '../../sim/arrays/calendar';
import { randomKey, uniform } from '../../sim/numeric/random';
import { poissonCount, spreadOf, type Spread } from './drawnYears';
import type { Outage } from './outages';
import type { ReliabilityStudy } from './study';

/** Years of chance split by major event days; of the years that have THRESHOLD_YEARS before them. */
export interface MajorEvents {
  /** Minutes of SAIDI a year, all days. */
  readonly saidiMin: Spread;
  /** The same without major event days. */
  readonly saidiWithoutMin: Spread;
  /** T_MED, minutes of SAIDI in a day; years in which there was something to compare with. */
  readonly tMedMin: Spread;
  /** Major event days in a year. */
  readonly majorDays: Spread;
}

/**
 * Major event days by the 2.5 beta method of IEEE 1366-2012, annex B.2: each year is judged by the days of the five before it. Failures
 * are those of `drawnYears`, each on a day drawn by (seed, place, number of the failure); an interruption counts on the day on
 * which it begins. Null where no year has five before it.
 */
export function majorEvents(study: ReliabilityStudy, years: number, seed: number): MajorEvents | null {
  if (years <= THRESHOLD_YEARS) return null;
  const daily = daysOfYears(study, years, seed);
  const judged = daily.slice(THRESHOLD_YEARS).map((days, at) => {
    const before = daily.slice(at, at + THRESHOLD_YEARS).flatMap((one) => [...one]);
    const tMedMin = majorEventThreshold(before)?.tMedMin ?? Number.NaN;
    const major = days.filter((saidiMin) => saidiMin > tMedMin);
    const saidiMin = sum(days);
    return { saidiMin, saidiWithoutMin: saidiMin - sum(major), tMedMin, majorDays: major.length };
  });
  const spread = (of: keyof MajorEvents): Spread => spreadOf(judged.map((year) => year[of]));
  return {
    saidiMin: spread('saidiMin'),
    saidiWithoutMin: spread('saidiWithoutMin'),
    tMedMin: spread('tMedMin'),
    majorDays: spread('majorDays'),
  };
}

/** [year][day] minutes of SAIDI by the failures that begin there. */
export function daysOfYears(
  { outages, customersServed }: ReliabilityStudy,
  years: number,
  seed: number,
): Float64Array[] {
  const days = Array.from({ length: years }, () => new Float64Array(DAYS_PER_YEAR));
  for (const outage of outages) {
    const { kind, elementId, failuresPerYear } = outage.place;
    const saidiMin = sustainedCustomerMin(outage) / customersServed;
    if (saidiMin === 0) continue;
    const countKey = randomKey(seed, `${kind} ${elementId}`, 'failures');
    const dayKey = randomKey(seed, `${kind} ${elementId}`, 'days of failures');
    let failure = 0;
    days.forEach((year, at) => {
      const count = poissonCount(failuresPerYear, uniform(countKey, at));
      for (const last = failure + count; failure < last; failure += 1) {
        const day = Math.floor(DAYS_PER_YEAR * uniform(dayKey, failure));
        year[day] = year[day]! + saidiMin;
      }
    });
  }
  return days;
}

function sustainedCustomerMin({ groups }: Outage): number {
  const sustained = groups.filter(({ durationS }) => durationS > SUSTAINED_ABOVE_S);
  return sustained.reduce((total, { customers, durationS }) => total + customers * durationS, 0) / 60;
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
