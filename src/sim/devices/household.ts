import type { BuildingUse } from '../../model/building';
import { exp } from '../numeric/elementary';
import { normal, randomKey, uniform } from '../numeric/random';
import { deposit, type StepWindow } from './deposit';
import { EVENT_ENERGY_J_PER_DAY, EVENT_KINDS } from './householdEvents';
import { minuteAt } from './timeOfDay';

const J_PER_KWH = 3.6e6;

/**
 * Mean annual electricity of a household without heating, hot water and vehicle. Terraced: 3,073 kWh = 365 x 8.42 kWh of
 * the European LV Test Feeder's hundred homes; the other two assumed around it.
 */
export const MEAN_HOUSEHOLD_J: Readonly<Partial<Record<BuildingUse, number>>> = {
  detached: 3800 * J_PER_KWH,
  terraced: 3073 * J_PER_KWH,
  apartment: 2400 * J_PER_KWH,
};
const MEAN_ELSEWHERE_J = 2400 * J_PER_KWH;
/** Spread of the logarithm of annual consumption between households: assumed. */
const SIGMA_LOG = 0.45;
/** Spread of habits in time between households, minutes: assumed. */
const HABIT_SHIFT_MIN = 45;
/** Reference the event table is written for: the terraced home's 8.42 kWh a day. */
const REFERENCE_J_PER_DAY = 8.42 * J_PER_KWH;
/** Lights of the reference home, mean: 0.9 kWh a day, assumed. */
export const LIGHT_J_PER_DAY = 0.9 * J_PER_KWH;
export const BASE_J_PER_DAY = REFERENCE_J_PER_DAY - EVENT_ENERGY_J_PER_DAY - LIGHT_J_PER_DAY;

/** Persons a household: shares of 1 to 5 persons, Germany, rounded from memory. */
const PERSON_SHARES = [0.41, 0.34, 0.12, 0.09, 0.04] as const;

export interface Household {
  readonly key: number;
  /** Consumption relative to the reference home. */
  readonly scale: number;
  readonly shiftMin: number;
  readonly persons: number;
}

/** Counters of one day's draws of one household; slots times (chance, time, length). */
const DRAWS_PER_DAY = 64;

/** A household of a building by its number there. Log-normal scale with the use's mean kept, README eq. 10. */
export function householdOf(seed: number, buildingId: string, index: number, use: BuildingUse): Household {
  const key = randomKey(seed, `${buildingId}/household/${index}`, 'household');
  const meanScale = (MEAN_HOUSEHOLD_J[use] ?? MEAN_ELSEWHERE_J) / 365 / REFERENCE_J_PER_DAY;
  const traits = randomKey(seed, `${buildingId}/household/${index}`, 'household-traits');
  const scale = meanScale * exp(SIGMA_LOG * normal(traits, 0) - (SIGMA_LOG * SIGMA_LOG) / 2);
  let rest = uniform(traits, 10) * (use === 'apartment' ? 1 : 0.8) + (use === 'apartment' ? 0 : 0.2);
  let persons = 1;
  for (const share of PERSON_SHARES) {
    if (rest < share || persons === PERSON_SHARES.length) break;
    rest -= share;
    persons += 1;
  }
  return { key, scale, shiftMin: HABIT_SHIFT_MIN * normal(traits, 1), persons };
}

/**
 * Adds all events that the household starts on a day (0 = 1 January; -1 is the eve). A chance above one lengthens the
 * event instead, so that the mean energy stays in proportion to the household's scale.
 */
export function addHouseholdDay(
  household: Household,
  day: number,
  weekend: boolean,
  window: StepWindow,
): void {
  let counter = (day + 1) * DRAWS_PER_DAY;
  const { key, scale, shiftMin } = household;
  for (let k = 0; k < EVENT_KINDS.length; k += 1) {
    const event = EVENT_KINDS[k]!;
    const wanted = event.chance * scale;
    const chance = wanted > 1 ? 1 : wanted;
    const table = weekend ? event.weekend : event.weekday;
    for (let slot = 0; slot < event.slots; slot += 1) {
      counter += 3;
      if (uniform(key, counter - 3) >= chance) continue;
      const start = Math.max(0, minuteAt(table, uniform(key, counter - 2)) + shiftMin);
      const factor = (event.varies ? 0.5 + uniform(key, counter - 1) : 1) * (wanted / chance);
      let at = day * 1440 + start;
      for (let s = 0; s < event.powerW.length; s += 1) {
        const lengthMin = event.lengthMin[s]! * factor;
        deposit(window, at, lengthMin, event.powerW[s]!);
        at += lengthMin;
      }
    }
  }
}
