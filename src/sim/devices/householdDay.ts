import { uniform } from '../numeric/random';
import { addBlock, addCourse, DAY_TICKS, heightOf, newDayCourse, startCourse, ticksOf } from './dayCourse';
import type { StepWindow } from './deposit';
import type { Household } from './household';
import { addColdDay, addLights } from './householdBase';
import { EVENT_KINDS, EVENTS } from './householdEvents';
import { newPresenceDay, presenceOf, type PresenceDay } from './householdRhythm';
import { minuteIn, QUANTILES } from './timeOfDay';

/** Events follow the season with this share of the swing of lights: assumed, towards BDEW's dynamised H0. */
const SEASON_SHARE = 0.3;
/** Counters of a kind's starts on one day: fixed places, so that no event moves another. */
const DRAWS_PER_KIND = 128;
const DRAWS_PER_START = 2;

const presence: PresenceDay = newPresenceDay();
const course = newDayCourse();

/**
 * Adds what the household uses on a day (0 = 1 January; -1 is the eve): standby, cold appliances, lights, and all events
 * that start on it. `lightFactor` is the day's use of lights relative to the year's mean.
 */
export function addHouseholdDay(
  household: Household,
  day: number,
  weekend: boolean,
  window: StepWindow,
  lightFactor: number,
): void {
  presenceOf(household, day, weekend, presence);
  startCourse(course, window.stepMin);
  const over = (day + 1) * 1440 <= window.fromStep * window.stepMin;
  if (!over) {
    addBlock(course, 0, DAY_TICKS, heightOf(household.standbyW));
    addColdDay(household.compressors, day, window);
    addLights(household, presence, day, lightFactor, course);
  }
  addEvents(household, day, weekend, lightFactor, over);
  addCourse(course, day, 1, window);
}

/** Starts of every appliance on a day: floor(rate + draw) of them, so that their mean is the rate. household.md eq. 7. */
function addEvents(
  household: Household,
  day: number,
  weekend: boolean,
  lightFactor: number,
  over: boolean,
): void {
  // As 32 bits: the draws stay in integer registers.
  const key = household.key | 0;
  const { startsPerDay, ratings, shiftMin } = household;
  const { draws, dayFactor, longestMin, tableAt, startMin, varies, firstStretch, lengthMin, powerW } = EVENTS;
  const { wakeMin, leaveMin, returnMin, sleepMin } = presence;
  const season = 1 + SEASON_SHARE * (lightFactor - 1);
  const off = weekend ? 1 : 0;
  const dayTable = (2 * household.kind + off) * (QUANTILES + 1);
  for (let k = 0; k < startsPerDay.length; k += 1) {
    const mean = startsPerDay[k]!;
    // Nothing starts after bedtime: on the eve, only what may last into the window counts.
    if (mean === 0 || (over && sleepMin + longestMin[k]! <= 1440)) continue;
    const drawCount = draws[k]!;
    const rate = mean * season * dayFactor[2 * k + off]!;
    let counter = ((day + 1) * EVENT_KINDS.length + k) * DRAWS_PER_KIND;
    let starts = 0;
    const startsAt = counter + drawCount;
    for (; counter < startsAt; counter += 1) starts += (rate + uniform(key, counter)) | 0;
    const table = tableAt[k]! + dayTable;
    const rating = ratings[k]!;
    for (; starts > 0; starts -= 1) {
      const drawn = uniform(key, counter);
      let minute = shiftMin + minuteIn(startMin, table, drawn);
      if (minute < wakeMin || minute >= sleepMin || (minute >= leaveMin && minute < returnMin)) {
        // Drawn once more, then spread over the stretch at home that follows.
        const again = uniform(key, counter + 1);
        minute = shiftMin + minuteIn(startMin, table, again);
        if (minute < wakeMin || minute >= sleepMin || (minute >= leaveMin && minute < returnMin)) {
          minute = returnMin + (sleepMin - returnMin) * again;
        }
      }
      // The draw's lower 16 bits: length and time of day are independent.
      const factor = varies[k] === 1 ? 0.5 + drawn * 65536 - Math.floor(drawn * 65536) : 1;
      let at = minute;
      let fromTick = ticksOf(at);
      const last = firstStretch[k + 1]!;
      for (let s = firstStretch[k]!; s < last; s += 1) {
        at += lengthMin[s]! * factor;
        const toTick = ticksOf(at);
        addBlock(course, fromTick, toTick, heightOf(powerW[s]! * rating));
        fromTick = toTick;
      }
      counter += DRAWS_PER_START;
    }
  }
}
