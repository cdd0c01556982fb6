import { STEFAN_BOLTZMANN } from '../../weather';
import type { Gas } from '../../../model/buildingModel/types';
import { cos, PI, pow, RAD_PER_DEG, sin } from '../../numeric/elementary';
import type { Cavity } from './types';

/** Value at 0 K and slope, linear in absolute temperature. */
type Linear = readonly [atZero: number, perK: number];

interface GasData {
  readonly conductivityWPerMK: Linear;
  readonly viscosityPaS: Linear;
  readonly heatCapacityJPerKgK: Linear;
  readonly molarMassKgPerMol: number;
}

/** ISO 15099:2003, tables B.1 to B.3. */
const GAS_DATA: Readonly<Record<Gas, GasData>> = {
  air: {
    conductivityWPerMK: [2.873e-3, 7.76e-5],
    viscosityPaS: [3.723e-6, 4.94e-8],
    heatCapacityJPerKgK: [1002.737, 1.2324e-2],
    molarMassKgPerMol: 0.02897,
  },
  argon: {
    conductivityWPerMK: [2.285e-3, 5.149e-5],
    viscosityPaS: [3.379e-6, 6.451e-8],
    heatCapacityJPerKgK: [521.9285, 0],
    molarMassKgPerMol: 0.039948,
  },
  krypton: {
    conductivityWPerMK: [9.443e-4, 2.826e-5],
    viscosityPaS: [2.213e-6, 7.777e-8],
    heatCapacityJPerKgK: [248.0907, 0],
    molarMassKgPerMol: 0.0838,
  },
};

const GAS_CONSTANT_J_PER_MOL_K = 8.314462618;
const GRAVITY_M_PER_S2 = 9.81;
/** Sealed units are filled at about this pressure, whatever the height of the site. */
const FILL_PRESSURE_PA = 101325;
/** Height of cavities where the caller gives none; Nusselt numbers of ordinary windows hardly depend on it. */
const DEFAULT_HEIGHT_M = 1;

const at = ([atZero, perK]: Linear, tempK: number): number => atZero + perK * tempK;

/** Vertical cavity, ISO 15099:2003 eq. 48 to 52 (Wright 1996, ElSherbiny et al. 1982). */
function nusseltVertical(rayleigh: number, aspect: number): number {
  const slender =
    rayleigh > 5e4
      ? 0.0673838 * pow(rayleigh, 1 / 3)
      : rayleigh > 1e4
        ? 0.028154 * pow(rayleigh, 0.4134)
        : 1 + 1.7596678e-10 * pow(rayleigh, 2.2984755);
  return Math.max(slender, 0.242 * pow(rayleigh / aspect, 0.272));
}

/** Inclined by 60 degrees, heated from below, ISO 15099:2003 eq. 44 to 47. */
function nusseltAt60(rayleigh: number, aspect: number): number {
  const g = 0.5 / pow(1 + pow(rayleigh / 3160, 20.6), 0.1);
  const slender = pow(1 + pow((0.0936 * pow(rayleigh, 0.314)) / (1 + g), 7), 1 / 7);
  return Math.max(slender, (0.104 + 0.175 / aspect) * pow(rayleigh, 0.283));
}

/** Under 60 degrees, heated from below, ISO 15099:2003 eq. 42 (Hollands et al. 1976). */
function nusseltFlat(rayleigh: number, tiltRad: number): number {
  const rayleighCos = rayleigh * cos(tiltRad);
  const onset = Math.max(1 - 1708 / rayleighCos, 0);
  const inclined = 1 - (1708 * pow(sin(1.8 * tiltRad), 1.6)) / rayleighCos;
  const turbulent = Math.max(pow(rayleighCos / 5830, 1 / 3) - 1, 0);
  return 1 + 1.44 * onset * inclined + turbulent;
}

/**
 * Nusselt number of a gas layer between two parallel panes, at least 1. `tiltDeg` is the angle from a horizontal layer that
 * is heated from below (0) over vertical (90) to one heated from above (180). ISO 15099:2003, 5.3.3. README eq. 14.
 */
export function cavityNusselt(rayleigh: number, aspect: number, tiltDeg: number): number {
  if (!(rayleigh > 0)) return 1;
  if (tiltDeg >= 90) return 1 + (nusseltVertical(rayleigh, aspect) - 1) * sin((PI * tiltDeg) / 180);
  if (tiltDeg < 60) return Math.max(nusseltFlat(rayleigh, tiltDeg * RAD_PER_DEG), 1);
  const upright = (tiltDeg - 60) / 30;
  return nusseltAt60(rayleigh, aspect) * (1 - upright) + nusseltVertical(rayleigh, aspect) * upright;
}

/** Convection and conduction of the gas alone, W/(m² K). README eq. 13 and 14. */
export function gasConductanceWPerM2K(
  { gas, thicknessM }: Cavity,
  tempFrontDegC: number,
  tempBackDegC: number,
  tiltDeg: number,
  heightM = DEFAULT_HEIGHT_M,
): number {
  const meanK = (tempFrontDegC + tempBackDegC) / 2 + 273.15;
  const data = GAS_DATA[gas];
  const conductivity = at(data.conductivityWPerMK, meanK);
  const density = (FILL_PRESSURE_PA * data.molarMassKgPerMol) / (GAS_CONSTANT_J_PER_MOL_K * meanK);
  const buoyancy =
    (density * density * thicknessM * thicknessM * thicknessM * GRAVITY_M_PER_S2) /
    (at(data.viscosityPaS, meanK) * conductivity * meanK);
  const difference = Math.abs(tempFrontDegC - tempBackDegC);
  const rayleigh = buoyancy * at(data.heatCapacityJPerKgK, meanK) * difference;
  // A pane that faces up covers the room: warmth behind it comes from below.
  const fromBelow = tempBackDegC >= tempFrontDegC ? tiltDeg : 180 - tiltDeg;
  return (conductivity / thicknessM) * cavityNusselt(rayleigh, heightM / thicknessM, fromBelow);
}

/** Infrared between two infinite parallel grey plates, per kelvin of their difference, W/(m² K). README eq. 15. */
function cavityRadiationWPerM2K(cavity: Cavity, tempFrontDegC: number, tempBackDegC: number): number {
  const front = tempFrontDegC + 273.15;
  const back = tempBackDegC + 273.15;
  const resistance = 1 / cavity.emissivityFront + 1 / cavity.emissivityBack - 1;
  return (STEFAN_BOLTZMANN * (front * front + back * back) * (front + back)) / resistance;
}

/**
 * Conductance between the two surfaces of a gas space, gas and infrared together, W/(m² K); ISO 15099:2003. Front is the
 * outer pane's inner surface. `tiltDeg`: of the window, 0 faces up, 90 = wall, 180 faces down.
 */
export function gapConductanceWPerM2K(
  cavity: Cavity,
  tempFrontDegC: number,
  tempBackDegC: number,
  tiltDeg: number,
  heightM = DEFAULT_HEIGHT_M,
): number {
  const gas = gasConductanceWPerM2K(cavity, tempFrontDegC, tempBackDegC, tiltDeg, heightM);
  return gas + cavityRadiationWPerM2K(cavity, tempFrontDegC, tempBackDegC);
}
