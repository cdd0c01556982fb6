import { KPI_FACTORS } from './quality';
import { basisOf, type Kpi } from '../../kpi';
import { DISCOUNT_RATE_KEYS } from '../../kpi/economicsFactors';
import { factorQuality } from '../../kpi/factorQuality';
import {
  constantRate,
  costOfAvoidedCarbon,
  discountFactors,
  netPresentValue,
  presentValue,
  type AvoidedCarbonCost,
  type DiscountSchedule,
} from '../../kpi/economics';
import { worstQuality } from '../../model/archetypes';
import type { QualityClass } from '../../model/building';
import type { ScenarioCosts } from '../scenarioCosts';
import type { ScenarioYear } from '../scenarioYear';
import { LEDGER_AMOUNTS, ledgerOf, type Ledger, type LedgerAmount } from './cashLedger';
import { levelisedPlants, type LevelisedPlants } from './levelised';

/** A year with what its measures cost. */
export type CostedYear = Pick<ScenarioYear, 'scenario' | 'district' | 'result'> & {
  readonly kpis: readonly Kpi[];
  readonly costs: ScenarioCosts;
};

/** A scenario against its baseline at one rate. */
export interface ValueAgainst {
  readonly rate: number;
  /** Of the ledger's amounts, EUR; positive where the scenario pays off. */
  readonly netPresentValueEur: number;
  /** Worth today of what it costs more than the baseline, by kind; `totalEur` is the net present value with the other sign. */
  readonly presentCosts: Readonly<Record<LedgerAmount, number>>;
  /** The same of all kinds together, by year from 0. */
  readonly presentCostOfYearEur: readonly number[];
  readonly avoidedCarbon: AvoidedCarbonCost;
}

export type AgainstBaseline =
  | {
      readonly known: true;
      readonly ledger: Ledger;
      /** In the order of the rates. */
      readonly atRates: readonly ValueAgainst[];
    }
  | { readonly known: false; readonly reason: string };

/** What a scenario is worth today at several discount rates side by side. */
export interface PresentValues {
  readonly horizonYears: number;
  readonly rates: readonly number[];
  readonly plants: LevelisedPlants;
  /** Absent for the baseline itself. */
  readonly against?: AgainstBaseline;
  readonly quality: QualityClass;
}

const KG_PER_T = 1000;

/**
 * Present values over the horizon and at the rates that the baseline assumes, so that all scenarios stand beside each other:
 *
 *     NPV = sum_t (B_t - C_t) d(t)        B: energy cost saved, C: what the measures cost more than the baseline's (the ledger)
 *     LCAC = -NPV / sum_t avoided t d(t)  tonnes discounted like money; undefined where nothing is avoided
 *
 * Prices, energy and carbon of the scenario's year in every year 1 to T, without inflation; embodied carbon is left out.
 */
export function presentValuesOf(year: CostedYear, baseline: CostedYear): PresentValues {
  const { factors } = basisOf(baseline.scenario);
  const horizonYears = Math.max(1, Math.round(factors.horizonYears.value));
  const schedules = DISCOUNT_RATE_KEYS.map((key) =>
    constantRate(factors[key].value, key, factors[key].source, factorQuality(factors[key])),
  );
  const counted = [...DISCOUNT_RATE_KEYS, 'horizonYears' as const, ...KPI_FACTORS['energyCost']!];
  const known = {
    horizonYears,
    rates: DISCOUNT_RATE_KEYS.map((key) => factors[key].value),
    plants: levelisedPlants(year, horizonYears, schedules),
    quality: worstQuality([
      ...counted.map((key) => factorQuality(factors[key])),
      ...[year, baseline].map(({ costs }) => costs.total.quality),
    ]),
  };
  return year === baseline
    ? known
    : { ...known, against: againstOf(year, baseline, horizonYears, schedules) };
}

function againstOf(
  year: CostedYear,
  baseline: CostedYear,
  horizonYears: number,
  schedules: readonly DiscountSchedule[],
): AgainstBaseline {
  const energyEur = valueOf(year, 'energyCost') - valueOf(baseline, 'energyCost');
  if (Number.isNaN(energyEur + valueOf(year, 'carbon') + valueOf(baseline, 'carbon')))
    return { known: false, reason: 'Not told: energy cost or carbon of a year is not known.' };
  const ledger = ledgerOf(year.costs, baseline.costs, energyEur, horizonYears);
  if (!ledger.known) return ledger;
  const extra = ledger.rows.map(({ totalEur }) => totalEur);
  const none = extra.map(() => 0);
  const yearlyT = ({ kpis }: CostedYear): readonly number[] => {
    const tonnes = valueOf({ kpis }, 'carbon') / KG_PER_T;
    return none.map((_, t) => (t === 0 ? 0 : tonnes));
  };
  const policy = { costs: extra, emissionT: yearlyT(year) };
  const base = { costs: none, emissionT: yearlyT(baseline) };
  return {
    known: true,
    ledger,
    atRates: schedules.map((schedule) => ({
      rate: schedule.rates[0]!.rate,
      netPresentValueEur: netPresentValue(none, extra, schedule),
      ...presentCosts(ledger, schedule),
      avoidedCarbon: costOfAvoidedCarbon(policy, base, schedule, true),
    })),
  };
}

function presentCosts(
  { rows }: Ledger,
  schedule: DiscountSchedule,
): Pick<ValueAgainst, 'presentCosts' | 'presentCostOfYearEur'> {
  const factors = discountFactors(schedule, rows.length - 1);
  const sums = LEDGER_AMOUNTS.map((amount) => {
    const flows = rows.map((row) => row[amount]);
    return [amount, presentValue(flows, schedule)] as const;
  });
  return {
    presentCosts: Object.fromEntries(sums) as Record<LedgerAmount, number>,
    presentCostOfYearEur: rows.map(({ totalEur }, year) => totalEur * factors[year]!),
  };
}

const valueOf = ({ kpis }: Pick<CostedYear, 'kpis'>, id: string): number =>
  kpis.find((kpi) => kpi.id === id)?.value ?? Number.NaN;
