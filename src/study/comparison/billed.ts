import type { Kpi } from '../../kpi';
import { toKpi } from '../../kpi/definition';
import { HOUSEHOLD_DEFINITIONS } from '../../kpi/householdKpis';
import { fail, succeed, type Issue, type Outcome } from '../../model/outcome';
import type { Scenario } from '../../model/scenario';
import type { MeterYear } from '../loads/meterYear';
import { moneyKpis, moneyYear } from '../money';
import type { RunResult } from '../runResult';
import type { Evaluate, ScenarioYear } from '../scenarioYear';
import type { KpisIn } from '../yearKpis';
import type { CostsOf } from './money';
import { runKey } from './evaluations';

/** What the meters of a scenario's year show, which is there. */
export type MetersOf = (scenario: Scenario) => Promise<Outcome<MeterYear>>;

interface Counted {
  readonly kpis: readonly Kpi[];
  readonly warnings: readonly Issue[];
}

type Billed = Pick<ScenarioYear, 'district'> & { readonly meters: MeterYear };

function untold(): readonly Kpi[] {
  return HOUSEHOLD_DEFINITIONS.map((definition) =>
    toKpi({ definition, value: Number.NaN, quality: 'unknown_untraceable' }),
  );
}

/**
 * Years with bills, burden and poverty of their households among the indicators, and how these are counted anew under other
 * prices: from the meters of the year, which stay with its result, and what its measures cost (`count`: with `rememberedMoney`
 * once for all who ask). Not told for a result that this has not evaluated, nor where a year cannot be billed; why not is then
 * a warning of its evaluation.
 */
export function withMoney(
  evaluate: Evaluate,
  metersOf: MetersOf,
  costsOf: CostsOf,
  kpisIn: KpisIn,
  count: typeof moneyYear = moneyYear,
): { readonly evaluate: Evaluate; readonly kpisIn: KpisIn } {
  // By scenario as well: an energy community changes the district, and leaves the run and its result as they are.
  const billed = new WeakMap<RunResult, Map<string, Billed>>();
  const counted = (result: RunResult, scenario: Scenario): Counted => {
    const known = billed.get(result)?.get(runKey(scenario));
    if (known === undefined) return { kpis: untold(), warnings: [] };
    const costs = costsOf(scenario);
    const money = costs.ok
      ? count({
          year: { scenario, district: known.district, result },
          meters: known.meters,
          costs: costs.value,
        })
      : costs;
    if (money.ok) return { kpis: moneyKpis(money.value), warnings: [] };
    return { kpis: untold(), warnings: money.issues.map((issue) => ({ ...issue, severity: 'warning' })) };
  };
  return {
    kpisIn: (result, scenario, district) => [
      ...kpisIn(result, scenario, district),
      ...counted(result, scenario).kpis,
    ],
    evaluate: async (scenario) => {
      const outcome = await evaluate(scenario);
      if (!outcome.ok) return outcome;
      const { result, district, kpis } = outcome.value;
      const meters = await metersOf(scenario);
      if (!meters.ok) return fail([...outcome.issues, ...meters.issues]);
      const years = billed.get(result) ?? new Map<string, Billed>();
      billed.set(result, years.set(runKey(scenario), { district, meters: meters.value }));
      const { kpis: ofMoney, warnings } = counted(result, scenario);
      return succeed({ ...outcome.value, kpis: [...kpis, ...ofMoney] }, [...outcome.issues, ...warnings]);
    },
  };
}
