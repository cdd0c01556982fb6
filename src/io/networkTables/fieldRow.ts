import type { Point } from '../../model/building';
import { shortValue } from '../../model/schema/schemaIssues';
import type { IssueLog } from '../issueLog';
import type { TableName } from './columns';

/** A row of a table or a feature of a drawing: named values, and where it lies if that is known. */
export interface NetworkRow {
  readonly table: TableName;
  /** `lines.csv, line 3` or `feature 7 of net.geojson`. */
  readonly where: string;
  readonly values: ReadonlyMap<string, unknown>;
  /** Positions in metres; one for a point. */
  readonly path: readonly Point[];
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const WORDS: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  '1': true,
  false: false,
  no: false,
  '0': false,
};

/** Typed access to a row's values; what is missing or wrong goes to the log with its place. */
export class FieldRow {
  constructor(
    readonly row: NetworkRow,
    private readonly log: IssueLog,
  ) {}

  get id(): string {
    return this.text('id') ?? '';
  }

  get where(): string {
    // Not through text(), whose own complaints say where.
    const id = this.row.values.get('id');
    const named = (typeof id === 'string' && id !== '') || typeof id === 'number';
    return named ? `${this.row.where} "${shortValue(String(id))}"` : this.row.where;
  }

  has(column: string): boolean {
    const value = this.row.values.get(column);
    return value !== undefined && value !== null && !(typeof value === 'string' && value.trim() === '');
  }

  text(column: string): string | null {
    if (!this.has(column)) return null;
    const value = this.row.values.get(column);
    if (typeof value === 'string') return value.trim();
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    this.refuse(column, 'is not a text', 'Write a plain value.');
    return null;
  }

  number(column: string, fallback = NaN): number {
    if (!this.has(column)) {
      if (fallback !== fallback) this.refuse(column, 'is missing', 'Give it a number.');
      return fallback;
    }
    const value = this.row.values.get(column);
    const parsed = typeof value === 'string' ? parseNumber(value) : value;
    if (typeof parsed === 'number' && Math.abs(parsed) <= 1e12) return parsed;
    this.refuse(column, 'is not a number', 'Write digits with a decimal point, without a unit.');
    return NaN;
  }

  /** A number or NaN where the column is empty. */
  optional(column: string): number {
    return this.has(column) ? this.number(column) : NaN;
  }

  positive(column: string, fallback = NaN): number {
    const value = this.number(column, fallback);
    if (!(value <= 0)) return value;
    this.refuse(column, 'has to be above 0', 'Correct the value.');
    return NaN;
  }

  nonNegative(column: string, fallback = NaN): number {
    const value = this.number(column, fallback);
    if (!(value < 0)) return value;
    this.refuse(column, 'must not be negative', 'Correct the value.');
    return NaN;
  }

  flag(column: string, fallback: boolean): boolean {
    const text = this.text(column);
    if (text === null) return fallback;
    const word = text.toLowerCase();
    if (Object.hasOwn(WORDS, word)) return WORDS[word]!;
    this.refuse(column, 'is neither true nor false', 'Write true or false.');
    return fallback;
  }

  /** One of the words, in any case. */
  choice<Word extends string>(column: string, words: readonly Word[], fallback: Word): Word {
    const text = this.text(column);
    if (text === null) return fallback;
    const found = words.find((word) => word.toLowerCase() === text.toLowerCase());
    if (found === undefined) this.refuse(column, `is not one of ${words.join(', ')}`, 'Choose one of them.');
    return found ?? fallback;
  }

  /** Phases as nodes: `abc`, `b`, `1,3`. */
  phases(column: string): readonly number[] {
    const text = this.text(column);
    if (text === null) return [1, 2, 3];
    const nodes = [...text.toLowerCase().replace(/[\s,;.]/g, '')].map(
      (letter) => 'abc123'.indexOf(letter) % 3,
    );
    if (nodes.length > 0 && nodes.every((node) => node >= 0) && new Set(nodes).size === nodes.length) {
      return nodes.map((node) => node + 1).sort((a, b) => a - b);
    }
    this.refuse(column, 'names no phases', 'Write them like abc, a or 1,3, each once.');
    return [1, 2, 3];
  }

  refuse(column: string, what: string, remedy: string): void {
    this.log.error({
      code: 'network-table-cell',
      where: this.where,
      field: column,
      value: shortValue(this.row.values.get(column)),
      message: `"${column}" of ${this.where} ${what}.`,
      remedy,
    });
  }
}

function parseNumber(text: string): number {
  const trimmed = text.trim();
  return NUMBER.test(trimmed) ? Number(trimmed) : NaN;
}
