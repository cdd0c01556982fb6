import { ratingsOfRows } from '../../kpi/dynamicRating';
import { fail, succeed, type Issue, type Outcome } from '../../model/outcome';
import type { Scenario } from '../../model/scenario';
import { pathYears, scenarioAt } from '../../scenario';
import type { CostsOf, Evaluations } from '../comparison';
import type { ScenarioYear } from '../scenarioYear';
import { violationsOf } from '../wayOut';
import { failuresOf, firstYear, isOverloaded, isTransformerOverloaded, isViolated } from './firstYears';
import { investmentsByYear, type YearCosts } from './investments';
import type { PathYear, ScenarioPathResult } from './types';

export interface PathTools {
  /** Years that are the same are run once. */
  readonly evaluations: Pick<Evaluations, 'yearOf'>;
  readonly costsOf: CostsOf;
}

export interface PathRequest {
  readonly scenario: Scenario;
  /** Ascending; the scenario's own path where absent. */
  readonly years?: readonly number[];
  /**
   * Halves the steps in which the first overload, that of a transformer, and the first violation come until the years are known. Holds where what is
   * broken once stays broken until the end of the step, as with an adoption that does not fall.
   */
  readonly bisect?: boolean;
  /** After each year, those between included. */
  readonly onYear?: (year: PathYear) => void;
}

/**
 * A scenario year by year: indicators, what is outside its limits and since when, what fails in which order, and what is
 * invested. A year whose power flow has no solution counts as overloaded and the path goes on; every other failure, a cancelled
 * run among them, ends the path with its issues.
 */
export async function runPath(
  { evaluations, costsOf }: PathTools,
  { scenario, years: asked = pathYears(scenario), bisect = false, onYear }: PathRequest,
): Promise<Outcome<ScenarioPathResult>> {
  const order = asked.every((year, row) => row === 0 || year > asked[row - 1]!) && asked.length > 0;
  if (!order) return fail([yearsIssue(scenario, asked)]);
  const costs = costsByYear(scenario, asked, costsOf);
  if (!costs.ok) return costs;
  const years: PathYear[] = [];
  const run = async (year: number, isBetween: boolean): Promise<Outcome<PathYear>> => {
    const present = years.find((one) => one.year === year);
    if (present !== undefined) return succeed(present);
    const found = pathYear(await evaluations.yearOf(scenarioAt(scenario, year)), year, isBetween);
    if (!found.ok) return found;
    years.push(found.value);
    years.sort((a, b) => a.year - b.year);
    onYear?.(found.value);
    return found;
  };
  for (const year of asked) {
    const found = await run(year, false);
    if (!found.ok) return fail(found.issues);
  }
  for (const test of bisect ? [isOverloaded, isTransformerOverloaded, isViolated] : []) {
    const narrowed = await narrow(years, test, run);
    if (!narrowed.ok) return fail(narrowed.issues);
  }
  return succeed({
    scenario,
    years,
    investments: investmentsByYear(costs.value),
    firstOverload: firstYear(years, isOverloaded),
    firstTransformerOverload: firstYear(years, isTransformerOverloaded),
    firstViolation: firstYear(years, isViolated),
    failures: failuresOf(years),
  });
}

/** Runs the year in the middle until the first year of `test` and the year before it are neighbours. */
async function narrow(
  years: readonly PathYear[],
  test: (year: PathYear) => boolean,
  run: (year: number, isBetween: boolean) => Promise<Outcome<PathYear>>,
): Promise<Outcome<null>> {
  for (;;) {
    const first = firstYear(years, test);
    if (first === null || first.keptIn === null || first.year - first.keptIn <= 1) return succeed(null);
    const found = await run(Math.floor((first.keptIn + first.year) / 2), true);
    if (!found.ok) return fail(found.issues);
  }
}

function pathYear(outcome: Outcome<ScenarioYear>, year: number, isBetween: boolean): Outcome<PathYear> {
  if (!outcome.ok) {
    if (!outcome.issues.some(({ code }) => code === 'flow-unsolved')) return outcome;
    const nothing = { kpis: [], violations: [], transformers: [] };
    return succeed({ year, isSolved: false, ...nothing, isBetween, issues: outcome.issues });
  }
  const { result, kpis, district } = outcome.value;
  const { rows, table } = result;
  const ratings = ratingsOfRows(result, district.network?.transformers ?? []);
  return succeed({
    ...{ year, isSolved: true, kpis, isBetween, issues: outcome.issues },
    violations: violationsOf(outcome.value),
    transformers: rows.transformerIds.map((id, row) => ({
      id,
      loading: table.branchLoadingMax[rows.lineCount + row]! / ratings[row]!,
    })),
  });
}

/** Fails with the issues of the first year that cannot be priced, before anything is run. */
function costsByYear(
  scenario: Scenario,
  years: readonly number[],
  costsOf: CostsOf,
): Outcome<readonly YearCosts[]> {
  const priced: YearCosts[] = [];
  for (const year of years) {
    const costs = costsOf(scenarioAt(scenario, year));
    if (!costs.ok) return fail(costs.issues);
    priced.push({ year, costs: costs.value });
  }
  return succeed(priced);
}

function yearsIssue({ id }: Scenario, years: readonly number[]): Issue {
  return {
    severity: 'error',
    code: 'path-years',
    source: id,
    field: 'years',
    value: years.join(', '),
    message: 'The years of a path are one or more, each later than the one before.',
    remedy: 'Give them in ascending order, each once.',
  };
}
