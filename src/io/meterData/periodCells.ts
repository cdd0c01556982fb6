import { DAY_S } from './civilTime';
import { monthNumber, parseStamp, type Stamp } from './stamps';

/** Never with a point, which would be a number. */
const YEAR_FIRST = /^((?:19|20)\d{2})[-/](\d{1,2})$/;
const YEAR_LAST = /^(\d{1,2})[-/]((?:19|20)\d{2})$/;
const NAMED = /^([A-Za-zäÄé]{3,9})\.?[-/. ']\s?((?:19|20)?\d{2})$/;
const NAMED_LAST = /^((?:19|20)\d{2})[-/. ]([A-Za-zäÄé]{3,9})$/;
/** `05.01.2024 - 04.02.2024`, `2024-01-05 to 2024-02-04`. */
const RANGE = /^(\S.*?\d)\s*(?:\s[-–—]\s|[–—]|\bto\b|\bbis\b|\btot\b)\s*(\d.*)$/i;
const MAX_LENGTH = 60;

/** A month without a day, `2024-01`, `01/2024`, `Jan 2024`; null when it is none. */
export function parseMonth(cell: string): { readonly year: number; readonly month: number } | null {
  const text = cell.trim();
  if (text.length < 5 || text.length > MAX_LENGTH) return null;
  const first = YEAR_FIRST.exec(text);
  if (first !== null) return monthOf(first[1]!, Number(first[2]));
  const last = YEAR_LAST.exec(text);
  if (last !== null) return monthOf(last[2]!, Number(last[1]));
  const named = NAMED.exec(text);
  if (named !== null) return monthOf(named[2]!, monthNumber(named[1]!));
  const namedLast = NAMED_LAST.exec(text);
  return namedLast === null ? null : monthOf(namedLast[1]!, monthNumber(namedLast[2]!));
}

function monthOf(year: string, month: number | null): { year: number; month: number } | null {
  const written = Number(year);
  return month !== null && month >= 1 && month <= 12
    ? { year: written < 100 ? 2000 + written : written, month }
    : null;
}

/** Both dates of a period that stands in one cell; null when they are none. */
export function parseRange(cell: string): readonly [Stamp, Stamp] | null {
  const text = cell.trim();
  const match = text.length > MAX_LENGTH ? null : RANGE.exec(text);
  if (match === null) return null;
  const [from, to] = [parseStamp(match[1]!), parseStamp(match[2]!)];
  return from === null || to === null ? null : [from, to];
}

/** The last minute of a day is written where its end is meant. */
export const wholeDayEnd = (stamp: Stamp): Stamp =>
  stamp.secondS >= DAY_S - 60 ? { ...stamp, secondS: DAY_S } : stamp;

/** True for a cell that tells a date, a month or a period. */
export const isDated = (cell: string): boolean =>
  parseStamp(cell) !== null || parseMonth(cell) !== null || parseRange(cell) !== null;
