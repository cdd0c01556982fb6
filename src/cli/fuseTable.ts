import { readCsv } from '../io/csv';
import type { Circuit } from '../model/circuit';
import type { Issue } from '../model/outcome';
import type { Fuse } from '../sim/reliability/fuse';
import { CommandFailure, EXIT, required } from './exit';
import { fileName, readText } from './files';

const NEEDED = ['fuse', 'line', 'rated_a', 'within_s', 'minimum_a'];

/**
 * FUSES: a CSV with a row per fuse and clearing time, figures from the fuse's own data sheet: fuse, line, rated_a, within_s,
 * minimum_a (from this current on it has cleared within that time), source (where the figures come from).
 */
export function readFuses(path: string, circuit: Circuit): Fuse[] {
  const file = fileName(path);
  const { columns, rows } = required(readCsv(readText(path), file, NEEDED));
  const issues: Issue[] = [];
  const lineIds = new Map(circuit.lines.map(({ id }) => [id.toLowerCase(), id]));
  const fuses = new Map<string, Fuse>();
  rows.forEach((cells, row) => {
    const where = `line ${row + 2}`;
    const text = (column: string): string => (cells[columns.indexOf(column)] ?? '').trim();
    const fault = (field: string, message: string, remedy: string): void => {
      issues.push({ severity: 'error', code: 'fuse-table', source: file, where, field, message, remedy });
    };
    const positive = (column: string): number => {
      const value = text(column) === '' ? NaN : Number(text(column));
      if (!(value > 0 && value < Infinity))
        fault(column, `"${text(column)}" is no number above 0.`, 'Give amperes and seconds.');
      return value;
    };
    const id = text('fuse');
    if (id === '') fault('fuse', 'The fuse has no name.', 'Name it.');
    const lineId = circuit.lines.some((line) => line.id === text('line'))
      ? text('line')
      : lineIds.get(text('line').toLowerCase());
    if (lineId === undefined)
      fault('line', `The circuit has no line "${text('line')}".`, 'Name the line that the fuse feeds.');
    const ratedCurrentA = positive('rated_a');
    const clearing = { withinS: positive('within_s'), minimumCurrentA: positive('minimum_a') };
    const known = fuses.get(id);
    if (known !== undefined && (isOtherLine(known, lineId) || isOtherRating(known, ratedCurrentA)))
      fault('fuse', `Fuse ${id} stands on another line or has another rating above.`, 'Give it one of each.');
    const source = text('source') === '' ? 'unknown_untraceable' : text('source');
    fuses.set(id, {
      ...(known ?? { id, lineId: lineId ?? '', ratedCurrentA, source }),
      clearing: [...(known?.clearing ?? []), clearing],
    });
  });
  if (rows.length === 0)
    issues.push({
      severity: 'error',
      code: 'fuse-table',
      source: file,
      message: 'The file has no fuses.',
      remedy: 'Give a row per fuse and clearing time.',
    });
  if (issues.length > 0) throw new CommandFailure(EXIT.badInput, issues);
  return [...fuses.values()];
}

/** What a row leaves unreadable is named there, and is no other line or rating. */
const isOtherLine = (known: Fuse, lineId: string | undefined): boolean =>
  known.lineId !== '' && lineId !== undefined && known.lineId !== lineId;

const isOtherRating = (known: Fuse, ratedCurrentA: number): boolean =>
  known.ratedCurrentA > 0 && ratedCurrentA > 0 && known.ratedCurrentA !== ratedCurrentA;
