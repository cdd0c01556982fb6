/** Facades of the method; `horizontal` are roof windows. */
export const FACADES = ['horizontal', 'east', 'south', 'west', 'north'] as const;
export type Facade = (typeof FACADES)[number];

export interface EnvelopePart {
  readonly areaM2: number;
  readonly uValueWPerM2K: number;
  /** Share of the full temperature difference that the part sees: 1 to outside, 0.5 to ground or an unheated cellar. */
  readonly adjustment: number;
}

/** A building as the quasi-steady method sees it. All per-area figures are per reference floor area. */
export interface QuasiSteadyBuilding {
  readonly referenceAreaM2: number;
  readonly roomHeightM: number;
  /** Opaque parts, doors and windows alike. */
  readonly parts: readonly EnvelopePart[];
  /** Supplement on the U-value of every part for thermal bridges. */
  readonly thermalBridgeWPerM2K: number;
  readonly infiltrationPerH: number;
  readonly ventilationPerH: number;
  readonly windowM2: Readonly<Record<Facade, number>>;
  /** Total energy transmittance at normal incidence. */
  readonly gValue: number;
  readonly frameShare: number;
  /** For light that does not come perpendicularly. */
  readonly incidenceFactor: number;
  readonly shadingFactorHorizontal: number;
  readonly shadingFactorVertical: number;
  readonly heatCapacityJPerM2K: number;
  readonly internalGainWPerM2: number;
  readonly setDegC: number;
  /** Night set-back and rooms that are not heated: factor on the losses at 1 and at 4 W/(m2 K). */
  readonly reductionAt1: number;
  readonly reductionAt4: number;
}

/** Volumetric heat capacity of air in TABULA: 0.34 Wh/(m3 K). */
const AIR_J_PER_M3K = 0.34 * 3600;

export interface LossCoefficients {
  /** Per reference area. */
  readonly transmissionWPerM2K: number;
  readonly ventilationWPerM2K: number;
  readonly reduction: number;
  /** c_m / (h_tr + h_ve), s. */
  readonly timeConstantS: number;
}

/** README eq. 1 to 4. */
export function lossCoefficients(building: QuasiSteadyBuilding): LossCoefficients {
  const { parts, thermalBridgeWPerM2K, referenceAreaM2, roomHeightM } = building;
  let transmissionWPerK = 0;
  for (const { areaM2, uValueWPerM2K, adjustment } of parts)
    transmissionWPerK += areaM2 * (adjustment * uValueWPerM2K + thermalBridgeWPerM2K);
  const transmissionWPerM2K = transmissionWPerK / referenceAreaM2;
  const airPerH = building.infiltrationPerH + building.ventilationPerH;
  const ventilationWPerM2K = (AIR_J_PER_M3K / 3600) * airPerH * roomHeightM;
  return {
    transmissionWPerM2K,
    ventilationWPerM2K,
    reduction: reductionFactor(building, transmissionWPerM2K),
    timeConstantS: building.heatCapacityJPerM2K / (transmissionWPerM2K + ventilationWPerM2K),
  };
}

/**
 * TABULA's temperature reduction factor: straight lines between 1 at 0.5, `reductionAt1` at 1 and `reductionAt4` at
 * 4 W/(m2 K), held above; below 0.5 the first line goes on. README eq. 3.
 */
function reductionFactor(
  { reductionAt1, reductionAt4 }: QuasiSteadyBuilding,
  transmissionWPerM2K: number,
): number {
  if (transmissionWPerM2K < 1) return reductionAt1 + ((1 - reductionAt1) * (1 - transmissionWPerM2K)) / 0.5;
  const share = (Math.min(transmissionWPerM2K, 4) - 1) / 3;
  return reductionAt1 + share * (reductionAt4 - reductionAt1);
}
