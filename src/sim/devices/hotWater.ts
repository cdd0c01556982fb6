import { householdId } from '../../model/customers';
import { randomKey, uniform } from '../numeric/random';
import type { DaySpan } from './daySpan';
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
/** Fewest charges of a tank a day, and how many more a household may have: assumed. */
const FEWEST_CHARGES = 2;
const MORE_CHARGES = 3;
/** Width of a household's spread of volumes from day to day: 0.8 to 1.6 of the mean, drawn per household; assumed. */
const STEADIEST = 0.8;
const LESS_STEADY = 0.8;
/** Width of the spread between households of the litres of a person: assumed. */
const VOLUME_SPREAD = 0.8;
const DRAWS_PER_DAY = 8;

export function hotWaterKey(seed: number, buildingId: string, index: number): number {
  return randomKey(seed, householdId(buildingId, index), 'hot-water');
}

/** A household's use of hot water relative to others of as many persons, mean one: 0.6 to 1.4. */
export function hotWaterFactor(key: number): number {
  return 1 + VOLUME_SPREAD * (uniform(key, 2) - 0.5);
}

/**
 * Adds the tank charges of one household on the days of a span: a day's heat in two to four charges (the household's own
 * number) at times drawn from the draw-off profile, each at `chargingW` until its part is in. household.md eq. 12. Mean over
 * days: `meanW`. The last charge of a day may reach into the next: the span begins the day before the window.
 */
export function addHotWater(
  key: number,
  { firstDay, off }: DaySpan,
  meanW: number,
  chargingW: number,
  window: StepWindow,
): void {
  const stream = key | 0;
  const charges = FEWEST_CHARGES + Math.floor(MORE_CHARGES * uniform(stream, 0));
  const spread = STEADIEST + LESS_STEADY * uniform(stream, 1);
  for (let d = 0; d < off.length; d += 1) {
    const day = firstDay + d;
    const counter = (day + 2) * DRAWS_PER_DAY;
    const dayW = meanW * (1 + spread * (uniform(stream, counter) - 0.5));
    const lengthMin = (dayW * 1440) / charges / chargingW;
    const table = off[d] === 1 ? OFF_DAY : WORKDAY;
    for (let charge = 1; charge <= charges; charge += 1) {
      const startMin = day * 1440 + minuteAt(table, uniform(stream, counter + charge));
      deposit(window, startMin, lengthMin, chargingW);
    }
  }
}
