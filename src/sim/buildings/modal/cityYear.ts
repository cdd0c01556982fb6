import {
  createModalBlock,
  stepModalBlock,
  type BlockOptions,
  type ModalBlock,
  type ModalKernel,
  type ModalTotals,
} from './modalBlock';
import type { ModalBuilding, ModalYear } from './types';

/** Steps before the year's first, out of its end, from 20 degC throughout: a fortnight. */
const WARM_UP_S = 14 * 86400;

/**
 * A year of many buildings without a series of any: totals of each, and sums by archetype and feeder where asked for. The
 * block is returned as it stands at the end of the year.
 */
export function runCityYear(
  kernel: ModalKernel | undefined,
  year: ModalYear,
  buildings: readonly ModalBuilding[],
  options: BlockOptions,
): ModalBlock {
  const block = createModalBlock(kernel, year, buildings, options);
  warmUp(block, year);
  stepModalBlock(block, 0, year.stepCount);
  return block;
}

/** Series of the year, [building][step]: W over the step, degC at its end. */
export interface YearSeries {
  readonly heatW: Float64Array;
  readonly coolW: Float64Array;
  readonly tempDegC: Float64Array;
  readonly totals: readonly ModalTotals[];
}

/** Some buildings' year with its series: the bits that they have in the city's year, in whatever company. */
export function runYearSeries(
  kernel: ModalKernel | undefined,
  year: ModalYear,
  buildings: readonly ModalBuilding[],
  precision: BlockOptions['precision'],
): YearSeries {
  const block = createModalBlock(kernel, year, buildings, { precision });
  warmUp(block, year);
  const numbers = buildings.length * year.stepCount;
  const series = {
    heatW: new Float64Array(numbers),
    coolW: new Float64Array(numbers),
    tempDegC: new Float64Array(numbers),
  };
  stepModalBlock(block, 0, year.stepCount, {}, series);
  return { ...series, totals: buildings.map((_, building) => block.totals(building)) };
}

function warmUp(block: ModalBlock, { stepS, stepCount }: ModalYear): void {
  stepModalBlock(block, Math.max(0, stepCount - Math.round(WARM_UP_S / stepS)), stepCount);
  block.clear();
}
