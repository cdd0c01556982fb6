import type { FlexibleHeating } from '../../model/building';
import { MINUTES_PER_DAY, type Column, type Steps } from './column';
import { isWithinHours } from './hotWaterTank';

/** Where electricity is dear, taken from a series: a price, a load, a signal. NaN is not dear. */
export interface DearSignal {
  readonly values: Float64Array;
  /** Step of the year of `values[0]`; steps outside are not dear. */
  readonly fromStep: number;
  readonly dearFrom: number;
}

/** Whether a step is dear: by the clock of the building's own peak hours, or by a signal where one is given. */
function isDear(
  flexible: FlexibleHeating,
  signal: DearSignal | null,
  step: number,
  stepMin: number,
): boolean {
  if (signal) return signal.values[step - signal.fromStep]! >= signal.dearFrom;
  const minuteOfDay = step * stepMin - MINUTES_PER_DAY * Math.floor((step * stepMin) / MINUTES_PER_DAY);
  return isWithinHours(minuteOfDay, flexible.peakHours);
}

/** How many steps past its own a stretch looks ahead for a peak. */
export function preheatSteps(flexible: FlexibleHeating, stepMin: number): number {
  return flexible.preheatMin > 0 ? Math.ceil(flexible.preheatMin / stepMin) : 0;
}

/**
 * Offsets of the heating set-point, K: `-setbackK` while electricity is dear, `+preheatK` in the steps that lie up to
 * `preheatMin` before the next dear one, zero elsewhere. Never outside [-setbackK, +preheatK], the comfort band. What
 * the building then draws, the rebound after the peak included, is the zone's physics, not this function's. A cooling
 * set-point takes the negative. devicesWithState.md, eq. 14.
 *
 * A signal has to reach `preheatSteps` past `toStep`; beyond its end nothing is dear. Filled for every step; no state.
 */
export function fillSetpointOffsets(
  flexible: FlexibleHeating,
  steps: Steps,
  signal: DearSignal | null,
  offsetK: Column,
): void {
  const { fromStep, toStep, stepMin } = steps;
  const setbackK = flexible.setbackK > 0 ? flexible.setbackK : 0;
  const preheatK = flexible.preheatK > 0 ? flexible.preheatK : 0;
  const ahead = preheatSteps(flexible, stepMin);
  let nextDear = Infinity;
  for (let step = toStep + ahead - 1; step >= fromStep; step -= 1) {
    if (isDear(flexible, signal, step, stepMin)) nextDear = step;
    if (step >= toStep) continue;
    const isPreheat = nextDear > step && nextDear - step <= ahead;
    offsetK.values[offsetK.offset + step - fromStep] =
      nextDear === step ? -setbackK : isPreheat ? preheatK : 0;
  }
}

/** 1 where a tank may be charged at will, 0 where electricity is dear: the `welcome` column of `runHotWaterTank`. */
export function fillWelcome(signal: DearSignal, steps: Steps, welcome: Column): void {
  for (let step = steps.fromStep; step < steps.toStep; step += 1) {
    const dear = signal.values[step - signal.fromStep]! >= signal.dearFrom;
    welcome.values[welcome.offset + step - steps.fromStep] = dear ? 0 : 1;
  }
}
