import { payerOf, MEASURES, PAYERS, type Payer } from '../../measures';
import { worstQuality } from '../../model/archetypes';
import { fail, succeed, type Outcome } from '../../model/outcome';
import type { Scenario } from '../../model/scenario';
import type { CostsOf } from '../comparison';
import type { MeasureCosts } from '../scenarioCosts';
import type { LeftOut, PricedOption, WayOutCost, WayOutOption } from './types';

/** The scenario with options put in place after its own measures. */
export function withOptions(scenario: Scenario, options: readonly WayOutOption[]): Scenario {
  const measures = options.flatMap((option) => option.measures);
  return measures.length === 0 ? scenario : { ...scenario, measures: [...scenario.measures, ...measures] };
}

export interface Priced {
  readonly options: readonly PricedOption[];
  readonly leftOut: readonly LeftOut[];
}

/** Prices options that can stand in one scenario together; what changes nothing or has no price falls out. */
export function priceTogether(
  scenario: Scenario,
  options: readonly WayOutOption[],
  costsOf: CostsOf,
): Outcome<Priced> {
  const costs = costsOf(withOptions(scenario, options));
  if (!costs.ok) return fail(costs.issues);
  const byId = new Map(costs.value.byMeasure.map((one) => [one.measureId, one]));
  const priced: PricedOption[] = [];
  const leftOut: LeftOut[] = [];
  for (const option of options) {
    const own = option.measures.flatMap(({ id }) => byId.get(id) ?? []);
    const reason = unpriced(own);
    if (reason !== null) leftOut.push({ siteId: option.siteId, words: option.words, reason });
    else
      priced.push({
        ...option,
        payer: payerOf(MEASURES[option.measures[0]!.type]),
        cost: sumCosts(own.map(costOf)),
      });
  }
  return succeed({ options: priced, leftOut });
}

function unpriced(costs: readonly MeasureCosts[]): string | null {
  if (costs.every(({ sum }) => sum.lines === 0)) return 'It would change nothing here.';
  return costs.some(({ sum }) => sum.notKnown.annuity > 0) ? 'What it costs is not known.' : null;
}

/** At the scenario's own factors, as its list of costs counts it. */
function costOf({ type, sum }: MeasureCosts): WayOutCost {
  const isWithoutUpkeep = sum.notKnown.running > 0;
  return {
    investmentEur: sum.typicalEur,
    lowEur: sum.lowEur,
    highEur: sum.highEur,
    yearlyEur: sum.annuityEurPerYear + sum.runningEurPerYear,
    quality: sum.quality,
    notes: isWithoutUpkeep ? [`${MEASURES[type].label}: its upkeep is not known and not in the sums.`] : [],
  };
}

/** Sums of what is known, NaN where nothing is; the notes say what is left out. */
export function sumCosts(costs: readonly WayOutCost[]): WayOutCost {
  const sum = (of: (cost: WayOutCost) => number): number => {
    const known = costs.map(of).filter((eur) => !Number.isNaN(eur));
    if (known.length === 0 && costs.length > 0) return Number.NaN;
    return known.reduce((total, eur) => total + eur, 0);
  };
  return {
    investmentEur: sum(({ investmentEur }) => investmentEur),
    lowEur: sum(({ lowEur }) => lowEur),
    highEur: sum(({ highEur }) => highEur),
    yearlyEur: sum(({ yearlyEur }) => yearlyEur),
    quality: worstQuality(costs.map(({ quality }) => quality)),
    notes: [...new Set(costs.flatMap(({ notes }) => notes))],
  };
}

/** What options cost a year in EUR, by who pays them. */
export function byPayer(options: readonly PricedOption[]): Readonly<Record<Payer, number>> {
  const entries = PAYERS.map((payer) => {
    const own = options.filter((option) => option.payer === payer);
    return [payer, own.reduce((sum, { cost }) => sum + cost.yearlyEur, 0)] as const;
  });
  return Object.fromEntries(entries) as Record<Payer, number>;
}
