import { parseArgs } from 'node:util';
import { buildingFileSchema, readBuildingFile } from '../../io/buildingFile';
import { readEpw } from '../../io/epw';
import { simulateBuildingModel } from '../../sim/buildings/multinode';
import { buildingText, hourlyCsv, summaryJson } from '../buildingResults';
import { EXIT, required, usageFailure } from '../exit';
import { fileName, readTexts } from '../files';
import { writeResults } from '../resultFiles';

export const BUILDING_USAGE =
  'building FILE.json --weather FILE.epw [--out hourly.csv] [--summary summary.json] [--films reference|constant] | building --schema';

/** A year of one building described in a file: annual and peak heating and cooling, temperatures. */
export function building(args: readonly string[]): number {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      weather: { type: 'string' },
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
  if (path === undefined || positionals.length > 1 || values.weather === undefined) {
    throw usageFailure('building takes one building file and its weather.', BUILDING_USAGE);
  }
  const films = filmsOf(values.films);
  const [modelText, weatherText] = readTexts([path, values.weather]);
  const model = required(readBuildingFile(modelText!, fileName(path)));
  const weather = required(readEpw(weatherText!, fileName(values.weather)));
  const year = required(simulateBuildingModel(model, weather, { films }), EXIT.calculationFailed);
  process.stdout.write(buildingText(model, weather, year));
  writeResults([
    { path: values.out, content: () => hourlyCsv(year) },
    { path: values.summary, content: () => summaryJson(model, weather, year) },
  ]);
  return EXIT.done;
}

function filmsOf(text: string | undefined): 'reference' | 'constant' {
  if (text === undefined || text === 'reference') return 'reference';
  if (text === 'constant') return text;
  throw usageFailure(`--films takes reference or constant, not ${text}.`, BUILDING_USAGE);
}
