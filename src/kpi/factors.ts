import type { AssumptionKey } from '../model/assumptions';
import { COST_FACTORS } from './costFactors';
import { ECONOMICS_FACTORS } from './economicsFactors';
import { MONEY_FACTORS } from './moneyFactors';
import { RELIABILITY_FACTORS } from './reliability/factors';

/** An assumed factor, shown wherever a figure rests on it. */
export interface Factor {
  readonly value: number;
  readonly unit: string;
  readonly source: string;
}

/** A factor for each key of the registry (src/model/assumptions.ts). */
export type Factors = Readonly<Record<AssumptionKey, Factor>>;

/** Emission and price factors of the district's indicators, and what measures cost. Present-day figures, where a scenario assumes none of its own. */
export const FACTORS = {
  gridCarbonKgPerKwh: {
    value: 0.49,
    unit: 'kg CO2e/kWh',
    source: 'RWTH districtgenerator, eco_data.json (DE grid)',
  },
  gridCarbonDaySwing: {
    value: 0.15,
    unit: '1',
    source: 'placeholder for an hourly series, dirtiest at 20:00: unknown_untraceable',
  },
  gridCarbonSeasonSwing: {
    value: 0.1,
    unit: '1',
    source: 'placeholder for an hourly series, dirtiest in mid January: unknown_untraceable',
  },
  marginalKgPerKwh: {
    value: 0.7,
    unit: 'kg CO2e/kWh',
    source: 'placeholder for the short-run operating margin: unknown_untraceable',
  },
  gasCarbonKgPerKwh: { value: 0.228, unit: 'kg CO2e/kWh', source: 'CEA DE database, natural gas' },
  oilCarbonKgPerKwh: { value: 0.301, unit: 'kg CO2e/kWh', source: 'CEA DE database, oil' },
  districtHeatCarbonKgPerKwh: {
    value: 0.228,
    unit: 'kg CO2e/kWh',
    source: 'counted as gas for want of a source: unknown_untraceable',
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
  gasPriceEurPerKwh: {
    value: 0.12,
    unit: 'EUR/kWh',
    source: 'RWTH districtgenerator, eco_data.json (DE, gas)',
  },
  oilPriceEurPerKwh: { value: 0.14, unit: 'EUR/kWh', source: 'CEA DE database, oil (currency not stated)' },
  districtHeatPriceEurPerKwh: {
    value: 0.12,
    unit: 'EUR/kWh',
    source: 'counted as gas for want of a source: unknown_untraceable',
  },
  electricityPrimary: {
    value: 1.8,
    unit: 'kWh/kWh',
    source: 'non-renewable, grid electricity; German practice, from memory: unknown_untraceable',
  },
  gasPrimary: {
    value: 1.1,
    unit: 'kWh/kWh',
    source: 'non-renewable, natural gas; German practice, from memory: unknown_untraceable',
  },
  oilPrimary: {
    value: 1.1,
    unit: 'kWh/kWh',
    source: 'non-renewable, heating oil; German practice, from memory: unknown_untraceable',
  },
  districtHeatPrimary: {
    value: 0.7,
    unit: 'kWh/kWh',
    source: 'non-renewable, fossil cogeneration; German practice, from memory: unknown_untraceable',
  },
  ...COST_FACTORS,
  ...ECONOMICS_FACTORS,
  ...MONEY_FACTORS,
  ...RELIABILITY_FACTORS,
} as const satisfies Factors;
