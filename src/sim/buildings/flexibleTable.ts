import type { FlexibleHeating } from '../../model/building';
import type { Calendar } from '../arrays/calendar';
import { fillSetpointOffsets } from '../devices/flexibleHeat';
import { COLD_DAY, type AirClass } from './airing';

/** Least distance that preheating leaves to the cooling set-point: assumed. */
const BELOW_COOLING_K = 1;

/** What tells one comfort band from another. */
export function bandNumbers({ peakHours, setbackK, preheatK, preheatMin }: FlexibleHeating): number[] {
  return [peakHours.fromHour, peakHours.toHour, setbackK, preheatK, preheatMin];
}

/** Offset of the heating set-point at each step of a day, K: the same every day, the evening before looking past midnight. */
export function offsetsOf(flexible: FlexibleHeating, { stepsPerDay, stepS }: Calendar): Float64Array {
  const values = new Float64Array(stepsPerDay);
  const day = { fromStep: 0, toStep: stepsPerDay, stepMin: stepS / 60 };
  fillSetpointOffsets(flexible, day, { values, offset: 0 });
  return values;
}

/**
 * A heating set-point inside its comfort band (README eq. 30). Rooms are preheated on cold days only, as on others windows may
 * be open, and never up to where they are cooled.
 */
export function shiftedHeatDegC(
  heatToDegC: number,
  offsetK: number,
  airClass: AirClass,
  coolToDegC: number,
): number {
  if (offsetK <= 0) return heatToDegC + offsetK;
  if (airClass !== COLD_DAY) return heatToDegC;
  return Math.min(heatToDegC + offsetK, Math.max(heatToDegC, coolToDegC - BELOW_COOLING_K));
}
