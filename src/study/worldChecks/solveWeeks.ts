import { fail, succeed, type Outcome } from '../../model/outcome';
import { chunkRange } from '../../sim/arrays/calendar';
import { blockChunk, initialBlockState } from '../blockChunk';
import { blockCount, type CompiledRun } from '../compiledRun';
import { networkChunk } from '../networkChunk';

const PHASES = 3;

/** Extremes over some weeks, of every bus and branch, and what the source feeds. */
export interface WeekExtremes {
  readonly vMinPu: Float64Array;
  readonly vMaxPu: Float64Array;
  /** [branch] lines, then transformers. */
  readonly loadingMax: Float64Array;
  /** Weeks end to end, W. */
  readonly sourceW: Float64Array;
}

/**
 * The power flow of chosen weeks at the step of the run, each from the state as on 1 January and a week of running in. The
 * run's network has no storages.
 */
export function solveWeeks(run: CompiledRun, chunks: readonly number[]): Outcome<WeekExtremes> {
  const extremes = {
    vMinPu: new Float64Array(run.rows.busIds.length).fill(Infinity),
    vMaxPu: new Float64Array(run.rows.busIds.length).fill(-Infinity),
    loadingMax: new Float64Array(run.rows.branchIds.length).fill(-Infinity),
  };
  const sources: Float64Array[] = [];
  const start = Array.from({ length: blockCount(run.rows.buildingIds.length) }, (_, block) =>
    initialBlockState(run, block),
  );
  for (const chunk of chunks) {
    const flow = networkChunk(run, chunk, loadsOf(run, chunk, start));
    if (flow.iterations.some((count) => count < 0)) return fail([unsolved(run, chunk)]);
    flow.busVMinPu.forEach((v, bus) => keep(extremes.vMinPu, bus, v, Math.min));
    flow.busVMaxPu.forEach((v, bus) => keep(extremes.vMaxPu, bus, v, Math.max));
    flow.branchLoadingMax.forEach((l, branch) => keep(extremes.loadingMax, branch, l, Math.max));
    sources.push(flow.sourcePW);
  }
  const sourceW = new Float64Array(sources.reduce((sum, { length }) => sum + length, 0));
  sources.reduce((at, week) => (sourceW.set(week, at), at + week.length), 0);
  return succeed({ ...extremes, sourceW });
}

/** Nothing known of an element (no supply, no rating) stays out. */
function keep(
  column: Float64Array,
  row: number,
  value: number,
  better: (a: number, b: number) => number,
): void {
  if (Number.isFinite(value)) column[row] = better(column[row]!, value);
}

function loadsOf(run: CompiledRun, chunk: number, start: readonly Float64Array[]) {
  const { fromStep, toStep } = chunkRange(run.calendar, chunk);
  const length = run.rows.buildingIds.length * PHASES * (toStep - fromStep);
  const netPW = new Float64Array(length);
  const netQVar = new Float64Array(length);
  let at = 0;
  start.forEach((initial, block) => {
    const state = chunk > 0 ? blockChunk(run, block, chunk - 1, initial).stateEnd : initial;
    const part = blockChunk(run, block, chunk, state);
    netPW.set(part.netPW, at);
    netQVar.set(part.netQVar, at);
    at += part.netPW.length;
  });
  return { netPW, netQVar, storageNetW: new Float64Array(0) };
}

function unsolved(run: CompiledRun, chunk: number) {
  return {
    severity: 'error' as const,
    code: 'flow-unsolved',
    source: run.district.id,
    where: `week ${chunk + 1}`,
    message: 'The power flow has no solution in a step of the week.',
    remedy: 'Look at the loads and voltages of the network first.',
  };
}
