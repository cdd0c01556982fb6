import type { WeatherYear } from '../model/weather';
import { layColdSnap, layHeatWave } from '../synthesis/weather';
import { usageFailure } from './exit';

const DAYS = 365;
const MAX_SHIFT_K = 30;

/** Reads `14,8`: from day 14 of the year, by 8 K. */
function readSpell(option: string, text: string): { startDay: number; shiftK: number } {
  const [day, shift, ...more] = text.split(',').map(Number);
  const right =
    more.length === 0 &&
    day !== undefined &&
    Number.isInteger(day) &&
    day >= 1 &&
    day <= DAYS &&
    shift !== undefined &&
    shift > 0 &&
    shift <= MAX_SHIFT_K;
  if (right) return { startDay: day - 1, shiftK: shift };
  throw usageFailure(
    `--${option} ${text} cannot be read.`,
    `Give day of the year (1 to ${DAYS}) and kelvin (up to ${MAX_SHIFT_K}), for example --${option} 14,8.`,
  );
}

/** The year with a cold-snap or heat-wave week laid into it, where asked for. */
export function withSpells(
  weather: WeatherYear,
  coldSnap: string | undefined,
  heatWave: string | undefined,
): WeatherYear {
  let year = weather;
  if (coldSnap !== undefined) {
    const { startDay, shiftK } = readSpell('cold-snap', coldSnap);
    year = layColdSnap(year, startDay, shiftK);
  }
  if (heatWave !== undefined) {
    const { startDay, shiftK } = readSpell('heat-wave', heatWave);
    year = layHeatWave(year, startDay, shiftK);
  }
  return year;
}
