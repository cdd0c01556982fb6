import { blockedSkyShare } from '../../geometry';
import type { WeatherYear } from '../../model/weather';
import type { Calendar } from '../arrays/calendar';
import { openSkyShare } from '../devices/photovoltaicHorizon';
import { RAD_PER_DEG, sin } from '../numeric/elementary';
import { perezPlaneParts, weatherAtSteps } from '../weather';
import { airClassByDay, isWarmDay } from './airing';
import { ORIENTATIONS } from './envelope';
import { known } from './known';
import { incidentBehind, planeSky, type HorizonSky, type PlaneSky } from './planeSky';
import { wallPlane, type WallPlane } from './wallPlane';

export type { Blind, GlazingSun, WallPlane } from './wallPlane';

/** Heights of the even horizons that walls are computed for; a wall lies between two of them (README eq. 6 and 7). */
const HORIZON_DEG = [0, 10, 20, 30, 45, 60] as const;
const BLOCKED = HORIZON_DEG.map((deg) => blockedSkyShare(deg * RAD_PER_DEG));

/** A part of a wall: the plane at one of the two horizons that it lies between. */
export interface PlaneShare {
  readonly plane: WallPlane;
  readonly share: number;
}

/** A part of a roof plane: its irradiance at one of two horizons. */
export interface RoofShare {
  readonly incidentWPerM2: Float64Array;
  readonly share: number;
}

/** Planes of a weather year, each computed when first asked for. */
export interface SunPlanes {
  wall(bin: number, blockedShare: number): readonly PlaneShare[];
  /** Sloping or level and unshaded. */
  roof(tiltDeg: number, azimuthDeg: number): Float64Array;
  /** The same behind the two even horizons on either side of a share of blocked sky. */
  shadedRoof(tiltDeg: number, azimuthDeg: number, blockedShare: number): readonly RoofShare[];
}

const cache = new WeakMap<WeatherYear, Map<number, SunPlanes>>();

/** Planes of a weather year at a step; kept with the weather object. */
export function sunPlanesOf(weather: WeatherYear, calendar: Calendar): SunPlanes {
  const kept = cache.get(weather) ?? new Map<number, SunPlanes>();
  cache.set(weather, kept);
  return known(kept, calendar.stepS, () => newPlanes(weather, calendar));
}

function newPlanes(weather: WeatherYear, calendar: Calendar): SunPlanes {
  const { up } = weatherAtSteps(weather, calendar).sun;
  const skies = new Map<string, PlaneSky>();
  const walls = new Map<string, WallPlane>();
  const roofs = new Map<string, Float64Array>();
  const warmDays = Uint8Array.from(airClassByDay(weather), (kind) => (isWarmDay(kind) ? 1 : 0));
  const warmAt = (step: number): boolean => warmDays[Math.floor(step / calendar.stepsPerDay)] === 1;
  // Once for all horizons: most of a plane's cost is how the sun meets it.
  const behind = (tiltDeg: number, azimuthDeg: number, horizon: number, blocked: number): HorizonSky => ({
    sky: known(skies, `${tiltDeg}/${azimuthDeg}`, () =>
      planeSky(perezPlaneParts(weather, calendar, tiltDeg, azimuthDeg)),
    ),
    up,
    lowest: sin(HORIZON_DEG[horizon]! * RAD_PER_DEG),
    open: 1 - blocked,
    warmAt,
  });
  const wall = (bin: number, horizon: number): WallPlane =>
    known(walls, `${bin}/${horizon}`, () =>
      wallPlane(behind(90, (360 / ORIENTATIONS) * bin, horizon, BLOCKED[horizon]!)),
    );
  const roof = (tiltDeg: number, azimuthDeg: number, horizon: number): Float64Array =>
    known(roofs, `${tiltDeg}/${azimuthDeg}/${horizon}`, () =>
      incidentBehind(behind(tiltDeg, azimuthDeg, horizon, roofBlocked(tiltDeg)[horizon]!)),
    );
  return {
    wall: (bin, blockedShare) =>
      horizonShares(BLOCKED, blockedShare).map(([horizon, share]) => ({ plane: wall(bin, horizon), share })),
    roof: (tiltDeg, azimuthDeg) => roof(tiltDeg, azimuthDeg, 0),
    shadedRoof: (tiltDeg, azimuthDeg, blockedShare) =>
      horizonShares(roofBlocked(tiltDeg), blockedShare).map(([horizon, share]) => ({
        incidentWPerM2: roof(tiltDeg, azimuthDeg, horizon),
        share,
      })),
  };
}

/** The two horizons on either side of a share of blocked sky, and their parts: [class, part]. */
function horizonShares(
  blocked: readonly number[],
  blockedShare: number,
): readonly (readonly [horizon: number, part: number])[] {
  const last = blocked.length - 1;
  if (!(blockedShare > 0)) return [[0, 1]];
  if (blockedShare >= blocked[last]!) return [[last, 1]];
  const above = blocked.findIndex((share) => share > blockedShare);
  const part = (blockedShare - blocked[above - 1]!) / (blocked[above]! - blocked[above - 1]!);
  return [
    [above - 1, 1 - part],
    [above, part],
  ];
}

/** What even horizons take of the sky of a sloping plane. */
function roofBlocked(tiltDeg: number): readonly number[] {
  return known(blockedByTilt, tiltDeg, () =>
    HORIZON_DEG.map((deg) => 1 - openSkyShare({ elevationDeg: [deg] }, tiltDeg, 0)),
  );
}
const blockedByTilt = new Map<number, readonly number[]>();
