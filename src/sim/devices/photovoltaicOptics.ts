import { acos, asin, cos, exp, PI, RAD_PER_DEG, sin } from '../numeric/elementary';

/** Refractive index, extinction 1/m and thickness m of a module's cover: Duffie and Beckman (2013), ch. 5. */
export interface Cover {
  readonly refractiveIndex: number;
  readonly extinctionPerM: number;
  readonly thicknessM: number;
}
export const GLASS_COVER: Cover = { refractiveIndex: 1.526, extinctionPerM: 4, thicknessM: 0.002 };

/** Transmittance of a cover at a cosine of incidence, one pass, unpolarised light. */
function transmittance(cosIncidence: number, { refractiveIndex, extinctionPerM, thicknessM }: Cover): number {
  const path = extinctionPerM * thicknessM;
  if (cosIncidence > 1 - 1e-9) {
    const reflected = (refractiveIndex - 1) / (refractiveIndex + 1);
    return exp(-path) * (1 - reflected * reflected);
  }
  const incidence = acos(cosIncidence);
  const refraction = asin(sin(incidence) / refractiveIndex);
  const difference = sin(refraction - incidence) / sin(refraction + incidence);
  const ratio = (difference * cos(refraction + incidence)) / cos(refraction - incidence);
  const reflected = (difference * difference + ratio * ratio) / 2;
  return exp(-path / cos(refraction)) * (1 - reflected);
}

/**
 * Incidence angle modifier of a glass cover: Snell, Fresnel and Bouguer, relative to normal incidence. De Soto, Klein and
 * Beckman, Solar Energy 80 (2006) 78. 0 at and behind the plane's edge. photovoltaicModel.md eq. 1.
 */
export function physicalIncidenceModifier(cosIncidence: number, cover: Cover = GLASS_COVER): number {
  if (!(cosIncidence > 0)) return 0;
  return transmittance(Math.min(cosIncidence, 1), cover) / transmittance(1, cover);
}

/** Incidence angle modifier 1 - b (1 / cos - 1), ASHRAE 93. photovoltaicModel.md eq. 2. */
export function ashraeIncidenceModifier(cosIncidence: number, b = 0.05): number {
  if (!(cosIncidence > 0)) return 0;
  return Math.max(0, 1 - b * (1 / cosIncidence - 1));
}

/**
 * Cosines of the angles at which beam would meet a tilted plane as the whole sky's and the ground's diffuse light does:
 * Brandemuehl and Beckman, Solar Energy 24 (1980) 511. photovoltaicModel.md eq. 3.
 */
export function diffuseCosIncidence(tiltDeg: number): { readonly sky: number; readonly ground: number } {
  const skyDeg = 59.7 - 0.1388 * tiltDeg + 0.001497 * tiltDeg * tiltDeg;
  const groundDeg = 90 - 0.5788 * tiltDeg + 0.002693 * tiltDeg * tiltDeg;
  // On the level no ground is seen; the fit gives 90 degrees there and rounding must not make it negative.
  const cosine = (angleDeg: number): number => Math.max(0, sin(PI / 2 - angleDeg * RAD_PER_DEG));
  return { sky: cosine(skyDeg), ground: cosine(groundDeg) };
}
