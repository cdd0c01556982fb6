import { type DecimalMark, type Detected, inferred, stated, undecided } from './detection';

/** Digits with marks: what a number may look like before it is known which mark is the decimal one. */
const LOOSE = /^[+-]?(\d[\d.,'\u00a0\u202f ]*|[.,]\d+)([eE][+-]?\d{1,2})?$/;
/** Words that meter portals write where there is no reading. */
const MISSING = /^(|nan|null|none|n\/?a|n\.a\.|-+|#n\/?a|missing|undefined|\?)$/i;
/** Longest cell that is looked at. */
const MAX_LENGTH = 40;

/** True for an empty cell and the usual words for "no reading". */
export const isMissing = (cell: string): boolean => MISSING.test(cell);

export const looksNumeric = (cell: string): boolean => cell.length <= MAX_LENGTH && LOOSE.test(cell);

/**
 * Which of `.` and `,` is the decimal mark, from all values at once. A lone mark followed by exactly three digits may be
 * a thousands mark; only that is left undecided, and only when no value settles it.
 */
export function detectDecimalMark(cells: readonly string[], separator: string): Detected<DecimalMark> {
  const votes: Record<DecimalMark, string | null> = { '.': null, ',': null };
  let open: string | null = null;
  for (const cell of cells) {
    const points = cell.split('.').length - 1;
    const commas = cell.split(',').length - 1;
    if (points === 0 && commas === 0) continue;
    const mark = decimalMarkOf(cell, points, commas);
    if (mark === null) open ??= cell;
    else votes[mark] ??= cell;
  }
  const { '.': point, ',': comma } = votes;
  if (point !== null && comma !== null) {
    const reason = `"${point}" reads with a decimal point, "${comma}" with a decimal comma`;
    return undecided(reason, bothMarks(reason));
  }
  if (point !== null) return inferred('.', `"${point}" reads one way only`);
  if (comma !== null) return inferred(',', `"${comma}" reads one way only`);
  if (open === null) return inferred('.', 'the values are whole numbers');
  if (separator === ',' && !open.includes(',')) return stated('.', 'the cells are separated by commas');
  const reason = `the mark in "${open}" may stand for thousands or for decimals`;
  return undecided(reason, bothMarks(reason));
}

const bothMarks = (reason: string) => (['.', ','] as const).map((value) => ({ value, reason }));

/** The decimal mark of one number, or null when its only mark may separate thousands. */
function decimalMarkOf(cell: string, points: number, commas: number): DecimalMark | null {
  if (points > 0 && commas > 0) return cell.lastIndexOf('.') > cell.lastIndexOf(',') ? '.' : ',';
  const mark = points > 0 ? '.' : ',';
  const other = points > 0 ? ',' : '.';
  if (points + commas > 1) return other;
  const [whole = '', decimals = ''] = cell
    .replace(/^[+-]/, '')
    .replace(/[eE].*$/, '')
    .split(mark);
  const mayBeThousands = /^[1-9]\d{0,2}$/.test(whole) && /^\d{3}$/.test(decimals);
  return mayBeThousands ? null : mark;
}

/** A number with thousands marks (the other mark, apostrophes, spaces) in groups of three; NaN for anything else. */
export function parseNumber(cell: string, mark: DecimalMark): number {
  if (cell.length > MAX_LENGTH) return NaN;
  const thousands = mark === '.' ? ',' : '.';
  const pattern = mark === '.' ? POINT : COMMA;
  if (!/\d/.test(cell) || !pattern.test(cell)) return NaN;
  const plain = cell
    .replace(/['\u00a0\u202f ]/g, '')
    .replaceAll(thousands, '')
    .replace(mark, '.');
  const value = Number(plain);
  return Number.isFinite(value) ? value : NaN;
}

const numberPattern = (mark: string, thousands: string): RegExp =>
  new RegExp(
    String.raw`^[+-]?(\d+|\d{1,3}([${thousands}'\u00a0\u202f ]\d{3})+)?(${mark}\d*)?([eE][+-]?\d{1,2})?$`,
  );
const POINT = numberPattern(String.raw`\.`, ',');
const COMMA = numberPattern(',', '.');
