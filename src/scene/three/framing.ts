/** The camera's angle of view, upright. */
export const VIEW_DEG = 34;

/** Where a camera of fixed direction has to stand so that everything is in the picture. */
export interface View {
  /** Point on the ground that is looked at. */
  readonly x: number;
  readonly y: number;
  readonly distanceM: number;
  readonly azimuthRad: number;
  readonly polarRad: number;
}

type Vector = readonly [number, number, number];
const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/**
 * The closest view from one direction that holds all points. With camera c, axes right, up and forward and half angle
 * tangent t, the two side planes ask c_r + t c_f <= min(p_r + t p_f) = L and c_r - t c_f >= max(p_r - t p_f) = R, so the
 * foremost camera is c_f = (L - R) / 2t at c_r = (L + R) / 2; the same upright; the farther of the two serves both.
 * `points`: x, y, z in metres, one after another.
 */
export function frameFrom(
  points: Float64Array,
  tangents: readonly [across: number, upright: number],
  azimuthRad: number,
  polarRad: number,
): View {
  const [sinA, cosA, sinP, cosP] = [
    Math.sin(azimuthRad),
    Math.cos(azimuthRad),
    Math.sin(polarRad),
    Math.cos(polarRad),
  ];
  const forward: Vector = [sinA * sinP, cosA * sinP, -cosP];
  const right: Vector = [cosA, -sinA, 0];
  const up: Vector = [sinA * cosP, cosA * cosP, sinP];
  const low = [Infinity, Infinity];
  const high = [-Infinity, -Infinity];
  for (let at = 0; at < points.length; at += 3) {
    const point: Vector = [points[at]!, points[at + 1]!, points[at + 2]!];
    const ahead = dot(point, forward);
    [right, up].forEach((axis, which) => {
      const side = dot(point, axis);
      const reach = tangents[which]! * ahead;
      low[which] = Math.min(low[which]!, side + reach);
      high[which] = Math.max(high[which]!, side - reach);
    });
  }
  const [r, u] = [0, 1].map((which) => (low[which]! + high[which]!) / 2);
  const f = Math.min(...[0, 1].map((which) => (low[which]! - high[which]!) / (2 * tangents[which]!)));
  const camera = [0, 1, 2].map((axis) => r! * right[axis]! + u! * up[axis]! + f * forward[axis]!);
  const distanceM = camera[2]! / cosP;
  return {
    x: camera[0]! + forward[0] * distanceM,
    y: camera[1]! + forward[1] * distanceM,
    distanceM,
    azimuthRad,
    polarRad,
  };
}

/** Share of the half angles used: room for glyphs, labels and a little air. */
const FILL: readonly [number, number] = [0.93, 0.9];
/** Directions tried for the first view: from the south, where the facades have the sun. */
const AZIMUTHS_RAD = [-0.75, -0.62, -0.5, -0.38, -0.25, 0.25, 0.38, 0.5, 0.62, 0.75];
/** The ground falls back in a wide frame; a tall one is filled from higher up. */
const polarOf = (aspect: number): number => 0.5 + 0.35 * Math.min(1, Math.max(0, (aspect - 0.5) / 0.9));

/** The first view of a town: the direction that brings it closest, seen a little from above. */
export function homeView(points: Float64Array, fovRad: number, aspect: number): View {
  const upright = Math.tan(fovRad / 2);
  const tangents = [upright * aspect * FILL[0], upright * FILL[1]] as const;
  const views = AZIMUTHS_RAD.map((azimuthRad) => frameFrom(points, tangents, azimuthRad, polarOf(aspect)));
  return views.reduce((best, view) => (view.distanceM < best.distanceM ? view : best));
}
