/** Corners of a convex polygon in a plane, counter-clockwise: x0, z0, x1, z1, ... Empty where nothing is left. */
export type Polygon = readonly number[];

export interface Rectangle {
  readonly xM: number;
  readonly zM: number;
  readonly widthM: number;
  readonly heightM: number;
}

export const rectanglePolygon = ({ xM, zM, widthM, heightM }: Rectangle): Polygon => [
  xM,
  zM,
  xM + widthM,
  zM,
  xM + widthM,
  zM + heightM,
  xM,
  zM + heightM,
];

/** Shoelace formula; negative for clockwise corners. */
export function signedArea(polygon: Polygon): number {
  let twice = 0;
  for (let i = 0; i < polygon.length; i += 2) {
    const j = i + 2 < polygon.length ? i + 2 : 0;
    twice += polygon[i]! * polygon[j + 1]! - polygon[j]! * polygon[i + 1]!;
  }
  return twice / 2;
}

/** The part of a convex polygon to the left of the line from (ax, az) to (bx, bz). */
function leftOf(polygon: Polygon, ax: number, az: number, bx: number, bz: number): Polygon {
  const kept: number[] = [];
  const count = polygon.length;
  let x = polygon[count - 2]!;
  let z = polygon[count - 1]!;
  let side = (bx - ax) * (z - az) - (bz - az) * (x - ax);
  for (let i = 0; i < count; i += 2) {
    const nextX = polygon[i]!;
    const nextZ = polygon[i + 1]!;
    const nextSide = (bx - ax) * (nextZ - az) - (bz - az) * (nextX - ax);
    if (side > 0 !== nextSide > 0) {
      const share = side / (side - nextSide);
      kept.push(x + share * (nextX - x), z + share * (nextZ - z));
    }
    if (nextSide > 0) kept.push(nextX, nextZ);
    x = nextX;
    z = nextZ;
    side = nextSide;
  }
  return kept;
}

/** What two convex polygons share: Sutherland and Hodgman (1974), one clip per side. */
export function intersection(polygon: Polygon, clip: Polygon): Polygon {
  let kept = polygon;
  for (let i = 0; i < clip.length && kept.length > 0; i += 2) {
    const j = i + 2 < clip.length ? i + 2 : 0;
    kept = leftOf(kept, clip[i]!, clip[i + 1]!, clip[j]!, clip[j + 1]!);
  }
  return kept;
}

/**
 * Area of a convex polygon that any of several convex ones covers, exactly, by inclusion and exclusion:
 * cover(P; S1..n) = sum over i of |P and Si| - cover(P and Si; Si+1..n).
 */
export function coveredArea(polygon: Polygon, covers: readonly Polygon[], from = 0): number {
  let area = 0;
  for (let i = from; i < covers.length; i += 1) {
    const part = intersection(polygon, covers[i]!);
    if (part.length === 0) continue;
    area += signedArea(part) - coveredArea(part, covers, i + 1);
  }
  return area;
}
