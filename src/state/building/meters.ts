import type { MeterChannel } from '../../io/meterData';
import {
  connectionLimitW,
  suspectReadings,
  withoutSuspects,
  type SuspectReading,
} from '../../io/meterData/suspects';
import { alignByCalendar } from '../../io/meterData/alignCalendar';
import { hourlyPower, monthsOfHours } from '../../io/meterData/totals';
import { fixedClock } from '../../io/meterData/zone';
import { HOURS_OF_YEAR } from '../../model/commonYear';
import type { WeatherYear } from '../../model/weather';
import type { BuildingLoads } from '../../sim/arrays/buildingLoads';
import {
  compareToMeter,
  meterReadingW,
  onMeteredHours,
  type Guideline14,
  type MeteredFlowHours,
} from '../../study/calibration';
import type { MeterStudy } from './types';

/** Whether a file dropped on the page could be a meter's: the contents decide, later and with reasons. */
export const looksLikeMeterFile = (fileName: string): boolean => /\.(csv|txt|xml|tsv)$/i.test(fileName);

/** What the file holds of the flow that the building is held against: what it takes, or the balance where only that is metered. */
function flowChannel({ outcome, use }: MeterStudy): MeterChannel | null {
  const channels = outcome.value.series?.channels ?? [];
  const wanted = use === 'heating' ? ['import'] : ['net', 'import', 'export'];
  return wanted.flatMap((direction) => channels.filter((one) => one.direction === direction))[0] ?? null;
}

/** Gas and heat come past no fuse. */
function fuseLimitW({ use, fuse }: MeterStudy, stepS: number): number {
  if (use !== 'electricity' || fuse === null) return Infinity;
  return connectionLimitW(fuse.ratedA, fuse.phases, stepS);
}

const doubted = new WeakMap<MeterStudy, readonly SuspectReading[]>();
const whole = new WeakMap<MeterStudy, MeterChannel>();

/** Readings of the compared flow that its connection cannot pass, or that lie far outside the others; largest first. */
export function doubtedReadings(study: MeterStudy): readonly SuspectReading[] {
  const known = doubted.get(study);
  if (known !== undefined) return known;
  const { series } = study.outcome.value;
  const channel = flowChannel(study);
  const found =
    series === null || channel === null
      ? []
      : suspectReadings(series, channel, fuseLimitW(study, series.meteredStepS));
  doubted.set(study, found);
  return found;
}

/** The flow that the building is held against, without what somebody has left out. */
export function comparedChannel(study: MeterStudy): MeterChannel | null {
  const channel = flowChannel(study);
  const { series } = study.outcome.value;
  if (!study.leavesOut || channel === null || series === null) return channel;
  const known = whole.get(study) ?? withoutSuspects(series, channel, fuseLimitW(study, series.meteredStepS));
  whole.set(study, known);
  return known;
}

/** A year of no leap day, whose hours stand for the rows of any weather year. */
const COMMON_YEAR = 2023;

/**
 * The metered hours at the same month, day and hour of the district's standard time in a weather year, wherever the meter's own
 * clock stands; null for readings without hours.
 */
export function meteredHours(study: MeterStudy, { utcOffsetMin }: WeatherYear): MeteredFlowHours | null {
  const { series } = study.outcome.value;
  const channel = comparedChannel(study);
  if (series === null || channel === null || series.meteredStepS > 3600) return null;
  const metered = hourlyPower(series, channel);
  const clock = fixedClock(utcOffsetMin * 60);
  const rows = {
    startS: Date.UTC(COMMON_YEAR, 0, 1) / 1000 - utcOffsetMin * 60,
    pW: Float64Array.from({ length: HOURS_OF_YEAR }, (_, hour) => hour),
  };
  return {
    pW: metered.pW,
    rowOfHour: alignByCalendar(metered, clock, rows, clock),
    monthOfHour: monthsOfHours(clock, metered.startS, metered.pW.length),
    ...{ use: study.use, direction: channel.direction },
  };
}

export type MeterComparison =
  | { readonly kind: 'fit'; readonly fit: Guideline14 }
  /** Why there is none: a key of the catalogue. */
  | { readonly kind: 'tooLong' | 'noFlow' | 'computing' | 'tooFew' };

/** Metered against the building's year in the baseline, which is null while it is computed; or why they cannot be compared. */
export function meterComparison(
  study: MeterStudy,
  loads: BuildingLoads | null,
  weather: WeatherYear,
): MeterComparison {
  const { series } = study.outcome.value;
  if (series !== null && series.meteredStepS > 3600) return { kind: 'tooLong' };
  if (comparedChannel(study) === null) return { kind: 'noFlow' };
  if (loads === null) return { kind: 'computing' };
  const fit = meterFit(study, loads, weather);
  return fit === null ? { kind: 'tooFew' } : { kind: 'fit', fit };
}

/** Metered against modelled; null while one of them has no hours. */
export function meterFit(study: MeterStudy, loads: BuildingLoads, weather: WeatherYear): Guideline14 | null {
  const hours = meteredHours(study, weather);
  if (hours === null) return null;
  const onMeter = onMeteredHours(meterReadingW(loads, hours), hours.rowOfHour);
  const outcome = compareToMeter(hours.pW, onMeter, hours.monthOfHour);
  return outcome.ok ? outcome.value : null;
}
