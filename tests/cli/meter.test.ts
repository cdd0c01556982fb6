import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { feed, HOURLY_WH } from '../io/meterData/greenButtonFile';
import { BERLIN_2024_MS, meterFile, QUARTERS_2024, quarterHoursWh } from '../io/meterData/meterFiles';
import { csvOf, inThisProcess, workplace } from './command';

const { path, remove } = workplace();
afterAll(remove);

const WH = quarterHoursWh(QUARTERS_2024, 21);
const HOURLY_KWH = Array.from(
  { length: 8784 },
  (_, h) => WH.slice(4 * h, 4 * h + 4).reduce((a, b) => a + b, 0) / 1000,
);
const TOTAL_KWH = WH.reduce((a, b) => a + b, 0) / 1000;

function written(name: string, text: string): string {
  writeFileSync(path(name), text);
  return path(name);
}

const YEAR = written(
  'year.csv',
  meterFile(
    WH.map((wh) => wh / 1000),
    { heading: 'Verbrauch', startMs: BERLIN_2024_MS },
  ),
);
const STATED = ['--unit', 'kWh', '--interval', '15m', '--zone', 'Europe/Berlin', '--direction', 'import'];

/** A model that is `factor` times the meter, in watts and UTC. */
const modelled = (name: string, factor: number, startMs = BERLIN_2024_MS, hours = 8784) =>
  written(
    name,
    meterFile(
      HOURLY_KWH.slice(0, hours).map((kwh) => kwh * 1000 * factor),
      { heading: 'net_w', startMs, stepS: 3600, spelling: 'utc' },
    ),
  );

describe('gridtwin meter', () => {
  test('prints what was detected, the coverage and the annual total, and writes the hours', async () => {
    const { code, stdout, stderr } = await inThisProcess(
      'meter',
      YEAR,
      ...STATED,
      '--out',
      path('hourly.csv'),
    );
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/unit +kWh +confirmed/);
    expect(stdout).toMatch(/interval +900 s +confirmed/);
    expect(stdout).toMatch(/separator +, +inferred/);
    expect(stdout).toContain('coverage 100.00 % (8784 of 8784 h)');
    expect(stdout).toContain(`2024  ${TOTAL_KWH.toFixed(3)} kWh`);
    const { columns, rows } = csvOf(path('hourly.csv'));
    expect(columns).toEqual(['start', 'import_kwh']);
    expect(rows).toHaveLength(8784);
    expect(rows[0]![0]).toBe('2024-01-01T00:00+01:00');
    rows.forEach((row, hour) => expect(Number(row[1])).toBeCloseTo(HOURLY_KWH[hour]!, 9));
  });

  test('an open question ends with exit code 1, the detection printed and nothing written', async () => {
    const out = path('never.csv');
    const { code, stdout, stderr } = await inThisProcess(
      'meter',
      YEAR,
      '--zone',
      'Europe/Berlin',
      '--out',
      out,
    );
    expect(code).toBe(1);
    expect(stdout).toMatch(/unit +\? +undecided/);
    expect(stderr).toContain('[meter-ambiguous-unit]');
    expect(existsSync(out)).toBe(false);
  });

  test('Guideline 14 figures with p, sign, limits and source; a model 4 % too high keeps them, one 12 % too high does not', async () => {
    const near = await inThisProcess('meter', YEAR, ...STATED, '--against', modelled('near.csv', 1.04));
    expect([near.code, near.stderr]).toEqual([0, '']);
    // Everything 4 % above: NMBE = -4 % n / (n - 1), n = 12 months: -4.36 %; hours -4.00 %.
    expect(near.stdout).toMatch(
      /hourly +CV\(RMSE\) .*NMBE -4\.00 % \(limit ±10 %\), n = 8784, p = 1: within the limits/,
    );
    expect(near.stdout).toMatch(
      /monthly +CV\(RMSE\) 4\.\d+ % \(limit 15 %\), NMBE -4\.36 % \(limit ±5 %\), n = 12, p = 1: within/,
    );
    expect(near.stdout).toContain('negative means that the model predicts too much');
    expect(near.stdout).toContain('ASHRAE Guideline 14-2014');
    const far = await inThisProcess('meter', YEAR, ...STATED, '--against', modelled('far.csv', 1.12));
    expect(far.code).toBe(0);
    expect(far.stdout).toMatch(/hourly .*NMBE -12\.00 %.*outside the limits/);
  });

  test('only hours that both have are compared, and how many is printed', async () => {
    const { stdout } = await inThisProcess(
      'meter',
      YEAR,
      ...STATED,
      '--against',
      modelled('half.csv', 1, BERLIN_2024_MS, 4392),
    );
    expect(stdout).toContain('4392 of 8784 h have both (50.00 %)');
    expect(stdout).toMatch(/hourly +CV\(RMSE\) 0\.00 %/);
  });

  test('a model of another year meets no hour; by the calendar it does, without 29 February', async () => {
    const other = modelled('other.csv', 1, Date.UTC(2018, 11, 31, 23), 8760);
    const instants = await inThisProcess('meter', YEAR, ...STATED, '--against', other);
    expect(instants.code).toBe(1);
    expect(instants.stderr).toContain('[meter-no-overlap]');
    const calendar = await inThisProcess('meter', YEAR, ...STATED, '--against', other, '--align', 'calendar');
    expect(calendar.code).toBe(0);
    expect(calendar.stdout).toContain('8760 of 8784 h have both');
    expect(calendar.stdout).toMatch(/monthly +CV/);
  });

  test('hours by number, as the building command writes them, are compared by the calendar in standard time', async () => {
    // The metered hours of 2024 in Berlin's standard time without 29 February.
    const common = HOURLY_KWH.filter((_, hour) => Math.floor(hour / 24) !== 31 + 28);
    const rows = common.map((kwh, hour) => `${hour + 1},${kwh * 1000},0,20`);
    const file = written(
      'building.csv',
      `hour,flat_heating_w,flat_cooling_w,flat_air_degc\n${rows.join('\n')}\n`,
    );
    const against = ['meter', YEAR, ...STATED, '--against', file];
    const open = await inThisProcess(...against, '--align', 'calendar');
    expect([open.code, open.stderr]).toEqual([1, expect.stringContaining('flat_heating_w, flat_cooling_w')]);
    const column = ['--against-column', 'flat_heating_w'];
    expect((await inThisProcess(...against, ...column)).stderr).toContain('--align calendar');
    const { code, stdout } = await inThisProcess(...against, ...column, '--align', 'calendar');
    expect(code).toBe(0);
    expect(stdout).toContain('8760 of 8784 h have both');
    expect(stdout).toMatch(/hourly +CV\(RMSE\) 0\.00 %/);
  });

  test('zones named like units leave the unit at the end of a heading the only one', async () => {
    const common = HOURLY_KWH.filter((_, hour) => Math.floor(hour / 24) !== 31 + 28);
    const rows = common.map((kwh, hour) => `${hour + 1},${kwh * 1000},20,20`);
    const against = (heading: string, ...more: string[]) =>
      inThisProcess(
        ...['meter', YEAR, ...STATED, '--align', 'calendar', ...more, '--against'],
        written('units.csv', `hour,${heading}\n${rows.join('\n')}\n`),
      );
    // Neither an air temperature in watts nor watts that are kilowatts as well.
    const { code, stdout, stderr } = await against('kW_heating_w,W_air_degc,kW_air_degc');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/hourly +CV\(RMSE\) 0\.00 %/);
    const asked = await against('W_heating_w,W_air_degc,kWh_air_degc', '--against-column', 'W_air_degc');
    expect([asked.code, asked.stderr]).toEqual([1, expect.stringContaining('[meter-ambiguous-unit]')]);
  });

  test('Green Button files are known by their content', async () => {
    const readings = Array.from({ length: 48 }, (_, i) => ({
      start: 1_704_085_200 + i * 3600,
      duration: 3600,
      value: 100 + (i % 7),
    }));
    const file = written('usage.xml', feed([{ id: '01', type: HOURLY_WH, readings }]));
    const { code, stdout } = await inThisProcess('meter', file);
    expect(code).toBe(0);
    const wh = readings.reduce((sum, { value }) => sum + value, 0);
    expect(stdout).toContain(`total ${(wh / 1000).toFixed(3)} kWh, coverage 100.00 % (48 of 48 h)`);
    expect(stdout).not.toContain('separator');
  });

  test.each<[string, string[], RegExp]>([
    ['no file', [], /takes one file/],
    ['a missing file', ['nowhere.csv'], /\[file\]/],
    ['a unit that is none', [YEAR, '--unit', 'kwh'], /Use one of Wh, kWh/],
    ['an interval that is none', [YEAR, '--interval', '15'], /such as 15m/],
    ['a zone that is none', [YEAR, '--unit', 'kWh', '--zone', 'Nowhere'], /\[meter-zone-unknown\]/],
    ['--align without --against', [YEAR, '--align', 'calendar'], /go with --against/],
    ['an unknown option', [YEAR, '--nonsense'], /command line/],
    [
      'a modelled file that is none',
      [YEAR, ...STATED, '--against', written('empty.csv', '')],
      /\[meter-empty\][^]*\[meter-against\]/,
    ],
  ])('%s is bad input', async (_, args, message) => {
    const { code, stderr } = await inThisProcess('meter', ...args);
    expect(code).toBe(1);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  test('the hours written can be compared with themselves', async () => {
    expect(readFileSync(path('hourly.csv'), 'utf8')).toContain('import_kwh');
    const { code, stdout } = await inThisProcess('meter', YEAR, ...STATED, '--against', path('hourly.csv'));
    expect(code).toBe(0);
    expect(stdout).toMatch(/hourly +CV\(RMSE\) 0\.00 %.*NMBE -?0\.00 %/);
  });
});
