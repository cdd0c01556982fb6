import { existsSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import {
  BERLIN_2024_MS,
  meterFile,
  QUARTERS_2024,
  quarterHoursWh,
  stampText,
} from '../io/meterData/meterFiles';
import { dayFile } from '../io/meterData/wideFiles';
import { inThisProcess, workplace } from './command';

const { path, remove } = workplace();
afterAll(remove);

const WH = quarterHoursWh(QUARTERS_2024, 31);
const HOURLY_WH = Array.from({ length: 8784 }, (_, h) =>
  WH.slice(4 * h, 4 * h + 4).reduce((a, b) => a + b, 0),
);
const TOTAL = `${(WH.reduce((a, b) => a + b, 0) / 1000).toFixed(3)} kWh`;

function written(name: string, text: string): string {
  writeFileSync(path(name), text);
  return path(name);
}

/** Billed to the day before the next one; not the first of a month anywhere. */
const STARTS = [
  '2024-01-01',
  '2024-01-30',
  '2024-03-04',
  '2024-04-02',
  '2024-06-05',
  '2024-08-06',
  '2024-10-28',
  '2025-01-01',
];
const DAYS = new Map<string, number>();
HOURLY_WH.forEach((wh, h) => {
  const day = stampText(BERLIN_2024_MS + h * 3_600_000, 'Europe/Berlin', 'local').slice(0, 10);
  DAYS.set(day, (DAYS.get(day) ?? 0) + wh);
});
const BILLS = written(
  'bills.csv',
  `from,to,import kWh\n${STARTS.slice(0, -1)
    .map((from, i) => {
      const days = [...DAYS].filter(([day]) => day >= from && day < STARTS[i + 1]!);
      return `${from},${days.at(-1)![0]},${days.reduce((sum, [, wh]) => sum + wh, 0) / 1000}`;
    })
    .join('\n')}\n`,
);
const ZONE = ['--zone', 'Europe/Berlin'];
const model = (name: string, factor: number, startMs = BERLIN_2024_MS, hours = 8784) =>
  written(
    name,
    meterFile(
      HOURLY_WH.slice(0, hours).map((wh) => wh * factor),
      { heading: 'net_w', startMs, stepS: 3600, spelling: 'utc' },
    ),
  );

describe('gridtwin meter with bills', () => {
  test('prints what was detected, the periods and the total of the year', async () => {
    const { code, stdout, stderr } = await inThisProcess('meter', BILLS, ...ZONE);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/layout +billing-periods +inferred/);
    expect(stdout).toMatch(/period end +last-day +inferred/);
    expect(stdout).not.toMatch(/^ +interval/m);
    expect(stdout).toContain('import (import kWh): 2024-01-01 to 2025-01-01, 7 periods');
    expect(stdout).toContain(`2024  ${TOTAL}, 366 d of 366 d billed (100.00 %)`);
  });

  test('monthly figures over the periods, no hourly ones; a model 4 % too high keeps the limits, one 12 % too high does not', async () => {
    const near = await inThisProcess('meter', BILLS, ...ZONE, '--against', model('near.csv', 1.04));
    expect([near.code, near.stderr]).toEqual([0, '']);
    expect(near.stdout).toContain('Modelled against billed import: 7 of 7 periods have both');
    // Everything 4 % above: NMBE = -4 % n / (n - 1), n = 7.
    expect(near.stdout).toMatch(
      /monthly +CV\(RMSE\) \d\.\d+ % \(limit 15 %\), NMBE -4\.67 % \(limit ±5 %\), n = 7, p = 1: within/,
    );
    expect(near.stdout).toMatch(/hourly +none: bills have no hours/);
    expect(near.stdout).toContain('negative means that the model predicts too much');
    const far = await inThisProcess('meter', BILLS, ...ZONE, '--against', model('far.csv', 1.12));
    expect(far.stdout).toMatch(/monthly .*NMBE -14\.00 %.*outside the limits/);
  });

  test('a model of another year is compared by the calendar, its missing leap day told', async () => {
    const other = model('other.csv', 1, Date.UTC(2018, 11, 31, 23), 8760);
    const instants = await inThisProcess('meter', BILLS, ...ZONE, '--against', other);
    expect([instants.code, instants.stderr]).toEqual([1, expect.stringContaining('[meter-no-overlap]')]);
    const calendar = await inThisProcess('meter', BILLS, ...ZONE, '--against', other, '--align', 'calendar');
    expect(calendar.code).toBe(0);
    expect(calendar.stdout).toContain('7 of 7 periods have both');
    expect(calendar.stdout).toContain('1 periods have hours without a model');
  });

  test('half a modelled year is compared over the periods that it has', async () => {
    const { stdout } = await inThisProcess(
      'meter',
      BILLS,
      ...ZONE,
      '--against',
      model('half.csv', 1, BERLIN_2024_MS, 4392),
    );
    expect(stdout).toContain('4 of 7 periods have both');
    expect(stdout).toMatch(/monthly +CV\(RMSE\) 0\.00 %/);
  });

  test('has no hours to write or to calibrate with', async () => {
    const { code, stderr } = await inThisProcess('meter', BILLS, ...ZONE, '--out', path('hours.csv'));
    expect([code, stderr]).toEqual([1, expect.stringContaining('[meter-no-hours]')]);
    expect(existsSync(path('hours.csv'))).toBe(false);
  });
});

test('a day in each line is a meter like any other', async () => {
  const days = written(
    'days.csv',
    dayFile({ wh: WH, startMs: BERLIN_2024_MS, stepS: 900, zone: 'Europe/Berlin', labels: 'ends' }),
  );
  const { code, stdout, stderr } = await inThisProcess(
    'meter',
    days,
    ...ZONE,
    '--against',
    model('same.csv', 1),
  );
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/layout +day-per-line +inferred: columns from import kWh 00:15 to import kWh 24:00/);
  expect(stdout).toContain(`2024  ${TOTAL}`);
  expect(stdout).toMatch(/hourly +CV\(RMSE\) 0\.00 %/);
});
