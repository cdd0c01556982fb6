import { uniform } from '../numeric/random';
import { addBlock, DAY_TICKS, heightOf, ticksOf, type DayCourse } from './dayCourse';
import type { StepWindow } from './deposit';
import { LEAVE, RETURN, SLEEP, WAKE } from './householdRhythm';

/** A compressor that runs `onMin` of every `periodMin`. */
export interface Compressor {
  readonly powerW: number;
  readonly periodMin: number;
  readonly onMin: number;
  readonly phaseMin: number;
}

interface ColdKind {
  readonly powerW: number;
  readonly onMin: number;
  readonly ownedShare: number;
}

/**
 * Cold appliances of Richardson et al. 2010 (richardsonpy 6c26edb9): 6,115.76 cycles a year, a fridge freezer in 65.1 % of
 * homes and a refrigerator in the rest; chest and upright freezers together 45.4 %.
 */
const CYCLE_MIN = (365 * 1440) / 6115.76;
const FRIDGE_FREEZER: ColdKind = { powerW: 190, onMin: 22, ownedShare: 0.651 };
const REFRIGERATOR: ColdKind = { powerW: 110, onMin: 18, ownedShare: 0.349 };
const FREEZER: ColdKind = { powerW: 169, onMin: 18, ownedShare: 0.454 };
/** Half width of the spread of periods between appliances: assumed. */
const PERIOD_SPREAD = 0.25;

export const COLD_J_PER_DAY = [FRIDGE_FREEZER, REFRIGERATOR, FREEZER].reduce(
  (sum, { powerW, onMin, ownedShare }) => sum + (ownedShare * powerW * onMin * 86400) / CYCLE_MIN,
  0,
);

/** The compressors of a household; `scale` multiplies their power. Counters 0 to 7 of the stream. */
export function compressorsOf(key: number, scale: number): readonly Compressor[] {
  const drawn = (kind: ColdKind, counter: number): Compressor => {
    const stretch = 1 + PERIOD_SPREAD * (2 * uniform(key, counter) - 1);
    return {
      powerW: kind.powerW * scale,
      periodMin: CYCLE_MIN * stretch,
      onMin: kind.onMin * stretch,
      phaseMin: CYCLE_MIN * stretch * uniform(key, counter + 1),
    };
  };
  const first = drawn(uniform(key, 0) < FRIDGE_FREEZER.ownedShare ? FRIDGE_FREEZER : REFRIGERATOR, 2);
  return uniform(key, 1) < FREEZER.ownedShare ? [first, drawn(FREEZER, 4)] : [first];
}

export function meanCompressorW(compressors: readonly Compressor[]): number {
  return compressors.reduce((sum, { powerW, onMin, periodMin }) => sum + (powerW * onMin) / periodMin, 0);
}

/**
 * Adds compressors to a window's steps from a day on, household.md eq. 9. Minutes run up to t:
 * `on(t) = floor(x) T_on + min((x - floor(x)) T, T_on)`, x = (t + phase) / T; a step takes the difference of its ends,
 * so that energy is exact at any step and no cycle is walked through.
 */
export function addCold(
  compressors: readonly Compressor[],
  fromDay: number,
  toDay: number,
  window: StepWindow,
): void {
  const { values, offset, fromStep, toStep, stepMin } = window;
  const from = Math.max(fromStep, Math.ceil((fromDay * 1440) / stepMin) | 0);
  const first = offset - fromStep + from;
  const last = offset - fromStep + Math.min(toStep, Math.ceil((toDay * 1440) / stepMin) | 0);
  for (let c = 0; c < compressors.length; c += 1) {
    const { powerW, periodMin, onMin, phaseMin } = compressors[c]!;
    const perMin = powerW / stepMin;
    const frequency = 1 / periodMin;
    let minute = from * stepMin;
    let before = onMinutes(minute + phaseMin, frequency, periodMin, onMin);
    for (let at = first; at < last; at += 1) {
      minute += stepMin;
      const after = onMinutes(minute + phaseMin, frequency, periodMin, onMin);
      values[at] = values[at]! + perMin * (after - before);
      before = after;
    }
  }
}

function onMinutes(minute: number, frequency: number, periodMin: number, onMin: number): number {
  const cycles = Math.floor(minute * frequency);
  const into = minute - cycles * periodMin;
  // The lesser of both without a branch, which no processor could foresee.
  const running = Number(into < onMin);
  return cycles * onMin + (running * into + (1 - running) * onMin);
}

/** Dusk and dawn of 50 degrees of latitude from the seasonal factor of lights (1.5 in midwinter, 0.5 in midsummer): assumed. */
const DUSK_MIN = 1110;
const DUSK_SWING_MIN = 270;
const DAWN_MIN = 390;
const DAWN_SWING_MIN = 210;
/** Share of a day's light that is used at any hour somebody is awake, and the weight of the morning: assumed. */
const DAYTIME_SHARE = 0.35;
const MORNING_WEIGHT = 0.8;
/** Share of the evening's light that burns for a drawn part of it only: assumed. */
const PASSING_SHARE = 0.4;
const SHORTEST_EVENING_MIN = 60;
const DRAWS_PER_DAY = 2;

/**
 * Draws a day's lights: from getting up to leaving or dawn, from coming home or dusk to bed, a little at any waking hour.
 * household.md eq. 10. The day's presence stands at `at` of those drawn.
 */
export function addLights(
  { presenceKey, lightsJPerDay }: { readonly presenceKey: number; readonly lightsJPerDay: number },
  presence: Float64Array,
  at: number,
  day: number,
  lightFactor: number,
  course: DayCourse,
): void {
  const wakeMin = presence[at + WAKE]!;
  const leaveMin = presence[at + LEAVE]!;
  const returnMin = presence[at + RETURN]!;
  const sleepMin = presence[at + SLEEP]!;
  const duskMin = DUSK_MIN - DUSK_SWING_MIN * (lightFactor - 1);
  const dawnMin = DAWN_MIN + DAWN_SWING_MIN * (lightFactor - 1);
  const home = returnMin > leaveMin ? returnMin : wakeMin;
  const eveningMin = Math.min(Math.max(home, duskMin), sleepMin - SHORTEST_EVENING_MIN);
  const darkMin = Math.max(0, Math.min(leaveMin > wakeMin ? leaveMin : dawnMin, dawnMin) - wakeMin);
  const eveningLengthMin = sleepMin - eveningMin;
  const dayW = (lightsJPerDay * lightFactor) / 60;
  const fullW = ((1 - DAYTIME_SHARE) * dayW) / (eveningLengthMin + MORNING_WEIGHT * darkMin);
  const key = presenceKey | 0;
  const counter = (day + 1) * DRAWS_PER_DAY;
  const part = 0.25 + 0.5 * uniform(key, counter);
  const passingMin = eveningMin + (1 - part) * eveningLengthMin * uniform(key, counter + 1);
  const midnight = (day - course.firstDay) * DAY_TICKS;
  const wake = midnight + ticksOf(wakeMin);
  const sleep = midnight + ticksOf(sleepMin);
  addBlock(course, wake, sleep, heightOf((DAYTIME_SHARE * dayW) / (sleepMin - wakeMin)));
  addBlock(course, wake, midnight + ticksOf(wakeMin + darkMin), heightOf(MORNING_WEIGHT * fullW));
  addBlock(course, midnight + ticksOf(eveningMin), sleep, heightOf((1 - PASSING_SHARE) * fullW));
  const passing = midnight + ticksOf(passingMin);
  const passed = midnight + ticksOf(passingMin + part * eveningLengthMin);
  addBlock(course, passing, passed, heightOf((PASSING_SHARE * fullW) / part));
}
