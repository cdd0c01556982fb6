import { DC_AC_RATIO } from '../../model/inverterRating';

export { DC_AC_RATIO };

/** PVWatts (Dobos 2014) losses; Faiman's heat loss factors as in pvlib; README eq. 5 to 8. */
const GAMMA_PER_K = -0.0035;
const LOSS_SHARE = 0.140757;
const INVERTER_NOMINAL = 0.96;
const FAIMAN_U0 = 25;
const FAIMAN_U1 = 6.84;

/** Cell temperature, Faiman (2008), README eq. 5. */
export function cellTempDegC(planeWPerM2: number, outdoorDegC: number, windMPerS: number): number {
  return outdoorDegC + planeWPerM2 / (FAIMAN_U0 + FAIMAN_U1 * windMPerS);
}

/** DC power per watt peak before losses, README eq. 6. */
export function dcShare(planeWPerM2: number, cellDegC: number, gammaPerK = GAMMA_PER_K): number {
  return (planeWPerM2 / 1000) * (1 + gammaPerK * (cellDegC - 25));
}

/** AC output of an inverter whose DC rating is 1, PVWatts part-load curve with clipping, README eq. 7. */
export function inverterAcShare(dcLoading: number): number {
  if (dcLoading <= 0) return 0;
  const efficiency = (INVERTER_NOMINAL / 0.9637) * (-0.0162 * dcLoading - 0.0059 / dcLoading + 0.9858);
  return Math.min(INVERTER_NOMINAL, Math.max(0, efficiency * dcLoading));
}

/** AC power per watt peak, README eq. 8. The inverter's AC rating is 1 / 1.2 of the modules' peak. */
export function acShare(planeWPerM2: number, outdoorDegC: number, windMPerS: number): number {
  if (!(planeWPerM2 > 0)) return 0;
  const dc = (1 - LOSS_SHARE) * dcShare(planeWPerM2, cellTempDegC(planeWPerM2, outdoorDegC, windMPerS));
  const dcRating = 1 / DC_AC_RATIO / INVERTER_NOMINAL;
  return inverterAcShare(dc / dcRating) * dcRating;
}
