import type { Issue } from '../../model/outcome';
import type { MeterDetection } from './detection';
import type { ZoneClock } from './zone';

/** What flows one way (or the balance of both) as mean power on the series' grid. */
export interface MeterChannel {
  /** import and export are non-negative; net counts import from the grid positive. */
  readonly direction: 'import' | 'export' | 'net';
  /** Heading or reading type it was read from. */
  readonly name: string;
  /** Mean power of each grid interval in W; NaN where there is no reading to be trusted. */
  readonly pW: Float64Array;
  /** The largest readings, either way, largest first, with where they stand: what a check of them names. */
  readonly largest: readonly PlacedReading[];
}

/** So many of the largest readings are kept: as many as anybody would look at. */
export const KEPT_LARGEST = 200;

/** A reading on the grid, and where it stands in the file. */
export interface PlacedReading {
  readonly where: string;
  /** Step of the grid that it begins at, and how many it fills. */
  readonly step: number;
  readonly steps: number;
  readonly pW: number;
}

/** Readings on an even grid in UTC, interval-start. */
export interface MeterSeries {
  /** Start of the first interval, seconds since 1970 UTC. */
  readonly startS: number;
  readonly stepS: number;
  /** Interval that was metered; longer than `stepS` where readings of hours or days are spread over the grid's hours. */
  readonly meteredStepS: number;
  /** The meter's local clock: months and days are counted by it. */
  readonly clock: ZoneClock;
  readonly channels: readonly MeterChannel[];
}

/** Energy of a period of its own length: a bill, or what passed between two readings by hand. */
export interface BillPeriod {
  readonly startS: number;
  /** Start of the next one where there is no gap. */
  readonly endS: number;
  /** J; NaN where there is no reading to be trusted. */
  readonly energyJ: number;
  /** Where it stands in the file. */
  readonly where: string;
}

export interface BilledChannel {
  readonly direction: MeterChannel['direction'];
  readonly name: string;
  /** In order of time, none over another. */
  readonly periods: readonly BillPeriod[];
}

/** Billing periods; nothing is known of what happened within one. */
export interface MeterBills {
  readonly clock: ZoneClock;
  readonly channels: readonly BilledChannel[];
}

export interface MeterReading {
  readonly detection: MeterDetection;
  /** null for bills, and as long as something is undecided or nothing can be read; the issues say what. */
  readonly series: MeterSeries | null;
  /** null for readings of an interval, and as long as something is undecided. */
  readonly bills: MeterBills | null;
  /** Lines (or Green Button readings) found and used. */
  readonly rowsRead: number;
  readonly rowsUsed: number;
}

/** What a reader gives: always a reading with what was detected, and every finding. */
export interface MeterOutcome {
  readonly value: MeterReading;
  readonly issues: readonly Issue[];
}
