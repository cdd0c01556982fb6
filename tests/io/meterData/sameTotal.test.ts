import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  billedYears,
  hourlyPower,
  readMeterCsv,
  totalOf,
  yearTotals,
  type MeterChoices,
} from '../../../src/io/meterData';
import {
  BERLIN_2024_MS,
  meterFile,
  QUARTERS_2024,
  quarterHoursWh,
  stampText,
  type Spelling,
} from './meterFiles';
import { dayFile } from './wideFiles';

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

/** Sums of the local calendar, by the runtime's own. */
function sumsBy(wh: readonly number[], key: (local: string) => string): Map<string, number> {
  const sums = new Map<string, number>();
  wh.forEach((value, i) => {
    const name = key(stampText(BERLIN_2024_MS + i * 900_000, 'Europe/Berlin', 'local'));
    sums.set(name, (sums.get(name) ?? 0) + value);
  });
  return sums;
}

test('the same year as days in lines, months, bills and readings of the register has the same total', () => {
  const wh = quarterHoursWh(QUARTERS_2024, 77);
  const kwh = wh.reduce((sum, value) => sum + value, 0) / 1000;
  const choices: MeterChoices = { zone: 'Europe/Berlin' };
  const common = { startMs: BERLIN_2024_MS, zone: 'Europe/Berlin' };
  const hourly = Array.from({ length: 8784 }, (_, h) =>
    wh.slice(4 * h, 4 * h + 4).reduce((sum, value) => sum + value, 0),
  );
  for (const labels of ['starts', 'ends', 'numbers'] as const) {
    expect(annualKwh(dayFile({ ...common, wh, stepS: 900, labels }), choices) / kwh).toBeCloseTo(1, 12);
    expect(annualKwh(dayFile({ ...common, wh: hourly, stepS: 3600, labels }), choices) / kwh).toBeCloseTo(
      1,
      12,
    );
  }
  const billed = (text: string): number => {
    const { value, issues } = readMeterCsv(text, 'bills.csv', choices);
    expect(issues).toEqual([]);
    const years = billedYears(value.bills!, value.bills!.channels[0]!);
    expect(years.map(({ year, coveredS, sharedJ }) => [year, coveredS, sharedJ])).toEqual([
      [2024, 366 * 86_400, 0],
    ]);
    return years[0]!.energyJ / J_PER_KWH;
  };
  const months = [...sumsBy(wh, (local) => local.slice(0, 7))];
  const days = [...sumsBy(wh, (local) => local.slice(0, 10))];
  // Irregular periods: the days up to each of these.
  const ends = ['2024-01-29', '2024-03-03', '2024-03-31', '2024-05-30', '2024-10-26', '2024-12-31'];
  let [from, register] = ['2024-01-01', 48_211];
  const readings = [`${from},${register}`];
  const bills = ends.map((end) => {
    const inside = days.filter(([day]) => day >= from && day <= end);
    const sum = inside.reduce((all, [, value]) => all + value, 0) / 1000;
    const line = `${from},${end},${sum}`;
    from = new Date(Date.parse(end) + 86_400_000).toISOString().slice(0, 10);
    register += sum;
    readings.push(`${from},${register}`);
    return line;
  });
  expect(
    billed(`month,import kWh\n${months.map(([month, value]) => `${month},${value / 1000}`).join('\n')}\n`),
  ).toBeCloseTo(kwh, 6);
  expect(billed(`from,to,import kWh\n${bills.join('\n')}\n`)).toBeCloseTo(kwh, 6);
  expect(billed(`read date,meter reading kWh import\n${readings.join('\n')}\n`)).toBeCloseTo(kwh, 6);
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
