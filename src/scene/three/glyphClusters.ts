/** Glyphs nearer to each other than this on screen cannot be told apart: CSS pixels. */
export const CLUSTER_PX = 24;

/**
 * Groups of places that lie closer than `CLUSTER_PX` to the first of their group, in the order of their first member; every
 * place is in one group. `xy`: x, y in pixels one after another; a place that is not finite, or `alone`, stays by itself.
 */
export function clustersOf(xy: Float64Array, alone: ReadonlySet<number>): number[][] {
  const groups: number[][] = [];
  const firstIn = new Map<string, number[]>();
  for (let place = 0; place < xy.length / 2; place += 1) {
    const [x, y] = [xy[place * 2]!, xy[place * 2 + 1]!];
    if (alone.has(place) || !Number.isFinite(x) || !Number.isFinite(y)) {
      groups.push([place]);
      continue;
    }
    const [column, row] = [Math.floor(x / CLUSTER_PX), Math.floor(y / CLUSTER_PX)];
    const near = nearestGroup(xy, groups, firstIn, column, row, x, y);
    if (near !== null) {
      near.push(place);
      continue;
    }
    const key = `${String(column)},${String(row)}`;
    firstIn.set(key, [...(firstIn.get(key) ?? []), groups.length]);
    groups.push([place]);
  }
  return groups;
}

function nearestGroup(
  xy: Float64Array,
  groups: number[][],
  firstIn: ReadonlyMap<string, readonly number[]>,
  column: number,
  row: number,
  x: number,
  y: number,
): number[] | null {
  let nearest: number[] | null = null;
  let reachPx = CLUSTER_PX;
  for (let dx = -1; dx <= 1; dx += 1) {
    for (let dy = -1; dy <= 1; dy += 1) {
      for (const at of firstIn.get(`${String(column + dx)},${String(row + dy)}`) ?? []) {
        const group = groups[at]!;
        const first = group[0]! * 2;
        const apartPx = Math.hypot(xy[first]! - x, xy[first + 1]! - y);
        if (apartPx < reachPx) [nearest, reachPx] = [group, apartPx];
      }
    }
  }
  return nearest;
}

/** Transformers may stand at one place: what is seen around them reaches so far at least. */
const LEAST_REACH_M = 15;

/** Middle and half width of what some places take up. */
export function spreadOf(places: readonly (readonly [number, number])[]): {
  readonly x: number;
  readonly y: number;
  readonly radiusM: number;
} {
  const middle = (axis: 0 | 1): number => {
    const all = places.map((place) => place[axis]);
    return (Math.min(...all) + Math.max(...all)) / 2;
  };
  const [x, y] = [middle(0), middle(1)];
  const radiusM = Math.max(LEAST_REACH_M, ...places.map((place) => Math.hypot(place[0] - x, place[1] - y)));
  return { x, y, radiusM };
}
