import type { Point } from '../../model/building';
import type { Extent } from './extent';

/** How far a river is drawn past the district's data: into the fog. */
const REACH_M = 7000;
const STEP_M = 60;
/** Bends of the drawn course: wavelength and how far its bearing swings. */
const WAVE_M = 2600;
const SWING_RAD = 0.42;

/**
 * A river whose data stop outside the town, drawn on in gentle bends. Its blunt ends are short sides between two banks that
 * run opposite ways; each is pushed out into the country. Other waters come back as they are. For the picture only.
 */
export function reachOut(outline: readonly Point[], extent: Extent): Point[] {
  const drawn: Point[] = [];
  outline.forEach((from, at) => {
    drawn.push(from);
    const to = outline[(at + 1) % outline.length]!;
    const before = outline[(at + outline.length - 1) % outline.length]!;
    const after = outline[(at + 2) % outline.length]!;
    if (isOutside(from, extent) && isOutside(to, extent) && isBlunt(before, from, to, after)) {
      drawn.push(...course(before, from, to));
    }
  });
  return drawn;
}

function isOutside([x, y]: Point, { minM, maxM }: Extent): boolean {
  return x < minM[0] || x > maxM[0] || y < minM[1] || y > maxM[1];
}

function isBlunt(before: Point, from: Point, to: Point, after: Point): boolean {
  const [inX, inY] = unit(before, from);
  const [endX, endY] = unit(from, to);
  const [outX, outY] = unit(to, after);
  return inX * outX + inY * outY < -0.8 && Math.abs(inX * endX + inY * endY) < 0.5;
}

/** Out along one bank and back along the other, between the two corners of the end. */
function course(before: Point, from: Point, to: Point): Point[] {
  const half: Point = [(to[0] - from[0]) / 2, (to[1] - from[1]) / 2];
  const widthM = Math.hypot(half[0], half[1]);
  const [dx, dy] = unit(before, from);
  const bearing = Math.atan2(dy, dx);
  const left = -dy * half[0] + dx * half[1] > 0 ? 1 : -1;
  let [x, y] = [from[0] + half[0], from[1] + half[1]];
  const out: Point[] = [];
  const back: Point[] = [];
  for (let along = STEP_M; along < REACH_M; along += STEP_M) {
    const turned = bearing + SWING_RAD * Math.sin((2 * Math.PI * along) / WAVE_M);
    x += Math.cos(turned) * STEP_M;
    y += Math.sin(turned) * STEP_M;
    const [sideX, sideY] = [-Math.sin(turned) * widthM * left, Math.cos(turned) * widthM * left];
    out.push([x - sideX, y - sideY]);
    back.push([x + sideX, y + sideY]);
  }
  return [...out, ...back.reverse()];
}

function unit(from: Point, to: Point): Point {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
  return [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
}
