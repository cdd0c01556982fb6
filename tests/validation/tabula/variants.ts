import type { PeriodClimate, QuasiSteadyBuilding } from '../../../src/sim/buildings/monthlyMethod';

/** One building variant in TABULA's names and units (areas m2, Wh, kWh, hours). */
export interface TabulaVariant {
  readonly code: string;
  readonly geometry: Readonly<Record<string, number>>;
  readonly envelope: Readonly<Record<string, number>>;
  readonly boundary: Readonly<Record<string, number>>;
  readonly expected: Readonly<Record<string, number>>;
}

const J_PER_KWH = 3.6e6;
const PARTS = ['Roof_1', 'Roof_2', 'Wall_1', 'Wall_2', 'Wall_3', 'Floor_1', 'Floor_2'];
/** Windows and doors border on outside air: no adjustment factor is given for them. */
const OPENINGS = ['Window_1', 'Window_2', 'Door_1'];

export function buildingOf({ geometry, envelope, boundary }: TabulaVariant): QuasiSteadyBuilding {
  return {
    referenceAreaM2: geometry['A_C_Ref']!,
    roomHeightM: boundary['h_room']!,
    parts: [...PARTS, ...OPENINGS].map((part) => ({
      areaM2: geometry[`A_${part}`]!,
      uValueWPerM2K: envelope[`U_Actual_${part}`]!,
      adjustment: boundary[`b_Transmission_${part}`] ?? 1,
    })),
    thermalBridgeWPerM2K: envelope['delta_U_ThermalBridging']!,
    infiltrationPerH: envelope['n_air_infiltration']!,
    ventilationPerH: envelope['n_air_use']!,
    windowM2: {
      horizontal: geometry['A_Window_Horizontal']!,
      east: geometry['A_Window_East']!,
      south: geometry['A_Window_South']!,
      west: geometry['A_Window_West']!,
      north: geometry['A_Window_North']!,
    },
    gValue: envelope['g_gl_n']!,
    frameShare: boundary['F_f']!,
    incidenceFactor: boundary['F_w']!,
    shadingFactorHorizontal: boundary['F_sh_hor']!,
    shadingFactorVertical: boundary['F_sh_vert']!,
    heatCapacityJPerM2K: 3600 * boundary['c_m']!,
    internalGainWPerM2: boundary['phi_int']!,
    setDegC: boundary['theta_i']!,
    reductionAt1: boundary['F_red_htr1']!,
    reductionAt4: boundary['F_red_htr4']!,
  };
}

/** The variant's own heating season. */
export function climateOf({ boundary }: TabulaVariant): PeriodClimate {
  return {
    durationS: 86400 * boundary['HeatingDays']!,
    outdoorDegC: boundary['Theta_e']!,
    irradiationJPerM2: {
      horizontal: J_PER_KWH * boundary['I_Sol_Hor']!,
      east: J_PER_KWH * boundary['I_Sol_East']!,
      south: J_PER_KWH * boundary['I_Sol_South']!,
      west: J_PER_KWH * boundary['I_Sol_West']!,
      north: J_PER_KWH * boundary['I_Sol_North']!,
    },
  };
}

export const kWh = (energyJ: number): number => energyJ / J_PER_KWH;
