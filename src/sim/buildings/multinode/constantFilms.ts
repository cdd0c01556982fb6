import type { BuildingModel } from '../../../model/buildingModel/types';
import type { WeatherYear } from '../../../model/weather';
import { calendarOf } from '../../arrays/calendar';
import { type ElementSun, elementSun } from '../solar';
import { type CompiledBuilding, compileBuilding } from './compile';
import { airCapacitiesOf, driversOf } from './drivers';
import type { Films } from './films/films';
import { meanFilms } from './meanFilms';

/** Layers are cut into cells for steps of this length, README eq. 2. */
export const CELL_STEP_S = 1800;

/** A building with the films of its year: all that a network of constant coefficients needs. */
export interface ConstantFilms {
  readonly building: CompiledBuilding;
  readonly films: Films;
  /** [zone] J/K. */
  readonly airCapacityJPerK: Float64Array;
}

/**
 * Films of a model that passed its checks, for the weather's mean conditions (`meanFilms`). A larger `cellStepS` gives
 * fewer cells: 3,600 s suits hourly steps.
 */
export function constantFilms(
  model: BuildingModel,
  weather: WeatherYear,
  options: { readonly sun?: readonly ElementSun[]; readonly cellStepS?: number } = {},
): ConstantFilms {
  const building = compileBuilding(model, options.cellStepS ?? CELL_STEP_S);
  const sun = options.sun ?? elementSun(model, weather, calendarOf(3600, weather.startWeekday));
  const drivers = driversOf(building, weather, sun, 1);
  const airCapacityJPerK = airCapacitiesOf(model, drivers.indoorJPerM3K);
  return { building, films: meanFilms(building, drivers), airCapacityJPerK };
}
