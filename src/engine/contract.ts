import type { District } from '../model/district';
import type { Outcome } from '../model/outcome';
import type { RunInput } from '../model/run';
import type { BuildingLoads } from '../sim/arrays/buildingLoads';
import type { WeekTable } from '../sim/arrays/results';
import type { Attribution } from '../study/attribution';
import type { RunResult } from '../study/runResult';

export type { Attribution, Contributor } from '../study/attribution';
export type { RunRows } from '../sim/arrays/rows';
export type { RunResult } from '../study/runResult';

export interface Week {
  readonly chunk: number;
  readonly fromStep: number;
  readonly stepCount: number;
  readonly table: WeekTable;
}

export interface BuildingYear {
  readonly buildingId: string;
  readonly loads: BuildingLoads;
}

/** Buildings whose loads a run has computed, in part at least, and those it found as an earlier run left them. */
export interface LoadCounts {
  readonly computed: number;
  readonly reused: number;
}

export interface Progress {
  readonly stage: 'compile' | 'year' | 'finish';
  /** 0 to 1. */
  readonly done: number;
  readonly remainingS: number | null;
  /** So far; of the whole year at the last stage. */
  readonly loads?: LoadCounts;
}

export interface RunOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/**
 * The one face the shells see. Implemented over a pool of workers; results are kept by input hash. The district a run
 * really used (base edits and measures folded in) is `effectiveDistrict`.
 */
export interface Engine {
  run(input: RunInput, options?: RunOptions): Promise<Outcome<RunResult>>;
  /** All elements during the chunk that holds `step`. */
  week(input: RunInput, step: number, options?: RunOptions): Promise<Outcome<Week>>;
  /** Which buildings make up the load of a branch at a step. */
  attribution(input: RunInput, branchId: string, step: number): Promise<Outcome<Attribution>>;
  buildingYear(input: RunInput, buildingId: string, options?: RunOptions): Promise<Outcome<BuildingYear>>;
  effectiveDistrict(input: RunInput): Outcome<District>;
  dispose(): void;
}
