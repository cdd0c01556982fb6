import type { Roughness, Terrain } from '../../../../model/buildingModel/types';
import { pow } from '../../../numeric/elementary';
import { LEAST_CONVECTION, naturalConvection } from './natural';

/** Exponent and depth of the wind's boundary layer, m. ASHRAE Handbook of Fundamentals (2005), ch. 16, table 1. */
const PROFILE: Readonly<Record<Terrain, readonly [exponent: number, depthM: number]>> = {
  country: [0.14, 270],
  suburbs: [0.22, 370],
  city: [0.33, 460],
};
/** Weather stations measure at 10 m in open country. */
const STATION_HEIGHT_M = 10;

/** Wind at a height as a share of the station's, README eq. 8. */
export function windShare(heightM: number, terrain: Terrain): number {
  const [stationExponent, stationDepthM] = PROFILE.country;
  const [exponent, depthM] = PROFILE[terrain];
  return (
    pow(stationDepthM / STATION_HEIGHT_M, stationExponent) * pow(Math.max(heightM, 0) / depthM, exponent)
  );
}

/** Factor on the forced part, Walton (1983). */
const ROUGHNESS_FACTOR: Readonly<Record<Roughness, number>> = {
  veryRough: 2.17,
  rough: 1.67,
  mediumRough: 1.52,
  mediumSmooth: 1.13,
  smooth: 1.11,
  verySmooth: 1,
};

/** Exponents of the wind speed on the windward and the leeward side (MoWiTT). */
export const WINDWARD_EXPONENT = 0.89;
export const LEEWARD_EXPONENT = 0.617;

/** How one outer surface meets the wind. */
export interface WindExposure {
  /** MoWiTT's a times the local share to the power b; 0 without wind. Times the station's speed to the power b. */
  readonly windward: number;
  readonly leeward: number;
  readonly roughnessFactor: number;
  /** Level surfaces have no lee. */
  readonly level: boolean;
}

export function windExposure(
  share: number,
  roughness: Roughness,
  cosTilt: number,
  wind: boolean,
): WindExposure {
  return {
    windward: wind ? 3.26 * pow(share, WINDWARD_EXPONENT) : 0,
    leeward: wind ? 3.55 * pow(share, LEEWARD_EXPONENT) : 0,
    roughnessFactor: ROUGHNESS_FACTOR[roughness],
    level: Math.abs(cosTilt) >= 0.98,
  };
}

/**
 * Convection at an outer surface, W/(m2 K): DOE-2's form of MoWiTT (Yazdanian and Klems 1994), natural part after Walton.
 * Without a wind direction every wall is taken half the time in the lee. `windwardSpeed` and `leewardSpeed` are the station's
 * speed to the powers 0.89 and 0.617; `cosTilt` is that of the outward normal. README eq. 7.
 */
export function outsideConvection(
  exposure: WindExposure,
  differenceK: number,
  cosTilt: number,
  windwardSpeed: number,
  leewardSpeed: number,
): number {
  const natural = naturalConvection(differenceK, cosTilt);
  const windward = exposure.windward * windwardSpeed;
  const facing = Math.sqrt(natural * natural + windward * windward);
  let glass = facing;
  if (!exposure.level) {
    const leeward = exposure.leeward * leewardSpeed;
    glass = (facing + Math.sqrt(natural * natural + leeward * leeward)) / 2;
  }
  return Math.max(natural + exposure.roughnessFactor * (glass - natural), LEAST_CONVECTION);
}
