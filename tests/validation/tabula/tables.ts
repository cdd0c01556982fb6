import { existsSync, readFileSync } from 'node:fs';
import { lossCoefficients, seasonalHeatBalance } from '../../../src/sim/buildings/monthlyMethod';
import { type Comparison, largest, medianOf, small, table } from '../markdown';
import sample from './ten-variants/case.json';
import { buildingOf, climateOf, kWh, type TabulaVariant } from './variants';

export const ALL = '../shared/data/building-validation/tabula_variants.json';
export const HAVE_ALL = existsSync(ALL);

export interface CountryVariant extends TabulaVariant {
  readonly country: string;
}

export const allVariants = (): CountryVariant[] =>
  HAVE_ALL ? (JSON.parse(readFileSync(ALL, 'utf8')) as { readonly variants: CountryVariant[] }).variants : [];

/** Ours less TABULA's own figure for the variant, in its own climate. */
export interface VariantFigure {
  readonly code: string;
  readonly needKWhPerM2: number;
  readonly transmissionShare: number;
  readonly ventilationWPerM2K: number;
  readonly reduction: number;
  /** Largest of losses, gains and heat need. */
  readonly termKWhPerM2: number;
}

export function figureOf(variant: TabulaVariant): VariantFigure {
  const { code, expected } = variant;
  const building = buildingOf(variant);
  const { transmissionWPerM2K, ventilationWPerM2K, reduction } = lossCoefficients(building);
  const balance = seasonalHeatBalance(building, climateOf(variant));
  const terms = [
    kWh(balance.transmissionJPerM2) - expected['q_ht_tr']!,
    kWh(balance.ventilationJPerM2) - expected['q_ht_ve']!,
    kWh(balance.solarJPerM2) - expected['q_sol']!,
    kWh(balance.internalJPerM2) - expected['q_int']!,
    kWh(balance.heatNeedJPerM2) - expected['q_h_nd']!,
  ];
  return {
    code,
    needKWhPerM2: kWh(balance.heatNeedJPerM2),
    transmissionShare: Math.abs(transmissionWPerM2K / expected['h_Transmission']! - 1),
    ventilationWPerM2K: Math.abs(ventilationWPerM2K - expected['h_Ventilation']!),
    reduction: Math.abs(reduction - expected['F_red_temp']!),
    termKWhPerM2: largest(terms),
  };
}

/** TABULA prints five digits: what is less than 1e-12 is rounding of ours. */
const text = (value: number): string => (value < 1e-12 ? '< 1e-12' : value.toExponential(0));
const worstOf = (figures: readonly VariantFigure[], key: Exclude<keyof VariantFigure, 'code'>): number =>
  largest(figures.map((each) => each[key]));

/** What README.md holds between its markers; nothing where the file of all variants is not at hand. */
export function readmeTables(variants = allVariants()): Record<string, string> {
  if (variants.length === 0) return {};
  const countries = [...new Set(variants.map(({ country }) => country))].sort();
  const lines = [...countries, 'all'].map((name) => {
    const figures = variants.filter(({ country }) => name === 'all' || country === name).map(figureOf);
    const need = figures.map(({ needKWhPerM2 }) => needKWhPerM2);
    return [
      name,
      String(figures.length),
      ...[Math.min(...need), medianOf(need), Math.max(...need)].map((value) => value.toFixed(0)),
      text(worstOf(figures, 'termKWhPerM2')),
      text(worstOf(figures, 'transmissionShare')),
      text(worstOf(figures, 'ventilationWPerM2K')),
      text(worstOf(figures, 'reduction')),
    ];
  });
  const head = ['Country', 'variants', 'need, kWh/m² a: least', 'median', 'most'];
  const deviations = ['worst of q terms, kWh/m² a', 'h_tr, share', 'h_ve, W/(m² K)', 'F_red'];
  return { countries: table([...head, ...deviations], lines) };
}

export function comparisons(variants = allVariants()): Comparison[] {
  if (variants.length === 0) return [];
  const figures = variants.map(figureOf);
  const { hTransmissionRelative, heatNeedKWhPerM2 } = sample.tolerance;
  return [
    {
      folder: 'tabula',
      compared: `heat need and its terms of ${figures.length} variants by the seasonal method, own climate`,
      against: 'TABULA/EPISCOPE calculator',
      figure: `${small(worstOf(figures, 'termKWhPerM2'), 1e-9)} kWh/m² a at worst, transmission ${text(worstOf(figures, 'transmissionShare'))}`,
      tolerance: `${heatNeedKWhPerM2} kWh/m² a, ${hTransmissionRelative}`,
    },
  ];
}
