import type { Building, BuildingUse, QualityClass } from '../../model/building';
import { DAYS_OF_MONTH } from '../../model/commonYear';
import type { EndUse } from '../../model/run';
import type { Comparison, Violation } from '../../study/comparison';
import { core, el, own, type Child, type Markup } from './markup';

export const END_USE_WORDS: Readonly<Record<EndUse, Markup>> = {
  spaceHeating: own('Space heating'),
  hotWater: own('Hot water'),
  cooling: own('Cooling'),
  appliancesAndLight: own('Appliances and light'),
  vehicleCharging: own('Charging of cars'),
  photovoltaics: own('Photovoltaics'),
  vehicleDischarging: own('Cars giving back'),
  batteryCharging: own('Charging of batteries'),
  batteryDischarging: own('Batteries giving back'),
};

const USE_NAMES: Readonly<Record<BuildingUse, string>> = {
  detached: 'Detached houses',
  terraced: 'Terraced houses',
  apartment: 'Apartment buildings',
  office: 'Offices',
  retail: 'Shops',
  school: 'Schools',
  hospital: 'Hospitals',
  hotel: 'Hotels',
  restaurant: 'Restaurants',
  warehouse: 'Warehouses',
  publicHall: 'Public halls',
};

export const useWords = (use: BuildingUse): Markup => own(USE_NAMES[use]);
/** Within a sentence. */
export const useInList = (use: BuildingUse): Markup => own(USE_NAMES[use].toLowerCase());

export const WHAT_WORDS: Readonly<Record<Violation['what'], Markup>> = {
  loading: own('Loading'),
  underVoltage: own('Voltage too low'),
  overVoltage: own('Voltage too high'),
};

const UNTRACEABLE: QualityClass = 'unknown_untraceable';

/** How sure a number is; one without a source stands out, and its class is named once, where the limits of the model are. */
export const qualityWords = (quality: QualityClass): Markup =>
  quality === UNTRACEABLE ? el('mark', {}, own('no source')) : core(quality.replaceAll('_', ' '));

/** `Ostwall 1 (ostwall-1)`; an id alone where the building has no name. */
export const buildingText = (id: string, buildings: readonly Pick<Building, 'id' | 'name'>[]): string => {
  const name = buildings.find((building) => building.id === id)?.name;
  return name === undefined || name === id ? id : `${name} (${id})`;
};

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const S_PER_DAY = 86_400;
const S_PER_HOUR = 3600;
const S_PER_MINUTE = 60;

type Calendar = Pick<Comparison, 'stepS' | 'startWeekday'>;

/** `Tue 14 Jan`, of a day of the common year counted from 0. */
export function dayText(day: number, { startWeekday }: Calendar): Markup {
  let [month, dayOfMonth] = [0, day];
  while (month < MONTHS.length - 1 && dayOfMonth >= DAYS_OF_MONTH[month]!) {
    dayOfMonth -= DAYS_OF_MONTH[month]!;
    month += 1;
  }
  return own(
    '{1} {2} {3}',
    own(WEEKDAYS[(startWeekday + day) % WEEKDAYS.length]!),
    dayOfMonth + 1,
    own(MONTHS[month]!),
  );
}

/** `Tue 14 Jan, 18:00`: beginning of the step, local standard time; a dash where there is none. */
export function stepText(step: number, calendar: Calendar): Child {
  if (Number.isNaN(step)) return '–';
  const timeS = step * calendar.stepS;
  const ofDayS = timeS % S_PER_DAY;
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const clock = `${two(ofDayS / S_PER_HOUR)}:${two((ofDayS % S_PER_HOUR) / S_PER_MINUTE)}`;
  return [dayText(Math.floor(timeS / S_PER_DAY), calendar), `, ${clock}`];
}
