import { STEFAN_BOLTZMANN } from '../../../weather';
import { cos, RAD_PER_DEG } from '../../../numeric/elementary';

const KELVIN = 273.15;

/** (T1^4 - T2^4) / (T1 - T2) times the Stefan-Boltzmann constant, W/(m2 K): exact for these two temperatures. */
export function radiationFactor(aDegC: number, bDegC: number): number {
  const a = aDegC + KELVIN;
  const b = bDegC + KELVIN;
  return STEFAN_BOLTZMANN * (a * a + b * b) * (a + b);
}

/** Shares of an outer surface's hemisphere: black sky, and what is at air temperature (air near the horizon, ground). */
export interface OutsideView {
  readonly sky: number;
  readonly air: number;
}

/**
 * View of the sky F = (1 + cos tilt) / 2 or as given; of it beta = sqrt((1 + cos tilt) / 2) is at sky temperature and the
 * rest, towards the horizon, at air temperature. Walton (1983), as in the EnergyPlus Engineering Reference. README eq. 9.
 */
export function outsideView(tiltDeg: number, skyViewShare?: number): OutsideView {
  const open = (1 + cos(tiltDeg * RAD_PER_DEG)) / 2;
  const sky = (skyViewShare ?? open) * Math.sqrt(Math.max(open, 0));
  return { sky, air: 1 - sky };
}

/** No plane sees more than this many times its share: keeps rooms that no box can have (one plane larger than the rest). */
const LARGEST_FACTOR = 10;

/**
 * Carroll's mean-radiant factors of the planes of one room: F_i = 1 / (1 - A_i F_i / sum A F), so that no plane exchanges
 * with itself. Carroll, "An MRT method of computing radiant energy exchange in rooms" (1980). README eq. 6.
 */
export function carrollFactors(areaM2: readonly number[]): number[] {
  const factors = areaM2.map(() => 1);
  if (areaM2.length < 2) return factors;
  for (let pass = 0; pass < 200; pass += 1) {
    let total = 0;
    for (let k = 0; k < areaM2.length; k += 1) total += areaM2[k]! * factors[k]!;
    let moved = 0;
    for (let k = 0; k < areaM2.length; k += 1) {
      const rest = 1 - (areaM2[k]! * factors[k]!) / total;
      const next = rest > 1 / LARGEST_FACTOR ? 1 / rest : LARGEST_FACTOR;
      moved = Math.max(moved, Math.abs(next - factors[k]!));
      factors[k] = next;
    }
    if (moved < 1e-12) break;
  }
  return factors;
}

/** Factor of a grey surface on 4 sigma T^3: plane's factor and emissivity in series. */
export function greyFactor(planeFactor: number, emissivity: number): number {
  return emissivity > 0 ? 1 / (1 / planeFactor + (1 - emissivity) / emissivity) : 0;
}
