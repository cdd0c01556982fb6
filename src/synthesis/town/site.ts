import type { BuildingUse, Point } from '../../model/building';
import { ringPathClearanceM, ringsCloserThan } from '../../geometry/clearance';
import { boundingBox, orientRing, ringContains, signedAreaM2 } from '../../geometry/polygon';
import { ringProblems } from '../../geometry/ringProblems';
import type { PlannedStreet } from './blocks';
import { roundCm } from './curve';

export type Quarter = 'oldTown' | 'terraces' | 'suburb' | 'slabs' | 'works' | 'edge';

/** A building before it has attributes. `key` names it in every draw. */
export interface Plot {
  readonly key: string;
  readonly quarter: Quarter;
  readonly use: BuildingUse;
  readonly outer: readonly Point[];
  readonly holes: readonly (readonly Point[])[];
  readonly title?: string;
  readonly levels?: number;
  readonly roof?: 'flat' | 'gabled' | 'hipped';
  readonly households?: number;
}

export interface Placement {
  /** Free distance to buildings of other rows. */
  readonly gapM: number;
  /** Free distance to the edge of any carriageway. */
  readonly kerbM: number;
  /** Row or block: members may touch. */
  readonly group?: string;
}

const EXTENT_M = 640;

/** What stands and what is kept free; refuses whatever would overlap. */
export class Site {
  readonly plots: Plot[] = [];
  private readonly groups: (string | undefined)[] = [];
  private readonly blocked: (readonly Point[])[] = [];
  private readonly streets: readonly PlannedStreet[];

  constructor(streets: readonly PlannedStreet[]) {
    this.streets = streets;
  }

  keepFree(outline: readonly Point[]): void {
    this.blocked.push(outline);
  }

  /** Places the plot if nothing is in the way; coordinates are rounded first, as they are written. */
  place(raw: Plot, placement: Placement): boolean {
    const outer = clean(orientRing(raw.outer.map(roundCm), true));
    const holes = raw.holes.map((hole) => clean(orientRing(hole.map(roundCm), false)));
    if (outer.length < 3 || ringProblems(outer).length > 0 || signedAreaM2(outer) < 25) return false;
    if (!this.isFree(outer, placement)) return false;
    this.plots.push({ ...raw, outer, holes });
    this.groups.push(placement.group);
    return true;
  }

  isFree(outer: readonly Point[], placement: Placement): boolean {
    const box = boundingBox(outer);
    if (Math.max(-box.minX, -box.minY, box.maxX, box.maxY) > EXTENT_M) return false;
    for (const street of this.streets) {
      const reach = street.widthM / 2 + placement.kerbM;
      const other = boundingBox(street.path);
      if (other.minX - reach > box.maxX || other.maxX + reach < box.minX) continue;
      if (other.minY - reach > box.maxY || other.maxY + reach < box.minY) continue;
      if (ringPathClearanceM(outer, street.path, false) < reach) return false;
    }
    if (this.blocked.some((outline) => ringsCloserThan(outer, outline, 1.5))) return false;
    return !this.plots.some((plot, i) => {
      const sameGroup = placement.group !== undefined && this.groups[i] === placement.group;
      return sameGroup ? overlaps(outer, plot.outer) : ringsCloserThan(outer, plot.outer, placement.gapM);
    });
  }
}

function clean(ring: readonly Point[]): Point[] {
  return ring.filter((point, i) => {
    const next = ring[(i + 1) % ring.length]!;
    return Math.abs(point[0] - next[0]) + Math.abs(point[1] - next[1]) > 0.015;
  });
}

/** Overlap by more than the centimetre grid: compares against the ring drawn 4 cm towards its inside. */
function overlaps(a: readonly Point[], b: readonly Point[]): boolean {
  const shrunk = shrink(a);
  return ringsCloserThan(shrunk, b, 1e-9) || shrunk.some((point) => ringContains(b, point));
}

function shrink(ring: readonly Point[]): Point[] {
  let x = 0;
  let y = 0;
  for (const point of ring) {
    x += point[0] / ring.length;
    y += point[1] / ring.length;
  }
  return ring.map((p) => [p[0] + (x - p[0]) * 0.012, p[1] + (y - p[1]) * 0.012]);
}
