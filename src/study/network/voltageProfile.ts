import type { FeedTree } from './feedTree';
import type { CircuitSolution } from './solver';
import { supplyPoints, supplyVoltagesPu, type VoltageReference } from './supplyVoltage';

/** One phase of one bus in a voltage profile. */
export interface ProfilePoint {
  readonly busId: string;
  /** Phase 1, 2, 3. */
  readonly node: number;
  /** From the source along lines. */
  readonly distanceM: number;
  readonly vPu: number;
  /** Base of the bus, so that medium and low voltage can be told apart. */
  readonly baseVoltageV: number;
}

/** A line (or transformer, at constant distance) between two points of the same phase. */
export interface ProfileSegment {
  readonly branchId: string;
  readonly kind: 'line' | 'transformer' | 'reactor' | 'capacitor';
  readonly node: number;
  readonly from: ProfilePoint;
  readonly to: ProfilePoint;
}

export interface VoltageProfile {
  readonly points: readonly ProfilePoint[];
  readonly segments: readonly ProfileSegment[];
}

/** Voltage against distance from the source, per phase; buses without supply are left out. */
export function voltageProfile(
  tree: FeedTree,
  solution: CircuitSolution,
  reference: VoltageReference = 'earth',
): VoltageProfile {
  const supply = supplyPoints(solution, reference);
  const vPu = supplyVoltagesPu(solution, supply);
  const points: ProfilePoint[] = [];
  const pointAt = new Map<string, ProfilePoint>();
  supply.forEach(({ busId, node, baseVoltageV }, row) => {
    const distanceM = tree.distanceM[tree.topology.rowOfBus.get(busId) ?? -1] ?? NaN;
    if (Number.isNaN(distanceM) || Number.isNaN(vPu[row]!)) return;
    const point: ProfilePoint = { busId, node, distanceM, vPu: vPu[row]!, baseVoltageV };
    points.push(point);
    pointAt.set(`${node}/${busId}`, point);
  });
  const segments: ProfileSegment[] = [];
  for (const { kind, id, from, to } of tree.topology.branches) {
    for (const node of [1, 2, 3]) {
      // A line may carry phase 1 to node 2 of the next bus; a transformer keeps phase numbers.
      const k = from.nodes.indexOf(node);
      const other = kind === 'transformer' ? node : to.nodes[k];
      const start = k < 0 ? undefined : pointAt.get(`${node}/${from.busId}`);
      const end = k < 0 ? undefined : pointAt.get(`${other}/${to.busId}`);
      if (start !== undefined && end !== undefined) {
        segments.push({ branchId: id, kind, node, from: start, to: end });
      }
    }
  }
  return { points, segments };
}
