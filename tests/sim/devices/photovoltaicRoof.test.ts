import { describe, expect, it, test } from 'vitest';
import type { Photovoltaics } from '../../../src/model/building';
import { calendarOf } from '../../../src/sim/arrays/calendar';
import { shapesOf } from '../../../src/sim/buildings/shape';
import {
  fillPhotovoltaicPlant,
  hasPlanes,
  inverterAcW,
  openSkyShare,
  OPEN_HORIZON,
  photovoltaicPlantOf,
  planesOnRoof,
  planeShares,
  skylineDeg,
  type Horizon,
} from '../../../src/sim/devices';
import { box, sineWeather, sumOf } from '../buildings/town';
import phoenix from '../../validation/photovoltaics/phoenix-pvwatts/case.json';
import { samCsvAt } from '../../validation/photovoltaics/weatherFiles';
import { column, cutsOf, differing, Fuzz, piece } from './fuzz';

const calendar = calendarOf(3600, 0);
const weather = sineWeather();
const shares = planeShares(weather, calendar);
const south: Photovoltaics = { peakW: 6000, tiltDeg: 35, azimuthDeg: 180 };
const YEAR = { fromStep: 0, toStep: 8760, stepMin: 60 };

function yearOf(given: Photovoltaics, horizon: Horizon = OPEN_HORIZON): Float64Array {
  const powerW = column(8760);
  fillPhotovoltaicPlant(
    photovoltaicPlantOf(given, shares, () => horizon),
    YEAR,
    powerW,
  );
  return powerW.values;
}

const evenHorizon = (elevationDeg: number): Horizon => ({
  elevationDeg: Array<number>(16).fill(elevationDeg),
});

const FILE = `../shared/data/building-validation/pvwatts/${phoenix.input.weatherFile}`;
const phoenixWeather = samCsvAt(FILE);
test.skipIf(!phoenixWeather)(`two planes that lie alike are PVWatts 8's one plant (reads ${FILE})`, () => {
  const { tilt, azimuth, system_capacity_kWdc, dc_ac_ratio } = phoenix.input.system;
  const peakW = 1000 * system_capacity_kWdc;
  const half = { peakW: peakW / 2, tiltDeg: tilt, azimuthDeg: azimuth };
  const given = { ...half, planes: [half, half], inverterW: peakW / dc_ac_ratio };
  const powerW = column(8760);
  fillPhotovoltaicPlant(photovoltaicPlantOf(given, planeShares(phoenixWeather!, calendar)), YEAR, powerW);
  const relative = sumOf(powerW.values) / 1000 / phoenix.expected.annualKWh - 1;
  expect(Math.abs(relative)).toBeLessThan(phoenix.tolerance.annualRelative);
});

describe('planes on a roof', () => {
  test('lie on the pitches that are not turned to the pole, flat roofs get one low rack', () => {
    const [gabled, flat] = shapesOf([
      box('a', 'detached', { roof: 'gabled' }),
      box('b', 'detached', { roof: 'flat' }, 30, 20),
    ]);
    const pitches = planesOnRoof(gabled!.roof, false);
    // Longest walls face east and west: both pitches are used; 60 m2 of plan over cos 36.87 degrees each, 70 % usable.
    expect(pitches.map(({ azimuthDeg }) => azimuthDeg).sort((a, b) => a - b)).toEqual([90, 270]);
    expect(pitches[0]!.peakW).toBeCloseTo((60 / 0.8) * 0.7 * 200, 6);
    expect(planesOnRoof(flat!.roof, false)).toEqual([
      { peakW: 600 * 0.5 * 200, tiltDeg: 10, azimuthDeg: 180 },
    ]);
    expect(planesOnRoof(flat!.roof, true)[0]!.azimuthDeg).toBe(0);
    const northSouth = [0, 180].map((azimuthDeg) => ({ areaM2: 50, tiltDeg: 40, azimuthDeg }));
    expect(planesOnRoof(northSouth, false).map(({ azimuthDeg }) => azimuthDeg)).toEqual([180]);
    expect(planesOnRoof(northSouth, true).map(({ azimuthDeg }) => azimuthDeg)).toEqual([0]);
  });
});

describe('several planes on one inverter', () => {
  test('facing east and west make a flatter day than facing south, and a small inverter clips', () => {
    const half = (azimuthDeg: number) => ({ peakW: 5000, tiltDeg: 35, azimuthDeg });
    const both = (inverterW: number) => yearOf({ ...half(90), planes: [half(90), half(270)], inverterW });
    const onlySouth = (inverterW: number) => yearOf({ ...south, peakW: 10000, inverterW });
    const large = 20000;
    expect(Math.max(...both(large))).toBeLessThan(0.9 * Math.max(...onlySouth(large)));
    expect(sumOf(both(large))).toBeGreaterThan(0.6 * sumOf(onlySouth(large)));
    // One east plane alone is not two planes.
    expect(sumOf(both(large))).toBeGreaterThan(1.3 * sumOf(yearOf({ ...half(90), inverterW: large })));
    expect(Math.max(...onlySouth(3000))).toBe(3000);
    expect(sumOf(onlySouth(3000))).toBeLessThan(0.95 * sumOf(onlySouth(8000)));
  });

  test('the inverter holds its rating however much stands behind it', () => {
    expect(inverterAcW(1e9, 5000)).toBe(inverterAcW(5300, 5000));
    expect(inverterAcW(1e9, 5000)).toBeLessThanOrEqual(5000);
    expect(inverterAcW(1e9, 5000)).toBeCloseTo(5000, 6);
    expect(inverterAcW(1000, 0)).toBe(0);
  });

  it('stays between zero and its rating, finds no more than the modules give, and cuts to the same bits', () => {
    for (let trial = 0; trial < 30; trial += 1) {
      const fuzz = new Fuzz(trial, 'plant');
      const planes = Array.from({ length: fuzz.whole(1, 4) }, () => ({
        peakW: fuzz.size(3000),
        tiltDeg: fuzz.pick([0, 15, 35, 90]),
        azimuthDeg: fuzz.pick([0, 90, 180, 270]),
      }));
      const horizon = fuzz.pick([OPEN_HORIZON, evenHorizon(20), { elevationDeg: [0, 80, NaN, -3] }]);
      const given = { ...planes[0]!, planes, inverterW: fuzz.mostly(fuzz.size(5000), [0, Infinity, NaN]) };
      const plant = photovoltaicPlantOf(given, shares, () => horizon);
      const cuts = cutsOf(fuzz, 8760);
      const whole = column(8760);
      fillPhotovoltaicPlant(plant, YEAR, whole);
      const cut = column(8760);
      for (let c = 0; c + 1 < cuts.length; c += 1) {
        fillPhotovoltaicPlant(plant, piece(cuts, c, 60), { values: cut.values, offset: cuts[c]! });
      }
      expect(differing(whole.values, cut.values)).toBe(0);
      const wrong = whole.values.filter((powerW, step) => {
        const dcW = plant.planes.reduce((sum, plane) => sum + plane.peakW * plane.dcShare[step]!, 0);
        return !(powerW >= 0 && powerW <= plant.inverterW && powerW <= dcW);
      });
      expect(wrong.length, `trial ${trial}`).toBe(0);
    }
  });

  test('a gap in the weather is a gap in that hour’s power and in no other', () => {
    const holed = { ...sineWeather(), dniWPerM2: weather.dniWPerM2.slice() };
    holed.dniWPerM2[4000] = NaN;
    const powerW = column(8760);
    fillPhotovoltaicPlant(photovoltaicPlantOf(south, planeShares(holed, calendar)), YEAR, powerW);
    expect([...powerW.values].flatMap((value, step) => (Number.isNaN(value) ? [step] : []))).toEqual([4000]);
  });

  test('a plain plane asks for nothing new, so that runs of today stay as they are', () => {
    expect(hasPlanes(south)).toBe(false);
    expect(hasPlanes({ ...south, inverterW: 4000 })).toBe(true);
    expect(hasPlanes({ ...south, planes: [south] })).toBe(true);
  });
});

describe('the skyline', () => {
  test('of even height h leaves cos² h of the sky to a level plane, all of it when it is flat', () => {
    for (const deg of [0, 10, 30, 60, 90]) {
      const cosine = Math.cos((deg * Math.PI) / 180);
      expect(openSkyShare(evenHorizon(deg), 0, 180)).toBeCloseTo(cosine * cosine, 9);
    }
    expect(openSkyShare(evenHorizon(0), 47, 133)).toBeCloseTo(1, 12);
    // A wall before an even horizon: 1 - (h + sin h cos h) / (π / 2), the view factor of geometry's facades.
    const h = Math.PI / 6;
    const taken = (h + Math.sin(h) * Math.cos(h)) / (Math.PI / 2);
    expect(openSkyShare(evenHorizon(30), 90, 180)).toBeCloseTo(1 - taken, 4);
  });

  test('behind a wall’s back takes nothing from it', () => {
    const behind = { elevationDeg: [80, 0, 0, 0] };
    expect(openSkyShare(behind, 90, 180)).toBeCloseTo(1, 9);
    expect(openSkyShare(behind, 90, 0)).toBeLessThan(0.5);
    expect([
      skylineDeg(behind, 350),
      skylineDeg(behind, 44),
      skylineDeg(behind, 46),
      skylineDeg(behind, -10),
    ]).toEqual([80, 80, 0, 80]);
  });

  test('in the south costs the winter most, in the north nothing', () => {
    const towards = (sector: number): Horizon => ({
      elevationDeg: Array.from({ length: 4 }, (_, s) => (s === sector ? 25 : 0)),
    });
    const [open, inSouth, inNorth] = [yearOf(south), yearOf(south, towards(2)), yearOf(south, towards(0))];
    const december = (year: Float64Array): number => sumOf(year, 335 * 24, 365 * 24);
    const june = (year: Float64Array): number => sumOf(year, 151 * 24, 181 * 24);
    expect(december(inSouth)).toBeLessThan(0.7 * december(open));
    expect(june(inSouth)).toBeGreaterThan(0.9 * june(open));
    // 25 degrees in the north lie behind the edge of a plane that leans 35 degrees to the south.
    expect(sumOf(inNorth)).toBe(sumOf(open));
    expect(sumOf(yearOf(south, evenHorizon(90)))).toBeLessThan(0.05 * sumOf(open));
  });
});
