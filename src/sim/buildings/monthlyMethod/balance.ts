import { pow } from '../../numeric/elementary';
import { FACADES, lossCoefficients, type Facade, type QuasiSteadyBuilding } from './building';

/** What the weather is over one period of the balance. */
export interface PeriodClimate {
  readonly durationS: number;
  readonly outdoorDegC: number;
  /** Unshaded irradiation of the facades over the period. */
  readonly irradiationJPerM2: Readonly<Record<Facade, number>>;
}

/** Utilisation of gains: a = a_0 + tau / tau_0, ISO 13790:2008 table 9. */
export interface UtilisationParameters {
  readonly a0: number;
  readonly tau0S: number;
}
export const SEASONAL_UTILISATION: UtilisationParameters = { a0: 0.8, tau0S: 30 * 3600 };
export const MONTHLY_UTILISATION: UtilisationParameters = { a0: 1, tau0S: 15 * 3600 };

/** Terms of one period's balance, J per m² of reference area; `utilisation` is a share. */
export interface HeatBalance {
  readonly transmissionJPerM2: number;
  readonly ventilationJPerM2: number;
  readonly solarJPerM2: number;
  readonly internalJPerM2: number;
  readonly utilisation: number;
  readonly heatNeedJPerM2: number;
}

/** Share of the gains that replaces heating at a ratio of gains to losses. ISO 13790:2008 12.2.1.1. README eq. 7. */
export function gainUtilisation(gainsPerLosses: number, a: number): number {
  if (gainsPerLosses <= 0) return 1;
  // Close to one the quotient below is 0 / 0; its limit is this.
  if (Math.abs(gainsPerLosses - 1) < 1e-9) return a / (a + 1);
  return (1 - pow(gainsPerLosses, a)) / (1 - pow(gainsPerLosses, a + 1));
}

function solarGainJPerM2(building: QuasiSteadyBuilding, { irradiationJPerM2 }: PeriodClimate): number {
  const glazing = (1 - building.frameShare) * building.incidenceFactor * building.gValue;
  let gainJ = 0;
  for (const facade of FACADES) {
    const shading =
      facade === 'horizontal' ? building.shadingFactorHorizontal : building.shadingFactorVertical;
    gainJ += shading * glazing * building.windowM2[facade] * irradiationJPerM2[facade];
  }
  return gainJ / building.referenceAreaM2;
}

/** Heat balance of one period, ISO 13790:2008 7.2 and 12.2 with TABULA's reductions. README eq. 5 to 8. */
export function heatBalance(
  building: QuasiSteadyBuilding,
  climate: PeriodClimate,
  { a0, tau0S }: UtilisationParameters,
): HeatBalance {
  const { transmissionWPerM2K, ventilationWPerM2K, reduction, timeConstantS } = lossCoefficients(building);
  const kelvinS = reduction * (building.setDegC - climate.outdoorDegC) * climate.durationS;
  const transmissionJPerM2 = transmissionWPerM2K * kelvinS;
  const ventilationJPerM2 = ventilationWPerM2K * kelvinS;
  const lossJPerM2 = transmissionJPerM2 + ventilationJPerM2;
  const solarJPerM2 = solarGainJPerM2(building, climate);
  const internalJPerM2 = building.internalGainWPerM2 * climate.durationS;
  const gainJPerM2 = solarJPerM2 + internalJPerM2;
  const terms = { transmissionJPerM2, ventilationJPerM2, solarJPerM2, internalJPerM2 };
  if (lossJPerM2 <= 0) return { ...terms, utilisation: 0, heatNeedJPerM2: 0 };
  const utilisation = gainUtilisation(gainJPerM2 / lossJPerM2, a0 + timeConstantS / tau0S);
  return { ...terms, utilisation, heatNeedJPerM2: Math.max(0, lossJPerM2 - utilisation * gainJPerM2) };
}

/** TABULA's own balance: the heating season as one period. */
export function seasonalHeatBalance(building: QuasiSteadyBuilding, season: PeriodClimate): HeatBalance {
  return heatBalance(building, season, SEASONAL_UTILISATION);
}

/** Annual heat need as the sum of the months' balances, J per m² of reference area. */
export function monthlyHeatNeedJPerM2(
  building: QuasiSteadyBuilding,
  months: readonly PeriodClimate[],
): number {
  let sum = 0;
  for (const month of months) sum += heatBalance(building, month, MONTHLY_UTILISATION).heatNeedJPerM2;
  return sum;
}
