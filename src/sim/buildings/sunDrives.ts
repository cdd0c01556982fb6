import { equivalentPane } from './glazing/simpleGlazing';
import { SUN_DRIVES } from './modal';
import type { Stretch } from './runZone';
import type { BuildingShape } from './shape';
import { orientationBin } from './shape';
import { ORIENTATIONS } from './envelope';
import type { Blind, SunPlanes } from './sunPlanes';

/** One column of sun and its weight in a drive. */
export interface SunTerm {
  readonly values: Float64Array;
  readonly weight: number;
}

/** Sun on a building: terms of the four drives of the modal zone, in their order. */
export interface BuildingSun {
  readonly drives: readonly (readonly SunTerm[])[];
  /** Of what comes through the windows in a year. */
  readonly beamShare: number;
}

export interface Windows {
  readonly shareOfFacade: number;
  /** Without frames. */
  readonly glassShare: number;
  readonly uValueWPerM2K: number;
  readonly gValue: number;
  readonly blind?: Blind;
}

/**
 * Mean sun on roofs and on walls, W/m2, sun through the windows and absorbed in them, W (README eq. 6 to 9): orientation
 * by orientation, each between two horizons. Roofs are taken in 45 degree bins of their azimuth and see the whole sky.
 */
export function buildingSunOf(shape: BuildingShape, windows: Windows, planes: SunPlanes): BuildingSun {
  const roofM2 = shape.roof.reduce((sum, { areaM2 }) => sum + areaM2, 0);
  const wallM2 = shape.walls.reduce((sum, { areaM2 }) => sum + areaM2, 0);
  const { normal } = equivalentPane({ id: '', kind: 'simple', ...windows });
  const absorptance = 1 - normal.transmittance - normal.reflectanceFront;
  const roof = shape.roof.map(({ areaM2, tiltDeg, azimuthDeg }) => ({
    values: planes.roof(tiltDeg, tiltDeg === 0 ? 180 : binAzimuthDeg(azimuthDeg)),
    weight: areaM2 / roofM2,
  }));
  const wall: SunTerm[] = [];
  const transmitted: SunTerm[] = [];
  const pane: SunTerm[] = [];
  let beam = 0;
  let total = 0;
  shape.walls.forEach(({ areaM2, blockedSkyShare }, bin) => {
    if (areaM2 <= 0) return;
    const glassM2 = areaM2 * windows.shareOfFacade * windows.glassShare;
    for (const { plane, share } of planes.wall(bin, blockedSkyShare)) {
      const sun = plane.glazing(windows.uValueWPerM2K, windows.blind);
      wall.push({ values: plane.incidentWPerM2, weight: (share * areaM2) / wallM2 });
      transmitted.push({
        values: sun.transmittedWPerM2,
        weight: share * glassM2 * normal.transmittance,
      });
      pane.push({ values: sun.absorbedWPerM2, weight: share * glassM2 * absorptance });
      beam += share * glassM2 * sun.beamSumWPerM2;
      total += share * glassM2 * sun.transmittedSumWPerM2;
    }
  });
  return { drives: [roof, wall, transmitted, pane], beamShare: total > 0 ? beam / total : 0 };
}

function binAzimuthDeg(azimuthDeg: number): number {
  return (360 / ORIENTATIONS) * orientationBin(azimuthDeg);
}

/** Local steps of a stretch in which any plane has sun: [from, to, from, to, ...). */
export function litRanges(plane: Float64Array, fromStep: number, toStep: number): readonly number[] {
  const ranges: number[] = [];
  for (let step = fromStep; step < toStep; step += 1) {
    const lit = plane[step]! !== 0;
    if (lit !== (ranges.length % 2 === 1)) ranges.push(step - fromStep);
  }
  if (ranges.length % 2 === 1) ranges.push(toStep - fromStep);
  return ranges;
}

/** [step][drive] of steps from fromStep on; `lit` are the stretch's steps with sun. */
export function fillSunDrives(
  { drives }: BuildingSun,
  fromStep: number,
  steps: number,
  lit: readonly number[],
  { values, at }: Stretch,
): void {
  values.fill(0, at, at + steps * SUN_DRIVES);
  for (let drive = 0; drive < SUN_DRIVES; drive += 1) {
    const terms = drives[drive]!;
    for (let t = 0; t < terms.length; t += TERMS_AT_ONCE) {
      addTerms(terms, t, fromStep, lit, values, at + drive);
    }
  }
}

const TERMS_AT_ONCE = 4;

/** Adds four terms from one on; what is missing in the last four is the first of them at no weight. */
function addTerms(
  terms: readonly SunTerm[],
  from: number,
  fromStep: number,
  lit: readonly number[],
  values: Float64Array,
  base: number,
): void {
  const one = terms[from]!;
  const none = { values: one.values, weight: 0 };
  const two = terms[from + 1] ?? none;
  const three = terms[from + 2] ?? none;
  const four = terms[from + 3] ?? none;
  const [a, b, c, d] = [one.values, two.values, three.values, four.values];
  const [ofA, ofB, ofC, ofD] = [one.weight, two.weight, three.weight, four.weight];
  for (let range = 0; range < lit.length; range += 2) {
    const to = fromStep + lit[range + 1]!;
    let at = base + lit[range]! * SUN_DRIVES;
    for (let step = fromStep + lit[range]!; step < to; step += 1) {
      values[at] = values[at]! + ofA * a[step]! + ofB * b[step]! + ofC * c[step]! + ofD * d[step]!;
      at += SUN_DRIVES;
    }
  }
}
