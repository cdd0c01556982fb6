import type { EnvelopeState } from '../building';

interface Refurbishment {
  readonly wallInsulationM: number;
  readonly roofInsulationM: number;
  readonly floorInsulationM: number;
  readonly uWindowWPerM2K: number;
  readonly gValue: number;
  readonly thermalBridgeWPerM2K: number;
  readonly infiltrationPerH: number;
}

/** Conductivity of the added insulation, W/(m K). */
const INSULATION_CONDUCTIVITY = 0.035;

/**
 * TABULA's German packages (variants 002 usual, 003 advanced): insulation added to what is there, windows replaced.
 * Checked against the H_tr of DE.N.SFH.06.Gen 002 and 003 (198 and 113 W/K) in tests/validation/buildings.
 */
export const REFURBISHMENTS: Readonly<Record<Exclude<EnvelopeState, 'asBuilt'>, Refurbishment>> = {
  usualRefurbishment: {
    wallInsulationM: 0.12,
    roofInsulationM: 0.12,
    floorInsulationM: 0.08,
    uWindowWPerM2K: 1.3,
    gValue: 0.6,
    thermalBridgeWPerM2K: 0.1,
    infiltrationPerH: 0.2,
  },
  advancedRefurbishment: {
    wallInsulationM: 0.24,
    roofInsulationM: 0.3,
    floorInsulationM: 0.12,
    uWindowWPerM2K: 0.8,
    gValue: 0.5,
    thermalBridgeWPerM2K: 0.05,
    infiltrationPerH: 0.1,
  },
};

/** U-value with `thicknessM` of insulation added in series: 1 / (1/U + d/lambda), W/(m2 K). */
export function insulate(uValueWPerM2K: number, thicknessM: number): number {
  return 1 / (1 / uValueWPerM2K + thicknessM / INSULATION_CONDUCTIVITY);
}
