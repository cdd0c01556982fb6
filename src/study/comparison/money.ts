import type { Kpi } from '../../kpi';
import { succeed, type Outcome } from '../../model/outcome';
import type { Scenario } from '../../model/scenario';
import type { ScenarioCosts } from '../scenarioCosts';
import type { MoneyYear } from '../money';
import type { Evaluate, ScenarioYear } from '../scenarioYear';
import type { KpisIn } from '../yearKpis';

/** What the measures of a scenario cost; no run is needed. */
export type CostsOf = (scenario: Scenario) => Outcome<ScenarioCosts>;

/** A finished year in money, with what its measures cost; nothing is run but what the meters have forgotten. */
export type MoneyOf = (year: ScenarioYear, costs?: ScenarioCosts) => Promise<Outcome<MoneyYear>>;

export const COST_KPI_IDS: readonly string[] = ['investment', 'measuresCost'];

/** Cost of the measures as indicators: not told where a line is not known, as unknown is not 0. */
export function costKpis(costs: Outcome<ScenarioCosts>): readonly Kpi[] {
  const total = costs.ok ? costs.value.total : undefined;
  const { investment = 1, running = 1, annuity = 1 } = total?.notKnown ?? {};
  const common = {
    unit: 'EUR',
    boundary: 'Measures of the scenario at the elements they change; what stands today is left out',
    source:
      'Price list of the measure library, each line with its source; placeholders are unknown_untraceable',
    betterWhen: 'lower',
  } as const;
  return [
    {
      ...common,
      id: 'investment',
      label: 'Investment',
      value: total === undefined || investment > 0 ? Number.NaN : total.typicalEur,
      definition: 'Typical price of all measures, once, before grants. Not told where a price is not known.',
    },
    {
      ...common,
      id: 'measuresCost',
      label: 'Yearly cost of the measures',
      value:
        total === undefined || running + annuity > 0
          ? Number.NaN
          : total.annuityEurPerYear + total.runningEurPerYear,
      definition: 'Annuity of the investment less grants, and upkeep; energy is in the energy cost.',
    },
  ];
}

/** Years with the cost of their measures among the indicators, and how these are counted anew under other prices. */
export function withCosts(
  evaluate: Evaluate,
  costsOf: CostsOf,
  kpisIn: KpisIn,
): { readonly evaluate: Evaluate; readonly kpisIn: KpisIn } {
  const added = (kpis: readonly Kpi[], scenario: Scenario) => [...kpis, ...costKpis(costsOf(scenario))];
  return {
    kpisIn: (result, scenario, district) => added(kpisIn(result, scenario, district), scenario),
    evaluate: async (scenario) => {
      const outcome = await evaluate(scenario);
      if (!outcome.ok) return outcome;
      return succeed({ ...outcome.value, kpis: added(outcome.value.kpis, scenario) }, outcome.issues);
    },
  };
}
