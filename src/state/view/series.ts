import { END_USES, isGeneration } from '../../model/run';
import type { AppState, BuildingYear, RunResult, Selection } from '../appState';
import { runOf } from '../selectors';
import { weekOf } from './values';

/** First step and number of steps of the week around the step on screen; the last week of a year is one day. */
export function weekRange(result: RunResult, step: number): { fromStep: number; stepCount: number } {
  const fromStep = Math.floor(step / result.chunkSteps) * result.chunkSteps;
  return { fromStep, stepCount: Math.min(result.chunkSteps, result.stepCount - fromStep) };
}

/** Import of the district in W for the week on screen, positive = import. */
export function districtWeekW(result: RunResult, step: number): Float64Array {
  const { fromStep, stepCount } = weekRange(result, step);
  return result.table.sourcePW.subarray(fromStep, fromStep + stepCount);
}

/** Loading of a branch in percent for the week on screen; null while it is computed. */
export function branchWeekPercent(
  state: AppState,
  scenarioId: string,
  selection: Selection,
): Float64Array | null {
  const { result } = runOf(state, scenarioId);
  if (result === null) return null;
  const branch = result.rows.branchIds.indexOf(selection.id);
  if (branch < 0) return null;
  if (selection.kind === 'transformer') {
    const { fromStep, stepCount } = weekRange(result, state.step);
    const row = (branch - result.rows.lineCount) * result.stepCount + fromStep;
    return result.table.transformerLoading.slice(row, row + stepCount).map((share) => share * 100);
  }
  const week = weekOf(state, scenarioId);
  if (week === null) return null;
  const { stepCount } = week;
  return week.table.branchLoading
    .slice(branch * stepCount, (branch + 1) * stepCount)
    .map((share) => share * 100);
}

/** A year's values from the largest down: the load duration curve. */
export function durationCurve(values: Float64Array): Float64Array {
  return values.slice().sort().reverse();
}

export function transformerYearPercent(result: RunResult, id: string): Float64Array | null {
  const row = result.rows.transformerIds.indexOf(id);
  if (row < 0) return null;
  return result.table.transformerLoading
    .subarray(row * result.stepCount, (row + 1) * result.stepCount)
    .map((share) => share * 100);
}

/** Power of a building by end use for the week on screen, W; generation negative, as it takes load away. */
export function buildingWeekW(
  year: BuildingYear,
  result: RunResult,
  step: number,
): { endUseW: readonly Float64Array[]; netW: Float64Array } {
  const { fromStep, stepCount } = weekRange(result, step);
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
