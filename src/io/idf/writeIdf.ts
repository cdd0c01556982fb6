import { buildingModelIssues } from '../../model/buildingModel/issues';
import type { BuildingModel } from '../../model/buildingModel/types';
import { fail, settle, type Outcome } from '../../model/outcome';
import type { WeatherYear } from '../../model/weather';
import { airHeatCapacityJPerM3K, mean } from '../../sim/buildings/multinode/air';
import { ConstructionBook } from './constructions';
import { IdfDocument } from './document';
import { writePlants } from './plants';
import { ScheduleBook } from './schedules';
import { ENERGYPLUS_VERSION, writeOutputs, writeSimulation, writeSite } from './simulation';
import { writeSurfaces } from './surfaces';
import { writeZones } from './zones';

const STANDARD_PRESSURE_PA = 101325;
const REFERENCE_DEG_C = 20;

/**
 * A building as an EnergyPlus input file, with everything that it cannot say as issues. Weather gives the place, the weekday of
 * 1 January and the ground where the model leaves it open; the run itself needs the EPW file. README.md.
 */
export function writeIdf(model: BuildingModel, weather?: WeatherYear): Outcome<string> {
  const found = buildingModelIssues(model, model.name);
  if (found.some(({ severity }) => severity === 'error')) return fail(found);
  const document = new IdfDocument(model.name);
  if (!weather) {
    document.report('note', 'idf-no-weather', 'site', {
      message: 'Without weather the year begins on a Monday and the place is that of the EPW file.',
      remedy: 'Give the weather file that the run will use.',
    });
  }
  if (weather?.origin === 'synthetic') {
    document.report('note', 'idf-synthetic-weather', 'site', {
      message: 'The weather of this building is made up; no EPW file holds it.',
      remedy: 'Compare on a real year: give its EPW file to both programs.',
      value: weather.name,
    });
  }
  const startWeekday = weather?.startWeekday ?? 0;
  const pressurePa = weather ? mean(weather.pressurePa) : STANDARD_PRESSURE_PA;
  writeSimulation(document, model, startWeekday);
  writeSite(document, model, weather);
  const writing = {
    document,
    model,
    schedules: new ScheduleBook(document, model, startWeekday),
    constructions: new ConstructionBook(document),
    annualMeanDegC: weather ? mean(weather.tempDegC) : NaN,
  };
  writeZones(writing, airHeatCapacityJPerM3K(pressurePa, REFERENCE_DEG_C, 0));
  writeSurfaces(writing);
  writePlants(writing);
  writeOutputs(document);
  const text = document.text([
    `${model.name}: EnergyPlus ${ENERGYPLUS_VERSION} input, written by Gridtwin.`,
    ...(weather ? [`Weather: ${weather.name}`] : []),
  ]);
  return settle(text, [...found, ...document.issues]);
}
