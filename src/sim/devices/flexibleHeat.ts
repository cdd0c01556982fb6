import type { FlexibleHeating } from '../../model/building';
import { MINUTES_PER_DAY, type Column, type Steps } from './column';
import { isWithinHours } from './hotWaterTank';

/** Whether a step is dear: by the clock of the building's own peak hours. */
function isDear(flexible: FlexibleHeating, step: number, stepMin: number): boolean {
  const minuteOfDay = step * stepMin - MINUTES_PER_DAY * Math.floor((step * stepMin) / MINUTES_PER_DAY);
  return isWithinHours(minuteOfDay, flexible.peakHours);
}

/** How many steps past its own a stretch looks ahead for a peak. */
function preheatSteps(flexible: FlexibleHeating, stepMin: number): number {
  return flexible.preheatMin > 0 ? Math.ceil(flexible.preheatMin / stepMin) : 0;
}

/**
 * Offsets of the heating set-point, K: `-setbackK` while electricity is dear, `+preheatK` in the steps that lie up to
 * `preheatMin` before the next dear one, zero elsewhere. Never outside [-setbackK, +preheatK], the comfort band. What
 * the building then draws, the rebound after the peak included, is the zone's physics, not this function's. A cooling
 * set-point takes the negative. devicesWithState.md, eq. 14. Filled for every step; no state.
 */
export function fillSetpointOffsets(flexible: FlexibleHeating, steps: Steps, offsetK: Column): void {
  const { fromStep, toStep, stepMin } = steps;
  const setbackK = flexible.setbackK > 0 ? flexible.setbackK : 0;
  const preheatK = flexible.preheatK > 0 ? flexible.preheatK : 0;
  const ahead = preheatSteps(flexible, stepMin);
  let nextDear = Infinity;
  for (let step = toStep + ahead - 1; step >= fromStep; step -= 1) {
    if (isDear(flexible, step, stepMin)) nextDear = step;
    if (step >= toStep) continue;
    const isPreheat = nextDear > step && nextDear - step <= ahead;
    offsetK.values[offsetK.offset + step - fromStep] =
      nextDear === step ? -setbackK : isPreheat ? preheatK : 0;
  }
}
