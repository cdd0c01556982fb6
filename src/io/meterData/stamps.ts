import type { DateOrder } from './detection';
import { DAY_S, daysFromCivil, isCivilDate } from './civilTime';

/** A time stamp before it is known which of its first two numbers is the day. */
export interface Stamp {
  readonly kind: 'year-month-day' | 'two-first' | 'epoch';
  /** Year, then the two other numbers in the order written; epoch: unused. */
  readonly year: number;
  readonly a: number;
  readonly b: number;
  /** Seconds of the day, 86,400 for 24:00; for `epoch` the instant. */
  readonly secondS: number;
  /** Offset written in the stamp; null for local time without one. */
  readonly offsetS: number | null;
  /** Written with points, `31.12.2024`: such dates are day first. */
  readonly hasPoints: boolean;
}

const TIME = String.raw`(\d{1,2})[:h](\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?([AaPp]\.?[Mm]\.?)?\s?(Z|[A-Za-z]{3,4}|[+-]\d{2}:?\d{2})?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ,]\s?${TIME})?$`);
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?:[T ,]\s?${TIME})?$`);
const NAMED_MONTH = new RegExp(
  String.raw`^(?:(\d{1,2})[-. ]([A-Za-zäÄ]{3,9})|([A-Za-zäÄ]{3,9})[-. ](\d{1,2}),?)[-. ](\d{4})(?:[T ,]\s?${TIME})?$`,
);
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})(?:[T ]?(\d{2})(\d{2})(\d{2})?)?(Z)?$/;
const TIME_ONLY = new RegExp(`^${TIME}$`);
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const OTHER_NAMES: Readonly<Record<string, number>> = { mär: 3, mrz: 3, mai: 5, mei: 5, okt: 10, dez: 12 };
/** Abbreviations with one meaning; EST, BST, IST and others have several and are refused. */
const OFFSETS_S: Readonly<Record<string, number>> = {
  ...{ z: 0, utc: 0, gmt: 0, cet: 3600, mez: 3600, cest: 7200, mesz: 7200, eet: 7200, eest: 10_800 },
};
/** Longest text that is looked at. */
const MAX_LENGTH = 40;

/** A stamp in one of the usual spellings, or null. */
export function parseStamp(cell: string): Stamp | null {
  const text = cell.trim();
  if (text.length < 8 || text.length > MAX_LENGTH) return null;
  if (/^\d{10}$/.test(text)) return epoch(Number(text));
  if (/^\d{13}$/.test(text)) return epoch(Number(text) / 1000);
  const compact = COMPACT.exec(text);
  if (compact !== null) {
    const [, year, month, day, hour, minute, second, zulu] = compact;
    const secondS = Number(hour ?? 0) * 3600 + Number(minute ?? 0) * 60 + Number(second ?? 0);
    return made(
      'year-month-day',
      Number(year),
      Number(month),
      Number(day),
      secondS,
      zulu === undefined ? null : 0,
    );
  }
  const first = YEAR_FIRST.exec(text);
  if (first !== null) return withTime(first, 'year-month-day', Number(first[1]), first[2]!, first[3]!, 4);
  const last = YEAR_LAST.exec(text);
  if (last !== null) {
    const year = last[3]!.length === 2 ? 2000 + Number(last[3]) : Number(last[3]);
    const stamp = withTime(last, 'two-first', year, last[1]!, last[2]!, 4);
    return stamp === null ? null : { ...stamp, hasPoints: /^\d+\./.test(text) };
  }
  const named = NAMED_MONTH.exec(text);
  if (named === null) return null;
  const month = monthNumber((named[2] ?? named[3])!);
  if (month === null) return null;
  return withTime(named, 'year-month-day', Number(named[5]), String(month), (named[1] ?? named[4])!, 6);
}

/** Seconds of a time of day that stands in a column of its own, and its offset; null when it is none. */
export function parseTimeOfDay(cell: string): { secondS: number; offsetS: number | null } | null {
  const text = cell.trim();
  const match = text.length > MAX_LENGTH ? null : TIME_ONLY.exec(text);
  return match === null ? null : timeOf(match, 1);
}

/** Local seconds since 1970 once the date order is known (for `epoch`: the instant), or null for a date that is none. */
export function localSeconds(stamp: Stamp, order: DateOrder): number | null {
  if (stamp.kind === 'epoch') return stamp.secondS;
  const swap = stamp.kind === 'two-first' && order === 'day-month-year';
  const [month, day] = swap ? [stamp.b, stamp.a] : [stamp.a, stamp.b];
  return isCivilDate(stamp.year, month, day)
    ? daysFromCivil(stamp.year, month, day) * DAY_S + stamp.secondS
    : null;
}

function epoch(secondS: number): Stamp {
  return { kind: 'epoch', year: 0, a: 0, b: 0, secondS, offsetS: 0, hasPoints: false };
}

function withTime(
  match: RegExpExecArray,
  kind: 'year-month-day' | 'two-first',
  year: number,
  a: string,
  b: string,
  timeAt: number,
): Stamp | null {
  if (match[timeAt] === undefined) return made(kind, year, Number(a), Number(b), 0, null);
  const time = timeOf(match, timeAt);
  return time === null ? null : made(kind, year, Number(a), Number(b), time.secondS, time.offsetS);
}

function made(
  kind: 'year-month-day' | 'two-first',
  year: number,
  a: number,
  b: number,
  secondS: number,
  offsetS: number | null,
): Stamp | null {
  if (year < 1970 || year > 2199 || secondS > DAY_S) return null;
  const possible = isCivilDate(year, a, b) || (kind === 'two-first' && isCivilDate(year, b, a));
  return possible ? { kind, year, a, b, secondS, offsetS, hasPoints: false } : null;
}

function timeOf(match: RegExpExecArray, at: number): { secondS: number; offsetS: number | null } | null {
  let hour = Number(match[at]);
  const minute = Number(match[at + 1]);
  const second = Number(match[at + 2] ?? 0);
  const half = match[at + 3]?.[0]?.toLowerCase();
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half === 'p' ? 12 : 0);
  }
  const secondS = hour * 3600 + minute * 60 + second;
  if (minute > 59 || second > 59 || secondS > DAY_S) return null;
  const written = match[at + 4];
  const offsetS = written === undefined ? null : offsetOf(written);
  return offsetS === undefined ? null : { secondS, offsetS };
}

function offsetOf(written: string): number | undefined {
  const numeric = /^([+-])(\d{2}):?(\d{2})$/.exec(written);
  if (numeric === null) return OFFSETS_S[written.toLowerCase()];
  const minutes = Number(numeric[2]) * 60 + Number(numeric[3]);
  return minutes > 14 * 60 || Number(numeric[3]) > 59 ? undefined : (numeric[1] === '-' ? -60 : 60) * minutes;
}

export function monthNumber(name: string): number | null {
  const start = name.slice(0, 3).toLowerCase();
  const index = MONTHS.indexOf(start);
  return index >= 0 ? index + 1 : (OTHER_NAMES[start] ?? null);
}
