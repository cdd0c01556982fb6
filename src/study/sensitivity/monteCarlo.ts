import { fail, succeed, type Issue, type Outcome } from '../../model/outcome';
import type { Scenario } from '../../model/scenario';
import type { Evaluations } from '../comparison';
import { askedKpis, type AskedKpi } from './askedKpis';
import { latinHypercube, quantileOf, sampleQuantile } from './distributions';
import { withInput, type UncertainInput } from './inputs';

export interface Percentiles {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

/** Percentiles after a part of the draws: they settle, or more draws are needed. */
export interface ConvergencePoint extends Percentiles {
  readonly draws: number;
}

export interface KpiSpread extends Percentiles {
  readonly kpi: AskedKpi;
  readonly mean: number;
  /** Of the mean, as if draws were independent: strata make it smaller. NaN for one draw. */
  readonly standardError: number;
  /** By draw. */
  readonly values: readonly number[];
  readonly convergence: readonly ConvergencePoint[];
}

/** Uncertain inputs together: where indicators lie in eight of ten cases. */
export interface MonteCarlo {
  /** `partial` as long as there are fewer draws than asked for. */
  readonly status: 'partial' | 'complete';
  readonly scenario: Scenario;
  readonly seed: number;
  readonly inputs: readonly UncertainInput[];
  readonly asked: number;
  readonly draws: number;
  /** Values of the inputs, by draw, in the order of the inputs. */
  readonly drawn: readonly (readonly number[])[];
  readonly spreads: readonly KpiSpread[];
  readonly evaluations: number;
}

export interface MonteCarloOptions {
  readonly draws: number;
  readonly seed: number;
  /** Draws between partial results. */
  readonly every?: number;
}

const DRAWS_BETWEEN = 10;
/** Shares of the draws at which convergence is looked at. */
const LOOKED_AT = [0.25, 0.5, 0.75, 1] as const;
export const MAX_DRAWS = 100_000;

/**
 * Latin hypercube over the ranges of the inputs, each drawn by itself. A draw is keyed by (seed, input, draw). Partial results
 * after every few draws; a failure ends it with issues: of a year, `sensitivity-draws`, or `sensitivity-kpi`. Values have the units of
 * their indicators and inputs; an indicator that a draw lacks is NaN. Source: McKay, Beckman, Conover, Technometrics 21 (1979).
 */
export async function* monteCarloOf(
  { kpisOf, count }: Evaluations,
  scenario: Scenario,
  inputs: readonly UncertainInput[],
  kpiIds: readonly string[],
  { draws: asked, seed, every = DRAWS_BETWEEN }: MonteCarloOptions,
): AsyncGenerator<Outcome<MonteCarlo>> {
  if (!(Number.isInteger(asked) && asked >= 1 && asked <= MAX_DRAWS)) {
    yield fail([drawsIssue(scenario, asked)]);
    return;
  }
  const kpis = await askedKpis(kpisOf, scenario, kpiIds);
  if (!kpis.ok) {
    yield kpis;
    return;
  }
  const shares = inputs.map(({ id }) => latinHypercube(seed, id, asked));
  const drawn: number[][] = [];
  const values: number[][] = kpis.value.map(() => []);
  for (let draw = 0; draw < asked; draw += 1) {
    const row = inputs.map((input, at) => quantileOf(input, shares[at]![draw]!));
    const changed = inputs.reduce((one, input, at) => withInput(one, input, row[at]!), scenario);
    const outcome = await kpisOf(changed);
    if (!outcome.ok) {
      yield fail(outcome.issues);
      return;
    }
    drawn.push(row);
    kpis.value.forEach(({ id }, at) =>
      values[at]!.push(outcome.value.find((kpi) => kpi.id === id)?.value ?? Number.NaN),
    );
    const isLast = draw === asked - 1;
    if (!isLast && (draw + 1) % every !== 0) continue;
    yield succeed({
      status: isLast ? 'complete' : 'partial',
      scenario,
      seed,
      inputs,
      asked,
      draws: draw + 1,
      drawn: [...drawn],
      spreads: kpis.value.map((kpi, at) => spreadOf(kpi, [...values[at]!])),
      evaluations: count(),
    });
  }
}

function percentilesOf(sample: readonly number[]): Percentiles {
  return {
    p10: sampleQuantile(sample, 0.1),
    p50: sampleQuantile(sample, 0.5),
    p90: sampleQuantile(sample, 0.9),
  };
}

function spreadOf(kpi: AskedKpi, values: readonly number[]): KpiSpread {
  const count = values.length;
  const mean = values.reduce((total, value) => total + value, 0) / count;
  const squares = values.reduce((total, value) => total + (value - mean) * (value - mean), 0);
  const parts = [...new Set(LOOKED_AT.map((share) => Math.ceil(share * count)))];
  return {
    kpi,
    ...percentilesOf(values),
    mean,
    standardError: count < 2 ? Number.NaN : Math.sqrt(squares / (count - 1) / count),
    values,
    convergence: parts.map((draws) => ({ draws, ...percentilesOf(values.slice(0, draws)) })),
  };
}

const drawsIssue = ({ id: source }: Scenario, draws: number): Issue => ({
  severity: 'error',
  code: 'sensitivity-draws',
  source,
  value: String(draws),
  message: 'This is no number of draws.',
  remedy: `Give a whole number from 1 to ${MAX_DRAWS}.`,
});
