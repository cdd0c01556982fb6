/** Field factor on the laboratory quadratics: when2heat. */
const FIELD_FACTOR = 0.85;
/** The quadratics are not used below this lift. */
export const MIN_LIFT_K = 15;

/** Where a heat pump takes its heat from. */
export type HeatSource = 'air' | 'ground' | 'water';

/** COP = a0 + a1 dT + a2 dT²: regressions on manufacturers' data, Ruhnau et al., Scientific Data 6 (2019) 189. */
const COP_QUADRATIC: Readonly<Record<HeatSource, readonly [number, number, number]>> = {
  air: [6.08, -0.0941, 0.000464],
  ground: [10.29, -0.2084, 0.001322],
  water: [9.99, -0.2049, 0.001249],
};
/** The brine is colder than the soil, the evaporator's water colder than the ground water of 10 degC: when2heat. */
const EXCHANGER_DROP_K = 5;
const GROUND_WATER_DEGC = 10;
/** Sink of the hot-water mode: when2heat. */
export const HOT_WATER_SINK_DEGC = 50;
/** Share of the rated capacity lost per kelvin below the bivalence point: 2 %/K, assumed, unknown_untraceable. */
const CAPACITY_PER_K = 0.02;
/** Where the heat pump alone just covers the load; -5 degC, or the design temperature where that is milder: assumed. */
export const BIVALENCE_DEGC = -5;

/** COP for a temperature lift, when2heat (Ruhnau et al. 2019), README eq. 1. A field factor of 1 is the laboratory. */
export function copAtLift(source: HeatSource, liftK: number, fieldFactor = FIELD_FACTOR): number {
  const [a0, a1, a2] = COP_QUADRATIC[source];
  // Beyond its lowest point (79 K and more) a quadratic would promise a better COP for more lift.
  const lift = Math.min(Math.max(MIN_LIFT_K, liftK), -a1 / (2 * a2));
  return fieldFactor * (a0 + a1 * lift + a2 * lift * lift);
}

/** COP of an air heat pump for a temperature lift; see `copAtLift`. */
export function airHeatPumpCop(liftK: number): number {
  return copAtLift('air', liftK);
}

/** Temperature that the evaporator works from, degC: when2heat. `soilDegC` is the undisturbed soil's. */
export function sourceDegC(source: HeatSource, outdoorDegC: number, soilDegC: number): number {
  if (source === 'air') return outdoorDegC;
  return (source === 'ground' ? soilDegC : GROUND_WATER_DEGC) - EXCHANGER_DROP_K;
}

/**
 * COP of a heat pump that supplies water of `supplyDegC`. Defrosting is no state of its own: it is in the tested COP and
 * in the field factor, spread over all hours; the dip of humid days about 2 degC is not resolved. README eq. 1.
 */
export function heatPumpCop(
  source: HeatSource,
  supplyDegC: number,
  outdoorDegC: number,
  soilDegC: number,
  fieldFactor = FIELD_FACTOR,
): number {
  return copAtLift(source, supplyDegC - sourceDegC(source, outdoorDegC, soilDegC), fieldFactor);
}

/**
 * Supply temperature of the heating circuit, degC, README eq. 2: between radiators as built (`radiatorShare` 1) and floor
 * heating (0).
 */
export function sinkDegC(outdoorDegC: number, radiatorShare: number): number {
  const radiator = 40 - outdoorDegC;
  const floor = 30 - 0.5 * outdoorDegC;
  return radiatorShare * radiator + (1 - radiatorShare) * floor;
}

/**
 * Thermal capacity at an outdoor temperature for one rated at the bivalence point, README eq. 3. The slope is an
 * engineering value (unknown_untraceable): certificates name the capacity at part-load points, not the full one, and the
 * public fit to them (hplib, on-off units) gives a COP below one at -20 degC.
 */
export function capacityW(outdoorDegC: number, bivalenceDegC: number, ratedW: number): number {
  return ratedW * Math.max(0.3, 1 + CAPACITY_PER_K * (outdoorDegC - bivalenceDegC));
}
