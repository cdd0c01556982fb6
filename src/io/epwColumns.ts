import type { Issue } from '../model/outcome';
import { EPW_FIELDS, EPW_FIELD_NAMES, EPW_MIN_COLUMNS, type EpwField, type EpwFieldName } from './epwFields';
import { parseDecimal, type EpwLine } from './epwRows';

/** Values by field and row; NaN where missing or wrong. */
export type EpwColumns = Record<EpwFieldName, Float64Array>;

/**
 * A number in range, NaN for a missing code. A wrong cell is reported as an error, so no weather comes of it; its place
 * is held by the lower limit to keep it from being listed a second time as a gap.
 */
function readCell(row: EpwLine, field: EpwField, optional: boolean, source: string, issues: Issue[]): number {
  const cell = row.cells[field.column] ?? '';
  const value = parseDecimal(cell);
  if (value >= field.missingFrom || (optional && cell === '')) return NaN;
  if (value >= field.min && value <= field.max) return value;
  // INETI files mark unknown clouds by negative numbers; cloud cover only serves to fill in infrared.
  if (optional && !Number.isNaN(value)) return NaN;
  const numeric = !Number.isNaN(value);
  issues.push({
    severity: 'error',
    code: numeric ? 'epw-range' : 'epw-number',
    source,
    where: `line ${row.line}`,
    field: field.name,
    value: cell.slice(0, 40),
    message: numeric
      ? `${field.name} must lie between ${field.min} and ${field.max} ${field.unit}.`
      : `${field.name} is not a number.`,
    remedy: `Correct column ${field.column + 1}, or write the missing code ${field.missingFrom}.`,
  });
  return field.min;
}

/** Reads the wanted columns of all rows; short rows are reported once each. */
export function readColumns(rows: readonly EpwLine[], source: string, issues: Issue[]): EpwColumns {
  const entries = EPW_FIELD_NAMES.map((name) => [name, new Float64Array(rows.length).fill(NaN)] as const);
  const columns = Object.fromEntries(entries) as EpwColumns;
  rows.forEach((row, index) => {
    if (row.cells.length < EPW_MIN_COLUMNS) {
      issues.push({
        severity: 'error',
        code: 'epw-columns',
        source,
        where: `line ${row.line}`,
        field: 'column count',
        value: `${row.cells.length}`,
        message: `The row has ${row.cells.length} columns; at least ${EPW_MIN_COLUMNS} are needed (to wind speed).`,
        remedy: 'Write every column of the EPW data dictionary, with missing codes where nothing is known.',
      });
      for (const name of EPW_FIELD_NAMES) columns[name][index] = EPW_FIELDS[name].min;
      return;
    }
    for (const name of EPW_FIELD_NAMES) {
      columns[name][index] = readCell(row, EPW_FIELDS[name], name === 'opaqueCloudTenths', source, issues);
    }
  });
  return columns;
}
