import type { Building, SourcedValue } from '../model/building';
import type { CostBasis, CostItem, EmbodiedCarbon, ValueOf } from './work';

/** Said of every figure that no source at hand gives. */
export const ENGINEERING_VALUE = 'engineering value';

/** Insulation: EUR/m2 fixed and per centimetre, life. UBA Texte 132/2019 p. 37 and Agora Energiewende p. 110 stand behind it. */
export const INSULATION_COSTS = 'PyPSA-Eur 3dde177d, retro_cost_germany.csv (UBA, Agora Energiewende)';
const WINDOW_COSTS = 'PyPSA-Eur 82953811, window_assumptions.csv (Agora Energiewende p. 115)';
export const HEATING_COSTS = 'PyPSA technology-data 000fdb72, costs_2025.csv (Danish Energy Agency 2018)';
export const RESISTIVE_COSTS = 'PyPSA technology-data 000fdb72, costs_2025.csv (Schaber thesis)';
export const BATTERY_COSTS =
  'PyPSA technology-data 000fdb72, costs_2025.csv (Energy Watch Group and LUT 2019, Danish Energy Agency)';
/** EUR per kW of a home battery's inverter, and its life; the source gives the cells 22.5 years. */
export const INVERTER_EUR_PER_KW = 321.27;
export const INVERTER_YEARS = 10;
export const PANEL_COSTS =
  'PyPSA technology-data 000fdb72, costs_2025.csv (Danish Energy Agency, rooftop PV residential and commercial)';
export const TABULA_USUAL = 'TABULA/EPISCOPE variant 002 (usual refurbishment)';
const KBOB_EPS =
  'KBOB in CityEnergyAnalyst 0b1b0047, MATERIALS.csv 10.004.01: EPS at 0.035 W/(m K), 16.8 kg/m3, 6.95 kg CO2e/kg; the boards only';
export const SIA_WINDOWS =
  'SIA 2032 in CityEnergyAnalyst 362c6d63, ENVELOPE_WINDOW.csv: 123 kg CO2e/m2 with low-emissivity coating, 30 years';

export function engineering(value: number): SourcedValue {
  return { value, source: ENGINEERING_VALUE, quality: 'unknown_untraceable' };
}

/** Upkeep of what needs none, and why. */
export function noUpkeep(why: string): SourcedValue {
  return { value: 0, source: `${ENGINEERING_VALUE}: ${why}`, quality: 'unknown_untraceable' };
}

/** Of work on the envelope. */
export const STAYS_PUT = noUpkeep('nothing there wears that is not replaced at the end of its life');
/** Of what is set otherwise and stays as it is. */
export const A_SETTING = noUpkeep('a setting is changed, nothing is added that wears');

export function typology(value: number, source: string): SourcedValue {
  return { value, source, quality: 'extrapolated_higher_level' };
}

const LOW_SHARE = 0.7;
const HIGH_SHARE = 1.5;

/** A price with a source. Its range has none: 0.7 to 1.5 of the typical figure unless said otherwise. */
export function sourcedCost(
  basis: CostBasis,
  typicalPerUnit: CostItem['typicalPerUnit'],
  source: string,
  highShare = HIGH_SHARE,
): CostItem {
  return {
    basis,
    typicalPerUnit,
    source,
    quality: 'extrapolated_higher_level',
    lowShare: engineering(LOW_SHARE),
    highShare: engineering(highShare),
  };
}

/** A price without a source. */
export function engineeringCost(basis: CostBasis, perUnit: number, highShare = HIGH_SHARE): CostItem {
  return {
    ...sourcedCost(basis, () => perUnit, ENGINEERING_VALUE, highShare),
    quality: 'unknown_untraceable',
  };
}

const CM_PER_M = 100;
/** kg CO2-equivalent per m3 of EPS board: 16.8 kg/m3 x 6.95 kg/kg. */
const EPS_KG_PER_M3 = 16.8 * 6.95;
const WINDOW_KG_PER_M2 = 123;

export const INSULATED_ELEMENTS = ['wall', 'roof', 'floor'] as const;
export type InsulatedElement = (typeof INSULATED_ELEMENTS)[number];

const INSULATION_EUR: Readonly<Record<InsulatedElement, readonly [fixed: number, perCm: number]>> = {
  wall: [70.34, 2.36],
  roof: [75.61, 1.3],
  floor: [39.39, 1.3],
};

/** EUR/m2 of an element with `thicknessM` of insulation added: fixed + per centimetre. */
function insulationEurPerM2(element: InsulatedElement, thicknessM: number): number {
  const [fixed, perCm] = INSULATION_EUR[element];
  return fixed + perCm * CM_PER_M * thicknessM;
}

const DOUBLE = { uValueWPerM2K: 1.34, eurPerM2: 180.08 };
const TRIPLE = { uValueWPerM2K: 0.8, eurPerM2: 225 };

/** EUR/m2 of window: linear in U between the two sourced ones, constant outside. */
function windowEurPerM2(uValueWPerM2K: number): number {
  const share = (DOUBLE.uValueWPerM2K - uValueWPerM2K) / (DOUBLE.uValueWPerM2K - TRIPLE.uValueWPerM2K);
  const within = Math.min(1, Math.max(0, share));
  return DOUBLE.eurPerM2 + within * (TRIPLE.eurPerM2 - DOUBLE.eurPerM2);
}

export const AIR_SEALING_EUR_PER_M2 = 15;

/** Thickness of what is added, 0 where a building does not need it. */
type ThicknessOf = (valueOf: ValueOf, building?: Building) => number;

/** Insulation of one element as a price; nothing added costs nothing. */
export function insulationCost(element: InsulatedElement, thicknessM: ThicknessOf): CostItem {
  return sourcedCost(
    element,
    (valueOf, building) => {
      const added = thicknessM(valueOf, building);
      return added > 0 ? insulationEurPerM2(element, added) : 0;
    },
    INSULATION_COSTS,
  );
}

export function insulationCarbon(element: InsulatedElement, thicknessM: ThicknessOf): EmbodiedCarbon {
  return {
    basis: element,
    perUnitKg: (valueOf, building) => EPS_KG_PER_M3 * thicknessM(valueOf, building),
    source: KBOB_EPS,
    quality: 'extrapolated_higher_level',
  };
}

/** U-value of new windows, NaN where a building keeps those it has. */
type NewWindows = (valueOf: ValueOf, building?: Building) => number;

const WINDOW_HIGH_SHARE = 2.5;

export function windowCost(uValueWPerM2K: NewWindows): CostItem {
  return sourcedCost(
    'window',
    (valueOf, building) => {
      const uValue = uValueWPerM2K(valueOf, building);
      return Number.isNaN(uValue) ? 0 : windowEurPerM2(uValue);
    },
    WINDOW_COSTS,
    WINDOW_HIGH_SHARE,
  );
}

export function windowCarbon(uValueWPerM2K: NewWindows): EmbodiedCarbon {
  return {
    basis: 'window',
    perUnitKg: (valueOf, building) => (Number.isNaN(uValueWPerM2K(valueOf, building)) ? 0 : WINDOW_KG_PER_M2),
    source: SIA_WINDOWS,
    quality: 'extrapolated_higher_level',
  };
}
