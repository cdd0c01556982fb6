import { succeed, type Outcome } from '../../model/outcome';
import type { Scenario } from '../../model/scenario';
import { canonicalJson } from '../../scenario';
import { comparedHostingKpis, isHostingKpi, type DistrictHosting } from '../districtHosting';
import type { ScenarioYear } from '../scenarioYear';
import type { Comparison } from './comparison';
import { runKey, type Evaluations } from './evaluations';
import { kpiTable } from './kpiTable';

/** Hosting capacity in a finished year, a question each. */
export type HostingOf = (year: ScenarioYear) => Promise<Outcome<readonly DistrictHosting[]>>;

/** A year with its hosting capacity among the indicators. */
function hostedYear(year: ScenarioYear, hosting: readonly DistrictHosting[]): ScenarioYear {
  const kpis = year.kpis.filter(({ id }) => !isHostingKpi(id));
  return { ...year, hosting, kpis: [...kpis, ...hosting.flatMap(comparedHostingKpis)] };
}

/** What hosting capacity depends on beside the question: the run and the limits that it is judged by. */
export const hostingKey = (scenario: Scenario): string =>
  `${runKey(scenario)} ${canonicalJson(scenario.limits ?? null)}`;

/**
 * Years with hosting capacity among their indicators, counted once for scenarios of one run and limits. Attribution asks for
 * years of combinations that nobody looks at (`kpisOf`): these stay without it, as each would be a study of its own.
 */
export function withHosting(evaluations: Evaluations, hostingOf: HostingOf): Evaluations {
  const counted = new Map<string, ReturnType<HostingOf>>();
  return {
    ...evaluations,
    yearOf: async (scenario) => {
      const year = await evaluations.yearOf(scenario);
      if (!year.ok) return year;
      const key = hostingKey(scenario);
      const asked = counted.get(key) ?? hostingOf(year.value);
      counted.set(key, asked);
      const hosting = await asked;
      if (!hosting.ok) counted.delete(key);
      if (!hosting.ok) return hosting;
      return succeed(hostedYear(year.value, hosting.value), year.issues);
    },
  };
}

/** A comparison with what is known so far of its scenarios' hosting capacity; of the others none is told. */
export function comparisonWithHosting(
  comparison: Comparison,
  known: (year: ScenarioYear) => readonly DistrictHosting[] | undefined,
): Comparison {
  const hosted = comparison.scenarios.map((scenario) => {
    const hosting = known(scenario.year);
    return hosting === undefined ? scenario : { ...scenario, year: hostedYear(scenario.year, hosting) };
  });
  if (hosted.every((scenario, row) => scenario === comparison.scenarios[row])) return comparison;
  const baseline = hosted.find(({ key }) => key === comparison.baselineKey)!;
  return { ...comparison, scenarios: hosted, kpis: kpiTable(baseline, hosted) };
}
