import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readEpw } from '../../../src/io/epw';
import type { WeatherYear } from '../../../src/model/weather';
import { calendarOf } from '../../../src/sim/arrays/calendar';
import { extraterrestrialWPerM2, planeIrradiance, sunPath, sunPosition } from '../../../src/sim/weather';
import planes from './denver-planes/case.json';
import spots from './sun-position/case.json';

const MS_PER_DAY = 86_400_000;
const daysJ2000 = (time: string) => (Date.parse(time) - Date.parse('2000-01-01T12:00:00Z')) / MS_PER_DAY;

describe('the sun stands where an SPA implementation puts it', () => {
  test.each(spots.input.times.map((time, i) => [time, spots.expected[i]!] as const))(
    '%s',
    (time, expected) => {
      const { latitudeDeg, longitudeDeg } = spots.input;
      const sun = sunPosition(latitudeDeg, longitudeDeg, daysJ2000(time));
      expect(Math.abs(sun.zenithDeg - expected.zenithDeg)).toBeLessThan(spots.tolerance.angleDeg);
      expect(Math.abs(sun.azimuthDeg - expected.azimuthDeg)).toBeLessThan(spots.tolerance.angleDeg);
      const dayOfYear =
        Math.floor((Date.parse(time) - Date.parse(`${time.slice(0, 4)}-01-01T00:00:00-07:00`)) / MS_PER_DAY) +
        1;
      const extra = extraterrestrialWPerM2(dayOfYear);
      expect(Math.abs(extra / expected.extraterrestrialWPerM2 - 1)).toBeLessThan(
        spots.tolerance.extraterrestrialRelative,
      );
    },
  );
});

const { latitudeDeg, longitudeDeg, utcOffsetMin, elevationM, albedo, days } = planes.input;
const calendar = calendarOf(3600, 0);

function threeDays(): WeatherYear {
  const zero = () => new Float64Array(8760);
  const air = { tempDegC: zero(), dewPointDegC: zero(), relativeHumidityPercent: zero(), pressurePa: zero() };
  const sky = { windSpeedMPerS: zero(), skyInfraredWPerM2: zero() };
  const sun = { ghiWPerM2: zero(), dniWPerM2: zero(), dhiWPerM2: zero() };
  for (const day of Object.values(days)) {
    for (const name of ['ghiWPerM2', 'dniWPerM2', 'dhiWPerM2'] as const) {
      sun[name].set(day[name], 24 * (day.dayOfYear - 1));
    }
  }
  const site = { latitudeDeg, longitudeDeg, utcOffsetMin, elevationM, startWeekday: 0 };
  return { name: 'three days of Denver', origin: 'epw', ...site, ...air, ...sky, ...sun };
}

describe('hours on tilted planes agree with a Hay and Davies reference', () => {
  const weather = threeDays();
  const path = sunPath(weather, calendar);
  const cases = Object.entries(planes.expected.hourlyWPerM2).flatMap(([plane, byDay]) =>
    Object.entries(byDay).map(([day, hourly]) => [plane, day, hourly] as const),
  );
  test.each(cases)('%s on %s', (plane, day, hourly) => {
    const { tiltDeg, azimuthDeg } = planes.input.planes[plane as keyof typeof planes.input.planes];
    const first = 24 * (days[day as keyof typeof days].dayOfYear - 1);
    const ours = planeIrradiance(weather, calendar, tiltDeg, azimuthDeg, albedo).slice(first, first + 24);
    let whole = 0;
    hourly.forEach((expected, hour) => {
      const share = path.upShare[first + hour]!;
      if (share > 0 && share < 1) return;
      whole += 1;
      const bound = planes.tolerance.hourlyWPerM2 + planes.tolerance.hourlyRelative * expected;
      expect(Math.abs(ours[hour]! - expected), `hour ${hour}`).toBeLessThan(bound);
    });
    expect(whole).toBeGreaterThanOrEqual(21);
    const sum = ours.reduce((a, b) => a + b, 0);
    const reference = hourly.reduce((a, b) => a + b, 0);
    expect(Math.abs(sum / reference - 1)).toBeLessThan(planes.tolerance.dayRelative);
  });
});

const file = `../shared/data/weather/${planes.input.weatherFile}`;

describe.skipIf(!existsSync(file))(`a year on nine planes agrees with the reference (needs ${file})`, () => {
  const outcome = existsSync(file) ? readEpw(readFileSync(file, 'latin1'), file) : null;
  const entries = Object.entries(planes.expected.annual);
  test.each(entries)('%s, by hours and by quarter-hours', (_, { tiltDeg, azimuthDeg, kWhPerM2 }) => {
    if (!outcome?.ok) throw new Error('the weather file was not read');
    for (const stepS of [3600, 900] as const) {
      const total = planeIrradiance(outcome.value, calendarOf(stepS, 0), tiltDeg, azimuthDeg, albedo);
      const kWh = (total.reduce((a, b) => a + b, 0) * stepS) / 3.6e6;
      expect(Math.abs(kWh / kWhPerM2 - 1)).toBeLessThan(planes.tolerance.annualRelative);
    }
  });
});
