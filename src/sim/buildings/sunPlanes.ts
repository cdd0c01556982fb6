import { blockedSkyShare } from '../../geometry';
import type { WeatherYear } from '../../model/weather';
import type { Calendar } from '../arrays/calendar';
import { RAD_PER_DEG, sin } from '../numeric/elementary';
import { perezPlaneParts, weatherAtSteps, type PerezParts } from '../weather';
import { ORIENTATIONS } from './envelope';
import { atCosine, windowOptics, type WindowOptics } from './glazing';

/** Heights of the even horizons that walls are computed for; a wall lies between two of them (README eq. 6 and 7). */
const HORIZON_DEG = [0, 10, 20, 30, 45, 60] as const;
const BLOCKED = HORIZON_DEG.map((deg) => blockedSkyShare(deg * RAD_PER_DEG));

/**
 * Glazings whose angular curves stand for all of their kind; a window scales them by its own normal transmittance and
 * absorptance. U-values between them are the limits of the simple window model's curves, see ./glazing.
 */
const REFERENCE_GLAZINGS = [
  { belowUWPerM2K: 1.56, uValueWPerM2K: 1, gValue: 0.5 },
  { belowUWPerM2K: 3.97, uValueWPerM2K: 2.8, gValue: 0.75 },
  { belowUWPerM2K: Infinity, uValueWPerM2K: 5.2, gValue: 0.85 },
] as const;

/** An outer blind: closed while the irradiance on the pane is higher, it lets a share through. */
export interface Blind {
  readonly closedAboveWPerM2: number;
  readonly transmittedShare: number;
}

/** Sun through one square metre of a glazing whose normal transmittance and absorptance are one. */
export interface GlazingSun {
  readonly transmittedWPerM2: Float64Array;
  readonly absorbedWPerM2: Float64Array;
  /** Sums of the year's transmitted irradiance by steps, W/m2: all of it, and what comes straight from the sun. */
  readonly transmittedSumWPerM2: number;
  readonly beamSumWPerM2: number;
}

/** Irradiance on the walls of one orientation behind one horizon, [step]. */
export interface WallPlane {
  readonly incidentWPerM2: Float64Array;
  glazing(uValueWPerM2K: number, blind?: Blind): GlazingSun;
}

/** A part of a wall: the plane at one of the two horizons that it lies between. */
export interface PlaneShare {
  readonly plane: WallPlane;
  readonly share: number;
}

/** Planes of a weather year, each computed when first asked for. */
export interface SunPlanes {
  wall(bin: number, blockedShare: number): readonly PlaneShare[];
  /** Sloping or level and unshaded. */
  roof(tiltDeg: number, azimuthDeg: number): Float64Array;
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
  const parts = new Map<number, PerezParts>();
  const walls = new Map<string, WallPlane>();
  const roofs = new Map<string, Float64Array>();
  const wall = (bin: number, horizon: number): WallPlane =>
    known(walls, `${bin}/${horizon}`, () => {
      const open = known(parts, bin, () =>
        perezPlaneParts(weather, calendar, 90, (360 / ORIENTATIONS) * bin),
      );
      return wallPlane(open, up, horizon);
    });
  return {
    wall: (bin, blockedShare) =>
      horizonShares(blockedShare).map(([horizon, share]) => ({ plane: wall(bin, horizon), share })),
    roof: (tiltDeg, azimuthDeg) =>
      known(roofs, `${tiltDeg}/${azimuthDeg}`, () =>
        incident(perezPlaneParts(weather, calendar, tiltDeg, azimuthDeg)),
      ),
  };
}

function known<Key, Value>(kept: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = kept.get(key) ?? make();
  kept.set(key, found);
  return found;
}

/** The two horizons on either side of a share of blocked sky, and their parts: [class, part]. */
function horizonShares(blockedShare: number): readonly (readonly [horizon: number, part: number])[] {
  const last = BLOCKED.length - 1;
  if (!(blockedShare > 0)) return [[0, 1]];
  if (blockedShare >= BLOCKED[last]!) return [[last, 1]];
  const above = BLOCKED.findIndex((blocked) => blocked > blockedShare);
  const part = (blockedShare - BLOCKED[above - 1]!) / (BLOCKED[above]! - BLOCKED[above - 1]!);
  return [
    [above - 1, 1 - part],
    [above, part],
  ];
}

function incident(parts: PerezParts): Float64Array {
  const { beamWPerM2, circumsolarWPerM2, skyWPerM2, horizonWPerM2, groundWPerM2 } = parts;
  return beamWPerM2.map(
    (beam, step) =>
      beam + circumsolarWPerM2[step]! + skyWPerM2[step]! + horizonWPerM2[step]! + groundWPerM2[step]!,
  );
}

/** Light from the sun's direction and from everywhere else, behind a horizon; the ground is lit as in the open. */
function wallPlane(parts: PerezParts, up: Float64Array, horizon: number): WallPlane {
  const lowest = sin(HORIZON_DEG[horizon]! * RAD_PER_DEG);
  const open = 1 - BLOCKED[horizon]!;
  const { beamWPerM2, circumsolarWPerM2, skyWPerM2, horizonWPerM2, groundWPerM2 } = parts;
  const steps = beamWPerM2.length;
  const direct = new Float64Array(steps);
  const diffuse = new Float64Array(steps);
  const incidentWPerM2 = new Float64Array(steps);
  for (let step = 0; step < steps; step += 1) {
    const sun = up[step]! < lowest ? 0 : beamWPerM2[step]! + circumsolarWPerM2[step]!;
    const sky = open * (skyWPerM2[step]! + horizonWPerM2[step]!) + groundWPerM2[step]!;
    direct[step] = sun;
    diffuse[step] = Math.max(sky, -sun);
    incidentWPerM2[step] = sun + diffuse[step]!;
  }
  const glazings = new Map<string, GlazingSun>();
  return {
    incidentWPerM2,
    glazing(uValueWPerM2K, blind) {
      const kind = REFERENCE_GLAZINGS.findIndex(({ belowUWPerM2K }) => uValueWPerM2K < belowUWPerM2K);
      const key = `${kind}/${blind?.closedAboveWPerM2}/${blind?.transmittedShare}`;
      return known(glazings, key, () =>
        glazingSun(referenceOptics(Math.max(kind, 0)), direct, diffuse, parts.cosIncidence, blind),
      );
    },
  };
}

const optics = new Map<number, WindowOptics>();

function referenceOptics(kind: number): WindowOptics {
  const { uValueWPerM2K, gValue } = REFERENCE_GLAZINGS[kind]!;
  return known(optics, kind, () => windowOptics({ id: 'reference', kind: 'simple', uValueWPerM2K, gValue }));
}

function glazingSun(
  { transmittance, absorptance, diffuse: ofDiffuse }: WindowOptics,
  direct: Float64Array,
  diffuse: Float64Array,
  cosIncidence: Float64Array,
  blind: Blind | undefined,
): GlazingSun {
  const last = transmittance.length - 1;
  const transmittedWPerM2 = new Float64Array(direct.length);
  const absorbedWPerM2 = new Float64Array(direct.length);
  const absorbed = absorptance[0]!;
  let beamSum = 0;
  let sum = 0;
  for (let step = 0; step < direct.length; step += 1) {
    const sun = direct[step]!;
    const sky = diffuse[step]!;
    if (sun === 0 && sky === 0) continue;
    const closed = blind !== undefined && sun + sky > blind.closedAboveWPerM2;
    const through = closed ? blind.transmittedShare : 1;
    const cosine = cosIncidence[step]!;
    const beam = (through * sun * atCosine(transmittance, cosine)) / transmittance[last]!;
    const all = beam + (through * sky * ofDiffuse.transmittance) / transmittance[last]!;
    transmittedWPerM2[step] = all;
    absorbedWPerM2[step] =
      (through * (sun * atCosine(absorbed, cosine) + sky * ofDiffuse.absorptance[0]!)) / absorbed[last]!;
    beamSum += beam;
    sum += all;
  }
  return { transmittedWPerM2, absorbedWPerM2, transmittedSumWPerM2: sum, beamSumWPerM2: beamSum };
}
