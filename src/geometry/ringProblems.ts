import type { Point } from '../model/building';
import { segmentDistanceM, segmentsCross } from './clearance';
import { distanceM, signedAreaM2, type Ring } from './polygon';

export interface RingProblem {
  readonly code: 'tooFewPoints' | 'notFinite' | 'duplicatePoint' | 'zeroArea' | 'selfCrossing';
  /** Index of the point, or of the first point of the segment, the problem sits at. */
  readonly pointIndex: number;
}

const SAME_POINT_M = 1e-6;
const SMALLEST_AREA_M2 = 0.01;

/**
 * Everything that keeps a ring from being a simple polygon; empty when it is one. Pairwise segments, O(n2): rings of
 * footprints have tens of points. One problem of each kind is enough, except duplicates, which are all listed.
 */
export function ringProblems(ring: Ring): RingProblem[] {
  const broken = ring.findIndex((p) => !Number.isFinite(p[0]) || !Number.isFinite(p[1]));
  if (broken >= 0) return [{ code: 'notFinite', pointIndex: broken }];
  if (ring.length < 3) return [{ code: 'tooFewPoints', pointIndex: 0 }];
  const problems: RingProblem[] = [];
  ring.forEach((point, i) => {
    if (distanceM(point, ring[(i + 1) % ring.length]!) < SAME_POINT_M)
      problems.push({ code: 'duplicatePoint', pointIndex: i });
  });
  if (Math.abs(signedAreaM2(ring)) < SMALLEST_AREA_M2) problems.push({ code: 'zeroArea', pointIndex: 0 });
  const crossing = firstCrossing(ring);
  if (crossing >= 0) problems.push({ code: 'selfCrossing', pointIndex: crossing });
  return problems;
}

/** Index of the first segment that meets a segment it is not joined to, or -1. */
function firstCrossing(ring: Ring): number {
  const count = ring.length;
  for (let i = 0; i < count; i += 1) {
    const a = ring[i]!;
    const b = ring[(i + 1) % count]!;
    for (let j = i + 2; j < count; j += 1) {
      if (i === 0 && j === count - 1) continue;
      if (meet(a, b, ring[j]!, ring[(j + 1) % count]!)) return i;
    }
  }
  return -1;
}

function meet(a: Point, b: Point, c: Point, d: Point): boolean {
  return segmentsCross(a, b, c, d) || segmentDistanceM(a, b, c, d) < SAME_POINT_M;
}
