import { describe, expect, test } from 'vitest';
import type { WeatherYear } from '../../../src/model/weather';
import { calendarOf } from '../../../src/sim/arrays/calendar';
import {
  perezBrightening,
  perezPlaneIrradiance,
  perezPlaneParts,
  planeIrradianceParts,
  planeNormal,
  relativeAirMass,
  skyTempDegC,
  sunOnPlane,
  sunPath,
  weatherAtSteps,
} from '../../../src/sim/weather';
import { CLIMATES, synthesiseWeather } from '../../../src/synthesis/weather';

const hourly = calendarOf(3600, 0);
const quarterly = calendarOf(900, 0);
const year: WeatherYear = synthesiseWeather(CLIMATES.mediterranean, 3);
const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);

describe('the sky of Perez', () => {
  test('has the air mass of Kasten and Young', () => {
    // One overhead, the secant while the sun is high, 38 at the horizon.
    expect(relativeAirMass(0)).toBeCloseTo(1, 3);
    expect(Math.abs(relativeAirMass(60) - 2)).toBeLessThan(0.01);
    expect(Math.abs(relativeAirMass(90) - 37.9)).toBeLessThan(0.1);
  });

  test('has the classes and coefficients of the paper', () => {
    // Overcast, sun at 60 degrees: clearness 1, class 1; brightness 100 x 1.9939 / 1366.1.
    const brightness = (100 * relativeAirMass(60)) / 1366.1;
    const [f1, f2] = perezBrightening(0, 100, 0.5, 1366.1);
    expect(f1).toBeCloseTo(Math.max(0, -0.008 + 0.588 * brightness - 0.062 * (Math.PI / 3)), 9);
    expect(f2).toBeCloseTo(-0.06 + 0.072 * brightness - 0.022 * (Math.PI / 3), 9);
    // Clear, sun at the zenith: clearness 1 + 900 / 80 = 12.25, class 8.
    const [c1, c2] = perezBrightening(900, 80, 1, 1366.1);
    const thin = (80 * relativeAirMass(0)) / 1366.1;
    expect(c1).toBeCloseTo(0.678 - 0.327 * thin, 9);
    expect(c2).toBeCloseTo(0.156 - 1.377 * thin, 9);
    expect(perezBrightening(0, 0, 0.5, 1366.1)).toEqual([0, 0]);
  });

  test('sends the black body of its infrared', () => {
    expect(skyTempDegC(315.66)).toBeCloseTo(0, 1); // sigma 273.15^4 = 315.66 W/m2
  });
});

describe('light on a plane by its parts', () => {
  test('is on the level the diffuse and the beam of the hour, whatever the azimuth', () => {
    const parts = perezPlaneParts(year, hourly, 0, 77);
    const level = sunOnPlane(year.latitudeDeg, sunPath(year, hourly), hourly, planeNormal(0, 0));
    expect(sum(parts.groundWPerM2)).toBe(0);
    expect(Math.max(...parts.horizonWPerM2.map(Math.abs))).toBe(0);
    let worst = 0;
    for (let step = 0; step < 8760; step += 1) {
      const received = level.cosIncidence[step]! * level.facingShare[step]!;
      worst = Math.max(worst, Math.abs(parts.beamWPerM2[step]! - year.dniWPerM2[step]! * received));
      if (received < 0.09) continue;
      const sky = parts.circumsolarWPerM2[step]! + parts.skyWPerM2[step]!;
      worst = Math.max(worst, Math.abs(sky - year.dhiWPerM2[step]!));
    }
    expect(worst).toBeLessThan(1e-9);
  });

  test('is never negative as a whole, dark at night, and has sun only before the plane', () => {
    for (const [tilt, azimuth] of [
      [90, 0],
      [90, 200],
      [150, 90],
    ] as const) {
      const parts = perezPlaneParts(year, hourly, tilt, azimuth);
      const total = perezPlaneIrradiance(year, hourly, tilt, azimuth);
      const { sun } = weatherAtSteps(year, hourly);
      let wrong = 0;
      for (let step = 0; step < 8760; step += 1) {
        const direct = parts.beamWPerM2[step]! + parts.circumsolarWPerM2[step]!;
        const cosine = parts.cosIncidence[step]!;
        if (!(total[step]! >= -1e-9) || !(cosine >= 0 && cosine <= 1)) wrong += 1;
        if (direct > 0 !== cosine > 0 && year.dniWPerM2[step]! > 0) wrong += 1;
        if (sun.upShare[step] === 0 && direct + cosine !== 0) wrong += 1;
      }
      expect(wrong).toBe(0);
    }
  });

  test('gives a wall more than Hay and Davies do and shares beam and ground with them', () => {
    const perez = perezPlaneParts(year, hourly, 90, 0);
    const simple = planeIrradianceParts(year, hourly, 90, 0);
    const sky = sum(perez.circumsolarWPerM2) + sum(perez.skyWPerM2) + sum(perez.horizonWPerM2);
    expect(sky).toBeGreaterThan(sum(simple.skyWPerM2));
    expect(sum(perez.groundWPerM2)).toBe(sum(simple.groundWPerM2));
    expect(Math.abs(sum(perez.beamWPerM2) / sum(simple.beamWPerM2) - 1)).toBeLessThan(0.05);
  });

  test('turned by 360 degrees is the same', () => {
    const east = perezPlaneIrradiance(year, hourly, 90, 90);
    const again = perezPlaneIrradiance(year, hourly, 90, 450);
    east.forEach((value, step) => expect(Math.abs(value - again[step]!)).toBeLessThan(1e-9));
  });
});

test("an hour's mean incidence is that of its quarters, also where the sun comes round the corner", () => {
  const site = { latitudeDeg: 45, longitudeDeg: 0, utcOffsetMin: 0 };
  const path = sunPath(site, hourly);
  const fine = sunPath(site, quarterly);
  for (const azimuth of [0, 90, 135, 270]) {
    const normal = planeNormal(90, azimuth);
    const coarse = sunOnPlane(site.latitudeDeg, path, hourly, normal);
    for (let hour = 24 * 170; hour < 24 * 171; hour += 1) {
      let mean = 0;
      for (let quarter = 4 * hour; quarter < 4 * hour + 4; quarter += 1) {
        const along = fine.east[quarter]! * normal.east + fine.north[quarter]! * normal.north;
        mean += (fine.upShare[quarter]! * Math.max(along, 0)) / 4;
      }
      const found = coarse.cosIncidence[hour]! * coarse.facingShare[hour]! * path.upShare[hour]!;
      expect(Math.abs(found - mean), `${azimuth} ${hour}`).toBeLessThan(0.012);
    }
  }
});
