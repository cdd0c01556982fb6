import { energyPriceAt, kindOfTariffDay, type PriceTable } from '../../model/tariff';
import { dayFactors, type PriceResponse } from './dayFactors';

/**
 * What a household's appliances are multiplied with: `values[rowOfDay[day] * stepsPerDay + stepOfDay]`. A row for each
 * kind of day that the tariff tells apart: month, weekday, Saturday, Sunday, critical or not; a day each under hourly
 * prices.
 */
export interface ApplianceFactors {
  readonly stepsPerDay: number;
  readonly rowOfDay: Uint16Array;
  readonly values: Float64Array;
  /** Days with a critical peak. */
  readonly criticalDays: ReadonlySet<number>;
}

/** Mean course of the appliances by kind of day, `[dayKind * stepsPerDay + stepOfDay]`; only the shape counts. */
export type MeanDays = Float64Array;

const DAYS = 365;

/**
 * Factors of an enrolled household under a tariff, from the mean day: energy is kept for the mean of all households, and
 * nearly so for one (`respondToPrices` keeps it for one). Prices are those of the lowest tier, without value-added tax:
 * only their ratios count, but for conservation against `referencePerKWh`, of the same kind.
 */
export function applianceFactors(
  table: PriceTable,
  meanDays: MeanDays,
  response: PriceResponse,
  referencePerKWh?: number,
): ApplianceFactors {
  const { stepsPerDay, rowOfStep, criticalDays } = table;
  const rowOfDay = new Uint16Array(DAYS);
  const rows = new Map<string, number>();
  const firstDays: number[] = [];
  for (let day = 0; day < DAYS; day += 1) {
    const key = `${kindOfTariffDay(table, day)} ${rowOfStep[day * stepsPerDay]!}`;
    const row = rows.get(key) ?? rows.size;
    if (row === rows.size) firstDays.push(day);
    rows.set(key, row);
    rowOfDay[day] = row;
  }
  const values = new Float64Array(firstDays.length * stepsPerDay);
  const reference = referencePerKWh === undefined ? {} : { referencePerKWh };
  firstDays.forEach((day, row) => {
    const kind = kindOfTariffDay(table, day);
    const priced = {
      load: meanDays.subarray(kind * stepsPerDay, (kind + 1) * stepsPerDay),
      pricePerKWh: Float64Array.from({ length: stepsPerDay }, (_, step) =>
        energyPriceAt(table, day * stepsPerDay + step),
      ),
      offset: 0,
      steps: stepsPerDay,
      ...reference,
    };
    dayFactors(priced, response, values, row * stepsPerDay);
  });
  return { stepsPerDay, rowOfDay, values, criticalDays };
}

/** The factors of a building where this share of the households is enrolled: 1 + share (f - 1). */
export function ofEnrolled(factors: ApplianceFactors, enrolledShare: number): ApplianceFactors {
  return { ...factors, values: factors.values.map((factor) => 1 + enrolledShare * (factor - 1)) };
}

/** Factors with energy saved by feedback on top, in every step: f (1 - saving). */
export function withFeedback(factors: ApplianceFactors, saving: number): ApplianceFactors {
  return { ...factors, values: factors.values.map((factor) => factor * (1 - saving)) };
}
