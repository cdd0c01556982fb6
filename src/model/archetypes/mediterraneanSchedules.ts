import { engineering } from './quality';
import type { DaySchedule, DaySchedules } from './types';
import { USE_SCHEDULES } from './useSchedules';

/** No source at hand: the order of the day is common knowledge, the hours are assumed. */
export const MEDITERRANEAN_TAG = engineering(
  'CEA day one hour later with a long lunch at home; restaurants two hours later; shops 10 to 14 and 17 to 21',
);

const HOURS = 24;

/** The same day `hours` later: what was at 12 is at 12 + `hours`. */
function later(day: DaySchedule, hours: number): DaySchedule {
  const moved = (shares: readonly number[]): number[] =>
    shares.map((_, hour) => shares[(hour + HOURS - hours) % HOURS]!);
  return { weekday: moved(day.weekday), saturday: moved(day.saturday), sunday: moved(day.sunday) };
}

function allLater({ presence, appliances, hotWater }: DaySchedules, hours: number): DaySchedules {
  return {
    presence: later(presence, hours),
    appliances: later(appliances, hours),
    hotWater: later(hotWater, hours),
  };
}

/** At home from 13 to 16 as much as CEA has it at noon. */
function longLunch(day: DaySchedule): DaySchedule {
  const noon = (shares: readonly number[]): number[] =>
    shares.map((share, hour) => (hour >= 13 && hour < 16 ? Math.max(share, shares[13]!) : share));
  return { weekday: noon(day.weekday), saturday: noon(day.saturday), sunday: noon(day.sunday) };
}

const home = allLater(USE_SCHEDULES.residential, 1);

const SHOP_PRESENCE = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.4, 0.6, 0.6, 0.6, 0, 0, 0, 0.4, 0.6, 1, 0.6, 0, 0, 0];
/** Lit and cooled through the break at half, as shops keep displays and refrigerators on. */
const SHOP_LOAD = [
  0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 1, 1, 1, 1, 1, 0.5, 0.5, 0.5, 1, 1, 1, 1, 0.1, 0.1, 0.1,
];
const { retail } = USE_SCHEDULES;

export const MEDITERRANEAN_SCHEDULES = {
  residential: { ...home, presence: longLunch(home.presence) },
  restaurant: allLater(USE_SCHEDULES.restaurant, 2),
  retail: {
    presence: { weekday: SHOP_PRESENCE, saturday: SHOP_PRESENCE, sunday: retail.presence.sunday },
    appliances: { weekday: SHOP_LOAD, saturday: SHOP_LOAD, sunday: retail.appliances.sunday },
    hotWater: { weekday: SHOP_PRESENCE, saturday: SHOP_PRESENCE, sunday: retail.hotWater.sunday },
  },
} as const satisfies Readonly<Record<string, DaySchedules>>;
