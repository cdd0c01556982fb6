import type { CsvCell } from '../../io/csv';
import type { NetworkLimits, Violation } from '../../study/network';
import type { StudyTable } from './studyKind';

export const ROWS_SHOWN = 40;

const DIGITS = 5;

/** A number with its unit, five digits; one that is missing is said so. */
export function quantity(value: number, unit: string): string {
  if (value === Infinity || value === -Infinity) return 'without a solution';
  return Number.isNaN(value) ? 'unknown' : `${rounded(value, DIGITS)} ${unit}`;
}

export const kiloWatt = (pW: number): string => quantity(pW / 1000, 'kW');
export const percent = (share: number): string => quantity(100 * share, '%');

/** Plain decimals, no exponents between a millionth and a billion. */
function rounded(value: number, digits: number): string {
  return String(Number(value.toPrecision(digits)));
}

const KIND_WORDS: Readonly<Record<Violation['kind'], string>> = {
  undervoltage: 'voltage too low at bus',
  overvoltage: 'voltage too high at bus',
  lineLoading: 'loading of line',
  transformerLoading: 'loading of transformer',
  unbalance: 'unbalance at bus',
  noSolution: 'the power flow finds no solution',
  voltageDeviation: 'change of voltage at bus',
  reversePower: 'reverse power through',
};

/** A constraint with its value and limit: `voltage too low at bus c, phase 1: 0.8734 pu (limit 0.9 pu)`. */
export function constraintText(
  { kind, elementId, node, value, limit }: Violation,
  limits: NetworkLimits,
): string {
  if (kind === 'noSolution') return Number.isNaN(limit) ? KIND_WORDS.noSolution : elementId;
  if (kind === 'reversePower') return `${KIND_WORDS[kind]} ${elementId}: ${kiloWatt(-value)}`;
  const isVoltage = kind === 'undervoltage' || kind === 'overvoltage';
  const place = node > 0 ? `, ${phaseWord(node, limits)}` : '';
  const shown = isVoltage
    ? `${quantity(value, 'pu')} (limit ${quantity(limit, 'pu')})`
    : `${percent(value)} (limit ${percent(limit)})`;
  return `${KIND_WORDS[kind]} ${elementId}${place}: ${shown}`;
}

/** Phase 1, or the pair 1-2 where voltages are taken between phases. */
export function phaseWord(node: number, { voltageReference }: NetworkLimits): string {
  return voltageReference === 'phaseToPhase' ? `phases ${node}-${(node % 3) + 1}` : `phase ${node}`;
}

export function listed(found: readonly Violation[], limits: NetworkLimits): string[] {
  const lines = found.slice(0, ROWS_SHOWN).map((violation) => `  ${constraintText(violation, limits)}`);
  return found.length > ROWS_SHOWN ? [...lines, `  and ${found.length - ROWS_SHOWN} more`] : lines;
}

export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** Columns under their names, numbers to the right; the first rows only where there are many. */
export function tableText({ columns, rows }: StudyTable): string[] {
  const shown = rows.slice(0, ROWS_SHOWN);
  const cells = [columns, ...shown.map((row) => row.map(cellText))];
  const widths = columns.map((_, column) => Math.max(...cells.map((row) => row[column]!.length)));
  const isNumber = columns.map((_, column) => shown.some((row) => typeof row[column] === 'number'));
  const lines = cells.map((row) =>
    row
      .map((cell, column) =>
        isNumber[column] ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!),
      )
      .join('  ')
      .trimEnd(),
  );
  const left = rows.length - shown.length;
  return left > 0 ? [...lines, `${left} more rows: all of them with --out FILE.csv`] : lines;
}

function cellText(cell: CsvCell): string {
  if (typeof cell === 'number') return Number.isFinite(cell) ? rounded(cell, DIGITS) : '-';
  return cell === null ? '-' : String(cell);
}
