import type { Engine } from '../../engine/contract';
import { evaluateWith } from '../../engine/evaluate';
import { HOUSEHOLD_KPI_IDS } from '../../kpi/householdKpis';
import { KPI_PLACES } from '../../kpi/kpiGroups';
import type { RunInput } from '../../model/run';
import type { Scenario } from '../../model/scenario';
import {
  COST_KPI_IDS,
  districtKpisIn,
  rememberYears,
  runKey,
  withCosts,
  withMoney,
  withReliability,
  type Evaluations,
} from '../../study/comparison';
import { scenarioCosts } from '../../study/scenarioCosts';
import type { Evaluate } from '../../study/scenarioYear';

/** What is counted of a year beside the indicators of the run and the cost of measures: only what is asked for. */
type Depth = 'year' | 'supply' | 'bills';

function depthOf(kpiId: string): Depth {
  if (HOUSEHOLD_KPI_IDS.has(kpiId)) return 'bills';
  return KPI_PLACES.has(kpiId) || COST_KPI_IDS.includes(kpiId) ? 'year' : 'supply';
}

/**
 * Years that one study at a time asks for, beside those on screen. They stay known until district, corrections, weather or step
 * are others, so that a study that was stopped goes on where it was.
 */
export class StudyYears {
  private of: Omit<RunInput, 'scenario'> | null = null;
  private readonly known = new Map<Depth, Evaluations>();
  private signal: AbortSignal | undefined;

  constructor(private readonly engine: Engine) {}

  for({ district, baseEdits, weather, stepS }: RunInput, kpiId: string, signal: AbortSignal): Evaluations {
    this.signal = signal;
    const { of } = this;
    const isSame =
      of !== null &&
      of.district === district &&
      of.baseEdits === baseEdits &&
      of.weather === weather &&
      of.stepS === stepS;
    if (!isSame) this.known.clear();
    this.of = { district, baseEdits, weather, stepS };
    const depth = depthOf(kpiId);
    const known = this.known.get(depth) ?? this.yearsOf(this.of, depth);
    this.known.set(depth, known);
    return known;
  }

  private yearsOf(input: Omit<RunInput, 'scenario'>, depth: Depth): Evaluations {
    const { district, baseEdits, weather } = input;
    const evaluate: Evaluate = (scenario) => evaluateWith(this.engine, input, this.options())(scenario);
    const costsOf = (scenario: Scenario) => scenarioCosts({ district, baseEdits, weather, scenario });
    const metersOf = (scenario: Scenario) => this.engine.meters({ ...input, scenario }, this.options());
    const priced = withCosts(evaluate, costsOf, districtKpisIn);
    const counted = {
      year: () => priced,
      supply: () => withReliability(priced.evaluate, priced.kpisIn),
      bills: () => withMoney(priced.evaluate, metersOf, costsOf, priced.kpisIn),
    }[depth]();
    return rememberYears(counted.evaluate, undefined, counted.kpisIn);
  }

  private options() {
    return { passing: true, ...(this.signal === undefined ? {} : { signal: this.signal }) };
  }
}

/** How far a study is that knows how many years it may ask for. */
export interface Pace {
  /** 0 to 1. */
  readonly done: number;
  /** At the pace so far; null until that can be told. */
  readonly remainingS: number | null;
}

/** The same years, counted: `onYear` after each one that had not been asked for before. */
export function paced(
  { yearOf, kpisOf, count }: Evaluations,
  expected: number,
  onYear: (pace: Pace) => void,
): Evaluations {
  const asked = new Set<string>();
  const startMs = Date.now();
  const atStart = count();
  return {
    yearOf,
    count,
    kpisOf: async (scenario) => {
      const outcome = await kpisOf(scenario);
      const before = asked.size;
      asked.add(runKey(scenario));
      if (outcome.ok && asked.size > before) onYear(paceOf(asked.size, expected, startMs, count() - atStart));
      return outcome;
    },
  };
}

/** Years that were known already took no time: only those that ran tell how long the others take. */
function paceOf(asked: number, expected: number, startMs: number, ran: number): Pace {
  const done = Math.min(1, asked / Math.max(expected, 1));
  const perYearS = ran === 0 ? null : (Date.now() - startMs) / 1000 / ran;
  const left = Math.max(0, expected - asked);
  return { done, remainingS: perYearS === null ? null : left * perYearS };
}
