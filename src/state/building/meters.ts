import type { MeterChannel } from '../../io/meterData';
import { alignByCalendar } from '../../io/meterData/alignCalendar';
import { hourlyPower, monthsOfHours } from '../../io/meterData/totals';
import { fixedClock } from '../../io/meterData/zone';
import { HOURS_OF_YEAR } from '../../model/commonYear';
import type { WeatherYear } from '../../model/weather';
import type { BuildingLoads } from '../../sim/arrays/buildingLoads';
import { compareToMeter, type Guideline14, type MeteredHours } from '../../study/calibration';
import type { MeterStudy } from './types';

/** Whether a file dropped on the page could be a meter's: the contents decide, later and with reasons. */
export const looksLikeMeterFile = (fileName: string): boolean => /\.(csv|txt|xml|tsv)$/i.test(fileName);

/** The flow that the building is held against: what it takes, or the balance where only that is metered. */
export function comparedChannel({ outcome, use }: MeterStudy): MeterChannel | null {
  const channels = outcome.value.series?.channels ?? [];
  const wanted = use === 'heating' ? ['import'] : ['net', 'import', 'export'];
  return wanted.flatMap((direction) => channels.filter((one) => one.direction === direction))[0] ?? null;
}

/** A year of no leap day, whose hours stand for the rows of any weather year. */
const COMMON_YEAR = 2023;

/**
 * The metered hours at the same month, day and hour of the district's standard time in a weather year, wherever the meter's own
 * clock stands; null for readings without hours.
 */
export function meteredHours(study: MeterStudy, { utcOffsetMin }: WeatherYear): MeteredHours | null {
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
    use: study.use,
  };
}

export const PHASES = 3;

/** Net power of a building's year, W, positive = import. */
export function netOf({ netPW }: BuildingLoads): Float64Array {
  const steps = netPW.length / PHASES;
  return Float64Array.from(
    { length: steps },
    (_, step) => netPW[step]! + netPW[steps + step]! + netPW[2 * steps + step]!,
  );
}

/** What the meter would show of a modelled year, W by hours of the year. */
function modelledHours(study: MeterStudy, loads: BuildingLoads): Float64Array {
  const direction = comparedChannel(study)?.direction ?? 'net';
  const netW = study.use === 'heating' ? loads.fuelW : netOf(loads);
  const flowW =
    study.use === 'heating' || direction === 'net'
      ? netW
      : netW.map((power) => Math.max(0, direction === 'import' ? power : -power));
  const perHour = flowW.length / HOURS_OF_YEAR;
  return Float64Array.from({ length: HOURS_OF_YEAR }, (_, hour) => {
    let sumW = 0;
    for (let part = 0; part < perHour; part += 1) sumW += flowW[hour * perHour + part]!;
    return sumW / perHour;
  });
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
  const modelled = modelledHours(study, loads);
  // A row of NaN is no index: undefined, hence NaN.
  const onMeter = Float64Array.from(hours.rowOfHour, (row) => modelled[row] ?? Number.NaN);
  const outcome = compareToMeter(hours.pW, onMeter, hours.monthOfHour);
  return outcome.ok ? outcome.value : null;
}
