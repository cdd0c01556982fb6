import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { writeDistrict } from '../../src/io';
import { archetypeOf } from '../../src/model/archetypes';
import type { Building, SourcedValue } from '../../src/model/building';
import type { District } from '../../src/model/district';
import type { BaseEdit } from '../../src/model/scenario';
import { buildingModelOf } from '../../src/sim/buildings/modelOf';
import { simulateBuildingModel } from '../../src/sim/buildings/multinode';
import { shapesOf } from '../../src/sim/buildings/shape';
import { weatherOfDistrict } from '../../src/synthesis/weatherOfDistrict';
import { smallTown } from '../engine/smallTown';
import { meterFile } from '../io/meterData/meterFiles';
import { valueIn } from '../study/calibration/zoneModelRoom';
import { csvOf, inThisProcess, workplace } from './command';

/**
 * The loop from a meter to the run of a district. The cheapest wrong programs: the file that is written is not what simulate
 * takes, or takes without effect; the district's boiler is forgotten; earlier corrections are lost.
 */
const { path, remove } = workplace();
afterAll(remove);

const small = smallTown(8);
const row = 3;
const building: Building = {
  ...small.buildings[row]!,
  use: 'detached',
  heating: 'gasBoiler',
  cooling: 'none',
  households: 1,
  envelope: 'usualRefurbishment',
};
const town: District = {
  ...small,
  buildings: small.buildings.map((other, at) => (at === row ? building : other)),
};
const weather = valueIn(weatherOfDistrict(town));
const own = (value: number): SourcedValue => ({ value, source: 'truth', quality: 'accurate_measurement' });
const leaky: Building = {
  ...building,
  overrides: { infiltrationPerH: own(2.5 * archetypeOf(building, town.archetypeRegion).infiltrationPerH) },
};

function written(name: string, text: string): string {
  writeFileSync(path(name), text);
  return path(name);
}
const DISTRICT = written('town.json', writeDistrict(town));
const TRUTH = written(
  'truth.json',
  writeDistrict({ ...town, buildings: town.buildings.map((other) => (other === building ? leaky : other)) }),
);
const QUICK = { films: 'constant', stepsPerHour: 1 } as const;
const heatW = valueIn(
  simulateBuildingModel(
    buildingModelOf(leaky, shapesOf(town.buildings)[row]!, { region: town.archetypeRegion, weather }),
    weather,
    QUICK,
  ),
).zones[0]!.heatingW;
/** Gas behind the district's boiler of 0.92. */
const METER = written(
  'gas.csv',
  meterFile(
    Array.from(heatW, (w) => w / 0.92 / 1000),
    { heading: 'import kWh', startMs: Date.UTC(2022, 11, 31, 23), stepS: 3600, spelling: 'utc' },
  ),
);
const calibrate = (...more: string[]) =>
  inThisProcess(
    ...['calibrate', DISTRICT, '--building', building.id, '--meter', METER, '--zone', '+01:00'],
    ...['--quantity', 'interval-energy', '--steps-per-hour', '1', ...more],
  );

describe('gridtwin calibrate with a district’s building', () => {
  test(
    'finds the hidden leakage behind the district’s boiler; simulate --edits then has the heat of the truth',
    { timeout: 240_000 },
    async () => {
      const before: BaseEdit[] = [
        { buildingId: building.id, field: 'constructionYear', value: building.constructionYear },
        { buildingId: building.id, field: 'infiltrationPerH', value: { ...own(0.25), source: 'guess' } },
      ];
      const earlier = written('earlier.json', JSON.stringify(before));
      const out = path('edits.json');
      const { code, stdout, stderr } = await calibrate(
        ...[
          '--parameters',
          'infiltrationFactor',
          '--bounds',
          'infiltrationFactor=0.5:5',
          '--edits',
          earlier,
          '--out',
          out,
        ],
      );
      expect(code, stderr).toBe(0);
      expect(stderr).toContain('[calibration-weather-year]');
      expect(stdout).toContain('systemEfficiency 0.92, fixed');
      expect(stdout).toMatch(/infiltrationFactor +1 +[\d.]+ +0\.5 to 5 +moved +between bounds +identified/);
      expect(stdout).toMatch(/hourly +CV\(RMSE\) +[\d.]+ % +0\.\d+ %/);
      expect(stdout).toMatch(
        /Corrections of \S+\n +infiltrationPerH +[\d.]+ +estimation_assumptions +calibrated against gas\.csv/,
      );
      expect(stdout).toContain(
        "behind 1 that were there; simulate takes them with --edits. Not in it, as they are the meter's",
      );
      const edits = JSON.parse(readFileSync(out, 'utf8')) as BaseEdit[];
      expect(edits.map(({ field }) => field)).toEqual(['constructionYear', 'infiltrationPerH']);
      const found = edits[1]!.value as SourcedValue;
      expect(found.value / leaky.overrides!.infiltrationPerH!.value).toBeCloseTo(1, 2);

      const heatOf = async (district: string, name: string, ...more: string[]): Promise<number> => {
        const ended = await inThisProcess('simulate', district, '--out', path(name), ...more);
        expect(ended.code, ended.stderr).toBe(0);
        const { columns, rows } = csvOf(path(`${name}/buildings.csv`));
        const line = rows.find(([id]) => id === building.id)!;
        return Number(line[columns.indexOf('heat_need_kwh')]);
      };
      const truth = await heatOf(TRUTH, 'truth');
      expect((await heatOf(DISTRICT, 'plain')) / truth).toBeLessThan(0.9);
      expect((await heatOf(DISTRICT, 'edited', '--edits', out)) / truth).toBeCloseTo(1, 2);
    },
  );

  test.each<[string, string[], RegExp]>([
    ['an unknown building', ['--building', 'nobody'], /\[building-unknown\]/],
    ['gains of a home', ['--parameters', 'internalGainFactor'], /\[calibration-not-held\]/],
    ['a meter of cooling where nothing cools', ['--use', 'cooling'], /\[calibration-no-plant\]/],
    [
      'corrections that cannot be applied',
      ['--edits', written('wrong.json', '[{ "buildingId": "nobody", "field": "use", "value": "office" }]')],
      /\[base-edit-refused\]/,
    ],
    [
      'bills',
      ['--meter', written('bills.csv', 'month,import kWh\n2023-01,900\n2023-02,800\n')],
      /Bills have no hours.*\[meter-no-hours\]/,
    ],
  ])('%s: bad input, nothing written', async (_, more, message) => {
    const out = path('never.json');
    const { code, stderr } = await calibrate(...more, '--out', out);
    expect(code, stderr).toBe(1);
    expect(stderr).toMatch(message);
    expect(existsSync(out)).toBe(false);
  });
});
