import { fail, type Issue, type Outcome } from '../../model/outcome';
import type { Scenario } from '../../model/scenario';
import type { InputDifference } from '../../scenario';
import type { ScenarioCosts } from '../scenarioCosts';
import type { MoneyYear } from '../money';
import type { ScenarioYear } from '../scenarioYear';
import { Assembly } from './assembly';
import {
  attributeDifference,
  type AttributionOptions,
  type DifferenceAttribution,
} from './attributeDifference';
import type { Decision } from './decision';
import type { ElementChange } from './elements';
import type { Evaluations } from './evaluations';
import type { AttributeLoad, Explanation } from './explain';
import type { KpiRow } from './kpiTable';
import type { CostsOf, MoneyOf } from './money';
import type { NodeYear } from './nodes';
import type { PresentValues } from './presentValues';
import type { Wishes } from './references';
import type { Violation } from './violations';

export interface ComparisonRequest {
  /** In the order they are shown. */
  readonly scenarios: readonly Scenario[];
  /** Position of the one that the others are compared with. */
  readonly baseline: number;
  /** Ranks the scenarios where there are any weights. */
  readonly wishes?: Wishes;
  /** The district without measures, which fixes the reference points of a ranking; the baseline where absent. */
  readonly today?: Scenario;
  /** What measures cost, line by line. */
  readonly costsOf?: CostsOf;
  /** Bills, burden and who pays whom, from the meters of a scenario's year. */
  readonly moneyOf?: MoneyOf;
  /** Explains violations in their worst hours. */
  readonly attribute?: AttributeLoad;
  /** Violations of each scenario that are explained. */
  readonly explained?: number;
  /** Tells how much each measure adds to the difference from the baseline. */
  readonly attribution?: AttributionOptions;
  /** What was said of the scenarios before, where `evaluations` do not say it again. */
  readonly warnings?: readonly Issue[];
}

/** One scenario with everything a comparison shows of it. */
export interface ComparedScenario {
  /** Its id, made unique among those compared. */
  readonly key: string;
  readonly scenario: Scenario;
  /** Its year with district, series and indicators. */
  readonly year: ScenarioYear;
  /** Measures in words, in their order. */
  readonly measures: readonly string[];
  /** What its measures cost; absent where nobody was asked. */
  readonly costs?: ScenarioCosts;
  /** What it is worth at several discount rates; absent where nobody was asked for costs. */
  readonly presentValues?: PresentValues;
  /** Its year in money; absent where nobody was asked. */
  readonly money?: MoneyYear;
  /** Inputs in which it differs from the baseline. */
  readonly differences: readonly InputDifference[];
  readonly sentences: readonly string[];
  /** The district and every transformer: peaks, hours, duration curves, parts of the year. */
  readonly nodes: readonly NodeYear[];
  /** Every transformer, line and bus beside the baseline. */
  readonly elements: readonly ElementChange[];
  readonly violations: readonly Violation[];
  readonly explanations: readonly Explanation[];
  /** From the baseline to this scenario; absent for the baseline, until it is known, and where it cannot be told. */
  readonly attribution?: DifferenceAttribution;
}

/** Scenarios held against a baseline: everything a report prints. Values in base units; `partial` until all of it is there. */
export interface Comparison {
  readonly status: 'partial' | 'complete';
  readonly baselineKey: string;
  /** Those that are finished, in the order asked for. */
  readonly scenarios: readonly ComparedScenario[];
  /** Keys of those that are not. */
  readonly pending: readonly string[];
  readonly kpis: readonly KpiRow[];
  /** Absent without weights, and until all scenarios are finished. */
  readonly decision?: Decision;
  /** Length of a step of all series, and weekday of 1 January (0 = Monday): every series of every scenario is aligned. */
  readonly stepS: number;
  readonly stepCount: number;
  readonly startWeekday: number;
  readonly utcOffsetMin: number;
  /** Warnings and notes of the runs. */
  readonly issues: readonly Issue[];
  /** Years the engine was asked for. */
  readonly evaluations: number;
}

/**
 * Runs the scenarios, the baseline first, and holds them against each other; a partial comparison after each, then attribution
 * where it is asked for. Any failure ends it with its issues, but one of attribution: that is left out of its scenario, with a
 * warning. A run that was cancelled ends it always.
 */
export async function* compareScenarios(
  evaluations: Evaluations,
  request: ComparisonRequest,
): AsyncGenerator<Outcome<Comparison>> {
  const { scenarios, baseline, attribution } = request;
  const refused = requestIssues(request);
  if (refused.length > 0) {
    yield fail(refused);
    return;
  }
  const assembly = new Assembly(evaluations, request);
  const order = [baseline, ...scenarios.keys()].filter((row, at, all) => all.indexOf(row) === at);
  for (const row of order) {
    const added = await assembly.add(row);
    const done = added.ok && row === baseline ? await assembly.fixCriteria() : added;
    yield done.ok ? assembly.snapshot('partial') : done;
    if (!done.ok) return;
  }
  const decided = assembly.decide();
  if (!decided.ok) {
    yield decided;
    return;
  }
  for (const row of attribution === undefined ? [] : order.slice(1)) {
    const stream = attributeDifference(evaluations, scenarios[baseline]!, scenarios[row]!, attribution);
    for await (const outcome of stream) {
      if (!outcome.ok && outcome.issues.some(({ code }) => code === 'run-cancelled')) {
        yield outcome;
        return;
      }
      if (outcome.ok) assembly.attribute(row, outcome.value);
      else assembly.leaveUnattributed(row, outcome.issues);
      yield assembly.snapshot('partial');
    }
  }
  yield assembly.snapshot('complete');
}

/** The last result of a stream, or the failure it ended with. */
export async function lastOf<Value>(stream: AsyncIterable<Outcome<Value>>): Promise<Outcome<Value>> {
  let last: Outcome<Value> = fail([]);
  for await (const outcome of stream) last = outcome;
  return last;
}

function requestIssues({ scenarios, baseline }: ComparisonRequest): readonly Issue[] {
  if (scenarios[baseline] !== undefined) return [];
  return [
    {
      severity: 'error',
      code: 'comparison-baseline',
      source: 'comparison',
      value: String(baseline),
      message: 'The baseline is none of the scenarios.',
      remedy: 'Name one of them.',
    },
  ];
}
