import type { Network } from '../../model/network';
import { supplyOf } from '../../scenario/selectors/supply';
import type { YearBefore } from './answer';

/** Hours of a transformer that are looked at beside its worst. */
const TOP_STEPS = 24;

/** Branch rows between a bus and the source, the bus first. */
export function branchesAbove(network: Network, busId: string): readonly number[] {
  const { busRow, feedingBranch, parentBus } = supplyOf(network);
  const found: number[] = [];
  for (let bus = busRow.get(busId) ?? -1; bus >= 0; bus = parentBus[bus]!)
    if (feedingBranch[bus]! >= 0) found.push(feedingBranch[bus]!);
  return found;
}

/** Bus rows behind the same transformer, the bus's own included; those without one where it has none. */
export function busesBeside(network: Network, busId: string): readonly number[] {
  const { busRow, transformerOfBus } = supplyOf(network);
  const own = transformerOfBus[busRow.get(busId) ?? -1] ?? -1;
  return network.buses.flatMap((_, row) => (transformerOfBus[row] === own ? [row] : []));
}

/**
 * The steps in which the year without an addition came nearest to the limits that one at this bus can break: of every branch
 * between it and the source and of every line and bus beside it, and the hardest hours of the transformers above it.
 */
export function worstSteps(
  network: Network,
  { table, rows, stepCount }: YearBefore,
  busId: string,
  isLoad: boolean,
): readonly number[] {
  const above = branchesAbove(network, busId);
  const { feedingBranch } = supplyOf(network);
  const beside = busesBeside(network, busId);
  const steps = new Set<number>();
  for (const row of beside) {
    steps.add((isLoad ? table.busVMinStep : table.busVMaxStep)[row]!);
    const branch = feedingBranch[row]!;
    if (branch >= 0) steps.add(table.branchLoadingMaxStep[branch]!);
  }
  for (const branch of above) {
    steps.add(table.branchLoadingMaxStep[branch]!);
    if (branch < rows.lineCount) continue;
    const at = (branch - rows.lineCount) * stepCount;
    for (const step of topSteps(table.transformerPW.subarray(at, at + stepCount), isLoad)) steps.add(step);
  }
  for (const step of topSteps(table.sourcePW, isLoad).slice(0, 3)) steps.add(step);
  return [...steps].sort((a, b) => a - b);
}

/** With the largest power, or with the smallest; the earlier of equals first. */
function topSteps(powerW: Float64Array, isLargest: boolean): number[] {
  const sign = isLargest ? 1 : -1;
  return Array.from(powerW, (_, step) => step)
    .sort((a, b) => sign * (powerW[b]! - powerW[a]!) || a - b)
    .slice(0, TOP_STEPS);
}
