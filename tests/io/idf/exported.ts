import { expect } from 'vitest';
import { writeIdf } from '../../../src/io/idf';
import type {
  BuildingModel,
  Construction,
  Element,
  Schedule,
  Zone,
} from '../../../src/model/buildingModel/types';
import type { WeatherYear } from '../../../src/model/weather';
import { cabin } from '../../model/buildingModel/cabin';
import { sineWeather } from '../../sim/buildings/town';
import { formErrors, parseIdf, type IdfObject } from './idfFile';

/** Buildings made from the cabin, and their objects. */

/** 1 January is a Wednesday. */
export const weather: WeatherYear = { ...sineWeather(), origin: 'epw', startWeekday: 2 };

export function exported(model: BuildingModel): IdfObject[] {
  const written = writeIdf(model, weather);
  if (!written.ok) throw new Error(JSON.stringify(written.issues));
  const objects = parseIdf(written.value);
  expect(formErrors(objects)).toEqual([]);
  return objects;
}

export const codes = (model: BuildingModel, given?: WeatherYear): string[] =>
  writeIdf(model, given).issues.map(({ code, where = '' }) => `${code} ${where}`);

export function room(zone: Partial<Zone>, schedules: readonly Schedule[] = []): BuildingModel {
  return {
    ...cabin,
    airExchanges: [],
    schedules,
    zones: [{ id: 'room', volumeM3: 120, floorAreaM2: 48, ...zone }],
    elements: cabin.elements.filter(({ id }) => id !== 'partition'),
  };
}

export function withElement(
  changes: Partial<Element>,
  constructions: readonly Construction[] = [],
): BuildingModel {
  const [first, ...others] = cabin.elements;
  return {
    ...cabin,
    constructions: [...cabin.constructions, ...constructions],
    elements: [{ ...first!, ...changes }, ...others],
  };
}
