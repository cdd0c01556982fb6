import { parseArgs } from 'node:util';
import { readBuildingFile } from '../../io/buildingFile';
import { readEpw } from '../../io/epw';
import { ENERGYPLUS_VERSION, writeIdf } from '../../io/idf';
import type { BuildingModel } from '../../model/buildingModel';
import type { WeatherYear } from '../../model/weather';
import { buildingModelOf } from '../../sim/buildings/modelOf';
import { shapesOf } from '../../sim/buildings/shape';
import { EXIT, required, usageFailure } from '../exit';
import { fileName, readTexts, writeFile } from '../files';
import { loadDistrict } from '../runInput';

export const EXPORT_IDF_USAGE =
  'export-idf FILE.json [--weather FILE.epw] --out model.idf | export-idf district.json --building ID [--weather FILE.epw] --out model.idf';

interface Described {
  readonly model: BuildingModel;
  readonly weather: WeatherYear | undefined;
}

/** One building, from its own file or out of a district, as an EnergyPlus input file. */
export function exportIdf(args: readonly string[]): number {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { weather: { type: 'string' }, building: { type: 'string' }, out: { type: 'string' } },
  });
  const [path] = positionals;
  if (path === undefined || positionals.length > 1 || values.out === undefined) {
    throw usageFailure('export-idf takes one file and the file to write.', EXPORT_IDF_USAGE);
  }
  const { model, weather } =
    values.building === undefined
      ? described(path, values.weather)
      : builtUp(path, values.building, values.weather);
  const text = required(writeIdf(model, weather));
  writeFile(values.out, text);
  process.stdout.write(
    `${values.out}: ${model.name}, ${model.zones.length} zones, ${model.elements.length} elements, EnergyPlus ${ENERGYPLUS_VERSION}\n`,
  );
  return EXIT.done;
}

function described(path: string, weatherPath: string | undefined): Described {
  const [modelText, weatherText] = readTexts(weatherPath === undefined ? [path] : [path, weatherPath]);
  return {
    model: required(readBuildingFile(modelText!, fileName(path))),
    weather: weatherPath === undefined ? undefined : required(readEpw(weatherText!, fileName(weatherPath))),
  };
}

function builtUp(path: string, id: string, weatherPath: string | undefined): Described {
  const { district, weather } = loadDistrict(path, weatherPath);
  const row = district.buildings.findIndex((building) => building.id === id);
  if (row < 0) {
    throw usageFailure(
      `There is no building ${id} in ${fileName(path)}.`,
      `It has ${district.buildings.length} buildings, the first ones: ${district.buildings
        .slice(0, 5)
        .map((building) => building.id)
        .join(', ')}.`,
    );
  }
  const region = district.archetypeRegion;
  const shape = shapesOf(district.buildings)[row]!;
  return { model: buildingModelOf(district.buildings[row]!, shape, { region, weather }), weather };
}
