import type { Point } from '../model/building';
import { segmentsCross } from '../geometry/clearance';
import { signedAreaM2 } from '../geometry/polygon';
import type { IssueLog } from './issueLog';
import type { LonLat } from './footprints';

/** Footprints below this are posts, vents and slivers: left out by name. */
export const SMALLEST_BUILDING_M2 = 4;

/** Metres around the ring's first point on a sphere: enough for areas and crossings of one building. */
export function approximateMetres(ring: readonly LonLat[], cosLatitude: number): Point[] {
  const origin = ring[0] ?? ([0, 0] as const);
  const metresPerDeg = 111_195;
  return ring.map(([lon, lat]) => [
    (lon - origin[0]) * metresPerDeg * cosLatitude,
    (lat - origin[1]) * metresPerDeg,
  ]);
}

export function ringAreaM2(ring: readonly LonLat[], cosLatitude: number): number {
  return Math.abs(signedAreaM2(approximateMetres(ring, cosLatitude)));
}

/** Where two sides of a ring cross in an inner point, or null. Touching sides are tolerated: real maps are full of them. */
export function firstCrossing(ring: readonly LonLat[]): LonLat | null {
  const count = ring.length;
  for (let i = 0; i < count; i += 1) {
    const a = ring[i]!;
    const b = ring[(i + 1) % count]!;
    for (let j = i + 2; j < count; j += 1) {
      if (i === 0 && j === count - 1) continue;
      const c = ring[j]!;
      const d = ring[(j + 1) % count]!;
      if (!boxesMeet(a, b, c, d) || !segmentsCross(a, b, c, d)) continue;
      return crossingPoint(a, b, c, d);
    }
  }
  return null;
}

function boxesMeet(a: LonLat, b: LonLat, c: LonLat, d: LonLat): boolean {
  return (
    Math.min(a[0], b[0]) <= Math.max(c[0], d[0]) &&
    Math.min(c[0], d[0]) <= Math.max(a[0], b[0]) &&
    Math.min(a[1], b[1]) <= Math.max(c[1], d[1]) &&
    Math.min(c[1], d[1]) <= Math.max(a[1], b[1])
  );
}

function crossingPoint(a: LonLat, b: LonLat, c: LonLat, d: LonLat): LonLat {
  const r: LonLat = [b[0] - a[0], b[1] - a[1]];
  const s: LonLat = [d[0] - c[0], d[1] - c[1]];
  const denominator = r[0] * s[1] - r[1] * s[0];
  const t = ((c[0] - a[0]) * s[1] - (c[1] - a[1]) * s[0]) / denominator;
  return [a[0] + t * r[0], a[1] + t * r[1]];
}

/** Drops repeated consecutive points, the closing one included. */
export function withoutRepeats(ring: readonly LonLat[]): LonLat[] {
  const kept: LonLat[] = [];
  for (const point of ring) {
    const last = kept[kept.length - 1];
    if (!last || last[0] !== point[0] || last[1] !== point[1]) kept.push(point);
  }
  const first = kept[0];
  const last = kept[kept.length - 1];
  if (kept.length > 1 && first && last && first[0] === last[0] && first[1] === last[1]) kept.pop();
  return kept;
}

/**
 * A polygon's rings, cleaned, or null with issues when they are no polygon. Shared by all map formats.
 */
export function checkPolygon(
  rings: readonly (readonly LonLat[])[],
  id: string,
  log: IssueLog,
): { outer: LonLat[]; holes: LonLat[][] } | null {
  const [outer, ...holes] = rings.map(withoutRepeats);
  if (!outer || outer.length < 3) {
    log.error({
      code: 'polygon-too-few-points',
      where: id,
      field: 'geometry',
      message: `The outline of "${id}" has fewer than three different points.`,
      remedy: 'Redraw the outline, or remove the feature.',
    });
    return null;
  }
  let sound = true;
  [outer, ...holes].forEach((ring, index) => {
    const crossing = firstCrossing(ring);
    if (!crossing) return;
    sound = false;
    const at = `${crossing[0].toFixed(7)}, ${crossing[1].toFixed(7)}`;
    log.error({
      code: 'polygon-self-crossing',
      where: id,
      field: index === 0 ? 'geometry (outline)' : `geometry (hole ${index})`,
      value: at,
      message: `The ${index === 0 ? 'outline' : 'hole'} of "${id}" crosses itself at longitude, latitude ${at}.`,
      remedy: 'Repair it in a GIS ("fix geometries", "make valid"), or remove the feature.',
    });
  });
  return sound ? { outer, holes: holes.filter((hole) => hole.length >= 3) } : null;
}
