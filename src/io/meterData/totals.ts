import { civilFromDays, DAY_S, daysFromCivil } from './civilTime';
import type { MeterChannel, MeterSeries } from './meterSeries';
import { midnightOf, type ZoneClock } from './zone';

/** Energy over the intervals that have a reading, and how much of the time that is. */
export interface MeterTotal {
  /** J; NaN when no interval has a reading. */
  readonly energyJ: number;
  readonly coveredS: number;
  readonly spanS: number;
}

/** E = sum(P_k) dt over the intervals with a reading. Nothing is scaled up: the coverage says what is missing. */
export function totalOf({ stepS }: MeterSeries, { pW }: MeterChannel): MeterTotal {
  return totalBetween(pW, stepS, 0, pW.length, pW.length * stepS);
}

export interface YearTotal extends MeterTotal {
  /** Year of the meter's own calendar; `spanS` is the whole year, metered or not. */
  readonly year: number;
}

/** Totals by years of the meter's local calendar. */
export function yearTotals({ startS, stepS, clock }: MeterSeries, { pW }: MeterChannel): YearTotal[] {
  const totals: YearTotal[] = [];
  for (let from = 0; from < pW.length;) {
    const instantS = startS + from * stepS;
    const { year } = civilFromDays(Math.floor((instantS + clock.offsetAtS(instantS)) / DAY_S));
    const [yearStartS, yearEndS] = [yearStart(clock, year), yearStart(clock, year + 1)];
    const to = Math.max(from + 1, Math.min(pW.length, Math.ceil((yearEndS - startS) / stepS)));
    totals.push({ year, ...totalBetween(pW, stepS, from, to, yearEndS - yearStartS) });
    from = to;
  }
  return totals;
}

export const yearStart = (clock: ZoneClock, year: number): number =>
  midnightOf(clock, daysFromCivil(year, 1, 1) * DAY_S);

function totalBetween(pW: Float64Array, stepS: number, from: number, to: number, spanS: number): MeterTotal {
  let [sumW, covered] = [0, 0];
  for (let step = from; step < to; step += 1) {
    const value = pW[step]!;
    if (Number.isNaN(value)) continue;
    sumW += value;
    covered += 1;
  }
  return { energyJ: covered === 0 ? NaN : sumW * stepS, coveredS: covered * stepS, spanS };
}

/** Mean power of whole hours. */
export interface HourlyPower {
  /** Start of the first hour, seconds since 1970 UTC. */
  readonly startS: number;
  /** W; an hour is NaN unless every interval in it has a reading. */
  readonly pW: Float64Array;
}

/**
 * Hours of the local clock (in zones with half hours they begin at half past in UTC); of readings that never begin on the hour
 * those that begin with the first of them behind it.
 */
export function hourlyPower({ startS, stepS, clock }: MeterSeries, { pW }: MeterChannel): HourlyPower {
  const localS = startS + clock.offsetAtS(startS);
  const phaseS = ((localS % stepS) + stepS) % stepS;
  const firstS = startS - localS + phaseS + Math.floor((localS - phaseS) / 3600) * 3600;
  const perHour = 3600 / stepS;
  const lead = (startS - firstS) / stepS;
  const hours = Math.ceil((lead + pW.length) / perHour);
  const result = new Float64Array(hours);
  for (let hour = 0; hour < hours; hour += 1) {
    let sumW = 0;
    // Reading beyond either end gives undefined, and the hour NaN.
    for (let part = 0; part < perHour; part += 1) sumW += pW[hour * perHour + part - lead] ?? NaN;
    result[hour] = sumW / perHour;
  }
  return { startS: firstS, pW: result };
}

/** Months of the local calendar as one number each, year x 12 + month - 1, for every hour. */
export function monthsOfHours(clock: ZoneClock, startS: number, hours: number): Int32Array {
  return Int32Array.from({ length: hours }, (_, hour) => {
    const instantS = startS + hour * 3600;
    const { year, month } = civilFromDays(Math.floor((instantS + clock.offsetAtS(instantS)) / DAY_S));
    return year * 12 + month - 1;
  });
}
