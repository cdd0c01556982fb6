import type { Footprint, Point } from '../../model/building';

/** Distance in metres; `Math.hypot` is not the same in every engine. */
export function distanceM(a: Point, b: Point): number {
  const dx = a[0] - b[0];
  const dy = a[1] - b[1];
  return Math.sqrt(dx * dx + dy * dy);
}

export function pathLengthM(path: readonly Point[]): number {
  let sumM = 0;
  for (let i = 1; i < path.length; i += 1) sumM += distanceM(path[i - 1]!, path[i]!);
  return sumM;
}

export function pointAlong(a: Point, b: Point, t: number): Point {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
}

/** Parameter in [0, 1] of the point of segment ab that lies nearest to p. */
export function projectOn(a: Point, b: Point, p: Point): number {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const squared = dx * dx + dy * dy;
  if (squared === 0) return 0;
  return Math.min(1, Math.max(0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / squared));
}

function ringAreaM2(ring: readonly Point[]): number {
  let twice = 0;
  for (let i = 0; i < ring.length; i += 1) {
    const a = ring[i]!;
    const b = ring[(i + 1) % ring.length]!;
    twice += a[0] * b[1] - b[0] * a[1];
  }
  return Math.abs(twice) / 2;
}

export function footprintAreaM2(footprint: Footprint): number {
  return footprint.holes.reduce((area, hole) => area - ringAreaM2(hole), ringAreaM2(footprint.outer));
}

/** Middle of the footprint's bounding box: stable, and near enough for routing. */
export function middleOf(footprint: Footprint): Point {
  let minX = Infinity;
  let minY = Infinity;
  let maxX = -Infinity;
  let maxY = -Infinity;
  for (const [x, y] of footprint.outer) {
    minX = Math.min(minX, x);
    maxX = Math.max(maxX, x);
    minY = Math.min(minY, y);
    maxY = Math.max(maxY, y);
  }
  return Number.isFinite(minX) ? [(minX + maxX) / 2, (minY + maxY) / 2] : [0, 0];
}

/** The point of the outline nearest to p: where the service cable enters. */
export function entryPoint(footprint: Footprint, p: Point): Point {
  let best: Point = footprint.outer[0] ?? p;
  let bestM = Infinity;
  for (let i = 0; i < footprint.outer.length; i += 1) {
    const a = footprint.outer[i]!;
    const b = footprint.outer[(i + 1) % footprint.outer.length]!;
    const candidate = pointAlong(a, b, projectOn(a, b, p));
    const gapM = distanceM(candidate, p);
    if (gapM < bestM) {
      bestM = gapM;
      best = candidate;
    }
  }
  return best;
}

/** A uniform grid of buckets over the plane: rows are put into cells and looked for ring by ring. */
export class CellGrid {
  private readonly cells = new Map<string, number[]>();

  constructor(readonly cellM: number) {}

  private cellOf(valueM: number): number {
    return Math.floor(valueM / this.cellM);
  }

  add(row: number, a: Point, b: Point = a): void {
    const fromX = this.cellOf(Math.min(a[0], b[0]));
    const toX = this.cellOf(Math.max(a[0], b[0]));
    const fromY = this.cellOf(Math.min(a[1], b[1]));
    const toY = this.cellOf(Math.max(a[1], b[1]));
    for (let x = fromX; x <= toX; x += 1) {
      for (let y = fromY; y <= toY; y += 1) {
        const key = `${x},${y}`;
        const cell = this.cells.get(key);
        if (cell === undefined) this.cells.set(key, [row]);
        else cell.push(row);
      }
    }
  }

  /** Rows in the cells at Chebyshev distance `ring` from p's cell. All rows nearer than ring x cellM were seen before. */
  ring(p: Point, ring: number): number[] {
    const cx = this.cellOf(p[0]);
    const cy = this.cellOf(p[1]);
    const rows: number[] = [];
    for (let x = cx - ring; x <= cx + ring; x += 1) {
      const onSide = x === cx - ring || x === cx + ring;
      const stride = onSide || ring === 0 ? 1 : 2 * ring;
      for (let y = cy - ring; y <= cy + ring; y += stride) {
        const cell = this.cells.get(`${x},${y}`);
        if (cell !== undefined) for (const row of cell) rows.push(row);
      }
    }
    return rows;
  }
}

/** Cell size that puts about one point in a cell. */
export function cellSizeM(points: readonly Point[]): number {
  let minX = Infinity;
  let minY = Infinity;
  let maxX = -Infinity;
  let maxY = -Infinity;
  for (const [x, y] of points) {
    minX = Math.min(minX, x);
    maxX = Math.max(maxX, x);
    minY = Math.min(minY, y);
    maxY = Math.max(maxY, y);
  }
  const spanM = Math.max(maxX - minX, maxY - minY, 1);
  const evenM = Math.sqrt(((maxX - minX + 1) * (maxY - minY + 1)) / Math.max(1, points.length));
  return Math.max(10, evenM, spanM / 300);
}
