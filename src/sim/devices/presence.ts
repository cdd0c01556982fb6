import { uniform } from '../numeric/random';
import {
  addBlock,
  addCourse,
  daysBefore,
  DAY_TICKS,
  heightOf,
  newDayCourse,
  PER_UNIT,
  startCourse,
  ticksOf,
} from './dayCourse';
import type { DaySpan } from './daySpan';
import type { StepWindow } from './deposit';
import { fillPresence, LEAVE, PRESENCE_NUMBERS, RETURN, SLEEP, WAKE, type Dwellers } from './householdRhythm';

export {
  awakeAtHome,
  FAMILY,
  fillPresence,
  HOUSEHOLD_KINDS,
  PRESENCE_NUMBERS,
  RETIRED,
  WORKING,
  type Dwellers,
  type HouseholdKind,
} from './householdRhythm';

/**
 * Which persons of a household are in. A household is in when anybody is; each of its persons is in for less, and gives
 * off heat while in, household.md eq. 13.
 */
interface Outings {
  /** Chance that a person other than the first is out on a day when somebody is in: work, school, visits. */
  readonly longChance: number;
  readonly leaveMin: number;
  readonly returnMin: number;
  /** Chance of anybody else of a shorter way: shopping, errands, an evening out. */
  readonly shortChance: number;
  /** Middle of the shorter way. */
  readonly middleMin: number;
}

/** Workday and day off of working households, families, retired ones. All assumed (unknown_untraceable). */
const OUTINGS: readonly Outings[] = [
  { longChance: 0.7, leaveMin: 480, returnMin: 1080, shortChance: 0.9, middleMin: 1140 },
  { longChance: 0.3, leaveMin: 840, returnMin: 1200, shortChance: 0.85, middleMin: 1140 },
  { longChance: 0.65, leaveMin: 475, returnMin: 1010, shortChance: 0.85, middleMin: 1080 },
  { longChance: 0.3, leaveMin: 840, returnMin: 1140, shortChance: 0.85, middleMin: 1080 },
  { longChance: 0.3, leaveMin: 840, returnMin: 1080, shortChance: 0.9, middleMin: 1020 },
  { longChance: 0.3, leaveMin: 840, returnMin: 1140, shortChance: 0.85, middleMin: 1080 },
];
/** Width of the spread of leaving and of coming home from day to day, minutes: assumed. */
const SPREAD_MIN = 150;
/** A shorter way takes 1 to 6 hours: assumed. */
const SHORTEST_WAY_MIN = 60;
const WAY_SPREAD_MIN = 300;
/** On a day on which everybody is out, a person other than the first comes home up to this much later: assumed. */
const LATER_MIN = 330;
/**
 * Chance that a person spends a day and its nights elsewhere (travel, night work). At midnight of workdays 8 % of the
 * persons of one- and two-person households are not at home: UK Time Use Survey 2000 as the starting states of CREST's
 * four-state model (FZJ-IEK3-VSA/tsib 0dd783fb, four_state_starting_state_weekday.csv); at 2:00 it is 7 % in Austria's
 * of 2021/22 (Der Standard, 2024-05).
 */
const ELSEWHERE_CHANCE = 0.08;
/** Heat of a sleeper over that of somebody awake: 84 W and 147 W in CREST's demand model 2. */
export const ASLEEP_HEAT_SHARE = 84 / 147;
/** Persons have draws of their own, behind those of the household's days. */
const FIRST_DRAW = 65536;
const DRAWS_PER_DAY = 16;

let presence = new Float64Array(0);
const course = newDayCourse();
/** When the person at hand is out; empty where both are equal. */
const out = { fromMin: 0, toMin: 0 };

/** Draws the day of a person who sleeps at home into `out`, inside the hours the household is awake: its day is at `at`. */
function drawOuting(
  outings: Outings,
  first: boolean,
  shiftMin: number,
  draw: number,
  place: number,
  at: number,
): void {
  // The draw's lower 16 bits: leaving and coming home are independent.
  const late = place * 65536 - Math.floor(place * 65536);
  const leaveMin = presence[at + LEAVE]!;
  const returnMin = presence[at + RETURN]!;
  let fromMin = leaveMin;
  let toMin = leaveMin;
  if (returnMin > leaveMin) {
    // Everybody is out.
    toMin = first ? returnMin : returnMin + LATER_MIN * late;
  } else if (!first && draw < outings.longChance) {
    fromMin = outings.leaveMin + shiftMin + SPREAD_MIN * (place - 0.5);
    toMin = outings.returnMin + shiftMin + SPREAD_MIN * (late - 0.5);
  } else if (draw > 1 - outings.shortChance) {
    const lengthMin = SHORTEST_WAY_MIN + WAY_SPREAD_MIN * late;
    fromMin = outings.middleMin + shiftMin + 2 * SPREAD_MIN * (place - 0.5) - lengthMin / 2;
    toMin = fromMin + lengthMin;
  }
  const wakeMin = presence[at + WAKE]!;
  const sleepMin = presence[at + SLEEP]!;
  out.fromMin = fromMin < wakeMin ? wakeMin : fromMin;
  out.toMin = toMin > sleepMin ? sleepMin : toMin;
}

/**
 * Adds `perPerson` for each person of some households who is in and awake on the days of a span, `asleepShare` of it for
 * each who sleeps: with 70 W their sensible heat, with 1 and 1 their number. Means over steps, exact at any step length.
 */
export function addPersons(
  households: readonly Dwellers[],
  span: DaySpan,
  perPerson: number,
  window: StepWindow,
  asleepShare = ASLEEP_HEAT_SHARE,
): void {
  const { firstDay, off } = span;
  startCourse(course, firstDay, off.length, window.stepMin);
  if (presence.length < PRESENCE_NUMBERS * off.length)
    presence = new Float64Array(PRESENCE_NUMBERS * off.length);
  // Days end with everybody at home or elsewhere: nothing of them lasts into the next.
  const over = daysBefore(window, firstDay, off.length);
  const asleep = heightOf(asleepShare);
  for (let h = 0; h < households.length; h += 1) {
    const household = households[h]!;
    fillPresence(household, span, presence);
    for (let d = over; d < off.length; d += 1) {
      const at = PRESENCE_NUMBERS * d;
      const midnight = d * DAY_TICKS;
      const sleepers = addOutings(
        household,
        OUTINGS[2 * household.kind + off[d]!]!,
        firstDay + d,
        at,
        midnight,
      );
      const wake = midnight + ticksOf(presence[at + WAKE]!);
      const sleep = midnight + ticksOf(presence[at + SLEEP]!);
      addBlock(course, midnight, midnight + DAY_TICKS, asleep * sleepers);
      addBlock(course, wake, sleep, (PER_UNIT - asleep) * sleepers);
    }
  }
  addCourse(course, perPerson, window);
}

/** Takes those who are out of a household's day; gives the number of persons who sleep at home. */
function addOutings(
  { presenceKey, persons, shiftMin }: Dwellers,
  outings: Outings,
  day: number,
  at: number,
  midnight: number,
): number {
  const key = presenceKey | 0;
  let counter = FIRST_DRAW + (day + 1) * DRAWS_PER_DAY;
  let sleepers = 0;
  for (let person = 0; person < persons; person += 1) {
    const drawn = uniform(key, counter);
    const place = uniform(key, counter + 1);
    counter += 2;
    if (drawn < ELSEWHERE_CHANCE) continue;
    sleepers += 1;
    const draw = (drawn - ELSEWHERE_CHANCE) / (1 - ELSEWHERE_CHANCE);
    drawOuting(outings, person === 0, shiftMin, draw, place, at);
    addBlock(course, midnight + ticksOf(out.fromMin), midnight + ticksOf(out.toMin), -PER_UNIT);
  }
  return sleepers;
}
