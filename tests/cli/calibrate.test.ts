import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { epwYears, weatherHours } from '../../src/cli/weatherHours';
import { readBuildingFile } from '../../src/io/buildingFile';
import { readEpw } from '../../src/io/epw';
import { fixedClock, zoneClock } from '../../src/io/meterData';
import type { WeatherYear } from '../../src/model/weather';
import { simulateBuildingModel } from '../../src/sim/buildings/multinode';
import { CLIMATES, synthesiseWeather } from '../../src/synthesis/weather';
import { HEADER, sampleLines } from '../io/epwSample';
import { meterFile } from '../io/meterData/meterFiles';
import { roomWith, valueIn } from '../study/calibration/zoneModelRoom';
import { inThisProcess, jsonOf, workplace } from './command';

const { path, remove } = workplace();
afterAll(remove);

const ROOM = join(import.meta.dirname, '../validation/bestest/cases/600.json');

function written(name: string, text: string): string {
  writeFileSync(path(name), text);
  return path(name);
}

/** A weather year as EPW text; `yearOf` gives the year of a month's rows. */
function epwText(weather: WeatherYear, yearOf: (month: number) => number): string {
  const header = [
    `LOCATION,Testtown,-,XYZ,made,0,${weather.latitudeDeg},${weather.longitudeDeg},${weather.utcOffsetMin / 60},${weather.elevationM}`,
    ...HEADER.slice(1),
  ];
  const rows = sampleLines()
    .slice(HEADER.length)
    .map((line, hour) => {
      const cells = line.split(',');
      cells[0] = String(yearOf(Number(cells[1])));
      const put = (column: number, values: Float64Array): unknown =>
        (cells[column] = values[hour]!.toFixed(2));
      put(6, weather.tempDegC);
      put(7, weather.dewPointDegC);
      put(8, weather.relativeHumidityPercent);
      put(9, weather.pressurePa);
      put(12, weather.skyInfraredWPerM2);
      put(13, weather.ghiWPerM2);
      put(14, weather.dniWPerM2);
      put(15, weather.dhiWPerM2);
      put(21, weather.windSpeedMPerS);
      return cells.join(',');
    });
  return `${[...header, ...rows].join('\n')}\n`;
}

const made = synthesiseWeather(CLIMATES.centralEurope, 8);
const OF_2023 = written(
  '2023.epw',
  epwText(made, () => 2023),
);
const TYPICAL = written(
  'typical.epw',
  epwText(made, (month) => (month < 7 ? 1998 : 2004)),
);
/** 1 January 2023, 00:00 in the weather's standard time. */
const START_MS = Date.UTC(2022, 11, 31, 23);

/** Gas of the room at 0.8 air changes and an efficiency of 0.9, in kWh an hour by the local clock. */
const hiddenHeatW = valueIn(
  simulateBuildingModel(
    roomWith({ airChangesPerH: 0.8 }),
    valueIn(readEpw(readFileSync(OF_2023, 'utf8'), '2023.epw')),
    { stepsPerHour: 1 },
  ),
).zones[0]!.heatingW;
const METER = written(
  'gas.csv',
  meterFile(
    Array.from(hiddenHeatW, (w) => w / 0.9 / 1000),
    { heading: 'gas', startMs: START_MS, stepS: 3600 },
  ),
);
const STATED = ['--unit', 'kWh', '--interval', '1h', '--zone', 'Europe/Berlin', '--direction', 'import'];
const QUICK = ['--films', 'reference', '--steps-per-hour', '1'];
const calibrate = (weather: string, ...more: string[]) =>
  inThisProcess('calibrate', ROOM, '--weather', weather, '--meter', METER, ...STATED, ...QUICK, ...more);

describe('gridtwin calibrate', () => {
  test('finds the hidden infiltration behind the boiler, tells before and after, and writes the building', async () => {
    const out = path('calibrated.json');
    const { code, stdout, stderr } = await calibrate(
      OF_2023,
      ...['--efficiency', '0.9', '--parameters', 'infiltrationFactor', '--out', out],
    );
    expect(code, stderr).toBe(0);
    expect(stderr).not.toContain('warning');
    expect(stderr).toContain('[calibration-weekday]');
    expect(stdout).toMatch(/unit +kWh +confirmed/);
    expect(stdout).toContain('of 2023 like the meter');
    expect(stdout).toContain('Modelled heating against metered import (gas): 8760 of 8760 h have both');
    const figures =
      /hourly +CV\(RMSE\) +([\d.]+) % +([\d.]+) % +30 %\n +NMBE +([-\d.]+) % +([-\d.]+) % +±10 %/.exec(
        stdout,
      );
    const [before, after, biasBefore, biasAfter] = figures!.slice(1).map(Number) as [
      number,
      number,
      number,
      number,
    ];
    expect(before).toBeGreaterThan(10);
    expect(after).toBeLessThan(0.5);
    // Metered - modelled: the room as described loses less than the hidden one.
    expect(biasBefore).toBeGreaterThan(10);
    expect(Math.abs(biasAfter)).toBeLessThan(0.1);
    expect(stdout).toMatch(/monthly +CV\(RMSE\) +[\d.]+ % +[\d.]+ % +15 %/);
    expect(stdout).toContain('negative means that the model predicts too much');
    expect(stdout).toMatch(
      /infiltrationFactor +1 +1\.6 +0\.2 to 3 +moved +between bounds +identified, standard error/,
    );
    expect(stdout).toContain('systemEfficiency 0.9, fixed');
    expect(stdout).toMatch(/after \d+ runs \(reference films, 1 steps an hour\)/);
    expect(stdout).toContain("as they are the meter's: systemEfficiency 0.9");
    const model = valueIn(readBuildingFile(readFileSync(out, 'utf8'), 'calibrated.json'));
    expect(model.zones[0]!.infiltration!.airChangesPerH).toBeCloseTo(0.8, 2);
    expect({ ...model, zones: [] }).toEqual({ ...(jsonOf(ROOM) as object), zones: [] });
  });

  test('warns by name that a typical year is not the year of the meter; a bound that holds is told', async () => {
    const { code, stdout, stderr } = await calibrate(
      TYPICAL,
      ...['--parameters', 'baseLoadW', '--bounds', 'baseLoadW=0:30', '--start', 'systemEfficiency=0.9'],
    );
    expect(code, stderr).toBe(0);
    expect(stderr).toMatch(
      /^warning: .*readings of 2023.*\(value 1998, 2004\).*\[calibration-weather-year\]/m,
    );
    expect(stdout).toContain('hours matched by month, day and hour');
    expect(stdout).toMatch(/baseLoadW +0 W +30 W +0 to 30 +moved +on its upper bound/);
  });

  test('lists what is wrong in all files, and writes nothing', async () => {
    const out = path('never.json');
    const building = written(
      'broken.json',
      JSON.stringify({ ...(jsonOf(ROOM) as object), zones: [], glazings: 7 }),
    );
    const weather = written('broken.epw', 'LOCATION,Nowhere\n');
    const { code, stderr } = await inThisProcess(
      ...['calibrate', building, '--weather', weather, '--meter', METER, '--out', out],
    );
    expect(code).toBe(1);
    for (const word of ['broken.json', 'glazings', 'broken.epw', '[epw-header]', '[meter-ambiguous-unit]'])
      expect(stderr).toContain(word);
    expect(existsSync(out)).toBe(false);
  });

  test.each<[string, string[], RegExp]>([
    [
      'unknown and unsuitable names',
      ['--parameters', 'wallpaper,coolingEfficiency'],
      /wallpaper.*\n.*coolingEfficiency/,
    ],
    [
      'a bound that is none',
      ['--bounds', 'infiltrationFactor=2,baseLoadW=a:3'],
      /NAME=LOWER:UPPER.*\n.*NAME=LOWER:UPPER/,
    ],
    ['a start that is none', ['--start', 'baseLoadW='], /NAME=VALUE/],
    [
      'an efficiency twice',
      ['--efficiency', '0.9', '--start', 'systemEfficiency=1'],
      /systemEfficiency once/,
    ],
    ['an efficiency of zero', ['--efficiency', '0'], /\[calibration-limits\]/],
    ['a use that is none', ['--use', 'gas'], /heating, cooling, electricity/],
    [
      'electricity without efficiencies',
      ['--use', 'electricity'],
      /systemEfficiency.*\n.*coolingEfficiency.*\[calibration-efficiency-missing\]/,
    ],
    ['no parameter', ['--parameters', ','], /\[calibration-no-parameter\]/],
    ['films that are none', ['--films', 'best'], /constant, reference/],
  ])('%s is bad input', async (_, more, message) => {
    const out = path('refused.json');
    // The later of two options counts.
    const { code, stderr } = await calibrate(OF_2023, ...more, '--out', out);
    expect(code).toBe(1);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(existsSync(out)).toBe(false);
  });

  test.each<[string, string[]]>([
    ['nothing', []],
    ['a building alone', [ROOM]],
    ['no meter', [ROOM, '--weather', OF_2023]],
    ['two buildings', [ROOM, 'b.json', '--weather', OF_2023, '--meter', METER]],
  ])('%s is not enough, or too much', async (_, args) => {
    const { code, stderr } = await inThisProcess('calibrate', ...args);
    expect([code, stderr]).toEqual([1, expect.stringContaining('[command-line]')]);
  });
});

describe('metered hours in a weather year', () => {
  const of = (year: number) => new Map([[year, 8760]]);
  const hoursFrom = (startMs: number, hours: number) => ({
    startS: startMs / 1000,
    pW: new Float64Array(hours).fill(100),
  });
  const berlin = zoneClock('Europe/Berlin')!;

  test('the years of a file are counted by rows', () => {
    expect([...epwYears(readFileSync(OF_2023, 'utf8'))]).toEqual([[2023, 8760]]);
    expect([...epwYears(readFileSync(TYPICAL, 'utf8')).keys()]).toEqual([1998, 2004]);
  });

  test('equal instants, whatever the clock of the meter', () => {
    const metered = hoursFrom(Date.UTC(2023, 6, 1), 3);
    const placed = weatherHours(metered, fixedClock(0), made, of(2023))!;
    // 1 July 00:00 UTC is 01:00 in the weather's standard time: 181 days and an hour.
    expect([...placed.rowOfHour]).toEqual([4345, 4346, 4347]);
    expect([placed.year, placed.weather.startWeekday]).toEqual([2023, 6]);
  });

  test('a leap day has no row, and the rows after it follow the calendar; all without weather are counted', () => {
    const metered = hoursFrom(Date.UTC(2023, 11, 31, 22), 8784 + 2);
    const { rowOfHour, issues } = weatherHours(metered, berlin, made, of(2024))!;
    expect([rowOfHour[0], rowOfHour[1], rowOfHour[8784], rowOfHour[8785]]).toEqual([NaN, 0, 8759, NaN]);
    expect([...rowOfHour.slice(59 * 24, 60 * 24 + 2)]).toEqual([
      1415,
      ...new Array<number>(24).fill(NaN),
      1416,
    ]);
    expect(issues.map(({ code, severity }) => [code, severity])).toEqual([
      ['calibration-hours-outside', 'note'],
      ['calibration-leap-year', 'note'],
    ]);
    expect(issues[0]!.message).toContain('26 metered hours');
  });

  test('another year is matched by the calendar of standard time, with a warning', () => {
    // 1 July 2024, 02:00 in Berlin's summer: 01:00 in standard time.
    const placed = weatherHours(hoursFrom(Date.UTC(2024, 6, 1), 2), berlin, made, of(2023))!;
    expect([...placed.rowOfHour]).toEqual([4345, 4346]);
    expect(placed.year).toBeNull();
    expect(placed.issues).toMatchObject([
      { code: 'calibration-weather-year', severity: 'warning', value: '2023' },
    ]);
  });

  test('hours that begin at another minute have no rows', () => {
    expect(
      weatherHours(hoursFrom(Date.UTC(2023, 6, 1, 0, 30), 3), fixedClock(1800), made, of(2023)),
    ).toBeNull();
  });
});
