import { exp, pow, RAD_PER_DEG, sin } from '../../../numeric/elementary';
import { cubeRoot } from './cubeRoot';

/** Below this no correlation is followed; still air conducts. EnergyPlus's lower limit. */
export const LEAST_CONVECTION = 0.1;

/**
 * Natural convection at a plane, W/(m2 K), after Walton's TARP (1983). `differenceK` = surface - air; `cosTilt` is that of
 * the normal that points into the air: 1 = faces up. README eq. 4.
 */
export function naturalConvection(differenceK: number, cosTilt: number): number {
  const root = cubeRoot(Math.abs(differenceK));
  const flat = Math.abs(cosTilt);
  if (flat < 1e-6) return 1.31 * root;
  const rising = differenceK * cosTilt > 0;
  return rising ? (9.482 * root) / (7.238 - flat) : (1.81 * root) / (1.382 + flat);
}

const GRAVITY = 9.81;

/** ISO 15099's cases of the angle, compiled: what does not depend on temperatures. */
interface NusseltAtAngle {
  readonly gammaDeg: number;
  readonly sine: number;
  readonly critical: number;
}

/** Room side of a window; `heightM` along the slope. */
export interface WindowRoomSide {
  readonly heightM: number;
  /** While the pane is colder, or warmer, than the room. */
  readonly cold: NusseltAtAngle;
  readonly warm: NusseltAtAngle;
}

function nusseltAtAngle(gammaDeg: number): NusseltAtAngle {
  const sine = sin(gammaDeg * RAD_PER_DEG);
  const critical = 2.5e5 * pow(exp(0.72 * gammaDeg) / Math.max(sine, 1e-9), 0.2);
  return { gammaDeg, sine, critical };
}

/** `tiltDeg` of the window: 90 = vertical, 0 = roof light. A warm pane is the mirror image of a cold one. */
export function windowRoomSide(tiltDeg: number, heightM: number): WindowRoomSide {
  return { heightM, cold: nusseltAtAngle(tiltDeg), warm: nusseltAtAngle(180 - tiltDeg) };
}

/** Natural convection at the room side of a window, W/(m2 K), after ISO 15099:2003, 8.3.2.2. README eq. 5. */
export function windowInsideConvection(
  { heightM, cold, warm }: WindowRoomSide,
  surfaceDegC: number,
  airDegC: number,
  pressurePa: number,
): number {
  const filmK = airDegC + 273.15 + 0.25 * (surfaceDegC - airDegC);
  const densityKgPerM3 = pressurePa / (287.055 * filmK);
  const conductivity = 2.873e-3 + 7.76e-5 * filmK;
  const viscosity = 3.723e-6 + 4.94e-8 * filmK;
  const specificHeat = 1002.737 + 1.2324e-2 * filmK;
  const differenceK = Math.abs(surfaceDegC - airDegC);
  const rayleigh =
    (densityKgPerM3 * densityKgPerM3 * heightM * heightM * heightM * GRAVITY * specificHeat * differenceK) /
    (filmK * viscosity * conductivity);
  return (conductivity / heightM) * nusselt(rayleigh, surfaceDegC > airDegC ? warm : cold);
}

const fourthRoot = (x: number): number => Math.sqrt(Math.sqrt(x));

/** ISO 15099:2003 eq. 118 to 122. */
function nusselt(rayleigh: number, { gammaDeg, sine, critical }: NusseltAtAngle): number {
  if (gammaDeg < 15) return 0.13 * cubeRoot(rayleigh);
  if (gammaDeg > 179) return 0.58 * pow(rayleigh, 0.2);
  if (gammaDeg > 90 || rayleigh <= critical) return 0.56 * fourthRoot(rayleigh * sine);
  return 0.13 * (cubeRoot(rayleigh) - cubeRoot(critical)) + 0.56 * fourthRoot(critical * sine);
}
