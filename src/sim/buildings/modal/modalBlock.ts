import { createKernelBlock } from './kernelBlock';
import { createPlainBlock } from './plainBlock';
import type { ModalBuilding, ModalYear } from './types';

/** The compiled kernel, a WebAssembly.Module; opaque, since not every shell that hands it on has a type for it. */
export type ModalKernel = object;

/** Which archetype and feeder each building counts to. */
export interface SumKeys {
  readonly archetypeCount: number;
  readonly feederCount: number;
  /** [building] */
  readonly archetype: Int32Array;
  readonly feeder: Int32Array;
}

export interface BlockOptions {
  /** f32 is for previews and for cities: see the README for what it loses. */
  readonly precision: 'f64' | 'f32';
  /** Where wanted: sums of heat and cold by archetype and by feeder. */
  readonly sums?: SumKeys;
}

/** Columns of the buildings' own, by steps of the stretch: [building][step][SUN_DRIVES] and [building][step]. */
export interface BlockColumns {
  readonly sun?: Float64Array;
  readonly appliancesW?: Float64Array;
}

/** [building][step of the stretch]; what is absent is not kept. */
export interface BlockResults {
  readonly heatW?: Float64Array;
  readonly coolW?: Float64Array;
  readonly tempDegC?: Float64Array;
}

/** Over all steps so far, of shares (README 14). Sums are in watt-steps. */
export interface ModalTotals {
  readonly heatW: number;
  readonly coolW: number;
  readonly highestHeatW: number;
  readonly highestCoolW: number;
  /** Air temperature, less the reference, summed over steps. */
  readonly tempK: number;
  readonly lowestDegC: number;
  readonly highestDegC: number;
}

/** [archetype or feeder][step][heat, cool], W. Exact sums of shares: any order and any division into blocks gives them. */
export interface ModalSums {
  readonly byArchetype: Float64Array;
  readonly byFeeder: Float64Array;
}

/** Buildings packed side by side. A building's bits depend on nothing but itself: not on its place, nor on the block. */
export interface ModalBlock {
  readonly buildingCount: number;
  readonly memoryBytes: number;
  state(building: number): Float64Array;
  setState(building: number, state: Float64Array): void;
  step(fromStep: number, toStep: number, columns: BlockColumns, results: BlockResults): void;
  totals(building: number): ModalTotals;
  /** Not copied: further steps go on adding to them. */
  sums(): ModalSums;
  /** Totals and sums begin anew; states stay. */
  clear(): void;
}

/** Buildings begin at 20 degC throughout. Without a kernel (no WebAssembly SIMD) in double precision, one by one. */
export function createModalBlock(
  kernel: ModalKernel | undefined,
  year: ModalYear,
  buildings: readonly ModalBuilding[],
  options: BlockOptions,
): ModalBlock {
  return kernel === undefined
    ? createPlainBlock(year, buildings, options)
    : createKernelBlock(kernel, year, buildings, options);
}

/**
 * Runs steps fromStep to toStep - 1 of every building on from its state, adding to totals and sums, and writes the series
 * asked for. The same bits come out however the year is cut.
 */
export function stepModalBlock(
  block: ModalBlock,
  fromStep: number,
  toStep: number,
  columns: BlockColumns = {},
  results: BlockResults = {},
): void {
  block.step(fromStep, toStep, columns, results);
}
