import { describe, expect, test } from 'vitest';
import type { WeatherYear } from '../../../src/model/weather';
import { calendarOf } from '../../../src/sim/arrays/calendar';
import { weatherAtSteps } from '../../../src/sim/weather';
import {
  CLIMATES,
  CLIMATE_NAMES,
  climateNormals,
  layColdSnap,
  layHeatWave,
  normalsFromWeather,
  readClimateNormals,
  synthesiseWeather,
} from '../../../src/synthesis/weather';

const years = new Map(CLIMATE_NAMES.map((name) => [name, synthesiseWeather(CLIMATES[name], 11)]));
const arraysOf = (year: WeatherYear) =>
  Object.entries(year).filter((entry): entry is [string, Float64Array] => entry[1] instanceof Float64Array);

describe.each([...years])('the synthetic year of %s', (name, year) => {
  test('is labelled, whole and without a missing value', () => {
    expect(year.origin).toBe('synthetic');
    expect(year.name).toContain('synthetic');
    expect(arraysOf(year)).toHaveLength(9);
    for (const [, values] of arraysOf(year)) {
      expect(values.length).toBe(8760);
      expect(values.every(Number.isFinite)).toBe(true);
    }
  });

  test('gives its own normals back', () => {
    const found = normalsFromWeather(year);
    CLIMATES[name].months.forEach((month, m) => {
      const back = found.months[m]!;
      expect(Math.abs(back.meanTempDegC - month.meanTempDegC)).toBeLessThan(0.02);
      expect(Math.abs(back.dailyMeanStdK - month.dailyMeanStdK)).toBeLessThan(0.05);
      const range = back.meanDailyMaxDegC - back.meanDailyMinDegC;
      expect(Math.abs(range - (month.meanDailyMaxDegC - month.meanDailyMinDegC))).toBeLessThan(0.3);
      expect(Math.abs(back.meanGhiWPerM2 - month.meanGhiWPerM2)).toBeLessThan(0.02);
      expect(Math.abs(back.meanDewPointDegC - month.meanDewPointDegC)).toBeLessThan(0.2);
      expect(Math.abs(back.meanWindSpeedMPerS - month.meanWindSpeedMPerS)).toBeLessThan(0.02);
      expect(Math.abs(back.dailyClearnessStd - month.dailyClearnessStd)).toBeLessThan(0.03);
    });
  });

  test('obeys physics: dark nights, global = beam + diffuse, no sun brighter than the sun, dew below air', () => {
    const { sun } = weatherAtSteps(year, calendarOf(3600, 0));
    for (let hour = 0; hour < 8760; hour += 1) {
      const ghi = year.ghiWPerM2[hour]!;
      const beam = year.dniWPerM2[hour]! * sun.up[hour]!;
      if (sun.upShare[hour] === 0) expect(ghi).toBe(0);
      expect(Math.abs(ghi - beam - year.dhiWPerM2[hour]!)).toBeLessThan(1e-9);
      expect(year.dhiWPerM2[hour]).toBeGreaterThanOrEqual(0);
      expect(year.dniWPerM2[hour]).toBeLessThan(1100);
      expect(ghi).toBeLessThan(1200);
      expect(year.dewPointDegC[hour]! <= year.tempDegC[hour]!).toBe(true);
      expect(year.skyInfraredWPerM2[hour]).toBeGreaterThan(80);
      expect(year.skyInfraredWPerM2[hour]).toBeLessThan(550);
    }
  });

  test('has its warmest hour of the mean day in the afternoon and no step at midnight', () => {
    const byHour = Array.from({ length: 24 }, (_, h) =>
      Array.from({ length: 365 }, (_, day) => year.tempDegC[24 * day + h]!).reduce((a, b) => a + b, 0),
    );
    const warmest = byHour.indexOf(Math.max(...byHour));
    expect(warmest).toBeGreaterThanOrEqual(13);
    expect(warmest).toBeLessThanOrEqual(17);
    const jump = (hour: number) => Math.abs(year.tempDegC[hour]! - year.tempDegC[hour - 1]!);
    const midnights = Array.from({ length: 364 }, (_, day) => jump(24 * (day + 1)));
    const evenings = Array.from({ length: 364 }, (_, day) => jump(24 * (day + 1) - 2));
    const total = (values: number[]) => values.reduce((a, b) => a + b, 0);
    expect(total(midnights)).toBeLessThan(2 * total(evenings));
  });
});

test('a table without any spread, wind or sun still makes a year of numbers', () => {
  const months = CLIMATES.nordic.months.map((month, m) => ({
    ...month,
    meanDailyMaxDegC: month.meanTempDegC,
    meanDailyMinDegC: month.meanTempDegC,
    dailyMeanStdK: 0,
    dailyClearnessStd: m % 2 === 0 ? 0 : 0.5,
    meanGhiWPerM2: m === 0 ? 0 : 400,
    meanWindSpeedMPerS: 0,
  }));
  for (const latitudeDeg of [66, 0, -66]) {
    const year = synthesiseWeather({ ...CLIMATES.nordic, latitudeDeg, months }, 5);
    for (const [name, values] of arraysOf(year)) expect(values.every(Number.isFinite), name).toBe(true);
  }
});

describe('the seed', () => {
  const one = synthesiseWeather(CLIMATES.nordic, 1);

  test('decides every bit, and another one gives another order of days', () => {
    const again = synthesiseWeather(CLIMATES.nordic, 1);
    const other = synthesiseWeather(CLIMATES.nordic, 2);
    for (const [name, values] of arraysOf(one)) {
      expect(again[name as 'tempDegC']).toEqual(values);
      if (name !== 'pressurePa') expect(other[name as 'tempDegC']).not.toEqual(values);
    }
  });

  test('leaves warm and cold days in runs: neighbours are alike, days a fortnight apart are not', () => {
    const mean = (day: number) => one.tempDegC.slice(24 * day, 24 * day + 24).reduce((a, b) => a + b, 0) / 24;
    const january = Array.from({ length: 58 }, (_, day) => mean(day));
    const average = january.reduce((a, b) => a + b, 0) / january.length;
    const correlation = (lag: number) => {
      const pairs = january.slice(lag).map((value, i) => (value - average) * (january[i]! - average));
      const variance = january.reduce((a, b) => a + (b - average) * (b - average), 0) / january.length;
      return pairs.reduce((a, b) => a + b, 0) / pairs.length / variance;
    };
    expect(correlation(1)).toBeGreaterThan(0.4);
    expect(correlation(14)).toBeLessThan(0.4);
  });
});

describe('spells', () => {
  const year = years.get('centralEurope')!;

  test.each([
    ['a cold snap', layColdSnap(year, 20, 12), -12],
    ['a heat wave', layHeatWave(year, 20, 8), 8],
  ] as const)('%s moves its week by the whole amount and nothing else', (_, spelled, shiftK) => {
    const change = spelled.tempDegC.map((temp, hour) => temp - year.tempDegC[hour]!);
    change.forEach((kelvin, hour) => {
      if (hour < 20 * 24 || hour >= 27 * 24) expect(kelvin).toBe(0);
      else if (hour >= 21 * 24 && hour < 26 * 24) expect(kelvin).toBeCloseTo(shiftK, 9);
      // Half a cosine over a day is at its steepest pi/48 of the height an hour.
      if (hour > 0) expect(Math.abs(kelvin - change[hour - 1]!)).toBeLessThan((Math.abs(shiftK) * 3.2) / 48);
    });
    expect(spelled.ghiWPerM2).toEqual(year.ghiWPerM2);
    expect(spelled.dewPointDegC.every((dew, hour) => dew <= spelled.tempDegC[hour]!)).toBe(true);
    expect(spelled.name).not.toBe(year.name);
    expect(spelled.origin).toBe('synthetic');
  });

  test('may run over the end of the year and leave the given year as it was', () => {
    const before = year.tempDegC.slice();
    const spelled = layColdSnap(year, 362, 10);
    expect(spelled.tempDegC[12 + 24]! - year.tempDegC[12 + 24]!).toBeCloseTo(-10, 9);
    expect(year.tempDegC).toEqual(before);
  });
});

describe('tables of normals', () => {
  test('are shipped for six climates, one of them marked unverified', () => {
    expect(CLIMATE_NAMES.filter((name) => !CLIMATES[name].verified)).toEqual(['humidTropic']);
    expect(CLIMATES.humidTropic.source).toMatch(/unverified/i);
    expect(climateNormals('nordic')?.latitudeDeg).toBeCloseTo(59.65, 2);
    expect(climateNormals('toString')).toBeUndefined();
  });

  test('with faults come back as the full list', () => {
    const months = CLIMATES.nordic.months.map((month, m) => {
      if (m === 2) return { ...month, meanGhiWPerM2: -1 };
      return m === 5 ? { ...month, meanDailyMinDegC: 40 } : month;
    });
    const outcome = readClimateNormals({ ...CLIMATES.nordic, months, latitudeDeg: 'north' }, 'x.json');
    expect(outcome.ok).toBe(false);
    expect(outcome.issues.map((issue) => issue.field)).toEqual([
      'latitudeDeg',
      'months[2].meanGhiWPerM2',
      'months[5]',
    ]);
    for (const rubbish of [null, 3, [], { months: [null] }])
      expect(readClimateNormals(rubbish, 'x').ok).toBe(false);
  });
});
