import type { PerezParts } from '../weather';
import { dcShare, inverterAcShare } from './photovoltaics';
import {
  diffuseCosIncidence,
  GLASS_COVER,
  physicalIncidenceModifier,
  type Cover,
} from './photovoltaicOptics';

/** Losses of a system in percent as PVWatts lists them: Dobos, PVWatts Version 5 Manual, NREL/TP-6A20-62641 (2014). */
export const PVWATTS_LOSSES_PERCENT = {
  soiling: 2,
  shading: 3,
  snow: 0,
  mismatch: 2,
  wiring: 2,
  connections: 0.5,
  lightInducedDegradation: 1.5,
  nameplateRating: 1,
  age: 0,
  availability: 3,
} as const;

/** Share lost to losses that act one after the other: 1 - product of (1 - loss). photovoltaicModel.md eq. 4. */
export function combinedLossShare(lossesPercent: Readonly<Record<string, number>>): number {
  let kept = 1;
  for (const loss of Object.values(lossesPercent)) kept *= 1 - loss / 100;
  return 1 - kept;
}

/** Cell temperature from the nominal one (at 800 W/m², 20 degC), Ross (1980). photovoltaicModel.md eq. 5. */
export function rossCellDegC(planeWPerM2: number, outdoorDegC: number, nominalCellDegC: number): number {
  return outdoorDegC + ((nominalCellDegC - 20) / 800) * planeWPerM2;
}

/** Wind at a module on the ground or one storey up is about half that at the mast: Gilman (2015). */
const WIND_AT_MODULE = 0.51;
const TRANSMITTANCE_ABSORPTANCE = 0.9;

/**
 * Cell temperature with the wind and the module's own efficiency: the NOCT model of SAM, Gilman, NREL/TP-6A20-64102
 * (2015). photovoltaicModel.md eq. 6.
 */
export function samCellDegC(
  planeWPerM2: number,
  outdoorDegC: number,
  windMPerS: number,
  nominalCellDegC: number,
  moduleEfficiency: number,
): number {
  const cooling = 9.5 / (5.7 + 3.8 * WIND_AT_MODULE * windMPerS);
  const heated = 1 - moduleEfficiency / TRANSMITTANCE_ABSORPTANCE;
  return outdoorDegC + (planeWPerM2 / 800) * (nominalCellDegC - 20) * heated * cooling;
}

/** Heat loss of a module in PVsyst's model, W/(m² K) and W/(m³ s K). Free standing: 29 and 0. */
export interface PvsystLoss {
  readonly constantWPerM2K: number;
  readonly perWindWPerM2KPerMPerS: number;
}
export const PVSYST_FREE_STANDING: PvsystLoss = { constantWPerM2K: 29, perWindWPerM2KPerMPerS: 0 };

/** Cell temperature after PVsyst: absorbed less converted power over the heat loss. photovoltaicModel.md eq. 7. */
export function pvsystCellDegC(
  planeWPerM2: number,
  outdoorDegC: number,
  windMPerS: number,
  loss: PvsystLoss = PVSYST_FREE_STANDING,
  moduleEfficiency = 0.1,
  absorptance = 0.9,
): number {
  const lossWPerM2K = loss.constantWPerM2K + loss.perWindWPerM2KPerMPerS * windMPerS;
  return outdoorDegC + (planeWPerM2 * absorptance * (1 - moduleEfficiency)) / lossWPerM2K;
}

/**
 * Light that reaches the cells through the cover, W/m², one value a step: beam and circumsolar at the sun's angle, the
 * rest of the sky and the ground at their equivalent angles. photovoltaicModel.md eq. 8.
 */
export function effectiveIrradianceWPerM2(
  parts: PerezParts,
  tiltDeg: number,
  cover: Cover = GLASS_COVER,
): Float64Array {
  const diffuse = diffuseCosIncidence(tiltDeg);
  const sky = physicalIncidenceModifier(diffuse.sky, cover);
  const ground = physicalIncidenceModifier(diffuse.ground, cover);
  return parts.beamWPerM2.map((beam, step) => {
    const direct = beam + parts.circumsolarWPerM2[step]!;
    const modifier = direct > 0 ? physicalIncidenceModifier(parts.cosIncidence[step]!, cover) : 0;
    const fromSky = parts.skyWPerM2[step]! + parts.horizonWPerM2[step]!;
    return modifier * direct + sky * fromSky + ground * parts.groundWPerM2[step]!;
  });
}

/** A system behind one inverter. */
export interface PvSystem {
  /** Rated DC power at 1,000 W/m² and 25 degC. */
  readonly ratedDcW: number;
  readonly dcAcRatio: number;
  readonly gammaPerK: number;
  readonly lossShare: number;
  readonly nominalCellDegC: number;
  readonly moduleEfficiency: number;
}

/**
 * AC power, W: cell temperature (SAM), PVWatts' DC, losses and inverter with clipping. README eq. 6 and 7 and
 * photovoltaicModel.md eq. 4 and 6.
 */
export function systemAcW(
  system: PvSystem,
  planeWPerM2: number,
  effectiveWPerM2: number,
  outdoorDegC: number,
  windMPerS: number,
): number {
  if (!(effectiveWPerM2 > 0)) return 0;
  const { nominalCellDegC, moduleEfficiency, gammaPerK, lossShare } = system;
  const cellDegC = samCellDegC(planeWPerM2, outdoorDegC, windMPerS, nominalCellDegC, moduleEfficiency);
  const dcW = system.ratedDcW * (1 - lossShare) * dcShare(effectiveWPerM2, cellDegC, gammaPerK);
  // The part-load curve is written against the DC input at which the inverter gives its AC rating.
  const fullDcW = system.ratedDcW / system.dcAcRatio / inverterAcShare(1);
  return fullDcW * inverterAcShare(dcW / fullDcW);
}
