import { exp, ln, pow } from '../numeric/elementary';

/** Saturation pressure over water, Magnus form with the WMO (2008) constants. README eq. 11. */
export function saturationPressurePa(tempDegC: number): number {
  return 611.2 * exp((17.62 * tempDegC) / (243.12 + tempDegC));
}

/** Dew point from temperature and relative humidity; inverse of the Magnus form. README eq. 12. */
export function dewPointDegC(tempDegC: number, relativeHumidityPercent: number): number {
  const share = Math.max(relativeHumidityPercent, 0.1) / 100;
  const gamma = ln(share) + (17.62 * tempDegC) / (243.12 + tempDegC);
  return Math.min((243.12 * gamma) / (17.62 - gamma), tempDegC);
}

/** Relative humidity from temperature and dew point, in percent, at most 100. */
export function relativeHumidityPercent(tempDegC: number, dewPointC: number): number {
  return Math.min(100, (100 * saturationPressurePa(dewPointC)) / saturationPressurePa(tempDegC));
}

/** Pressure of the international standard atmosphere at a height (ISO 2533). README eq. 13. */
export function standardPressurePa(elevationM: number): number {
  return 101325 * pow(1 - 2.25577e-5 * elevationM, 5.2559);
}

/** W/(m2 K4), CODATA 2018. */
export const STEFAN_BOLTZMANN = 5.670374419e-8;

/**
 * Horizontal infrared radiation from the sky: clear-sky emissivity after Clark and Allen (1978), cloud factor after
 * Walton (1983), as in the EnergyPlus Engineering Reference. `opaqueCloudTenths` from 0 to 10. README eq. 10.
 */
export function skyInfraredWPerM2(tempDegC: number, dewPointC: number, opaqueCloudTenths: number): number {
  const n = opaqueCloudTenths;
  const clear = 0.787 + 0.764 * ln((dewPointC + 273.15) / 273);
  const emissivity = clear * (1 + 0.0224 * n - 0.0035 * n * n + 0.00028 * n * n * n);
  const tempK = tempDegC + 273.15;
  return Math.min(emissivity, 1) * STEFAN_BOLTZMANN * tempK * tempK * tempK * tempK;
}

/** Temperature of a black sky that sends this infrared, degC: T = (L / sigma)^(1/4). README eq. 25. */
export function skyTempDegC(infraredWPerM2: number): number {
  return Math.sqrt(Math.sqrt(infraredWPerM2 / STEFAN_BOLTZMANN)) - 273.15;
}
