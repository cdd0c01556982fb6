import { describe, expect, test } from 'vitest';
import type { WeatherYear } from '../../../src/model/weather';
import { calendarOf } from '../../../src/sim/arrays/calendar';
import {
  degreeDays,
  dewPointDegC,
  planeIrradiance,
  planeIrradianceParts,
  relativeHumidityPercent,
  saturationPressurePa,
  skyInfraredWPerM2,
  standardPressurePa,
  sunPath,
  weatherAtSteps,
  type Site,
} from '../../../src/sim/weather';
import { CLIMATES, synthesiseWeather } from '../../../src/synthesis/weather';

const hourly = calendarOf(3600, 0);
const quarterly = calendarOf(900, 0);
const sum = (values: Float64Array) => values.reduce((a, b) => a + b, 0);
const year: WeatherYear = synthesiseWeather(CLIMATES.hotMonsoon, 3);

const place = (latitudeDeg: number, longitudeDeg = 0, utcOffsetMin = 0): Site => ({
  latitudeDeg,
  longitudeDeg,
  utcOffsetMin,
});

describe('the course of the sun', () => {
  test('is up for half the year on the equator and gives both hemispheres the opposite seasons', () => {
    const hours = (site: Site, from = 0, to = 8760) => sum(sunPath(site, hourly).upShare.slice(from, to));
    // Without refraction the centre of the disc is up for half of 8,760 h.
    expect(Math.abs(hours(place(0)) - 4380)).toBeLessThan(2);
    expect(hours(place(50), 0, 31 * 24)).toBeLessThan(300);
    expect(hours(place(-50), 0, 31 * 24)).toBeGreaterThan(450);
  });

  test('culminates in the south north of the tropics, in the north south of them', () => {
    const noon = 24 * 80 + 12;
    expect(sunPath(place(50), hourly).north[noon]).toBeLessThan(-0.5);
    expect(sunPath(place(-50), hourly).north[noon]).toBeGreaterThan(0.5);
  });

  test('follows the time zone by half hours', () => {
    const delhi = sunPath(place(28.6, 77.1, 330), quarterly);
    const wrong = sunPath(place(28.6, 77.1, 300), quarterly);
    // Half an hour is two quarter-hour steps.
    for (const step of [24, 30, 40, 60]) expect(delhi.up[step]).toBeCloseTo(wrong.up[step - 2]!, 9);
    expect(delhi.up[40]).not.toBeCloseTo(wrong.up[40]!, 2);
  });

  test('in an hour with sunrise is that of the sunlit part', () => {
    const path = sunPath(place(50), hourly);
    for (let step = 0; step < hourly.stepCount; step += 1) {
      const share = path.upShare[step]!;
      expect(share >= 0 && share <= 1).toBe(true);
      if (share > 0 && path.up[step]! <= 0)
        throw new Error(`sun below the horizon in the lit part of ${step}`);
      if (share === 0 && path.up[step]! !== 0) throw new Error(`sun up in the dark step ${step}`);
    }
  });
});

describe('irradiance on planes', () => {
  test('on the level is diffuse plus beam on the horizontal, without any ground', () => {
    const parts = planeIrradianceParts(year, hourly, 0, 123);
    const { sun } = weatherAtSteps(year, hourly);
    expect(sum(parts.groundWPerM2)).toBe(0);
    for (let step = 0; step < 8760; step += 1) {
      expect(Math.abs(parts.beamWPerM2[step]! - year.dniWPerM2[step]! * sun.up[step]!)).toBeLessThan(1e-9);
      if (sun.up[step]! < 0.02) continue;
      expect(Math.abs(parts.skyWPerM2[step]! - year.dhiWPerM2[step]!)).toBeLessThan(1e-9);
    }
  });

  test('turned by 360 degrees is the same, and two vertical sides share the isotropic and ground light', () => {
    const east = planeIrradiance(year, hourly, 90, 90);
    const again = planeIrradiance(year, hourly, 90, 450);
    east.forEach((value, i) => expect(Math.abs(value - again[i]!)).toBeLessThan(1e-9));
    const dark = planeIrradianceParts(year, hourly, 90, 90, 0);
    expect(sum(dark.groundWPerM2)).toBe(0);
    const bright = planeIrradianceParts(year, hourly, 90, 90, 0.6);
    expect(sum(bright.groundWPerM2)).toBeCloseTo(0.3 * sum(year.ghiWPerM2), 3);
  });

  test('moved to the other hemisphere favours the north', () => {
    const south = { ...year, latitudeDeg: -year.latitudeDeg };
    const facingNorth = sum(planeIrradianceParts(south, hourly, 35, 0).beamWPerM2);
    expect(facingNorth).toBeGreaterThan(sum(planeIrradianceParts(south, hourly, 35, 180).beamWPerM2));
  });
});

describe('weather by step', () => {
  test('of hours is the weather itself', () => {
    const steps = weatherAtSteps(year, hourly);
    expect(steps.tempDegC).toBe(year.tempDegC);
    expect(steps.dniWPerM2).toBe(year.dniWPerM2);
  });

  test('of quarter-hours keeps the energy of every hour, never goes negative, and is not a staircase', () => {
    const steps = weatherAtSteps(year, quarterly);
    let uneven = 0;
    for (const name of ['ghiWPerM2', 'dniWPerM2', 'dhiWPerM2'] as const) {
      for (let hour = 0; hour < 8760; hour += 1) {
        const quarters = steps[name].subarray(4 * hour, 4 * hour + 4);
        expect(Math.abs(sum(quarters) / 4 - year[name][hour]!)).toBeLessThan(1e-9 * (1 + year[name][hour]!));
        expect(Math.min(...quarters)).toBeGreaterThanOrEqual(0);
        if (quarters[0] !== quarters[3]) uneven += 1;
      }
    }
    expect(uneven).toBeGreaterThan(10000);
  });

  test('of quarter-hours runs temperatures straight between the centres of the hours', () => {
    const ramp = Float64Array.from({ length: 8760 }, (_, hour) => hour);
    const steps = weatherAtSteps({ ...year, tempDegC: ramp }, quarterly);
    // The centre of hour 100 is 100.5 h after the start and has 100; quarter 1 of it lies 0.125 h before.
    expect(steps.tempDegC[401]).toBeCloseTo(99.875, 9);
    expect(steps.tempDegC[402]).toBeCloseTo(100.125, 9);
    expect(steps.tempDegC[0]).toBe(0);
    expect(steps.tempDegC[35039]).toBe(8759);
  });
});

describe('degree-days', () => {
  test('count daily means below and above the base', () => {
    const tempDegC = new Float64Array(8760).fill(18);
    tempDegC.fill(10, 0, 48);
    // A day of half 14 and half 22 has the mean 18 and counts for nothing.
    tempDegC.fill(14, 48, 60).fill(22, 60, 72);
    tempDegC.fill(21, 72, 96);
    expect(degreeDays({ ...year, tempDegC }, 18)).toEqual({ heatingKDay: 16, coolingKDay: 3 });
  });
});

describe('moist air', () => {
  test('agrees with printed tables', () => {
    // WMO-No. 8 (2018), annex 4.B; ISO 2533 at 1,000 m: 89,874.6 Pa.
    expect(saturationPressurePa(20)).toBeGreaterThan(2330);
    expect(saturationPressurePa(20)).toBeLessThan(2345);
    expect(Math.abs(standardPressurePa(1000) - 89874.6)).toBeLessThan(10);
    expect(relativeHumidityPercent(25, dewPointDegC(25, 60))).toBeCloseTo(60, 9);
  });

  test('sends the infrared of Clark and Allen with Walton clouds', () => {
    // By hand: (0.787 + 0.764 ln(283.15 / 273)) = 0.81489; sigma 293.15^4 = 418.76; 5 tenths: factor 1.0595.
    expect(skyInfraredWPerM2(20, 10, 0)).toBeCloseTo(341.24, 1);
    expect(skyInfraredWPerM2(20, 10, 5) / skyInfraredWPerM2(20, 10, 0)).toBeCloseTo(1.0595, 9);
  });
});
