import { randomKey, uniform } from '../numeric/random';
import { deposit, type StepWindow } from './deposit';
import { minuteAt, quantileTable } from './timeOfDay';

/** One litre a day at 60 degC from 10 degC, mean W. */
export const W_PER_LITRE_DAY = (4186 * 50) / 86400;
/** Draw-offs by hour, DHWcalc's step profile (RWTH-EBC/OpenDHW 161fee02), and its off-day shape. */
const WORKDAY = quantileTable([
  2, 2, 2, 2, 2, 2, 250, 257, 13, 13, 13, 13, 160, 12, 12, 12, 12, 12, 50, 50, 50, 50, 3, 2,
]);
const OFF_DAY = quantileTable([
  3, 3, 3, 3, 3, 3, 3, 237, 238, 12, 12, 12, 12, 12, 11, 118, 119, 12, 12, 12, 48, 48, 47, 18,
]);
/** A tank is reheated after a draw; three charges a day: assumed. */
const CHARGES = 3;
/** Daily volume between 0.4 and 1.6 of the mean: assumed. */
const DAILY_SPREAD = 1.2;

export function hotWaterKey(seed: number, buildingId: string, index: number): number {
  return randomKey(seed, `${buildingId}/household/${index}`, 'hot-water');
}

/**
 * Adds the tank charges of one household and day: the day's heat in three charges at times drawn from the draw-off
 * profile, each at `chargingW` until its third is in. README eq. 11. Mean over days: `meanW`.
 */
export function addHotWaterDay(
  key: number,
  day: number,
  weekend: boolean,
  meanW: number,
  chargingW: number,
  window: StepWindow,
): void {
  const counter = (day + 1) * (CHARGES + 1);
  const dayW = meanW * (1 - DAILY_SPREAD / 2 + DAILY_SPREAD * uniform(key, counter));
  const lengthMin = (dayW * 1440) / CHARGES / chargingW;
  const table = weekend ? OFF_DAY : WORKDAY;
  for (let charge = 1; charge <= CHARGES; charge += 1) {
    deposit(window, day * 1440 + minuteAt(table, uniform(key, counter + charge)), lengthMin, chargingW);
  }
}
