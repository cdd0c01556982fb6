import { readBuildingFile } from '../io/buildingFile';
import { readEpw } from '../io/epw';
import type { BuildingModel } from '../model/buildingModel';
import type { WeatherYear } from '../model/weather';
import { buildingModelOf } from '../sim/buildings/modelOf';
import { shapesOf } from '../sim/buildings/shape';
import { required, usageFailure } from './exit';
import { fileName, readTexts } from './files';
import { loadDistrict } from './runInput';

/** A building model and, where one is given or belongs to its district, the weather. */
export interface DescribedBuilding {
  readonly model: BuildingModel;
  readonly weather: WeatherYear | undefined;
}

/** A building from its own file, or with an id out of a district, where its archetype describes it. */
export function loadBuilding(
  path: string,
  id: string | undefined,
  weatherPath: string | undefined,
): DescribedBuilding {
  return id === undefined ? described(path, weatherPath) : builtUp(path, id, weatherPath);
}

function described(path: string, weatherPath: string | undefined): DescribedBuilding {
  const [modelText, weatherText] = readTexts(weatherPath === undefined ? [path] : [path, weatherPath]);
  return {
    model: required(readBuildingFile(modelText!, fileName(path))),
    weather: weatherPath === undefined ? undefined : required(readEpw(weatherText!, fileName(weatherPath))),
  };
}

function builtUp(path: string, id: string, weatherPath: string | undefined): DescribedBuilding {
  const { district, weather } = loadDistrict(path, weatherPath);
  const { archetypeRegion: region, buildings } = district;
  const row = buildings.findIndex((building) => building.id === id);
  if (row < 0) {
    const first = buildings.slice(0, 5).map((building) => building.id);
    throw usageFailure(
      `There is no building ${id} in ${fileName(path)}.`,
      `It has ${buildings.length} buildings, the first ones: ${first.join(', ')}.`,
    );
  }
  const model = buildingModelOf(buildings[row]!, shapesOf(buildings)[row]!, { region, weather });
  return { model, weather };
}
