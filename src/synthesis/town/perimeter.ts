import type { Point } from '../../model/building';
import { pointSegmentDistanceM } from '../../geometry/clearance';
import { insetRing, leftNormal } from '../../geometry/inset';
import { distanceM, signedAreaM2 } from '../../geometry/polygon';
import { ringProblems } from '../../geometry/ringProblems';
import { randomKey, uniform } from '../../sim/numeric/random';
import type { Block } from './blocks';

/** Building line of a block: the kerb plus a pavement. */
export function buildingLine(block: Block, pavementM: number): Point[] {
  return insetRing(
    block.ring,
    block.halfWidthsM.map((half) => half + pavementM),
  );
}

/** The ring without points whose loss moves it by less than the tolerance; least important first. */
export function straighten(ring: readonly Point[], toleranceM: number): Point[] {
  const kept = ring.slice();
  while (kept.length > 4) {
    let least = toleranceM;
    let which = -1;
    kept.forEach((point, i) => {
      const a = kept[(i - 1 + kept.length) % kept.length]!;
      const b = kept[(i + 1) % kept.length]!;
      const awayM = pointSegmentDistanceM(point, a, b);
      if (awayM < least) {
        least = awayM;
        which = i;
      }
    });
    if (which < 0) return kept;
    kept.splice(which, 1);
  }
  return kept;
}

/** Inner ring at a depth behind the building line, or null when the block is too small for a yard. */
export function yard(line: readonly Point[], depthM: number): Point[] | null {
  const inner = insetRing(
    line,
    line.map(() => depthM),
  );
  if (ringProblems(inner).length > 0 || signedAreaM2(inner) < 90) return null;
  const flipped = line.some((point, i) => {
    const j = (i + 1) % line.length;
    const q = line[j]!;
    const a = inner[i]!;
    const b = inner[j]!;
    return (q[0] - point[0]) * (b[0] - a[0]) + (q[1] - point[1]) * (b[1] - a[1]) <= 0;
  });
  return flipped ? null : inner;
}

interface Cut {
  readonly arcM: number;
}

/** Closed perimeter development: parcels side by side along the building line, corner houses included. */
export function perimeterParcels(
  line: readonly Point[],
  inner: readonly Point[],
  depthM: number,
  widthsM: readonly [number, number],
  seed: number,
  key: string,
): Point[][] {
  const starts = arcStarts(line);
  const totalM = starts[line.length]!;
  const cuts = cutArcs(line, starts, depthM, widthsM, seed, key);
  return cuts.map((cut, i) => {
    const next = cuts[(i + 1) % cuts.length]!;
    const endM = next.arcM > cut.arcM ? next.arcM : next.arcM + totalM;
    const front: Point[] = [cutPoint(line, starts, cut.arcM)];
    const back: Point[] = [innerPoint(line, inner, starts, cut.arcM, depthM)];
    for (let k = 0; k < 2 * line.length; k += 1) {
      const arcM = starts[k % line.length]! + (k >= line.length ? totalM : 0);
      if (arcM > cut.arcM + 0.3 && arcM < endM - 0.3) {
        front.push(line[k % line.length]!);
        back.push(inner[k % line.length]!);
      }
    }
    front.push(cutPoint(line, starts, next.arcM));
    back.push(innerPoint(line, inner, starts, next.arcM, depthM));
    return [...front, ...back.reverse()];
  });
}

function arcStarts(ring: readonly Point[]): number[] {
  const starts = [0];
  ring.forEach((point, i) => starts.push(starts[i]! + distanceM(point, ring[(i + 1) % ring.length]!)));
  return starts;
}

/** Sharp corners get a corner house whose legs are longer than the depth; the rest is divided evenly with jitter. */
function cutArcs(
  line: readonly Point[],
  starts: readonly number[],
  depthM: number,
  widthsM: readonly [number, number],
  seed: number,
  key: string,
): Cut[] {
  const totalM = starts[line.length]!;
  const draw = randomKey(seed, key, 'parcels');
  let counter = 0;
  const corners: { from: number; to: number }[] = [];
  line.forEach((point, i) => {
    const n1 = leftNormal(line[(i - 1 + line.length) % line.length]!, point);
    const n2 = leftNormal(point, line[(i + 1) % line.length]!);
    const cosTurn = n1[0] * n2[0] + n1[1] * n2[1];
    const left = n1[0] * n2[1] - n1[1] * n2[0] > 0;
    if (cosTurn > 0.85 || !left) return;
    // tan(turn / 2) = sqrt((1 - cos) / (1 + cos)).
    const leg = Math.min(26, depthM * Math.sqrt((1 - cosTurn) / (1 + cosTurn)));
    corners.push({
      from: starts[i]! - leg - 1 - 4 * uniform(draw, (counter += 1)),
      to: starts[i]! + leg + 1 + 4 * uniform(draw, (counter += 1)),
    });
  });
  const arcs: number[] = [];
  corners.forEach((corner, i) => {
    const next = corners[(i + 1) % corners.length]!;
    const fromM = corner.to;
    const toM = next.from + (i + 1 === corners.length ? totalM : 0);
    arcs.push(fromM);
    if (toM - fromM < 4) return;
    const meanM = (widthsM[0] + widthsM[1]) / 2;
    const pieces = Math.max(1, Math.round((toM - fromM) / meanM));
    for (let k = 1; k < pieces; k += 1) {
      const jitter = ((uniform(draw, (counter += 1)) - 0.5) * (widthsM[1] - widthsM[0])) / meanM;
      arcs.push(fromM + ((toM - fromM) * (k + jitter * 0.7)) / pieces);
    }
    arcs.push(toM);
  });
  return arcs.map((arc) => ({ arcM: ((arc % totalM) + totalM) % totalM })).sort((a, b) => a.arcM - b.arcM);
}

function segmentAt(starts: readonly number[], arcM: number): number {
  let i = 0;
  while (i + 2 < starts.length && starts[i + 1]! <= arcM) i += 1;
  return i;
}

function cutPoint(line: readonly Point[], starts: readonly number[], arcM: number): Point {
  const i = segmentAt(starts, arcM);
  const a = line[i]!;
  const b = line[(i + 1) % line.length]!;
  const t = (arcM - starts[i]!) / (starts[i + 1]! - starts[i]!);
  return [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
}

/** Foot of the party wall on the inner ring, kept on the inner segment that belongs to the outer one. */
function innerPoint(
  line: readonly Point[],
  inner: readonly Point[],
  starts: readonly number[],
  arcM: number,
  depthM: number,
): Point {
  const i = segmentAt(starts, arcM);
  const j = (i + 1) % line.length;
  const n = leftNormal(line[i]!, line[j]!);
  const at = cutPoint(line, starts, arcM);
  const a = inner[i]!;
  const b = inner[j]!;
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const t = ((at[0] + n[0] * depthM - a[0]) * dx + (at[1] + n[1] * depthM - a[1]) * dy) / (dx * dx + dy * dy);
  const clamped = Math.max(0, Math.min(1, t));
  return [a[0] + clamped * dx, a[1] + clamped * dy];
}
