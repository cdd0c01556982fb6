import type { DailyHours } from '../../model/building';
import { holdsQuarter } from '../../model/tariff/hours';

/** Somebody switches off a share of a load in certain hours; it is made up for in the hours after. */
export interface ControlledHours {
  readonly hours: DailyHours;
  readonly cutShare: number;
  /** Of the energy that is cut, what comes back. */
  readonly reboundShare: number;
  readonly reboundH: number;
}

const QUARTERS_PER_DAY = 96;
const HOURS_PER_DAY = 24;

/**
 * A day's event on a load, in place: q' = (1 - c) q in its hours, and b c sum(q) spread evenly over the `reboundH` hours that
 * follow them on the same day, which has room for them (`eventFault` is null). With b = 1 the energy of the day is kept.
 */
export function controlDay(
  loadW: Float64Array,
  at: number,
  stepsPerDay: number,
  { hours, cutShare, reboundShare, reboundH }: ControlledHours,
): void {
  const quarters = QUARTERS_PER_DAY / stepsPerDay;
  const isEvent = (step: number): boolean => holdsQuarter(hours, step * quarters);
  let cut = 0;
  let last = -1;
  for (let step = 0; step < stepsPerDay; step += 1) {
    if (!isEvent(step)) continue;
    cut += cutShare * loadW[at + step]!;
    loadW[at + step]! *= 1 - cutShare;
    last = step;
  }
  if (last < 0 || !(cut > 0)) return;
  const end = Math.min(
    stepsPerDay,
    last + 1 + Math.max(1, Math.round((reboundH * stepsPerDay) / HOURS_PER_DAY)),
  );
  for (let step = last + 1; step < end; step += 1)
    loadW[at + step]! += (reboundShare * cut) / (end - last - 1);
}
