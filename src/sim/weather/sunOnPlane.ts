import type { Calendar } from '../arrays/calendar';
import { cos, PI, RAD_PER_DEG, sin } from '../numeric/elementary';
import type { SunPath } from './sun';

/** Unit vector of a plane's normal: east, north, up. */
export interface Normal {
  readonly east: number;
  readonly north: number;
  readonly up: number;
}

/** Normal of a plane; `azimuthDeg` clockwise from north, `tiltDeg` 0 = horizontal, 90 = wall. */
export function planeNormal(tiltDeg: number, azimuthDeg: number): Normal {
  const sinTilt = sin(tiltDeg * RAD_PER_DEG);
  return {
    east: sinTilt * sin(azimuthDeg * RAD_PER_DEG),
    north: sinTilt * cos(azimuthDeg * RAD_PER_DEG),
    up: cos(tiltDeg * RAD_PER_DEG),
  };
}

/** How the sun meets a plane, [step]. */
export interface SunOnPlane {
  /** Mean cosine of incidence over the part of the step in which the sun is up and before the plane; 0 without one. */
  readonly cosIncidence: Float64Array;
  /** That part as a share of the lit part of the step, 0 to 1. */
  readonly facingShare: Float64Array;
}

/** Instants of a step at which the sun is looked at: middles of four equal parts of its lit part. */
const SAMPLES = [-0.75, -0.25, 0.25, 0.75] as const;

/**
 * Means over each step of the sun's incidence on a plane. The sun turns about the pole of the sky, so that its direction
 * at an angle d from the step's middle is known from the middle's: n·s(d) = (n·p)(p·s) + (n·s - (n·p)(p·s)) cos d +
 * (n × p)·s sin d. README eq. 18.
 */
export function sunOnPlane(
  latitudeDeg: number,
  sun: SunPath,
  calendar: Calendar,
  normal: Normal,
): SunOnPlane {
  const cosIncidence = new Float64Array(calendar.stepCount);
  const facingShare = new Float64Array(calendar.stepCount);
  const poleNorth = cos(latitudeDeg * RAD_PER_DEG);
  const poleUp = sin(latitudeDeg * RAD_PER_DEG);
  const along = normal.north * poleNorth + normal.up * poleUp;
  const acrossEast = normal.north * poleUp - normal.up * poleNorth;
  const acrossNorth = -normal.east * poleUp;
  const acrossUp = normal.east * poleNorth;
  const halfStep = (PI * calendar.stepS) / 86400;
  let share = NaN;
  let turns: (readonly [number, number])[] = [];
  for (let step = 0; step < calendar.stepCount; step += 1) {
    if (!(sun.upShare[step]! > 0)) continue;
    if (sun.upShare[step] !== share) {
      share = sun.upShare[step]!;
      turns = SAMPLES.map((part) => [cos(part * share * halfStep), sin(part * share * halfStep)]);
    }
    const [east, north, up] = [sun.east[step]!, sun.north[step]!, sun.up[step]!];
    const polar = along * (poleNorth * north + poleUp * up);
    const middle = normal.east * east + normal.north * north + normal.up * up - polar;
    const across = acrossEast * east + acrossNorth * north + acrossUp * up;
    let sum = 0;
    let facing = 0;
    for (const [cosTurn, sinTurn] of turns) {
      const cosine = polar + middle * cosTurn + across * sinTurn;
      if (!(cosine > 0)) continue;
      sum += cosine;
      facing += 1;
    }
    if (facing === 0) continue;
    cosIncidence[step] = sum / facing;
    facingShare[step] = facing / SAMPLES.length;
  }
  return { cosIncidence, facingShare };
}
