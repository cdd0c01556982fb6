import type { GroupYear } from '../kpi/community';
import type { District } from '../model/district';
import type { Outcome } from '../model/outcome';
import type { RunInput } from '../model/run';
import type { BuildingLoads } from '../sim/arrays/buildingLoads';
import type { RunTable, WeekTable } from '../sim/arrays/results';
import type { RunRows } from '../sim/arrays/rows';
import type { Attribution } from '../study/attribution';
import type { ConnectAnswer, ConnectQuestion, ConnectStanding } from '../study/canConnect';
import type { DistrictHosting, DistrictHostingSettings, FoundPlace } from '../study/districtHosting';
import type { MeterYear } from '../study/loads/meterYear';
import type { MoneyInput, MoneyYear } from '../study/money';
import type { RunResult } from '../study/runResult';

export type { Attribution, Contributor } from '../study/attribution';
export type { ConnectAnswer, ConnectQuestion, ConnectStanding } from '../study/canConnect';
export type { MeterYear } from '../study/loads/meterYear';
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

/**
 * Weeks of a run without its year, each after one week of warming up: a first look. In the table of the year their steps,
 * sums and extremes; nothing of the rest. The year itself may come to other values in these weeks, and to others outside them.
 */
export interface Preview {
  readonly inputHash: string;
  readonly chunks: readonly number[];
  readonly rows: RunRows;
  readonly table: RunTable;
  readonly stepS: number;
  readonly stepCount: number;
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
  /** The result is for the caller alone: a study of many years takes no place from those that are looked at. */
  readonly passing?: boolean;
}

/** Of a look into the year of a run. */
export interface LookOptions extends RunOptions {
  /** The year in the caller's hands: where it is of the same inputs it is not computed again. */
  readonly known?: RunResult | null;
}

export interface ConnectOptions extends RunOptions {
  /** Told after every step: the verdict comes long before what would have to be built. */
  readonly onStanding?: (standing: ConnectStanding) => void;
}

export interface HostingOptions extends LookOptions {
  /** Told after every step, 0 to 1. */
  readonly onShare?: (share: number) => void;
  /** Told of every place that is finished: it is worth keeping whether or not the rest follows. */
  readonly onPlace?: (place: FoundPlace) => void;
  /** What an earlier asking of the same questions had finished: it is not asked again. */
  readonly present?: readonly FoundPlace[];
}

/**
 * The one face the shells see. Implemented over a pool of workers; results are kept by input hash. The district a run
 * really used (base edits and measures folded in) is `effectiveDistrict`.
 */
export interface Engine {
  run(input: RunInput, options?: RunOptions): Promise<Outcome<RunResult>>;
  /** Whether the year of a run is at hand, so that asking for it costs nothing. */
  isKnown(input: RunInput): boolean;
  /** A first look at some weeks (chunks of the year) of a run that need not have been computed. */
  preview(input: RunInput, chunks: readonly number[], options?: RunOptions): Promise<Outcome<Preview>>;
  /** All elements during the chunk that holds `step`. */
  week(input: RunInput, step: number, options?: LookOptions): Promise<Outcome<Week>>;
  /** Which buildings make up the load of a branch at a step. */
  attribution(
    input: RunInput,
    branchId: string,
    step: number,
    options?: LookOptions,
  ): Promise<Outcome<Attribution>>;
  /**
   * What the meter of every building shows in the year of a run. Kept for whoever asks next: bills under other prices compute
   * nothing anew (`moneyYear` of src/study/money).
   */
  meters(input: RunInput, options?: LookOptions): Promise<Outcome<MeterYear>>;
  /** The year of a group of buildings by itself (src/study/group), counted in a worker from the meters of these rows. */
  group(input: RunInput, rows: readonly number[], options?: LookOptions): Promise<Outcome<GroupYear>>;
  /** Bills, burdens and payments of the finished year of a run, counted in a worker: of a town they take longer than a page can wait. */
  money(input: RunInput, asked: MoneyInput, options?: RunOptions): Promise<Outcome<MoneyYear>>;
  /** Whether a bus takes so much in every step of the year of a run, at most how much, and what it would need. */
  connect(
    input: RunInput,
    question: ConnectQuestion,
    options?: ConnectOptions,
  ): Promise<Outcome<ConnectAnswer>>;
  /** What every feeder or transformer takes in the year of a run, question by question; a worker does it in small steps. */
  hosting(
    input: RunInput,
    questions: readonly DistrictHostingSettings[],
    options?: HostingOptions,
  ): Promise<Outcome<readonly DistrictHosting[]>>;
  buildingYear(input: RunInput, buildingId: string, options?: LookOptions): Promise<Outcome<BuildingYear>>;
  effectiveDistrict(input: RunInput): Outcome<District>;
  dispose(): void;
}
