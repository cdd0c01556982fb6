import type { Outcome } from '../model/outcome';
import type { GroupYear } from '../kpi/community';
import type { Storage } from '../model/network';
import type { RunInput } from '../model/run';
import type { BuildingLoads } from '../sim/arrays/buildingLoads';
import type { NetworkChunk } from '../sim/arrays/chunk';
import type { WeekTable } from '../sim/arrays/results';
import type { Attribution } from '../study/attribution';
import type { BlockAnswer } from '../study/blockChunk';
import type { ConnectAnswer, ConnectQuestion, ConnectStanding, YearBefore } from '../study/canConnect';
import type {
  DistrictHosting,
  DistrictHostingSettings,
  FoundPlace,
  HostingStep,
  HostingYear,
} from '../study/districtHosting';
import type { MeterYear } from '../study/loads/meterYear';
import type { PackedRows } from '../study/loads/packedRows';
import type { MoneyInput, MoneyYear } from '../study/money';
import type { ChunkLoads } from '../study/networkChunk';
import type { RegulatorRow } from '../study/regulatorYear';
import type { RunRows } from '../sim/arrays/rows';
import type { ChargingYear, StationCharging } from '../study/stationCharging';
import type { ChunkStart } from '../study/week';

/** A question that is being answered step by step. */
export type ConnectStep =
  | { readonly done: false; readonly standing: ConnectStanding }
  | { readonly done: true; readonly outcome: Outcome<ConnectAnswer> };

export type HostStep =
  | ({ readonly done: false } & HostingStep)
  | { readonly done: true; readonly found: readonly DistrictHosting[] };

/** What the coordinator has to know of a compiled run; the compiled arrays stay in the worker. */
export interface RunOutline {
  readonly rows: RunRows;
  readonly storages: readonly Storage[];
  /** Cars that keep to their station's limit; null where none does. */
  readonly charging: StationCharging | null;
  /** Transformer row of each building; -1 = none. */
  readonly transformerOfBuilding: Int32Array;
  /** Rows of buildings that answer to voltage; null where nothing does. */
  readonly answeringRows: readonly number[] | null;
  /** Regulators in the order of a chunk's `regulatorTap`. */
  readonly regulators: readonly RegulatorRow[];
}

/**
 * The jobs of a year worker. Every call names its run and carries all the state it needs, so any worker can take any
 * call and a lost one is simply asked again elsewhere. Large arrays are transferred, not copied.
 */
export interface YearWorker {
  /** Compiles a run under a key; later calls refer to it. Opening the same key again is free. */
  open(key: string, input: RunInput): Outcome<RunOutline>;
  /** Key of each building's loads in the order of rows (study/loads). */
  loadsKeys(key: string): readonly string[];
  /** States of rows of a block at 1 January. */
  initialState(key: string, block: number, rows: readonly number[]): Float64Array;
  /** A block's chunk, of which some rows are at hand; gives those of the computed rows that are wanted in the same form. */
  block(
    key: string,
    block: number,
    chunk: number,
    state: Float64Array,
    kept: PackedRows,
    wanted: readonly number[],
  ): BlockAnswer;
  solve(key: string, chunk: number, injections: ChunkLoads): NetworkChunk;
  week(key: string, chunk: number, start: ChunkStart): WeekTable;
  attribute(key: string, chunk: number, start: ChunkStart, branchRow: number, step: number): Attribution;
  /** With the charging that has been moved in its year, where some has. */
  buildingYear(key: string, building: number, charging?: ChargingYear): BuildingLoads;
  /** Needs no run. */
  money(asked: MoneyInput): Outcome<MoneyYear>;
  /** The year of the group of these buildings, of all that are in the meters. Needs no run. */
  group(meters: MeterYear): GroupYear;
  /**
   * First step towards the answer to a question; the next ones come with `connectOn`, within the same job of the pool. A worker
   * answers one at a time; one that nobody waits for any more is ended.
   */
  connect(key: string, year: YearBefore, question: ConnectQuestion): ConnectStep;
  connectOn(): ConnectStep;
  endConnect(): void;
  /** The same of hosting capacity, place by place, without those that are known; then the answer. */
  host(
    key: string,
    year: HostingYear,
    questions: readonly DistrictHostingSettings[],
    present: readonly FoundPlace[],
  ): HostStep;
  hostOn(): HostStep;
  endHost(): void;
  /** Forgets a run. */
  close(key: string): void;
}
