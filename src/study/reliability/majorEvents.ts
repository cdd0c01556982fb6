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
  const judged: Readonly<Record<keyof MajorEvents, number>>[] = [];
  const before: Float64Array[] = [];
  for (const days of eachYear(study, years, seed)) {
    if (before.length === THRESHOLD_YEARS) {
      judged.push(judgedYear(days, before));
      before.shift();
    }
    before.push(days);
  }
  const spread = (of: keyof MajorEvents): Spread => spreadOf(judged.map((year) => year[of]));
  return {
    saidiMin: spread('saidiMin'),
    saidiWithoutMin: spread('saidiWithoutMin'),
    tMedMin: spread('tMedMin'),
    majorDays: spread('majorDays'),
  };
}

function judgedYear(
  days: Float64Array,
  before: readonly Float64Array[],
): Readonly<Record<keyof MajorEvents, number>> {
  const tMedMin = majorEventThreshold(before.flatMap((one) => [...one]))?.tMedMin ?? Number.NaN;
  const major = days.filter((saidiMin) => saidiMin > tMedMin);
  const saidiMin = sum(days);
  return { saidiMin, saidiWithoutMin: saidiMin - sum(major), tMedMin, majorDays: major.length };
}

/** [year][day] minutes of SAIDI by the failures that begin there. */
export const daysOfYears = (study: ReliabilityStudy, years: number, seed: number): Float64Array[] => [
  ...eachYear(study, years, seed),
];

/** The same year by year: of many years only those in use are held. */
function* eachYear(
  { outages, customersServed }: ReliabilityStudy,
  years: number,
  seed: number,
): Generator<Float64Array> {
  const places = outages.flatMap((outage) => {
    const { kind, elementId, failuresPerYear } = outage.place;
    const saidiMin = sustainedCustomerMin(outage) / customersServed;
    if (saidiMin === 0) return [];
    const countKey = randomKey(seed, `${kind} ${elementId}`, 'failures');
    const dayKey = randomKey(seed, `${kind} ${elementId}`, 'days of failures');
    return [{ failuresPerYear, saidiMin, countKey, dayKey, failures: 0 }];
  });
  for (let year = 0; year < years; year += 1) {
    const days = new Float64Array(DAYS_PER_YEAR);
    for (const place of places) {
      const { failuresPerYear, saidiMin, countKey, dayKey, failures } = place;
      place.failures += poissonCount(failuresPerYear, uniform(countKey, year));
      for (let failure = failures; failure < place.failures; failure += 1) {
        const day = Math.floor(DAYS_PER_YEAR * uniform(dayKey, failure));
        days[day] = days[day]! + saidiMin;
      }
    }
    yield days;
  }
}

function sustainedCustomerMin({ groups }: Outage): number {
  const sustained = groups.filter(({ durationS }) => durationS > SUSTAINED_ABOVE_S);
  return sustained.reduce((total, { customers, durationS }) => total + customers * durationS, 0) / 60;
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
