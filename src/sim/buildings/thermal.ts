import type { Archetype } from '../../model/archetypes';
import type { AirSupply } from './airSupply';
import type { Envelope } from './envelope';
import { H_MS, type Zone } from './fiveR1C';

/** TABULA boundary conditions: frame share 0.3, angle factor 0.9, shading of vertical windows 0.6. */
const SOLAR_FACTOR = 0.7 * 0.9 * 0.6;
/**
 * The standard's split of the opaque loss needs it below the coupling of surface and mass. A tower with one declared
 * storey would pass it; its loss is capped there, as the model has no meaning beyond.
 */
const MAX_OPAQUE_SHARE = 0.9;

/** ISO 13790 zone of a building in one ventilation regime: A_m = 2.5 A_f (class medium), A_tot = 4.5 A_f. */
export function lumpedZoneOf(
  archetype: Archetype,
  envelope: Envelope,
  air: AirSupply,
  outdoorJPerM3K: number,
  occupied: boolean,
): Zone {
  const floorM2 = envelope.conditionedFloorM2;
  const massAreaM2 = 2.5 * floorM2;
  const flowM3PerS = air.infiltrationM3PerS + (occupied ? air.suppliedM3PerS : 0);
  return {
    floorM2,
    massAreaM2,
    totalAreaM2: 4.5 * floorM2,
    hWindowWPerK: envelope.hWindowWPerK,
    hOpaqueWPerK: Math.min(envelope.hOpaqueWPerK, MAX_OPAQUE_SHARE * H_MS * massAreaM2),
    hVentilationWPerK: Math.max(1e-3, outdoorJPerM3K * flowM3PerS),
    heatCapacityJPerK: archetype.heatCapacityJPerM2K * floorM2,
  };
}

/** Loss per kelvin to the outside air, W/K. */
export function lossWPerK(zone: Zone): number {
  return zone.hWindowWPerK + zone.hOpaqueWPerK + zone.hVentilationWPerK;
}

/** Area that takes in all irradiance of its orientation, m2: window x g x frame x angle x shading. */
export function solarAperturesM2(archetype: Archetype, envelope: Envelope): Float64Array {
  return envelope.windowByOrientationM2.map((areaM2) => areaM2 * archetype.gValue * SOLAR_FACTOR);
}
