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

export interface MeterReading {
  readonly detection: MeterDetection;
  /** null as long as something is undecided or nothing can be read; the issues say what. */
  readonly series: MeterSeries | null;
  /** Lines (or Green Button readings) found and used. */
  readonly rowsRead: number;
  readonly rowsUsed: number;
}

/** What a reader gives: always a reading with what was detected, and every finding. */
export interface MeterOutcome {
  readonly value: MeterReading;
  readonly issues: readonly Issue[];
}
