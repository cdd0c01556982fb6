import { parseArgs } from 'node:util';
import { readableJson } from '../../io';
import { buildingFileSchema } from '../../io/buildingFile';
import { simulateBuildingModel } from '../../sim/buildings/multinode';
import { loadBuilding } from '../buildingInput';
import { buildingText, hourlyCsv, summaryJson } from '../buildingResults';
import { EXIT, required, usageFailure } from '../exit';
import { writeResults } from '../resultFiles';

export const BUILDING_USAGE =
  'building FILE.json --weather FILE.epw [--out hourly.csv] [--summary summary.json] [--films reference|constant] | building district.json --building ID [--weather FILE.epw] [--model FILE.json] [...] | building --schema';

/**
 * A year of one building, described in a file or out of a district: annual and peak heating and cooling, temperatures.
 * `--model` writes the building file, so that a district's building can be looked at and changed.
 */
export function building(args: readonly string[]): number {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      weather: { type: 'string' },
      building: { type: 'string' },
      model: { type: 'string' },
      out: { type: 'string' },
      summary: { type: 'string' },
      films: { type: 'string' },
      schema: { type: 'boolean', default: false },
    },
  });
  if (values.schema) {
    process.stdout.write(buildingFileSchema());
    return EXIT.done;
  }
  const [path] = positionals;
  if (path === undefined || positionals.length > 1) {
    throw usageFailure('building takes one building file or district.', BUILDING_USAGE);
  }
  const films = filmsOf(values.films);
  const { model, weather } = loadBuilding(path, values.building, values.weather);
  if (weather === undefined) throw usageFailure('A building file needs --weather.', BUILDING_USAGE);
  const year = required(simulateBuildingModel(model, weather, { films }), EXIT.calculationFailed);
  process.stdout.write(buildingText(model, weather, year));
  writeResults([
    { path: values.out, content: () => hourlyCsv(year) },
    { path: values.summary, content: () => summaryJson(model, weather, year) },
    { path: values.model, content: () => `${readableJson(model)}\n` },
  ]);
  return EXIT.done;
}

function filmsOf(text: string | undefined): 'reference' | 'constant' {
  if (text === undefined || text === 'reference') return 'reference';
  if (text === 'constant') return text;
  throw usageFailure(`--films takes reference or constant, not ${text}.`, BUILDING_USAGE);
}
