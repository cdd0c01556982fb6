import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { randomKey, uniform } from '../../../src/sim/numeric/random';
import { type LoadSet } from '../../../src/study/coincidence';
import { expectKeptComparisons, expectKeptTables } from '../keptTables';
import table from './case.json';
import {
  misses,
  OUR_SHOWERS,
  ourDay,
  ourDays,
  peakMinuteOf,
  REFERENCE_SHOWERS,
  rowsOf,
  scaled,
} from './diversity';
import { comparisons, readmeTables } from './tables';

const PROFILES = fileURLToPath(
  new URL('../../../../shared/data/feeders/european_lv/Daily_1min_100profiles', import.meta.url),
);

describe(`${table.title} (${table.origin})`, () => {
  const reference = ourDays(REFERENCE_SHOWERS);
  const referenceRows = rowsOf(reference);
  const ours = ourDays(OUR_SHOWERS);
  const ourRows = rowsOf(ours);

  it('with the appliances of the table’s homes: every figure at every step', () => {
    expect(misses(referenceRows)).toEqual([]);
  });

  it('as shipped: every figure from 15 min on', () => {
    expect(misses(ourRows, 15)).toEqual([]);
  });

  it.each(table.expected.map(({ stepMin, rusckG }, r) => ({ stepMin, rusckG, r })))(
    "Rusck's g at $stepMin min is near $rusckG",
    ({ rusckG, r }) => {
      expect(Math.abs(referenceRows[r]!.rusckG - rusckG)).toBeLessThan(table.tolerance.rusckG);
    },
  );

  it('the homes together peak in the evening, near 20:00', () => {
    const [from, to] = table.tolerance.peakBetweenMin as [number, number];
    for (const days of [reference, ours]) {
      expect(peakMinuteOf(days)).toBeGreaterThanOrEqual(from);
      expect(peakMinuteOf(days)).toBeLessThanOrEqual(to);
    }
  });

  it('README.md holds these tables', () => {
    expectKeptTables('household-diversity', readmeTables([referenceRows, ourRows]));
    expectKeptComparisons('household-diversity', comparisons([referenceRows, ourRows]));
  });
});

describe('the table refuses cheap wrong programs', () => {
  const right = ourDay(11, 14, REFERENCE_SHOWERS);
  const meanDay = new Float64Array(1440);
  for (const row of right.seriesW) row.forEach((value, i) => (meanDay[i]! += value / right.seriesW.length));

  it('all homes alike with a scaled mean', () => {
    const alike: LoadSet = {
      stepS: 60,
      seriesW: right.seriesW.map((row) => {
        const scale = row.reduce((sum, value) => sum + value, 0) / meanDay.reduce((sum, v) => sum + v, 0);
        return meanDay.map((value) => value * scale);
      }),
    };
    const rows = rowsOf([scaled(alike)], 20);
    expect(rows[2]!.coincidence[2]).toBeGreaterThan(0.99);
    expect(misses(rows, 15).length).toBeGreaterThan(12);
  });

  it('independent noise minute by minute about the mean day', () => {
    const key = randomKey(1, 'noise', 'test');
    const noise: LoadSet = {
      stepS: 60,
      // Exponential draws of the mean day's size: as peaked as a home at 1 min, far too smooth at an hour.
      seriesW: right.seriesW.map((_, home) =>
        meanDay.map((value, i) => -value * Math.log(1 - uniform(key, home * 1440 + i))),
      ),
    };
    const rows = rowsOf([scaled(noise)], 20);
    expect(misses(rows, 15).some((text) => text.startsWith('15 min, 1 homes: peakKW'))).toBe(true);
    expect(misses(rows, 60).some((text) => text.startsWith('60 min, 5 homes: coincidence'))).toBe(true);
  });
});

describe.skipIf(!existsSync(PROFILES))('../shared/data/feeders/european_lv', () => {
  it('gives the table by our own measure of coincidence, within 4 %', () => {
    const seriesW = readdirSync(PROFILES).map((name) =>
      Float64Array.from(
        readFileSync(join(PROFILES, name), 'utf8').trim().split(/\s+/),
        (kW) => 1000 * Number(kW),
      ),
    );
    expect(seriesW).toHaveLength(100);
    rowsOf([{ stepS: 60, seriesW }], 300).forEach((row, r) => {
      row.peakKW.forEach((kW, i) => {
        expect(Math.abs(kW / table.expected[r]!.peakKW[i]! - 1), `${row.stepMin} min`).toBeLessThan(0.04);
      });
      expect(Math.abs(row.rusckG - table.expected[r]!.rusckG)).toBeLessThan(0.02);
    });
  });
});
