import type { DailyHours, QualityClass } from '../building';

/**
 * A price per unit without value-added tax, by who receives it: the supplier of the energy, the operator of the grid, the
 * state. Units stand in the name of what holds it; money in the tariff's currency.
 */
export interface Price {
  readonly supplier: number;
  readonly grid: number;
  readonly levies: number;
}
export const PRICE_SHARES = ['supplier', 'grid', 'levies'] as const satisfies readonly (keyof Price)[];
export type PriceShare = (typeof PRICE_SHARES)[number];

/** Kinds of day; public holidays count as Sundays. */
export const TARIFF_DAYS = ['weekday', 'saturday', 'sunday'] as const;
export type TariffDay = (typeof TARIFF_DAYS)[number];

/**
 * Hours with one price. Months, days and hours that are left out are all of them. Every quarter-hour of every month and
 * kind of day belongs to exactly one block.
 */
export interface EnergyBlock {
  readonly id: string;
  readonly name?: string;
  /** 1 to 12. */
  readonly months?: readonly number[];
  readonly days?: readonly TariffDay[];
  /** Whole quarter-hours, 0 to 24. */
  readonly hours?: DailyHours;
  /** One price a tier, the lowest first. */
  readonly perKWh: readonly Price[];
}

export interface BlockEnergy {
  readonly kind: 'blocks';
  /**
   * Upper limits of all tiers but the last, of what one meter takes in a calendar month, whatever the block. Energy is
   * counted in the order of time, so a step that crosses a limit pays both prices.
   */
  readonly tierLimitsKWhPerMonth: readonly number[];
  readonly blocks: readonly EnergyBlock[];
}

/** A price for every hour of the common year: the market's, held within two bounds, and what is added to it. */
export interface DynamicEnergy {
  readonly kind: 'dynamic';
  /** 8,760 values from 1 January 00:00 local standard time; may be negative. The supplier's. */
  readonly marketPerKWh: readonly number[];
  readonly leastPerKWh: number;
  readonly mostPerKWh: number;
  readonly addedPerKWh: Price;
}

/** A day that is announced, of any year without 29 February. */
export interface CriticalDay {
  readonly name: string;
  readonly month: number;
  readonly day: number;
}

/** On these days and hours this price takes the place of any other, in every tier. */
export interface CriticalPeak {
  readonly days: readonly CriticalDay[];
  readonly hours: DailyHours;
  readonly perKWh: Price;
}

/** On the largest mean power of a step in each calendar month. */
export interface PeakPrice {
  readonly perKWMonth: Price;
  /** Billed at least, per meter. */
  readonly leastKW: number;
  /** Steps that begin in these hours count; all where absent. */
  readonly hours?: DailyHours;
}

/** What a customer pays for electricity, in four parts: connection, contracted power, energy, monthly peak. */
export interface Tariff {
  readonly schema: 'gridtwin-tariff/1';
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Whose grid it holds for; empty where it is nobody's. */
  readonly operator: string;
  /** ISO 4217, of two decimals. */
  readonly currency: string;
  /** Of the prices. */
  readonly year: number;
  readonly source: string;
  readonly quality: QualityClass;
  /** For vulnerable households alone. */
  readonly social: boolean;
  /** Of everything but feed-in. */
  readonly vatShare: number;
  /** Per meter. */
  readonly connectionPerYear: Price;
  readonly contractedPerKWYear: Price;
  readonly energy: BlockEnergy | DynamicEnergy;
  readonly criticalPeak?: CriticalPeak;
  readonly peak?: PeakPrice;
  /** The supplier pays it, without tax. */
  readonly feedInPerKWh: number;
}
