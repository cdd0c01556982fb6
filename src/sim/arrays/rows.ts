import type { EndUse } from '../../model/run';

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
  /** Households, and buildings without one, at each bus; absent where rows are written by hand. */
  readonly busCustomers?: readonly number[];
}
