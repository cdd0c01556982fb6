import type { Point } from '../../model/building';
import { ringContains, signedAreaM2 } from '../../geometry/polygon';
import { atan2 } from '../../sim/numeric/elementary';

export interface PlannedStreet {
  readonly name: string;
  readonly widthM: number;
  readonly path: readonly Point[];
}

/** A piece of land between streets: ring of centre lines with half the street width behind each segment. */
export interface Block {
  readonly ring: readonly Point[];
  readonly halfWidthsM: readonly number[];
}

interface Arm {
  readonly to: string;
  readonly halfWidthM: number;
  readonly bearingRad: number;
}

const keyOf = (point: Point): string => `${String(point[0])},${String(point[1])}`;

/** All faces of the street graph, by walking each directed segment and turning as far left as possible. */
export function findBlocks(streets: readonly PlannedStreet[]): Block[] {
  const points = new Map<string, Point>();
  const arms = new Map<string, Arm[]>();
  const add = (a: Point, b: Point, halfWidthM: number): void => {
    points.set(keyOf(a), a);
    const list = arms.get(keyOf(a)) ?? [];
    list.push({ to: keyOf(b), halfWidthM, bearingRad: atan2(b[1] - a[1], b[0] - a[0]) });
    arms.set(keyOf(a), list);
  };
  for (const street of streets) {
    for (let i = 0; i + 1 < street.path.length; i += 1) {
      add(street.path[i]!, street.path[i + 1]!, street.widthM / 2);
      add(street.path[i + 1]!, street.path[i]!, street.widthM / 2);
    }
  }
  pruneDeadEnds(arms);
  for (const list of arms.values()) list.sort((p, q) => p.bearingRad - q.bearingRad);
  return walkFaces(points, arms);
}

function pruneDeadEnds(arms: Map<string, Arm[]>): void {
  let ends = [...arms].filter(([, list]) => list.length === 1);
  while (ends.length > 0) {
    for (const [at, list] of ends) {
      const to = list[0]?.to;
      arms.delete(at);
      if (to === undefined) continue;
      arms.set(
        to,
        (arms.get(to) ?? []).filter((arm) => arm.to !== at),
      );
    }
    ends = [...arms].filter(([, list]) => list.length === 1);
  }
}

function walkFaces(points: ReadonlyMap<string, Point>, arms: ReadonlyMap<string, Arm[]>): Block[] {
  const seen = new Set<string>();
  const blocks: Block[] = [];
  for (const [start, list] of arms) {
    for (const first of list) {
      const ring: Point[] = [];
      const halfWidthsM: number[] = [];
      let at = start;
      let arm = first;
      while (!seen.has(`${at}>${arm.to}`)) {
        seen.add(`${at}>${arm.to}`);
        ring.push(points.get(at)!);
        halfWidthsM.push(arm.halfWidthM);
        const next = arms.get(arm.to)!;
        const back = next.findIndex((candidate) => candidate.to === at);
        at = arm.to;
        // The arm just clockwise of where we came from keeps the face on our left.
        arm = next[(back - 1 + next.length) % next.length]!;
      }
      if (ring.length > 2 && signedAreaM2(ring) > 0) blocks.push({ ring, halfWidthsM });
    }
  }
  return blocks;
}

export function blockAt(blocks: readonly Block[], point: Point): Block | undefined {
  return blocks.find((block) => ringContains(block.ring, point));
}
