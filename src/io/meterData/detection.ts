/** The unit of a value column. Energy per interval, register readings and mean power are told apart by `MeterQuantity`. */
export const METER_UNITS = [
  ...(['Wh', 'kWh', 'MWh', 'GWh', 'J', 'kJ', 'MJ', 'GJ'] as const),
  ...(['W', 'kW', 'MW'] as const),
] as const;
export type MeterUnit = (typeof METER_UNITS)[number];

/** Energy of each interval; a counter, which only grows unless it is net; mean power of each interval. */
export const METER_QUANTITIES = ['interval-energy', 'register', 'mean-power'] as const;
export type MeterQuantity = (typeof METER_QUANTITIES)[number];

/** `net` counts import positive; `net-export-positive` is the opposite sign and is turned round on reading. */
export const METER_DIRECTIONS = ['import', 'export', 'net', 'net-export-positive'] as const;
export type MeterDirection = (typeof METER_DIRECTIONS)[number];

/** How readings are laid out in a file; bills and readings by hand are periods of their own length. */
export const METER_LAYOUTS = ['reading-per-line', 'day-per-line', 'billing-periods'] as const;
export type MeterLayout = (typeof METER_LAYOUTS)[number];

/** Whether a period's end is its last day or the first one after it. */
export const PERIOD_ENDS = ['last-day', 'next-start'] as const;
export type PeriodEnd = (typeof PERIOD_ENDS)[number];

export const SEPARATORS = [';', '\t', ',', '|'] as const;
export type Separator = (typeof SEPARATORS)[number];
export type DecimalMark = '.' | ',';
export const DATE_ORDERS = ['year-month-day', 'day-month-year', 'month-day-year', 'epoch'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];
/** Whether a stamp names the beginning or the end of its interval. */
export type StampAt = 'start' | 'end';

/**
 * Where a detected value comes from: the caller said it; the file says it in words; it follows from all rows; it is the
 * usual meaning and the rows do not contradict it (never silent: a warning goes with it); or it is open. `absent`: files of
 * this kind have no such thing.
 */
export type Basis = 'confirmed' | 'stated' | 'inferred' | 'assumed' | 'undecided' | 'absent';

export interface Detected<Value> {
  /** null while undecided or absent. */
  readonly value: Value | null;
  readonly basis: Basis;
  readonly reason: string;
  /** What else it could be, when the rows alone do not decide. */
  readonly alternatives: readonly { readonly value: Value; readonly reason: string }[];
}

/** What a reader found out about a file. A caller shows it; each entry can be overridden through `MeterChoices`. */
export interface MeterDetection {
  readonly separator: Detected<Separator>;
  readonly layout: Detected<MeterLayout>;
  readonly decimalMark: Detected<DecimalMark>;
  readonly dateOrder: Detected<DateOrder>;
  /** IANA name, fixed offset such as `+01:00`, `UTC`, or the feed's own daylight-saving rules. */
  readonly zone: Detected<string>;
  readonly stampAt: Detected<StampAt>;
  /** Absent for billing periods, which alone have a `periodEnd`. */
  readonly intervalS: Detected<number>;
  readonly periodEnd: Detected<PeriodEnd>;
  /** One entry for each column (or Green Button reading type) that is used. */
  readonly channels: readonly ChannelDetection[];
  /** Which columns hold the meter's values; undecided when several could. */
  readonly columns: Detected<readonly string[]>;
}

export interface ChannelDetection {
  readonly column: string;
  readonly unit: Detected<MeterUnit>;
  readonly quantity: Detected<MeterQuantity>;
  readonly direction: Detected<MeterDirection>;
}

/** What a caller states; every entry overrides the detection. */
export interface MeterChoices {
  readonly separator?: Separator;
  readonly layout?: MeterLayout;
  readonly periodEnd?: PeriodEnd;
  readonly decimalMark?: DecimalMark;
  readonly dateOrder?: DateOrder;
  readonly zone?: string;
  /**
   * Standard time where the meter hangs, seconds ahead of UTC: what bare local times are taken for, as an assumption that is shown.
   * Without it a file that names no zone stays undecided.
   */
  readonly localOffsetS?: number;
  readonly stampAt?: StampAt;
  readonly intervalS?: number;
  readonly unit?: MeterUnit;
  readonly quantity?: MeterQuantity;
  readonly direction?: MeterDirection;
  /** The value column by its heading, or the Green Button reading type by the end of its address. */
  readonly column?: string;
}

type Alternatives<Value> = Detected<Value>['alternatives'];

export const stated = <Value>(value: Value, reason: string): Detected<Value> => ({
  value,
  basis: 'stated',
  reason,
  alternatives: [],
});

export const inferred = <Value>(
  value: Value,
  reason: string,
  alternatives: Alternatives<Value> = [],
): Detected<Value> => ({ value, basis: 'inferred', reason, alternatives });

export const assumed = <Value>(
  value: Value,
  reason: string,
  alternatives: Alternatives<Value>,
): Detected<Value> => ({ value, basis: 'assumed', reason, alternatives });

export const undecided = <Value>(
  reason: string,
  alternatives: Alternatives<Value> = [],
): Detected<Value> => ({
  value: null,
  basis: 'undecided',
  reason,
  alternatives,
});

export const absent = <Value>(): Detected<Value> => ({
  value: null,
  basis: 'absent',
  reason: 'not in files of this kind',
  alternatives: [],
});

export const confirmed = <Value>(value: Value): Detected<Value> => ({
  value,
  basis: 'confirmed',
  reason: 'stated by the caller',
  alternatives: [],
});

const OPEN = 'the file was not read that far';

/** A detection in which everything is open but what is known. */
export function openDetection(known: Partial<MeterDetection> = {}): MeterDetection {
  return {
    separator: undecided(OPEN),
    layout: undecided(OPEN),
    decimalMark: undecided(OPEN),
    dateOrder: undecided(OPEN),
    zone: undecided(OPEN),
    stampAt: undecided(OPEN),
    intervalS: undecided(OPEN),
    periodEnd: absent(),
    columns: undecided(OPEN),
    channels: [],
    ...known,
  };
}

/** The caller's word where there is one, and what the file says about it otherwise. */
export function confirmedOr<Value>(
  choice: Value | undefined,
  detect: () => Detected<Value>,
): Detected<Value> {
  return choice === undefined ? detect() : confirmed(choice);
}
