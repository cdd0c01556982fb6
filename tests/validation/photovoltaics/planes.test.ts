import { describe, expect, test } from 'vitest';
import { calendarOf } from '../../../src/sim/arrays/calendar';
import {
  perezPlaneIrradiance,
  planeNormal,
  skyTempDegC,
  sunOnPlane,
  sunPath,
} from '../../../src/sim/weather';
import bestest from './bestest-planes/case.json';
import pvlib from './perez-planes/case.json';
import { epwAt } from './weatherFiles';

const FILE = `../shared/data/bestest/${bestest.input.weatherFile}`;
const weather = epwAt(FILE);
const hourly = calendarOf(3600, 0);
const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);
const day = (values: Float64Array, dayOfYear: number): Float64Array =>
  values.slice(24 * (dayOfYear - 1), 24 * dayOfYear);

type Day = keyof typeof bestest.input.dayOfYear;
interface Plane {
  readonly tiltDeg: number;
  readonly azimuthDeg: number;
}
const onPlane = ({ tiltDeg, azimuthDeg }: Plane, calendar = hourly): Float64Array =>
  perezPlaneIrradiance(weather!, calendar, tiltDeg, azimuthDeg, bestest.input.albedo);

describe.skipIf(!weather)(`${bestest.title} (reads ${FILE})`, () => {
  test.each(Object.entries(bestest.expected.annual))('a year on the %s plane', (_, plane) => {
    const kWhPerM2 = sum(onPlane(plane)) / 1000;
    expect(kWhPerM2).toBeGreaterThanOrEqual(plane.minKWhPerM2);
    expect(kWhPerM2).toBeLessThanOrEqual(plane.maxKWhPerM2);
  });

  const days = Object.entries(bestest.expected.hourly).flatMap(([date, planes]) =>
    Object.entries(planes).map(([plane, band]) => [date as Day, plane, band] as const),
  );
  test.each(days)('%s on the %s plane, hour by hour', (date, plane, { minWPerM2, maxWPerM2 }) => {
    const geometry = bestest.expected.annual[plane as keyof typeof bestest.expected.annual];
    const found = day(onPlane(geometry), bestest.input.dayOfYear[date]);
    const widening = bestest.tolerance.bandWidenedByShareOfPeak * Math.max(...maxWPerM2);
    const inside = [...found].filter(
      (value, hour) => value >= minWPerM2[hour]! - widening && value <= maxWPerM2[hour]! + widening,
    );
    expect(inside.length).toBeGreaterThanOrEqual(bestest.tolerance.hoursInsideOf24);
  });

  test('the sky of the infrared in the file is that of the program that takes it from there', () => {
    const sky = weather!.skyInfraredWPerM2.map(skyTempDegC);
    const { mean } = bestest.expected.skyDegC;
    expect(Math.abs(sum(sky) / 8760 - mean)).toBeLessThan(bestest.tolerance.skyMeanK);
    for (const date of Object.keys(bestest.input.dayOfYear) as Day[]) {
      // The program interpolates within the hour; the mean of two neighbours stands for that.
      const found = day(sky, bestest.input.dayOfYear[date]);
      bestest.expected.skyDegC[date].forEach((expected, hour) => {
        if (hour === 0) return;
        const between = (found[hour - 1]! + found[hour]!) / 2;
        expect(Math.abs(between - expected), `${date} hour ${hour}`).toBeLessThan(bestest.tolerance.skyHourK);
      });
    }
  });
});

describe.skipIf(!weather)(`${pvlib.title}, against ${pvlib.origin} (reads ${FILE})`, () => {
  test.each(Object.entries(pvlib.expected.annual))('a year on %s', (_, plane) => {
    const relative = sum(onPlane(plane)) / 1000 / plane.kWhPerM2 - 1;
    expect(Math.abs(relative)).toBeLessThan(pvlib.tolerance.annualRelative);
    const quarters = sum(onPlane(plane, calendarOf(900, 0))) / 4000 / plane.kWhPerM2 - 1;
    expect(Math.abs(quarters)).toBeLessThan(2 * pvlib.tolerance.annualRelative);
  });

  const days = Object.entries(pvlib.expected.hourlyWPerM2).flatMap(([plane, byDay]) =>
    Object.entries(byDay).map(([date, hours]) => [plane, date as Day, hours] as const),
  );
  test.each(days)('%s on %s, hour by hour', (plane, date, hours) => {
    const geometry = pvlib.expected.annual[plane as keyof typeof pvlib.expected.annual];
    const found = day(onPlane(geometry), pvlib.input.dayOfYear[date]);
    const sun = sunPath(weather!, hourly);
    const normal = planeNormal(geometry.tiltDeg, geometry.azimuthDeg);
    const { facingShare } = sunOnPlane(weather!.latitudeDeg, sun, hourly, normal);
    const shares = [sun.upShare, facingShare].map((share) => day(share, pvlib.input.dayOfYear[date]));
    let whole = 0;
    hours.forEach((expected, hour) => {
      // Where the sun rises, sets or comes round the plane's edge, the half hour's sun is no mean of the hour.
      if (shares.some((share) => share[hour]! > 0 && share[hour]! < 1)) return;
      whole += 1;
      const bound = pvlib.tolerance.hourlyWPerM2 + pvlib.tolerance.hourlyRelative * expected;
      expect(Math.abs(found[hour]! - expected), `hour ${hour}`).toBeLessThan(bound);
    });
    expect(whole).toBeGreaterThanOrEqual(20);
  });
});
