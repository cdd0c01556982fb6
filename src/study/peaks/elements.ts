import type { District } from '../../model/district';
import { fail, succeed, type Issue, type Outcome } from '../../model/outcome';
import { busOf, supplyOf } from '../../scenario/selectors/supply';
import type { RunResult } from '../runResult';

/** A peak as it was measured, of a transformer or of a feeder (by the line that leaves the busbar). */
export interface MeasuredPeak {
  readonly elementId: string;
  /** Mean over the measuring interval, active power. */
  readonly peakW: number;
  /** Seconds from the beginning of the year, local standard time; absent: the largest of the year. */
  readonly timeS?: number;
}

/** A measured element with the homes whose electricity is moved for it. */
export interface PeakPlace extends MeasuredPeak {
  readonly kind: 'transformer' | 'feeder';
  readonly homeIds: readonly string[];
}

/**
 * Where the peaks belong. A home moves with the nearest measured element above it: behind a measured feeder it does not move
 * with the transformer.
 */
export function peakPlaces(
  { id, buildings, network }: District,
  peaks: readonly MeasuredPeak[],
): Outcome<readonly PeakPlace[]> {
  if (network === null || peaks.length === 0)
    return peaks.length === 0 ? succeed([]) : fail([unknown(id, peaks[0]!)]);
  const supply = supplyOf(network);
  const byId = new Map(peaks.map((peak) => [peak.elementId, peak]));
  const homes = new Map<string, string[]>(peaks.map(({ elementId }) => [elementId, []]));
  const feeders = new Set<string>();
  for (const bus of supply.order) {
    const feeder = network.lines[supply.feederOfBus[bus]!];
    if (feeder !== undefined) feeders.add(feeder.id);
  }
  const stations = new Set(network.transformers.map((transformer) => transformer.id));
  const strange = peaks.filter(({ elementId }) => !stations.has(elementId) && !feeders.has(elementId));
  if (strange.length > 0) return fail(strange.map((peak) => unknown(id, peak)));
  for (const building of buildings) {
    const bus = busOf(supply, building);
    if (building.households < 1 || bus < 0) continue;
    const above = [
      network.lines[supply.feederOfBus[bus]!]?.id,
      network.transformers[supply.transformerOfBus[bus]!]?.id,
    ];
    const nearest = above.find((each) => each !== undefined && byId.has(each));
    if (nearest !== undefined) homes.get(nearest)!.push(building.id);
  }
  return succeed(
    peaks.map((peak) => ({
      ...peak,
      kind: stations.has(peak.elementId) ? 'transformer' : 'feeder',
      homeIds: homes.get(peak.elementId)!,
    })),
  );
}

/** Power of an element in a run as it was measured: at its time, or the largest of the year. */
export function computedPeakW(
  { table, rows, stepCount, stepS }: RunResult,
  { kind, elementId, timeS }: PeakPlace,
): number {
  const ids = kind === 'transformer' ? rows.transformerIds : rows.feederIds;
  const row = ids.indexOf(elementId);
  if (row < 0) return Number.NaN;
  const powerW = (kind === 'transformer' ? table.transformerPW : table.feederPW).subarray(
    row * stepCount,
    (row + 1) * stepCount,
  );
  return timeS === undefined
    ? powerW.reduce((most, value) => Math.max(most, value), -Infinity)
    : powerW[Math.floor(timeS / stepS)]!;
}

function unknown(source: string, { elementId }: MeasuredPeak): Issue {
  return {
    severity: 'error',
    code: 'peaks-unknown-element',
    source,
    where: elementId,
    message: 'The district has no transformer and no feeder of this id.',
    remedy: 'Give the id of a transformer, or of the line with which a feeder leaves its busbar.',
  };
}
