import { shortValue } from '../../model/schema/schemaIssues';
import type { IssueLog } from '../issueLog';
import type { Table } from './tables';

/** pandas writes NaN as null in columns of numbers, and as one of these where it made texts of the column. */
const MISSING: ReadonlySet<string> = new Set(['nan', 'NaN', 'None', '<NA>']);

/** One row of a table; reading a cell that is missing or of another kind goes to the log with its place. */
export class TableRow {
  constructor(
    private readonly table: Table,
    private readonly at: number,
    private readonly log: IssueLog,
  ) {}

  get index(): string {
    return this.table.index[this.at]!;
  }

  /** `line 3`: pandapower's own way to point at an element. */
  get where(): string {
    return `${this.table.name} ${this.index}`;
  }

  /** The cell; null where the column or the value is missing. */
  cell(column: string): unknown {
    const k = this.table.columns.get(column);
    const value = k === undefined ? null : this.table.cells[this.at]![k];
    return typeof value === 'string' && MISSING.has(value) ? null : (value ?? null);
  }

  has(column: string): boolean {
    return this.cell(column) !== null;
  }

  number(column: string): number {
    const value = this.cell(column);
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    this.refuse(column, value === null ? 'is missing' : 'is not a number', 'Give it a number.');
    return NaN;
  }

  numberOr(column: string, fallback: number): number {
    return this.has(column) ? this.number(column) : fallback;
  }

  positive(column: string): number {
    const value = this.number(column);
    if (!(value <= 0)) return value;
    this.refuse(column, 'has to be positive', 'Give it a value above 0.');
    return NaN;
  }

  nonNegative(column: string): number {
    return this.nonNegativeOr(column, NaN);
  }

  nonNegativeOr(column: string, fallback: number): number {
    const value = fallback === fallback ? this.numberOr(column, fallback) : this.number(column);
    if (!(value < 0)) return value;
    this.refuse(column, 'must not be negative', 'Give it 0 or a positive value.');
    return NaN;
  }

  text(column: string): string | null {
    const value = this.cell(column);
    return typeof value === 'string' && value !== '' ? value : null;
  }

  flag(column: string, fallback: boolean): boolean {
    const value = this.cell(column);
    if (value === null) return fallback;
    if (typeof value === 'boolean') return value;
    if (value === 0 || value === 1) return value === 1;
    this.refuse(column, 'is neither true nor false', 'Give it true or false.');
    return fallback;
  }

  /** An index into another table, as text. */
  reference(column: string): string {
    const value = this.cell(column);
    if (typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value)))
      return String(value);
    this.refuse(
      column,
      value === null ? 'is missing' : 'is not an index',
      'Give it the index of the element it means.',
    );
    return '';
  }

  refuse(column: string, what: string, remedy: string): void {
    this.log.error({
      code: 'pandapower-cell',
      where: this.where,
      field: column,
      value: shortValue(this.cell(column)),
      message: `"${column}" of ${this.where} ${what}.`,
      remedy,
    });
  }
}

export function rowsOf(table: Table, log: IssueLog): TableRow[] {
  return table.index.map((_, at) => new TableRow(table, at, log));
}
