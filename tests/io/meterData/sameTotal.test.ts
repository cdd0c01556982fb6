import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hourlyPower, readMeterCsv, totalOf, yearTotals, type MeterChoices } from '../../../src/io/meterData';
import { BERLIN_2024_MS, meterFile, QUARTERS_2024, quarterHoursWh, type Spelling } from './meterFiles';

const J_PER_KWH = 3.6e6;

function annualKwh(text: string, choices: MeterChoices = {}): number {
  const { value, issues } = readMeterCsv(text, 'year.csv', choices);
  expect(issues.filter((issue) => !issue.code.startsWith('meter-assumed'))).toEqual([]);
  const series = value.series!;
  const [channel] = series.channels;
  expect(totalOf(series, channel!).coveredS).toBe(366 * 86_400);
  const years = yearTotals(series, channel!);
  expect(years.map(({ year, coveredS, spanS }) => [year, coveredS, spanS])).toEqual([
    [2024, 366 * 86_400, 366 * 86_400],
  ]);
  return years[0]!.energyJ / J_PER_KWH;
}

test('a year gives the same total as Wh, kWh per quarter hour, kW, MWh and register readings, in any spelling', () => {
  fc.assert(
    fc.property(
      fc.nat(1e6),
      fc.constantFrom<Spelling>('local', 'offset', 'utc', 'german'),
      (seed, spelling) => {
        const wh = quarterHoursWh(QUARTERS_2024, seed);
        // A sum of integers: exact, and nothing of the reader is in it.
        const expected = wh.reduce((sum, value) => sum + value, 0) / 1000;
        const zone: MeterChoices = { zone: 'Europe/Berlin' };
        const options = { startMs: BERLIN_2024_MS, spelling };
        let register = 48_211_337;
        const readings = [register, ...wh.map((value) => (register += value))];
        const comma = (value: number) => value.toFixed(3).replace('.', ',');
        const totals = [
          annualKwh(meterFile(wh, { ...options, heading: 'consumption_wh' }), zone),
          annualKwh(
            meterFile(
              wh.map((value) => value / 1000),
              { ...options, heading: 'Usage (kWh)' },
            ),
            zone,
          ),
          annualKwh(
            meterFile(
              wh.map((value) => value / 250),
              { ...options, heading: 'import kW' },
            ),
            zone,
          ),
          annualKwh(
            meterFile(
              wh.map((value) => value / 1e6),
              { ...options, heading: 'Import [MWh]' },
            ),
            zone,
          ),
          annualKwh(
            meterFile(
              wh.map((value) => comma(value / 1000)),
              { ...options, heading: 'Verbrauch [kWh]', separator: ';' },
            ),
            zone,
          ),
          annualKwh(
            meterFile(
              readings.map((value) => value / 1000),
              { ...options, heading: 'Zählerstand Bezug kWh' },
            ),
            zone,
          ),
          // No word for a register: a year that never falls is one.
          annualKwh(meterFile(readings, { ...options, heading: 'import Wh' }), zone),
        ];
        for (const total of totals) expect(Math.abs(total / expected - 1)).toBeLessThan(1e-9);
      },
    ),
    { numRuns: 2, seed: 20261124 },
  );
});

test('quarter hours that begin seven minutes past have hours from there on, with all of their energy', () => {
  const wh = quarterHoursWh(96, 5);
  const startMs = Date.UTC(2024, 0, 10, 0, 7);
  const text = meterFile(wh, { startMs, spelling: 'utc', heading: 'consumption_wh' });
  const { value } = readMeterCsv(text, 'day.csv', { zone: 'UTC' });
  const { startS, pW } = hourlyPower(value.series!, value.series!.channels[0]!);
  expect([startS, pW.length]).toEqual([startMs / 1000, 24]);
  expect([...pW].map((power) => power.toFixed(9))).toEqual(
    Array.from({ length: 24 }, (_, hour) =>
      wh
        .slice(4 * hour, 4 * hour + 4)
        .reduce((sum, value) => sum + value, 0)
        .toFixed(9),
    ),
  );
});
