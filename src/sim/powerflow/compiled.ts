/**
 * The tree of a radial network, compiled once per edit (README, section "Tree"). A position is a row in sweep order:
 * position 0 is the ideal source, every fed bus has one, and every transformer adds one for the ideal winding pair in
 * front of its short-circuit impedance. Parents come before children, and what hangs behind a position is the
 * contiguous range [position, subtreeEnd[position]).
 *
 * Per unit: voltage base = nominal phase-to-earth voltage of the bus, power base = 1 VA per phase. Hence per-unit
 * currents times voltages are watts, amperes = per-unit current / voltage base.
 */
export interface CompiledNetwork {
  readonly busIds: readonly string[];
  /** All lines, then all transformers, in network order. */
  readonly branchIds: readonly string[];
  readonly lineCount: number;
  readonly transformerIds: readonly string[];
  readonly storageIds: readonly string[];
  readonly buildingCount: number;

  readonly positionCount: number;
  /** Parent position; -1 for position 0. */
  readonly parent: Int32Array;
  readonly subtreeEnd: Int32Array;
  /** Positions of ideal winding pairs, ascending; between them only impedances. */
  readonly windings: Int32Array;
  /** Per winding: per-unit voltage ratio / sqrt(3), and the MV phases whose difference drives LV phase a (eq. 6). */
  readonly windingRatio: Float64Array;
  readonly windingPlus: Uint8Array;
  readonly windingMinus: Uint8Array;
  /** [position][re z1, im z1, re zm, im zm], zm = (z0 - z1) / 3 (eq. 2); zero at ideal positions. */
  readonly impedance: Float64Array;
  /** [position][re y1, im y1, re ym, im ym]: all shunts at the bus, ym = (y0 - y1) / 3 (eq. 4). */
  readonly shunt: Float64Array;
  /** Bits HAS_LOAD, HAS_SHUNT, HAS_SUM, FOLLOWS_PARENT. */
  readonly positionFlags: Uint8Array;
  /** Voltages without load and without shunts: [position][phase][re, im]. The start of every chunk. */
  readonly noLoadVoltage: Float64Array;

  /** Position of each bus; -1 when unfed. */
  readonly busPosition: Int32Array;
  /** Bus row of each position; -1 at ideal positions. */
  readonly positionBus: Int32Array;
  readonly baseVoltageV: Float64Array;
  /** Downstream end of each branch; -1 when out of service. */
  readonly branchPosition: Int32Array;
  /** Branch row that feeds a position; -1 at the source and ideal positions. */
  readonly positionBranch: Int32Array;
  /** 1 where the tree runs against the branch's from-to direction. */
  readonly branchReversed: Uint8Array;
  readonly branchFromBus: Int32Array;
  readonly branchToBus: Int32Array;
  /** [branch][re, im of y1 and ym at the from-end, the same at the to-end]. */
  readonly branchShunt: Float64Array;
  /** Rated current of all parallel cables in A (lines) or rated apparent power in VA (transformers). */
  readonly branchRating: Float64Array;

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

/** Where a transformer's no-load branch sits; `split` is the pi model of some tools (half at each terminal). */
export type MagnetisingPlacement = 'from' | 'split';

export interface CompileOptions {
  readonly magnetising?: MagnetisingPlacement;
}

/** Something may be connected here. */
export const HAS_LOAD = 1;
export const HAS_SHUNT = 2;
export const HAS_INJECTION = HAS_LOAD | HAS_SHUNT;
/** At least one child adds its current through memory. */
export const HAS_SUM = 4;
/** The parent is the position right before, with an impedance between: values pass in variables. */
export const FOLLOWS_PARENT = 8;
