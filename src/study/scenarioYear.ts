import type { Kpi } from '../kpi';
import type { District } from '../model/district';
import type { Outcome } from '../model/outcome';
import type { Scenario } from '../model/scenario';
import type { DistrictHosting } from './districtHosting';
import type { RunResult } from './runResult';

/** A scenario and the year it leads to, as studies compare it. */
export interface ScenarioYear {
  readonly scenario: Scenario;
  /** With corrections and measures in place. */
  readonly district: District;
  readonly result: RunResult;
  readonly kpis: readonly Kpi[];
  /** Hosting capacity, a question each; absent where nobody asked. */
  readonly hosting?: readonly DistrictHosting[];
}

/**
 * Runs a scenario's year. Studies decide which scenarios to ask for and in which order; a shell answers with the engine,
 * which keeps results, so that the same question asked twice is computed once. Failures (a scenario that does not fold, a
 * cancelled run) come back as issues and end a study.
 */
export type Evaluate = (scenario: Scenario) => Promise<Outcome<ScenarioYear>>;
