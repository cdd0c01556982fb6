import type { DailyHours } from './building';

/** How an enrolled household answers to prices; equations in src/sim/devices/priceResponse.ts. */
export interface PriceResponse {
  /** sigma >= 0: the ratio of energies of two hours falls by sigma % where that of their prices rises by 1 %. */
  readonly substitutionElasticity: number;
  /** eta <= 0, of the day's energy to the day's price against the usual tariff's; 0 keeps the energy. */
  readonly ownPriceElasticity: number;
  /** Share of the load that responds, 0 to 1. */
  readonly flexibleShare: number;
}

/** Shipped tariffs (src/model/tariff) whose prices tell hours apart, by id. */
export const RESPONSIVE_TARIFFS = ['twoPrice', 'timeOfUse', 'criticalPeak', 'dynamic'] as const;
export type ResponsiveTariff = (typeof RESPONSIVE_TARIFFS)[number];

/** Households of a building that buy under another tariff than the usual one. */
export interface TariffEnrolment {
  readonly tariffId: ResponsiveTariff;
  /** Numbers of the households, 0 to households - 1, ascending. */
  readonly households: readonly number[];
  readonly response: PriceResponse;
}

/** Households that let somebody switch off what they use in certain hours; it is made up for afterwards. */
export interface LoadControl {
  readonly households: readonly number[];
  /** Hours of an event; on working days, or on critical days alone. */
  readonly hours: DailyHours;
  readonly days: 'weekdays' | 'criticalDays';
  /** Share of the load of appliances that is cut in an event. */
  readonly cutShare: number;
  /** Of the energy that is cut, what is used in the hours after; 1 keeps the energy of the day. */
  readonly reboundShare: number;
  readonly reboundH: number;
}

/** Households that look at what their meter shows and use less of everything that is switched by hand. */
export interface ConsumptionFeedback {
  readonly households: readonly number[];
  readonly savedShare: number;
}

/** What looking for electricity that is taken past the meter does in a building. */
export interface MeterAudit {
  /** Of what nobody was billed for, what is billed from then on. */
  readonly recoveredShare: number;
  /** By how much its households use less electricity at every moment, standby, fridges and light included, now that they pay for it. */
  readonly savedShare: number;
}

const HOURS_PER_DAY = 24;

/** Why hours cannot be those of an event, in a sentence; null where they can. A day stands by itself: what is cut comes back on it. */
export function eventFault({ hours, reboundH }: Pick<LoadControl, 'hours' | 'reboundH'>): string | null {
  const { fromHour, toHour } = hours;
  if (fromHour > toHour) return 'Its event would pass midnight; an event lies within a day.';
  if (toHour - fromHour < 1) return 'Its event would have no hour: it lasts one at least.';
  if (toHour + reboundH > HOURS_PER_DAY)
    return 'What its event cuts would come back after midnight: event and hours after it lie within a day.';
  return null;
}
