import { fail, succeed, type Outcome } from '../../model/outcome';
import type { Scenario } from '../../model/scenario';
import { scenarioAt, scenarioPath } from '../../scenario';
import type { Evaluations } from '../comparison';
import type { SiteViolation } from './types';
import { firstYearOf, violationsOf } from './violations';

export interface ViolationPath {
  readonly years: readonly { readonly year: number; readonly violations: readonly SiteViolation[] }[];
  /** First year of each violation that is in one of them, by `violationKey`. */
  readonly first: ReadonlyMap<string, number>;
}

/** Violations in each year of the scenario's path and in its own, the earliest first. Fails with the issues of the first year that fails. */
export async function violationPath(
  { yearOf }: Evaluations,
  scenario: Scenario,
): Promise<Outcome<ViolationPath>> {
  const steps = scenarioPath(scenario);
  const own = steps.some(({ year }) => year === scenario.year) ? [] : [scenarioAt(scenario, scenario.year)];
  const years: { year: number; violations: readonly SiteViolation[] }[] = [];
  for (const step of [...steps, ...own].sort((a, b) => a.year - b.year)) {
    const outcome = await yearOf(step);
    if (!outcome.ok) return fail(outcome.issues);
    years.push({ year: step.year, violations: violationsOf(outcome.value) });
  }
  return succeed({ years, first: firstYearOf(years) });
}
