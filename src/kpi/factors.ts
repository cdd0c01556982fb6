/** An assumed factor, shown wherever a figure rests on it. */
export interface Factor {
  readonly value: number;
  readonly unit: string;
  readonly source: string;
}

/** Emission and price factors of the district's indicators. Present-day figures, the same for every scenario. */
export const FACTORS = {
  gridCarbonKgPerKwh: {
    value: 0.49,
    unit: 'kg CO2e/kWh',
    source: 'RWTH districtgenerator, eco_data.json (DE grid)',
  },
  fuelCarbonKgPerKwh: {
    value: 0.228,
    unit: 'kg CO2e/kWh',
    source: 'CEA DE database, natural gas (all fuels counted as gas)',
  },
  electricityPriceEurPerKwh: {
    value: 0.32,
    unit: 'EUR/kWh',
    source: 'RWTH districtgenerator, eco_data.json (DE)',
  },
  feedInPriceEurPerKwh: {
    value: 0.0811,
    unit: 'EUR/kWh',
    source: 'RWTH districtgenerator, eco_data.json (DE)',
  },
  fuelPriceEurPerKwh: {
    value: 0.12,
    unit: 'EUR/kWh',
    source: 'RWTH districtgenerator, eco_data.json (DE, gas)',
  },
} as const satisfies Readonly<Record<string, Factor>>;
