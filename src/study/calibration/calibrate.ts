import { fail, type Outcome, succeed } from '../../model/outcome';
import { fewHoursIssue, HOURS_PER_PARAMETER, lengthIssue, parameterIssues } from './calibrationIssues';
import { compareToMeter, type FitFigures } from './guideline14';
import { describe, valueAt } from './describe';
import { descend, evaluate, type Point, poll, type Problem, sumOfSquares } from './leastSquares';
import type { CalibratedParameter, CalibratedRun, CalibrationParameter } from './parameters';

export interface CalibrationOptions {
  /** w of the objective: what moving a parameter over its whole range costs, in parts of the squares at the start. */
  readonly priorWeight?: number;
  /** A step that lowers F by less than this part ends a descent; 1e-9 where absent. */
  readonly leastGain?: number;
}

export interface Calibration {
  readonly parameters: readonly CalibratedParameter[];
  /** Hourly figures before and after, with p as stated in them; null where the guideline gives none. */
  readonly before: FitFigures | null;
  readonly after: FitFigures | null;
  /** Root mean square of metered - modelled before and after, W. */
  readonly rmseBeforeW: number;
  readonly rmseAfterW: number;
  readonly hours: number;
  readonly runs: number;
}

const DEFAULT_PRIOR_WEIGHT = 1e-4;
const DEFAULT_LEAST_GAIN = 1e-9;
/** A change of the output below this part of the metered root mean square is none. */
const NO_EFFECT = 1e-6;
const ROUNDS = 4;

/**
 * Moves few named parameters, each inside its bounds, so that the model meets the metered hours; deterministic. The
 * result is never worse than the start. A parameter without effect stays where it was; every other one is reported with
 * where it went, whether it sits on a bound, and how well the hours fix it.
 *
 * @param run model: hourly mean power in W, as many hours as metered
 * @param meteredW hourly mean power in W, NaN where missing; only hours that both have count
 */
export function calibrate(
  run: CalibratedRun,
  parameters: readonly CalibrationParameter[],
  meteredW: Float64Array,
  options: CalibrationOptions = {},
): Outcome<Calibration> {
  const issues = parameterIssues(parameters);
  if (issues.length > 0) return fail(issues);
  const model = countedModel(run, parameters);
  const start = Float64Array.from(
    parameters,
    ({ start: value, lower, upper }) => (value - lower) / (upper - lower),
  );
  const first = model.run(start);
  if (first.length !== meteredW.length) return fail([lengthIssue(first.length, meteredW.length)]);
  const hours = commonHours(first, meteredW);
  if (hours.length < HOURS_PER_PARAMETER * Math.max(1, parameters.length))
    return fail([fewHoursIssue(hours.length)]);
  const residuals = (u: Float64Array): Float64Array | null => {
    const modelled = model.run(u);
    const r = Float64Array.from(hours, (hour) => meteredW[hour]! - (modelled[hour] ?? NaN));
    return r.every(Number.isFinite) ? r : null;
  };
  const startResiduals = Float64Array.from(hours, (hour) => meteredW[hour]! - first[hour]!);
  const scale = sumOfSquares(startResiduals);
  const effects = rangeEffects(residuals, startResiduals, start, meteredW, hours);
  const problem: Problem = {
    residuals,
    start,
    free: parameters.flatMap((_, j) => (effects[j]! > NO_EFFECT ? [j] : [])),
    scale,
    priorWeight: options.priorWeight ?? DEFAULT_PRIOR_WEIGHT,
    leastGain: options.leastGain ?? DEFAULT_LEAST_GAIN,
  };
  const begin: Point = { u: start, residuals: startResiduals, objective: 1 };
  const best = scale > 0 && problem.free.length > 0 ? search(problem, begin) : begin;
  const after = figures(meteredW, hours, best.residuals);
  return succeed({
    parameters: describe(parameters, problem, best),
    before: figures(meteredW, hours, startResiduals),
    after,
    rmseBeforeW: Math.sqrt(scale / hours.length),
    rmseAfterW: Math.sqrt(sumOfSquares(best.residuals) / hours.length),
    hours: hours.length,
    runs: model.count(),
  });
}

function search(problem: Problem, begin: Point): Point {
  let point = descend(problem, evaluate(problem, begin.u) ?? begin);
  for (let round = 0; round < ROUNDS; round += 1) {
    const better = poll(problem, point);
    if (better === null) break;
    point = descend(problem, better);
  }
  return point;
}

function countedModel(run: CalibratedRun, parameters: readonly CalibrationParameter[]) {
  let runs = 0;
  return {
    count: () => runs,
    run(u: Float64Array): Float64Array {
      runs += 1;
      const values: Record<string, number> = {};
      parameters.forEach((parameter, j) => (values[parameter.id] = valueAt(parameter, u[j]!)));
      return run(values);
    },
  };
}

function commonHours(modelled: Float64Array, meteredW: Float64Array): number[] {
  const hours: number[] = [];
  for (let hour = 0; hour < meteredW.length; hour += 1) {
    if (Number.isFinite(meteredW[hour]!) && Number.isFinite(modelled[hour]!)) hours.push(hour);
  }
  return hours;
}

/** Largest change of the output over each range, relative to the metered root mean square. */
function rangeEffects(
  residuals: (u: Float64Array) => Float64Array | null,
  atStart: Float64Array,
  start: Float64Array,
  meteredW: Float64Array,
  hours: readonly number[],
): number[] {
  const metered = Math.sqrt(sumOfSquares(Float64Array.from(hours, (hour) => meteredW[hour]!)));
  return [...start].map((_, j) => {
    let effect = 0;
    for (const bound of [0, 1]) {
      const u = Float64Array.from(start);
      u[j] = bound;
      const r = residuals(u);
      // A model that fails at the bound has an effect there, but not one to be measured.
      const change =
        r === null ? Infinity : Math.sqrt(sumOfSquares(r.map((value, i) => value - atStart[i]!)));
      effect = Math.max(effect, change / metered);
    }
    return effect;
  });
}

function figures(
  meteredW: Float64Array,
  hours: readonly number[],
  residuals: Float64Array,
): FitFigures | null {
  const y = Float64Array.from(hours, (hour) => meteredW[hour]!);
  const s = y.map((value, i) => value - residuals[i]!);
  const outcome = compareToMeter(y, s, new Int32Array(y.length));
  return outcome.ok ? outcome.value.hourly : null;
}
