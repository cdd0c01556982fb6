import type { EnvelopeState } from '../../model/building';

/** Field factor on the laboratory quadratics: when2heat. */
const FIELD_FACTOR = 0.85;
const MIN_LIFT_K = 15;
/** Sink of the hot-water mode: when2heat. */
export const HOT_WATER_SINK_DEGC = 50;
/** Share of the rated capacity lost per kelvin below the bivalence point: assumed 2 %/K. */
const CAPACITY_PER_K = 0.02;
/** Where the heat pump alone just covers the load; -5 degC, or the design temperature where that is milder: assumed. */
export const BIVALENCE_DEGC = -5;

/** COP of an air heat pump for a temperature lift, when2heat (Ruhnau et al. 2019), README eq. 1. */
export function airHeatPumpCop(liftK: number): number {
  const lift = Math.max(MIN_LIFT_K, liftK);
  return FIELD_FACTOR * (6.08 - 0.0941 * lift + 0.000464 * lift * lift);
}

/** Supply temperature of the heating circuit, degC, README eq. 2: radiators as built, floor heating when advanced. */
export function sinkDegC(outdoorDegC: number, envelope: EnvelopeState, constructionYear: number): number {
  const radiator = 40 - outdoorDegC;
  const floor = 30 - 0.5 * outdoorDegC;
  if (envelope === 'advancedRefurbishment' || constructionYear >= 2010) return floor;
  return envelope === 'usualRefurbishment' ? (radiator + floor) / 2 : radiator;
}

/** Thermal capacity at an outdoor temperature for one rated at the bivalence point, README eq. 3. */
export function capacityW(outdoorDegC: number, bivalenceDegC: number, ratedW: number): number {
  return ratedW * Math.max(0.3, 1 + CAPACITY_PER_K * (outdoorDegC - bivalenceDegC));
}
