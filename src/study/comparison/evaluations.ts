import type { Kpi } from '../../kpi';
import { fail, succeed, type Issue, type Outcome } from '../../model/outcome';
import type { Scenario } from '../../model/scenario';
import { canonicalJson, hashText, scenarioAt } from '../../scenario';
import type { Evaluate, ScenarioYear } from '../scenarioYear';
import { districtKpisIn, type KpisIn } from '../yearKpis';

/** The years of a study: each is run once, and what a scenario assumes of prices, factors and limits runs nothing. */
export interface Evaluations {
  readonly yearOf: Evaluate;
  /** Kept for every scenario asked, also where its year is forgotten. */
  readonly kpisOf: (scenario: Scenario) => Promise<Outcome<readonly Kpi[]>>;
  /** Years asked of the engine so far. */
  readonly count: () => number;
}

const KEPT_YEARS = 8;

/**
 * What the run of a scenario depends on: its measures as they stand in its year, the seed they draw with, and weather. No
 * prices, no limits; the year itself does nothing.
 */
export function runKey(scenario: Scenario): string {
  const { base, year, seed, spells = [] } = scenario;
  const measures = scenarioAt(scenario, year)
    .measures.filter(({ adoption }) => adoption > 0)
    .map(({ id, type, selector, adoption, parameters }) => ({ id, type, selector, adoption, parameters }));
  const drawn = measures.length === 0 ? {} : { seed, measures };
  return hashText(canonicalJson({ base, spells, ...drawn }));
}

/**
 * Runs through `evaluate`, once for scenarios of one `runKey`; where only prices, tariffs, factors or limits differ, the indicators are
 * counted anew on the year that is there. At most `keptYears` years are held. A year with steps that have no solution is a
 * failure: its indicators are none. `kpisIn` has to give what `evaluate` gives.
 */
export function rememberYears(
  evaluate: Evaluate,
  keptYears = KEPT_YEARS,
  kpisIn: KpisIn = districtKpisIn,
): Evaluations {
  const years = new Map<string, Promise<Outcome<ScenarioYear>>>();
  const known = new Map<string, readonly Kpi[]>();
  let count = 0;

  async function run(scenario: Scenario): Promise<Outcome<ScenarioYear>> {
    count += 1;
    const outcome = await evaluate(scenario);
    return outcome.ok ? solvedOnly(outcome.value, outcome.issues) : outcome;
  }

  async function yearOf(scenario: Scenario): Promise<Outcome<ScenarioYear>> {
    const key = runKey(scenario);
    const asked = years.get(key) ?? run(scenario);
    // Deleting first moves it to the young end of the map's order.
    years.delete(key);
    years.set(key, asked);
    for (const oldest of years.keys()) if (years.size > keptYears) years.delete(oldest);
    const outcome = await asked;
    if (!outcome.ok) years.delete(key);
    if (!outcome.ok) return outcome;
    const year = outcome.value;
    const isSame = basisKey(year.scenario) === basisKey(scenario);
    const kpis = isSame ? year.kpis : kpisIn(year.result, scenario, year.district);
    known.set(kpisKey(scenario), kpis);
    return year.scenario === scenario ? outcome : succeed({ ...year, scenario, kpis }, outcome.issues);
  }

  async function kpisOf(scenario: Scenario): Promise<Outcome<readonly Kpi[]>> {
    const present = known.get(kpisKey(scenario));
    if (present !== undefined) return succeed(present);
    const year = await yearOf(scenario);
    return year.ok ? succeed(year.value.kpis, year.issues) : year;
  }

  return { yearOf, kpisOf, count: () => count };
}

const basisKey = ({ assumptions = [], limits, tariffs }: Scenario): string =>
  canonicalJson({ assumptions, limits, tariffs });

const kpisKey = (scenario: Scenario): string => `${runKey(scenario)} ${basisKey(scenario)}`;

function solvedOnly(year: ScenarioYear, issues: readonly Issue[]): Outcome<ScenarioYear> {
  const { iterations } = year.result.table;
  const unsolved = iterations.reduce((count, used) => count + (used < 0 ? 1 : 0), 0);
  if (unsolved === 0) return succeed(year, issues);
  return fail([
    ...issues,
    {
      severity: 'error',
      code: 'flow-unsolved',
      source: year.scenario.id,
      value: `${unsolved} of ${iterations.length} steps`,
      message: `The power flow of ${year.scenario.name} has steps without a solution: its indicators are none.`,
      remedy: 'The load exceeds what the network can carry; reinforce it or lower the adoption.',
    },
  ]);
}
