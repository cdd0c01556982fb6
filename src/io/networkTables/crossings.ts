import type { Point } from '../../model/building';
import { segmentsCross } from '../../geometry/clearance';
import { stepM, type Branch } from './drawing';
import type { Cutting, Segments } from './cuts';
import type { Crossing } from './report';

/** More crossings than this are counted no further: such a drawing is not a network. */
const MOST = 10_000;

/** Lines of one level that cross where no bus joins them. */
export function findCrossings(
  lines: readonly Branch[],
  segments: Segments,
  cutting: Cutting,
  positions: ReadonlyMap<string, Point>,
  toleranceM: number,
): Crossing[] {
  const out: Crossing[] = [];
  const buses = lines.map((_, row) => cutting.busesOf(lines, row));
  for (let k = 0; k < segments.line.length && out.length < MOST; k++) {
    const [a, b] = [segments.a[k]!, segments.b[k]!];
    const box = {
      minX: Math.min(a[0], b[0]),
      minY: Math.min(a[1], b[1]),
      maxX: Math.max(a[0], b[0]),
      maxY: Math.max(a[1], b[1]),
    };
    for (const other of segments.index.meeting(box)) {
      const [first, second] = [segments.line[k]!, segments.line[other]!];
      if (other <= k || first === second || lines[first]!.level !== lines[second]!.level) continue;
      const [c, d] = [segments.a[other]!, segments.b[other]!];
      if (!segmentsCross(a, b, c, d)) continue;
      const position = crossingPoint(a, b, c, d);
      const joined = buses[first]!.some((busId) => {
        const place = positions.get(busId);
        return (
          buses[second]!.includes(busId) && place !== undefined && stepM(place, position) <= 2 * toleranceM
        );
      });
      if (!joined) out.push({ lineIds: [lines[first]!.id, lines[second]!.id], position });
    }
  }
  return out;
}

function crossingPoint(a: Point, b: Point, c: Point, d: Point): Point {
  const [ux, uy] = [b[0] - a[0], b[1] - a[1]];
  const [vx, vy] = [d[0] - c[0], d[1] - c[1]];
  const t = ((c[0] - a[0]) * vy - (c[1] - a[1]) * vx) / (ux * vy - uy * vx);
  return [a[0] + t * ux, a[1] + t * uy];
}
