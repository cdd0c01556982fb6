import type { PhotovoltaicPlane, Photovoltaics, SourcedValue } from '../../model/building';
import type { WeatherYear } from '../../model/weather';
import type { Calendar } from '../arrays/calendar';
import { perezPlaneParts, weatherAtSteps } from '../weather';
import type { Column, Steps } from './column';
import { positiveOr0 } from './column';
import { isSunAbove, OPEN_HORIZON, openSkyShare, type Horizon } from './photovoltaicHorizon';
import {
  combinedLossShare,
  effectiveIrradianceWPerM2,
  PVWATTS_LOSSES_PERCENT,
  samCellDegC,
} from './photovoltaicModel';
import { DC_AC_RATIO, dcShare, inverterAcShare } from './photovoltaics';

/** A part of a roof with its own area, as `shapesOf` of src/sim/buildings gives it. */
export interface RoofPart {
  readonly areaM2: number;
  readonly tiltDeg: number;
  readonly azimuthDeg: number;
}

const engineering = (value: number, source: string): SourcedValue => ({
  value,
  source: `engineering value: ${source}`,
  quality: 'unknown_untraceable',
});

/** What modules can cover of a roof and what they give. */
export const ROOF_PLANT = {
  usableShareOfPitch: engineering(0.7, 'edges, chimneys, dormers and roof windows stay free'),
  usableShareOfFlat: engineering(0.5, 'rows keep out of each other’s shadow, edges stay free'),
  moduleWPerM2: engineering(200, 'module efficiency 20 % at 1,000 W/m2'),
  flatTiltDeg: engineering(10, 'low racks'),
  /** A pitch that is turned further from the equator stays bare. */
  mostTurnDeg: engineering(110, 'east and west are used, the pole’s side is not'),
} as const;

/** Planes of modules on a roof: one for each part that is turned enough to the equator. devicesWithState.md, eq. 18. */
export function planesOnRoof(
  roof: readonly RoofPart[],
  southern: boolean,
  coverage = 1,
): PhotovoltaicPlane[] {
  const equatorDeg = southern ? 0 : 180;
  return roof.flatMap(({ areaM2, tiltDeg, azimuthDeg }): PhotovoltaicPlane[] => {
    const flat = tiltDeg < 5;
    const turn = Math.abs(((((azimuthDeg - equatorDeg) % 360) + 540) % 360) - 180);
    if (!flat && turn > ROOF_PLANT.mostTurnDeg.value) return [];
    const usable = flat ? ROOF_PLANT.usableShareOfFlat : ROOF_PLANT.usableShareOfPitch;
    const peakW = positiveOr0(areaM2 * usable.value * coverage) * ROOF_PLANT.moduleWPerM2.value;
    if (peakW === 0) return [];
    return [
      flat
        ? { peakW, tiltDeg: ROOF_PLANT.flatTiltDeg.value, azimuthDeg: equatorDeg }
        : { peakW, tiltDeg, azimuthDeg },
    ];
  });
}

/** PVWatts 8's standard module and losses, SAM's nominal cell; see tests/validation/photovoltaics/phoenix-pvwatts. */
const MODULE = { gammaPerK: -0.0037, nominalCellDegC: 45, efficiency: 0.19 } as const;
const LOSS_SHARE = combinedLossShare(PVWATTS_LOSSES_PERCENT);

/**
 * DC power per watt peak of planes of a year, [step]. Planes in the open are worked out when first asked for and then shared;
 * behind a skyline, which hardly two roofs share, the values are the caller's own.
 */
export interface PlaneShares {
  dcShare(tiltDeg: number, azimuthDeg: number, horizon: Horizon): Float64Array;
}

export function planeShares(weather: WeatherYear, calendar: Calendar): PlaneShares {
  const known = new Map<string, Float64Array>();
  return {
    dcShare(tiltDeg, azimuthDeg, horizon) {
      if (horizon.elevationDeg.length > 0) return dcShareOf(weather, calendar, tiltDeg, azimuthDeg, horizon);
      const key = `${tiltDeg}/${azimuthDeg}`;
      const found = known.get(key) ?? dcShareOf(weather, calendar, tiltDeg, azimuthDeg, horizon);
      known.set(key, found);
      return found;
    },
  };
}

/**
 * DC power per watt peak after losses: Perez' parts of the light, beam and circumsolar cut while the sun is below the
 * skyline, sky and horizon band by what is open of the sky, glass cover, SAM's cell temperature, PVWatts' module. A gap
 * in the weather is a gap in the power. devicesWithState.md, eq. 19 and 20.
 */
function dcShareOf(
  weather: WeatherYear,
  calendar: Calendar,
  tiltDeg: number,
  azimuthDeg: number,
  horizon: Horizon,
): Float64Array {
  const { tempDegC, windSpeedMPerS, sun } = weatherAtSteps(weather, calendar);
  const parts = perezPlaneParts(weather, calendar, tiltDeg, azimuthDeg);
  const open = openSkyShare(horizon, tiltDeg, azimuthDeg);
  const shaded = horizon.elevationDeg.length > 0;
  for (let step = 0; shaded && step < calendar.stepCount; step += 1) {
    parts.skyWPerM2[step] = open * parts.skyWPerM2[step]!;
    parts.horizonWPerM2[step] = open * parts.horizonWPerM2[step]!;
    if (isSunAbove(horizon, sun.east[step]!, sun.north[step]!, sun.up[step]!)) continue;
    parts.beamWPerM2[step] = 0;
    parts.circumsolarWPerM2[step] = 0;
  }
  const effective = effectiveIrradianceWPerM2(parts, tiltDeg);
  return effective.map((effectiveWPerM2, step) => {
    if (effectiveWPerM2 <= 0) return 0;
    const planeWPerM2 =
      parts.beamWPerM2[step]! +
      parts.circumsolarWPerM2[step]! +
      parts.skyWPerM2[step]! +
      parts.horizonWPerM2[step]! +
      parts.groundWPerM2[step]!;
    const wind = windSpeedMPerS[step]!;
    const { nominalCellDegC, efficiency, gammaPerK } = MODULE;
    const cellDegC = samCellDegC(planeWPerM2, tempDegC[step]!, wind, nominalCellDegC, efficiency);
    const share = (1 - LOSS_SHARE) * dcShare(effectiveWPerM2, cellDegC, gammaPerK);
    return share < 0 ? 0 : share;
  });
}

/** A part of a roof that knows what stands around it. */
export interface ShadedRoofPart extends RoofPart {
  readonly horizon: Horizon;
}

/** Skyline of modules: that of the part of the roof that is turned most as they are; open without a roof. */
export function horizonOnRoof(roof: readonly ShadedRoofPart[], { azimuthDeg }: PhotovoltaicPlane): Horizon {
  let found = OPEN_HORIZON;
  let least = Infinity;
  for (const part of roof) {
    const turn = Math.abs(((((part.azimuthDeg - azimuthDeg) % 360) + 540) % 360) - 180);
    if (turn < least) [least, found] = [turn, part.horizon];
  }
  return found;
}

/** A plant with several planes on one inverter, ready to be stepped. */
export interface PhotovoltaicPlant {
  readonly planes: readonly { readonly peakW: number; readonly dcShare: Float64Array }[];
  readonly inverterW: number;
}

/** Whether a building says more than the one plane and usual inverter of a plain `Photovoltaics`. */
export function hasPlanes({ planes, inverterW }: Photovoltaics): boolean {
  return planes !== undefined || inverterW !== undefined;
}

/** The plant of a building; without a rating of its own the inverter's is the modules' peak over 1.2. */
export function photovoltaicPlantOf(
  given: Photovoltaics,
  shares: PlaneShares,
  horizonOf: (plane: PhotovoltaicPlane) => Horizon = () => OPEN_HORIZON,
): PhotovoltaicPlant {
  const planes = (given.planes ?? [given])
    .filter(({ peakW }) => peakW > 0)
    .map((plane) => ({
      peakW: plane.peakW,
      dcShare: shares.dcShare(plane.tiltDeg, plane.azimuthDeg, horizonOf(plane)),
    }));
  const peakW = planes.reduce((sum, plane) => sum + plane.peakW, 0);
  return { planes, inverterW: positiveOr0(given.inverterW ?? peakW / DC_AC_RATIO) };
}

/** AC power of an inverter of a rating, W: PVWatts' part-load curve on the sum of the planes, clipped. Eq. 21. */
export function inverterAcW(dcW: number, inverterW: number): number {
  if (!(inverterW > 0)) return 0;
  const fullDcW = inverterW / inverterAcShare(1);
  // Past full load the curve would bend down again: the inverter holds its rating.
  return Math.min(inverterW, fullDcW * inverterAcShare(Math.min(dcW / fullDcW, 1)));
}

/** AC power of a plant over some steps, W, non-negative. Without state: any cut gives the same bits. */
export function fillPhotovoltaicPlant(plant: PhotovoltaicPlant, steps: Steps, powerW: Column): void {
  for (let step = steps.fromStep; step < steps.toStep; step += 1) {
    let dcW = 0;
    for (const { peakW, dcShare: share } of plant.planes) dcW += peakW * share[step]!;
    powerW.values[powerW.offset + step - steps.fromStep] = inverterAcW(dcW, plant.inverterW);
  }
}
