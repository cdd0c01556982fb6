import { describe, expect, test } from 'vitest';
import type { Building, Photovoltaics } from '../../../src/model/building';
import { END_USES } from '../../../src/model/run';
import { shapesOf } from '../../../src/sim/buildings/shape';
import { buildingSunOf } from '../../../src/sim/buildings/sunDrives';
import { sunPlanesOf } from '../../../src/sim/buildings/sunPlanes';
import { OPEN_HORIZON, shadedIrradiance, type Horizon } from '../../../src/sim/devices';
import { planeIrradianceParts } from '../../../src/sim/weather';
import { box, calendarOf, sineWeather, sumOf, yearOf } from './town';

/**
 * What stands beside a roof. The cheapest wrong programs: the horizon of another building or of another pitch, one seen from
 * the ground, a sky that is taken away where nothing stands, diffuse light that a tower leaves whole.
 */
const weather = sineWeather();
const calendar = calendarOf(3600, weather.startWeekday);
const PHOTOVOLTAICS = END_USES.indexOf('photovoltaics');

const moved = (building: Building, byX: number, byY: number): Building => ({
  ...building,
  footprint: {
    outer: building.footprint.outer.map(([x, y]) => [x + byX, y + byY] as const),
    holes: [],
  },
});

const south: Photovoltaics = { peakW: 5000, tiltDeg: 35, azimuthDeg: 180 };
const east: Photovoltaics = { ...south, azimuthDeg: 90 };
const house = (photovoltaics: Photovoltaics, more: Partial<Building> = {}): Building =>
  box('house', 'detached', { households: 0, levels: 2, heightM: 6, roof: 'flat', photovoltaics, ...more });
/** 30 m high, ten metres south of where the house stands. */
const tower = moved(box('tower', 'office', { levels: 9, heightM: 30, photovoltaics: null }, 20, 10), -5, -20);

/** Power of the modules of the first building, [step]. */
function modulesOf(buildings: readonly Building[]): Float64Array {
  const at = PHOTOVOLTAICS * 8760;
  return yearOf(buildings, weather).endUseW.slice(at, at + 8760);
}

const january = (powerW: Float64Array): number => sumOf(powerW, 0, 31 * 24);
const june = (powerW: Float64Array): number => sumOf(powerW, 151 * 24, 181 * 24);

describe.each([
  ['a plain plane', (one: Photovoltaics) => one],
  ['planes on one inverter', (one: Photovoltaics) => ({ ...one, planes: [one] })],
])('modules on a roof, as %s', (_, asGiven) => {
  const alone = modulesOf([house(asGiven(south))]);

  test('lose their winter to a tower in the south and keep most of their summer', () => {
    const shaded = modulesOf([house(asGiven(south)), tower]);
    expect(january(alone)).toBeGreaterThan(10_000);
    expect(january(shaded)).toBeLessThan(0.6 * january(alone));
    expect(january(shaded)).toBeGreaterThan(0.1 * january(alone));
    expect(june(shaded)).toBeGreaterThan(0.8 * june(alone));
    shaded.forEach((powerW, step) => expect(powerW).toBeLessThanOrEqual(alone[step]! + 1e-9));
  });

  test('keep every bit where the tower is out of reach, or no higher than they lie', () => {
    const far = moved(house(asGiven(south)), 400, 0);
    expect(modulesOf([far, house(asGiven(south)), tower])).toEqual(alone);
    const low = { ...tower, heightM: 6, levels: 2 };
    expect(modulesOf([house(asGiven(south)), low])).toEqual(alone);
  });

  test('on the pitch away from a neighbour see more than those on the pitch towards it', () => {
    const beside = moved(tower, 25, 23);
    const gabled = (plane: Photovoltaics) => house(asGiven(plane), { roof: 'gabled' });
    const kept = (plane: Photovoltaics): number =>
      sumOf(modulesOf([gabled(plane), beside])) / sumOf(modulesOf([gabled(plane)]));
    expect(kept(east)).toBeLessThan(0.9);
    expect(kept({ ...south, azimuthDeg: 270 })).toBeGreaterThan(kept(east) + 0.05);
  });
});

describe('light on a plane behind an even skyline', () => {
  const even = (deg: number): Horizon => ({ elevationDeg: [deg] });
  const parts = planeIrradianceParts(weather, calendar, 0, 180);
  const level = (horizon: Horizon): Float64Array => shadedIrradiance(weather, calendar, 0, 180, horizon);

  test('is the open plane’s where the skyline is level ground', () => {
    const open = level(OPEN_HORIZON);
    level(even(0)).forEach((value, step) => expect(value).toBeCloseTo(open[step]!, 9));
  });

  test('keeps cos² of the skyline of the isotropic sky of a level plane', () => {
    // A level plane takes sin² h of its sky from below h: the integral of sin h cos h.
    const behind = level(even(89));
    const left = Math.cos((89 * Math.PI) / 180) ** 2;
    const sky = parts.skyWPerM2.map((value, step) => value - parts.circumsolarWPerM2[step]!);
    expect(sumOf(sky)).toBeGreaterThan(10_000);
    behind.forEach((value, step) => expect(value).toBeCloseTo(left * sky[step]!, 6));
    const half = level(even(45));
    const dark = half.findIndex((value, step) => value > 0 && parts.beamWPerM2[step]! > 0 && step > 8);
    expect(half[dark]).toBeCloseTo(0.5 * sky[dark]!, 6);
  });
});

describe('a roof of the zone', () => {
  const windows = { shareOfFacade: 0.2, glassShare: 0.7, uValueWPerM2K: 1.3, gValue: 0.6 };
  const roofSun = (buildings: readonly Building[]): Float64Array => {
    const { roof } = buildingSunOf(shapesOf(buildings)[0]!, windows, sunPlanesOf(weather, calendar));
    const sun = new Float64Array(calendar.stepCount);
    for (const { values, weight } of roof) values.forEach((value, step) => (sun[step]! += weight * value));
    return sun;
  };
  const plain = house(south, { photovoltaics: null });

  test('is in the sun as modules are: less beside a tower, to the bit the same beside a low house', () => {
    const open = roofSun([plain]);
    expect(roofSun([plain, { ...tower, heightM: 6 }])).toEqual(open);
    expect(open).toEqual(sunPlanesOf(weather, calendar).roof(0, 180));
    const shaded = roofSun([plain, tower]);
    expect(sumOf(shaded)).toBeLessThan(0.98 * sumOf(open));
    expect(sumOf(shaded)).toBeGreaterThan(0.5 * sumOf(open));
    shaded.forEach((value, step) => expect(value).toBeLessThanOrEqual(open[step]! + 1e-9));
  });

  test('of two pitches each has its own horizon', () => {
    const gabled = house(south, { roof: 'gabled', photovoltaics: null });
    const [toEast, toWest] = [...shapesOf([gabled, moved(tower, 25, 23)])[0]!.roof].sort(
      (a, b) => a.azimuthDeg - b.azimuthDeg,
    );
    expect([toEast!.azimuthDeg, toWest!.azimuthDeg]).toEqual([90, 270]);
    expect(toEast!.horizon.elevationDeg[9]).toBeGreaterThan(toWest!.horizon.elevationDeg[9]! + 3);
  });
});
