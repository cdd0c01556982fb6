import { uniform } from '../numeric/random';
import {
  addBlock,
  addCourse,
  DAY_TICKS,
  daysBefore,
  heightOf,
  newDayCourse,
  startCourse,
  ticksOf,
} from './dayCourse';
import type { DaySpan } from './daySpan';
import type { StepWindow } from './deposit';
import type { Household } from './household';
import { addCold, addLights } from './householdBase';
import { EVENT_KINDS, EVENTS } from './householdEvents';
import { fillPresence, LEAVE, PRESENCE_NUMBERS, RETURN, SLEEP, WAKE } from './householdRhythm';
import { minuteIn, QUANTILES } from './timeOfDay';

/** Events follow the season with this share of the swing of lights: assumed, towards BDEW's dynamised H0. */
const SEASON_SHARE = 0.3;
/** Counters of a kind's starts on one day: fixed places, so that no event moves another. */
const DRAWS_PER_KIND = 128;
const DRAWS_PER_START = 2;

const course = newDayCourse();
let presence = new Float64Array(0);

/**
 * Adds what households use on the days of a span: standby, cold appliances, lights, and all events that start on them. An
 * event may last into the window from the day before: the span begins there. All of it is one course (household.md eq. 16),
 * so that a step has the same bits in any window that holds it.
 */
export function addHouseholds(households: readonly Household[], span: DaySpan, window: StepWindow): void {
  const { firstDay, off, lightFactor } = span;
  const dayCount = off.length;
  startCourse(course, firstDay, dayCount, window.stepMin);
  if (presence.length < PRESENCE_NUMBERS * dayCount) presence = new Float64Array(PRESENCE_NUMBERS * dayCount);
  const over = daysBefore(window, firstDay, dayCount);
  let standby = 0;
  for (let h = 0; h < households.length; h += 1) {
    const household = households[h]!;
    standby += heightOf(household.standbyW);
    fillPresence(household, span, presence);
    addCold(household.compressors, firstDay + over, firstDay + dayCount, window);
    for (let d = over; d < dayCount; d += 1) {
      addLights(household, presence, PRESENCE_NUMBERS * d, firstDay + d, lightFactor[d]!, course);
    }
    addEvents(household, span, over);
  }
  addBlock(course, over * DAY_TICKS, dayCount * DAY_TICKS, standby);
  addCourse(course, 1, window);
}

/** The same of one household and day (0 = 1 January; -1 is the eve). */
export function addHouseholdDay(
  household: Household,
  day: number,
  weekend: boolean,
  window: StepWindow,
  lightFactor: number,
): void {
  const span = {
    firstDay: day,
    off: Uint8Array.of(Number(weekend)),
    lightFactor: Float64Array.of(lightFactor),
  };
  addHouseholds([household], span, window);
}

/**
 * Starts of every appliance on each day: floor(rate + draw) of them, so that their mean is the rate. household.md eq. 7. Of
 * the first `over` days only what may last into the next.
 */
function addEvents(household: Household, { firstDay, off, lightFactor }: DaySpan, over: number): void {
  // As 32 bits: the draws stay in integer registers.
  const key = household.key | 0;
  const { kind, startsPerDay, ratings, shiftMin } = household;
  const { draws, dayFactor, longestMin, tableAt, startMin, varies, firstStretch, lengthMin, powerW } = EVENTS;
  for (let k = 0; k < startsPerDay.length; k += 1) {
    const mean = startsPerDay[k]!;
    if (mean === 0) continue;
    const drawCount = draws[k]!;
    const longest = longestMin[k]!;
    const rating = ratings[k]!;
    const first = firstStretch[k]!;
    const last = firstStretch[k + 1]!;
    for (let d = 0; d < off.length; d += 1) {
      const at = PRESENCE_NUMBERS * d;
      const sleepMin = presence[at + SLEEP]!;
      // Nothing starts after bedtime.
      if (d < over && sleepMin + longest <= 1440) continue;
      const rate = mean * (1 + SEASON_SHARE * (lightFactor[d]! - 1)) * dayFactor[2 * k + off[d]!]!;
      let counter = ((firstDay + d + 1) * EVENT_KINDS.length + k) * DRAWS_PER_KIND;
      let starts = 0;
      const startsAt = counter + drawCount;
      for (; counter < startsAt; counter += 1) starts += (rate + uniform(key, counter)) | 0;
      const wakeMin = presence[at + WAKE]!;
      const leaveMin = presence[at + LEAVE]!;
      const returnMin = presence[at + RETURN]!;
      const table = tableAt[k]! + (2 * kind + off[d]!) * (QUANTILES + 1);
      const midnight = d * DAY_TICKS;
      for (; starts > 0; starts -= 1) {
        const drawn = uniform(key, counter);
        const again = uniform(key, counter + 1);
        const once = shiftMin + minuteIn(startMin, table, drawn);
        const twice = shiftMin + minuteIn(startMin, table, again);
        // Drawn once more where nobody is in and awake, then spread over the stretch at home that follows.
        const late = returnMin + (sleepMin - returnMin) * again;
        const out = isOut(once, wakeMin, leaveMin, returnMin, sleepMin);
        const still = isOut(twice, wakeMin, leaveMin, returnMin, sleepMin);
        let minute = (1 - out) * once + out * ((1 - still) * twice + still * late);
        // The draw's lower 16 bits: length and time of day are independent.
        const factor = varies[k] === 1 ? 0.5 + drawn * 65536 - Math.floor(drawn * 65536) : 1;
        let fromTick = midnight + ticksOf(minute);
        for (let s = first; s < last; s += 1) {
          minute += lengthMin[s]! * factor;
          const toTick = midnight + ticksOf(minute);
          addBlock(course, fromTick, toTick, heightOf(powerW[s]! * rating));
          fromTick = toTick;
        }
        counter += DRAWS_PER_START;
      }
    }
  }
}

/** 1 where nobody is in and awake, else 0: without a branch, which no processor could foresee. */
function isOut(
  minute: number,
  wakeMin: number,
  leaveMin: number,
  returnMin: number,
  sleepMin: number,
): number {
  const away = Number(minute >= leaveMin) & Number(minute < returnMin);
  return Number(minute < wakeMin) | Number(minute >= sleepMin) | away;
}
