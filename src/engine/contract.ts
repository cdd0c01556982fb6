import type { District } from '../model/district';
import type { Outcome } from '../model/outcome';
import type { EndUse, RunInput } from '../model/run';
import type { BuildingLoads } from '../sim/arrays/buildingLoads';
import type { RunTable, WeekTable } from '../sim/arrays/results';

/** Row names of a run's arrays. Branch rows: all lines, then all transformers. */
export interface RunRows {
  readonly buildingIds: readonly string[];
  readonly busIds: readonly string[];
  readonly branchIds: readonly string[];
  readonly lineCount: number;
  readonly transformerIds: readonly string[];
  readonly feederIds: readonly string[];
  readonly storageIds: readonly string[];
  readonly endUses: readonly EndUse[];
}

/** A finished year. Arrays are plain Float64Arrays in the layout RUN_RESULTS. */
export interface RunResult {
  readonly engineVersion: string;
  /** SHA-256 over everything the run depends on; names the run. */
  readonly inputHash: string;
  /** SHA-256 over every result array. */
  readonly resultHash: string;
  readonly stepS: 3600 | 900;
  readonly stepCount: number;
  readonly chunkSteps: number;
  readonly startWeekday: number;
  readonly utcOffsetMin: number;
  readonly rows: RunRows;
  readonly table: RunTable;
}

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

export interface Progress {
  readonly stage: 'compile' | 'year' | 'finish';
  /** 0 to 1. */
  readonly done: number;
  readonly remainingS: number | null;
}

export interface RunOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** One row of "which buildings cause it": active power at one branch and step. Rows and losses sum to the load. */
export interface Contributor {
  readonly buildingId: string;
  readonly netW: number;
  readonly endUseW: Readonly<Record<EndUse, number>>;
}
export interface Attribution {
  readonly branchId: string;
  readonly step: number;
  /** Active power into the branch at its from-end. */
  readonly branchPW: number;
  readonly contributors: readonly Contributor[];
  readonly storageW: number;
  /** Losses in this branch and everything downstream. */
  readonly lossW: number;
}

/**
 * The one face the shells see. Implemented over a pool of workers; results are kept by input hash. The district a run
 * really used (base edits and measures folded in) is `effectiveDistrict`.
 */
export interface Engine {
  run(input: RunInput, options?: RunOptions): Promise<Outcome<RunResult>>;
  /** All elements during the chunk that holds `step`. */
  week(input: RunInput, step: number, options?: RunOptions): Promise<Outcome<Week>>;
  buildingYear(input: RunInput, buildingId: string, options?: RunOptions): Promise<Outcome<BuildingYear>>;
  effectiveDistrict(input: RunInput): Outcome<District>;
  dispose(): void;
}
