import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { USE_PROFILES } from '../../../src/model/archetypes';
import {
  dayTypeOf,
  fullLoadHours,
  h0Dynamisation,
  hourlyShares,
  seasonOf,
  standardLoadProfile,
  type StandardProfile,
} from '../../../src/sim/devices';
import bdew from './bdew-2025/case.json';
import newSet from './bdew-new-set/case.json';

const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);

interface ProfileFile {
  readonly profiles: Readonly<Record<string, StandardProfile>>;
  /** By profile, month and day type (Werktag, Samstag, Feiertag). */
  readonly profiles_2025: Readonly<
    Record<string, Readonly<Record<string, Record<'WT' | 'SA' | 'FT', number[]>>>>
  >;
}

const FILE = `../shared/data/building-validation/${bdew.input.profiles}`;
const profiles = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as ProfileFile) : null;

describe.skipIf(!profiles)(`${bdew.title}, from ${bdew.origin} (reads ${FILE})`, () => {
  test.each(Object.entries(bdew.expected))('%s', (name, expected) => {
    const dynamised = name in bdew.input.dynamised;
    const year = standardLoadProfile(profiles!.profiles[dynamised ? 'h0' : name]!, bdew.input, { dynamised });
    const { tolerance } = bdew;
    expect(Math.abs(fullLoadHours(year, 900) / expected.fullLoadHours - 1)).toBeLessThan(
      tolerance.fullLoadHoursRelative,
    );
    expect(Math.abs((Math.max(...year) * 35040) / sum(year) - expected.maxOverMean)).toBeLessThan(
      tolerance.maxOverMean,
    );
    const shares = hourlyShares(year, 900);
    expected.hourlyShares.forEach((share, hour) =>
      expect(Math.abs(shares[hour]! - share), `hour ${hour}`).toBeLessThan(tolerance.share),
    );
    const winter = year.filter((_, quarter) => seasonOf(Math.floor(quarter / 96)) === 'winter');
    expect(Math.abs(sum(winter) / sum(year) - expected.shareWinter)).toBeLessThan(tolerance.share);
  });
});

describe.skipIf(!profiles)(`${newSet.title} (reads ${FILE})`, () => {
  test.each(Object.entries(newSet.input.dynamised))('%s', (name, dynamised) => {
    const months = Object.values(profiles!.profiles_2025[name]!);
    expect(months.length).toBe(12);
    const profile = months.map(({ WT, SA, FT }) => ({ workday: WT, saturday: SA, sunday: FT }));
    const year = standardLoadProfile(profile, newSet.input, { dynamised });
    const relative = sum(year) / newSet.expected.annualKWh - 1;
    expect(Math.abs(relative)).toBeLessThan(newSet.tolerance.annualRelative);
    expect(year[96 * 31]! / (dynamised ? h0Dynamisation(32) : 1)).toBe(months[1]!.SA[0]);
  });
});

/** Uses of commerce and the profile of their trade; the least overlap of the two daily shapes (1 = the same). */
const TRADES = [
  ['office', 'g1', 0.8],
  ['school', 'g1', 0.8],
  ['retail', 'g4', 0.8],
  ['hospital', 'g3', 0.65],
  ['restaurant', 'g2', 0.65],
  ['hotel', 'g3', 0.65],
] as const;

describe.skipIf(!profiles)(
  `a workday of commerce has the shape of its standard profile (reads ${FILE})`,
  () => {
    test.each(TRADES)('%s: %s', (use, name, least) => {
      const schedule = Float64Array.from(USE_PROFILES[use].schedules.appliances.weekday);
      const ours = hourlyShares(schedule, 3600);
      const standard = hourlyShares(Float64Array.from(profiles!.profiles[name]!.winter.workday), 900);
      const overlap = (shift: number): number =>
        sum(ours.map((share, hour) => Math.min(share, standard[(hour + shift) % 24]!)));
      expect(overlap(0)).toBeGreaterThan(least);
      expect(overlap(0)).toBeGreaterThan(overlap(6));
    });
  },
);

describe('the calendar of the profiles', () => {
  test('changes season on the days of the rule', () => {
    const seasons = [78, 79, 133, 134, 256, 257, 303, 304, 364].map(seasonOf);
    expect(seasons).toEqual([
      'winter',
      'transition',
      'transition',
      'summer',
      'summer',
      'transition',
      'transition',
      'winter',
      'winter',
    ]);
  });

  test('knows Saturdays, Sundays and the holidays that it is told', () => {
    // 2025 starts on a Wednesday: 4 and 5 January are a weekend.
    expect([0, 2, 3, 4, 5].map((day) => dayTypeOf(2, day))).toEqual([
      'workday',
      'workday',
      'saturday',
      'sunday',
      'workday',
    ]);
    expect(dayTypeOf(2, 0, new Set([0]))).toBe('sunday');
    expect(dayTypeOf(2, 3, new Set([3]))).toBe('sunday');
  });

  test('makes households use more in winter than in summer', () => {
    expect(h0Dynamisation(1)).toBeCloseTo(1.242, 3);
    expect(h0Dynamisation(182)).toBeLessThan(0.85);
    let mean = 0;
    for (let day = 1; day <= 365; day += 1) mean += h0Dynamisation(day) / 365;
    expect(Math.abs(mean - 1)).toBeLessThan(0.01);
  });
});
