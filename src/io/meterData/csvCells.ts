import Papa from 'papaparse';
import { SEPARATORS, type Detected, type Separator, inferred, undecided } from './detection';
import { isMissing, looksNumeric } from './numbers';
import { isDated } from './periodCells';
import { parseTimeOfDay } from './stamps';

/** One line with something on it, split and trimmed, with its 1-based number. */
export interface CsvLine {
  readonly line: number;
  readonly cells: readonly string[];
  /** Of a line that was cut out of a day in a line: which part of the day it is. */
  readonly ofDay?: {
    readonly secondS: number;
    /** Counted from midnight, whatever the clock does. */
    readonly isCounted: boolean;
    readonly label: string;
  };
}

/** Where a reading stands in the file. */
export const placeOf = ({ line, ofDay }: CsvLine): string =>
  ofDay === undefined ? `line ${line}` : `line ${line}, column "${ofDay.label}"`;

/** Lines looked at to tell the separator. */
const SAMPLE = 400;

/** Splits at line ends first: a stray quotation mark can then spoil its own line only. */
export function textLines(text: string): { line: number; text: string }[] {
  const plain = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  return plain
    .split(/\r\n|\n|\r/)
    .map((one, index) => ({ line: index + 1, text: one }))
    .filter((one) => one.text.trim() !== '');
}

export function splitLines(
  lines: readonly { line: number; text: string }[],
  separator: Separator,
): CsvLine[] {
  return lines.map(({ line, text }) => ({ line, cells: splitCells(text, separator) }));
}

function splitCells(text: string, separator: Separator): string[] {
  const cells = text.includes('"')
    ? (Papa.parse<string[]>(text, { delimiter: separator, newline: '\n' }).data[0] ?? [])
    : text.split(separator);
  return cells.map((cell) => cell.trim());
}

/** A row of readings has a time stamp (or a date and a time, or a month or period) and a number or a word for "missing" beside it. */
export function isDataRow(cells: readonly string[]): boolean {
  const stampAt = cells.findIndex(isDated);
  return (
    stampAt >= 0 &&
    cells.some(
      (cell, at) =>
        at !== stampAt && (looksNumeric(cell) || isMissing(cell)) && parseTimeOfDay(cell) === null,
    )
  );
}

const NAMES: Readonly<Record<Separator, string>> = {
  ';': 'semicolon',
  '\t': 'tab',
  ',': 'comma',
  '|': 'bar',
};

/** The one separator under which the lines hold a time stamp and a value. */
export function detectSeparator(lines: readonly { line: number; text: string }[]): Detected<Separator> {
  const sample = lines.slice(0, SAMPLE);
  const counted = SEPARATORS.map((value) => ({
    value,
    rows: splitLines(sample, value).filter(({ cells }) => cells.length > 1 && isDataRow(cells)).length,
  })).sort((a, b) => b.rows - a.rows);
  const [best, next] = counted as [(typeof counted)[number], (typeof counted)[number]];
  if (best.rows === 0) return undecided('no separator gives lines with a time stamp and a value');
  const reason = `${best.rows} of the first ${sample.length} lines are a time stamp and values when split at each ${NAMES[best.value]}`;
  if (next.rows < best.rows) return inferred(best.value, reason);
  return undecided(
    `a ${NAMES[best.value]} and a ${NAMES[next.value]} both give rows of readings`,
    [best, next].map(({ value }) => ({ value, reason: NAMES[value] })),
  );
}
