import type { WeatherYear } from '../../model/weather';
import type { Calendar } from '../arrays/calendar';
import type { Climate } from './climate';
import type { ModalYear } from './modal';
import { tablePlaces } from './useTables';

const cache = new WeakMap<Climate, Map<number, ModalYear>>();

/**
 * Time and weather as the modal zones see them; `tableAt` are the places of all use tables. One object for all buildings of
 * a climate, kept with it: a march knows by it that the next building's stretch is the one before's.
 */
export function modalYearOf(weather: WeatherYear, calendar: Calendar, climate: Climate): ModalYear {
  const kept = cache.get(climate) ?? new Map<number, ModalYear>();
  cache.set(climate, kept);
  const { stepS, stepCount, startWeekday } = calendar;
  const year = kept.get(startWeekday) ?? {
    stepS,
    stepCount,
    tableAt: tablePlaces(weather, calendar),
    outdoorDegC: climate.tempDegC,
    skyDegC: climate.skyDegC,
    // Each building brings its own sun.
    roofWPerM2: [],
    wallWPerM2: [],
    transmittedWPerM2: [],
    paneWPerM2: [],
  };
  kept.set(startWeekday, year);
  return year;
}
