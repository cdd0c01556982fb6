import { END_USES, isGeneration } from '../../model/run';
import type { AppState, BuildingYear, RunResult, Selection } from '../appState';
import { runOf } from '../selectors';
import { ratingsIn } from './judged';
import { weekOf } from './values';

export interface WeekRange {
  readonly fromStep: number;
  readonly stepCount: number;
}

/** Where there is no year yet. */
export const NO_WEEK: WeekRange = { fromStep: 0, stepCount: 0 };

/** The week around a step; the day that is left over at the end of a year is seen in the last seven days. */
export function weekRange({ chunkSteps, stepCount }: RunResult, step: number): WeekRange {
  const fromStep = Math.floor(step / chunkSteps) * chunkSteps;
  return {
    fromStep: Math.max(0, Math.min(fromStep, stepCount - chunkSteps)),
    stepCount: Math.min(chunkSteps, stepCount),
  };
}

/** Import of the district in W in a week, positive = import. */
export function districtWeekW(result: RunResult, { fromStep, stepCount }: WeekRange): Float64Array {
  return result.table.sourcePW.subarray(fromStep, fromStep + stepCount);
}

/** Loading of a branch in percent for the week on screen, NaN outside what is computed of it; null while it is computed. */
export function branchWeekPercent(
  state: AppState,
  scenarioId: string,
  selection: Selection,
): Float64Array | null {
  const { result } = runOf(state, scenarioId);
  if (result === null) return null;
  const branch = result.rows.branchIds.indexOf(selection.id);
  if (branch < 0) return null;
  const percent = 100 / ratingsIn(state, scenarioId)![branch]!;
  if (selection.kind === 'transformer') {
    const { fromStep, stepCount } = weekRange(result, state.step);
    const row = (branch - result.rows.lineCount) * result.stepCount + fromStep;
    return result.table.transformerLoading.slice(row, row + stepCount).map((share) => share * percent);
  }
  const week = weekOf(state, scenarioId);
  if (week === null) return null;
  const own = week.table.branchLoading.subarray(branch * week.stepCount, (branch + 1) * week.stepCount);
  const { fromStep, stepCount } = weekRange(result, state.step);
  const values = new Float64Array(stepCount).fill(Number.NaN);
  values.set(
    own.map((share) => share * percent),
    week.fromStep - fromStep,
  );
  return values;
}

/** A year's values from the largest down: the load duration curve. */
export function durationCurve(values: Float64Array): Float64Array {
  return values.slice().sort().reverse();
}

/** Loading of a transformer in a scenario's year, percent of what it may carry; null without one. */
export function transformerYearPercent(state: AppState, scenarioId: string, id: string): Float64Array | null {
  const { result } = runOf(state, scenarioId);
  const row = result?.rows.transformerIds.indexOf(id) ?? -1;
  if (result === null || row < 0) return null;
  const percent = 100 / ratingsIn(state, scenarioId)![result.rows.lineCount + row]!;
  return result.table.transformerLoading
    .subarray(row * result.stepCount, (row + 1) * result.stepCount)
    .map((share) => share * percent);
}

/** Power of a building by end use in a week, W; generation negative, as it takes load away. */
export function buildingWeekW(
  year: BuildingYear,
  result: RunResult,
  { fromStep, stepCount }: WeekRange,
): { endUseW: readonly Float64Array[]; netW: Float64Array } {
  const whole = result.stepCount;
  const endUseW = END_USES.map((endUse, use) => {
    const part = year.loads.endUseW.slice(use * whole + fromStep, use * whole + fromStep + stepCount);
    return isGeneration(endUse) ? part.map((w) => -w) : part;
  });
  const netW = Float64Array.from({ length: stepCount }, (_, i) =>
    endUseW.reduce((sum, column) => sum + column[i]!, 0),
  );
  return { endUseW, netW };
}

/** Hours x days of one quantity for the heat strip: the largest of each hour; row-major by hour. */
export function heatOfYear(values: Float64Array, stepS: number): Float64Array {
  const perHour = 3600 / stepS;
  const days = values.length / (24 * perHour);
  const heat = new Float64Array(24 * days).fill(Number.NaN);
  for (let step = 0; step < values.length; step += 1) {
    const hour = Math.floor(step / perHour);
    const at = (hour % 24) * days + Math.floor(hour / 24);
    if (!(heat[at]! >= values[step]!)) heat[at] = values[step]!;
  }
  return heat;
}
