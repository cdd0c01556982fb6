import type { AssumptionKey } from '../model/assumptions';
import type { Factor } from './factors';
import { INCOME_PLACEHOLDERS } from './incomes/assumptions';

const PLACEHOLDER = 'placeholder without a source: unknown_untraceable';
const NONE_PASSED_ON = 'none assumed; the share is for whoever decides: unknown_untraceable';
const NOT_KNOWN =
  'none assumed: no figure at hand; the share is for whoever knows the town: unknown_untraceable';

const ofIncomes = (value: number, unit: string): Factor => ({ value, unit, source: PLACEHOLDER });

/** What bills, incomes and payments between parties are counted with beside the tariffs: round figures of ours. */
export const MONEY_FACTORS = {
  wholesaleEurPerKwh: { value: 0.08, unit: 'EUR/kWh', source: PLACEHOLDER },
  fuelVatShare: { value: 0.2, unit: '1', source: PLACEHOLDER },
  fuelLeviesEurPerKwh: { value: 0.01, unit: 'EUR/kWh', source: PLACEHOLDER },
  medianIncomeEurPerYear: ofIncomes(INCOME_PLACEHOLDERS.medianPerYear.value, 'EUR'),
  incomeGini: ofIncomes(INCOME_PLACEHOLDERS.gini.value, '1'),
  vulnerableShare: ofIncomes(INCOME_PLACEHOLDERS.vulnerableShare.value, '1'),
  unbilledShare: { value: 0, unit: '1', source: NOT_KNOWN },
  rentPassedOnShare: { value: 0, unit: '1', source: NONE_PASSED_ON },
} as const satisfies Readonly<Partial<Record<AssumptionKey, Factor>>>;
