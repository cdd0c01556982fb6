import { DAY_S } from './civilTime';
import type { MeterChannel, MeterSeries, PlacedReading } from './meterSeries';

/** Why a reading is doubted: more than the connection lets through, or far outside all the others. */
type Doubt = 'connection' | 'farOutside';

export interface SuspectReading extends PlacedReading {
  readonly doubt: Doubt;
  /** What it is above, W. */
  readonly limitW: number;
}

/**
 * A gG fuse-link melts within the hour at 1.6 times its rating (conventional fusing current, IEC 60269-1, table 2, 16 to 63 A; for
 * larger ones within 2 to 4 h). Shorter intervals get twice that: our margin, not the standard's.
 */
const FUSING = 1.6;
const SHORT_MARGIN = 2;

/** Largest mean power that a main fuse lets through in an interval, W: P = n U_ph I x margin; n phases of 230 V. */
export function connectionLimitW(fuseA: number, phases: number, stepS: number): number {
  return phases * 230 * fuseA * FUSING * (stepS < 3600 ? SHORT_MARGIN : 1);
}

/** Beyond these times the median of the days' largest readings too: a car that charges once a week is no error. */
const TIMES_MEDIAN = 5;
/** Fewer days say nothing of what is usual. */
const LEAST_DAYS = 14;

/**
 * What lies far outside, W: with m the largest reading of each day, above Q3 + 3 (Q3 - Q1) of m ("far out": Tukey, Exploratory Data
 * Analysis, 1977, 2D) and above five times its median. Quartiles are not moved by what is wrong in less than a quarter of the days.
 */
export function farOutsideW({ stepS }: MeterSeries, { pW }: MeterChannel): number {
  const perDay = Math.max(1, Math.round(DAY_S / stepS));
  const days: number[] = [];
  for (let from = 0; from < pW.length; from += perDay) {
    let most = -1;
    for (let step = from; step < Math.min(pW.length, from + perDay); step += 1)
      if (Math.abs(pW[step]!) > most) most = Math.abs(pW[step]!);
    if (most >= 0) days.push(most);
  }
  if (days.length < LEAST_DAYS) return Infinity;
  days.sort((a, b) => a - b);
  const [lower, median, upper] = [0.25, 0.5, 0.75].map(
    (share) => days[Math.floor(share * (days.length - 1))]!,
  ) as [number, number, number];
  return Math.max(upper + 3 * (upper - lower), TIMES_MEDIAN * median);
}

/** Readings to be doubted, largest first, as far as they are kept by name (`largest`). `fuseLimitW`: Infinity where no fuse stands before this meter. */
export function suspectReadings(
  series: MeterSeries,
  channel: MeterChannel,
  fuseLimitW: number,
): readonly SuspectReading[] {
  const farW = farOutsideW(series, channel);
  return channel.largest.flatMap((reading): SuspectReading[] => {
    const powerW = Math.abs(reading.pW);
    if (powerW > fuseLimitW) return [{ ...reading, doubt: 'connection', limitW: fuseLimitW }];
    return powerW > farW && farW > 0 ? [{ ...reading, doubt: 'farOutside', limitW: farW }] : [];
  });
}

/** The channel without any reading that is to be doubted, named among the largest or not: missing, not zero. */
export function withoutSuspects(
  series: MeterSeries,
  channel: MeterChannel,
  fuseLimitW: number,
): MeterChannel {
  const farW = farOutsideW(series, channel);
  const limitW = Math.min(fuseLimitW, farW > 0 ? farW : Infinity);
  return { ...channel, pW: channel.pW.map((powerW) => (Math.abs(powerW) > limitW ? Number.NaN : powerW)) };
}
