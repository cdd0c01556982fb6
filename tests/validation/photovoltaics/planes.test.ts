import { describe, expect, test } from 'vitest';
import { calendarOf } from '../../../src/sim/arrays/calendar';
import { planeNormal, skyTempDegC, sunOnPlane, sunPath } from '../../../src/sim/weather';
import { expectKeptTables } from '../keptTables';
import bestest from './bestest-planes/case.json';
import pvlib from './perez-planes/case.json';
import { day, type Day, FILE, hourly, onPlane, planeDays, planeYears, sum, weather } from './planeFigures';
import { planeTables } from './tables';

describe.skipIf(!weather)(`${bestest.title} (reads ${FILE})`, () => {
  const years = weather ? planeYears() : [];
  test.each(years)('a year on the $name plane', ({ kWhPerM2, minKWhPerM2, maxKWhPerM2 }) => {
    expect(kWhPerM2).toBeGreaterThanOrEqual(minKWhPerM2);
    expect(kWhPerM2).toBeLessThanOrEqual(maxKWhPerM2);
  });

  test.each(weather ? planeDays() : [])('$name plane, hour by hour', ({ hoursInside }) => {
    expect(hoursInside).toBeGreaterThanOrEqual(bestest.tolerance.hoursInsideOf24);
  });

  test('the tables of README.md are what the model gives now (npm run validation -- --write)', () => {
    expect(years).toHaveLength(5);
    expectKeptTables('photovoltaics', planeTables());
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
