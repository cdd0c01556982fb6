import type { BranchTable } from '../batch/types';
import type { CompiledFlow } from '../flow';
import type { CompiledRegulators } from './regulators';

/**
 * A district's radial network, compiled once per edit: its factors for the solvers, and the tree that says what
 * hangs behind a branch. Rows are those of the network: buses, lines then transformers, buildings, storages.
 *
 * Tree positions are fed buses in depth-first order: parents before children, and what hangs behind a position is the
 * contiguous range [position, subtreeEnd[position]).
 */
export interface CompiledNetwork {
  readonly busIds: readonly string[];
  /** All lines, then all transformers, in network order. */
  readonly branchIds: readonly string[];
  readonly lineCount: number;
  readonly transformerIds: readonly string[];
  readonly storageIds: readonly string[];
  readonly buildingCount: number;

  /** The factors are those of all regulators in the middle. Null where none stands. */
  readonly regulators: CompiledRegulators | null;
  readonly flow: CompiledFlow;
  /** First of the three injection rows of each building, storage and regulator; -1 without connection. */
  readonly injectionRow: Int32Array;
  /** Block of each bus in the flow problem. */
  readonly busBlock: Int32Array;
  /**
   * Branches in service, in network order, with the branch row of each and the table row of each branch (-1: out of
   * service). Branches that end at the source bus stand once more at the end of the table, turned round.
   */
  readonly branches: BranchTable;
  readonly branchOfTable: Int32Array;
  readonly tableOfBranch: Int32Array;
  /** Table rows that start at the source bus. */
  readonly sourceRows: Int32Array;

  /** Phase-to-earth base. */
  readonly baseVoltageV: Float64Array;
  /** Rated current of all parallel cables in A (lines) or rated apparent power in VA (transformers). */
  readonly branchRating: Float64Array;
  readonly branchFromBus: Int32Array;
  readonly branchToBus: Int32Array;
  /** 1 where the tree runs against the branch's from-to direction. */
  readonly branchReversed: Uint8Array;

  /** Position of each bus; -1 when unfed. */
  readonly busPosition: Int32Array;
  readonly subtreeEnd: Int32Array;
  /** Downstream end of each branch; -1 when out of service. */
  readonly branchPosition: Int32Array;
  /** Branch row that feeds a position; -1 at the source. */
  readonly positionBranch: Int32Array;
  readonly sourceBus: number;

  /** Bus row of each building; -1 when it has no connection. */
  readonly loadBus: Int32Array;
  /** Position of each building; -1 when it has no connection. */
  readonly loadPosition: Int32Array;
  readonly storagePosition: Int32Array;
  /** Transformer row (0 = first transformer) whose load each storage shaves. */
  readonly storageTransformer: Int32Array;
  /** Nearest upstream transformer row of each building; -1 when there is none. */
  readonly transformerOfBuilding: Int32Array;
  /** LV feeders by the id of the line that leaves the busbar, in line order. */
  readonly feederIds: readonly string[];
  readonly feederBranch: Int32Array;
  /** Feeder of each branch; -1 outside feeders. */
  readonly feederOfBranch: Int32Array;
}
