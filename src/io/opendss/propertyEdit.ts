import type { Matrix } from '../../model/circuit';
import type { ClassDefinition, DssObject } from './definitions';
import { evaluate, roundHalfEven } from './numbers';
import { readNumberList } from './numberFiles';
import type { Session } from './session';
import { listEntries, matrixRows, type ListEntry } from './tokens';

/** One `property=value` being applied: reads the value in the form a property wants, and reports what does not fit. */
export class PropertyEdit {
  className = '';
  objectId = '';
  property = '';
  value = '';

  constructor(readonly session: Session) {}

  get field(): string {
    return `${this.className}.${this.objectId}.${this.property}`.toLowerCase();
  }

  real(): number | undefined {
    const value = evaluate(this.value, this.session.variables);
    if (value === undefined)
      this.reject('dss-number', 'is not a number', 'Give a number, or arithmetic such as (4.16 3 sqrt /).');
    return value;
  }

  integer(): number | undefined {
    const value = this.real();
    return value === undefined ? undefined : roundHalfEven(value);
  }

  /** Yes and true begin with y or t; everything else is no. */
  flag(): boolean {
    const first = this.value.charAt(0).toLowerCase();
    if (!'ytnf'.includes(first))
      this.reject(
        'dss-yes-no',
        'is neither yes nor no',
        'Give yes or no (OpenDSS reads anything else as no).',
        'warning',
      );
    return first === 'y' || first === 't';
  }

  /** A word of a table, by its first letters. */
  choice<Value>(words: readonly (readonly [word: string, value: Value])[]): Value | undefined {
    const key = this.value.toLowerCase();
    const exact = words.find(([word]) => word === key);
    const begun = exact ?? words.find(([word]) => key !== '' && word.startsWith(key));
    if (begun === undefined) {
      this.reject('dss-word', 'is not known here', `Give one of: ${words.map(([word]) => word).join(', ')}.`);
    }
    return begun?.[1];
  }

  entries(): ListEntry[] {
    return listEntries(this.value, this.session.variables);
  }

  words(): string[] {
    return this.entries().map((entry) => entry.text);
  }

  /** Numbers of a list or a file, at most `limit`. */
  reals(limit: number): number[] | undefined {
    return readNumberList(this, limit);
  }

  /** A symmetric matrix: the rows of its lower triangle, or all of it. */
  matrix(order: number): Matrix | undefined {
    const rows = matrixRows(this.value, this.session.variables);
    const values = new Array<number>(order * order).fill(0);
    for (let i = 0; i < order; i++) {
      const row = rows[i] ?? [];
      if (row.length > order) {
        this.reject(
          'dss-matrix',
          `has ${row.length} values in row ${i + 1} where ${order} fit`,
          'Set the number of phases before the matrix.',
        );
        return undefined;
      }
      for (let j = 0; j < row.length; j++) {
        const value = evaluate(row[j]!.text, this.session.variables);
        if (value === undefined) {
          this.reject('dss-number', `holds "${row[j]!.text}", which is not a number`, 'Give numbers only.');
          return undefined;
        }
        values[j * order + i] = value;
        values[i * order + j] = value;
      }
    }
    if (rows.length !== order)
      this.reject(
        'dss-matrix',
        `has ${rows.length} rows where ${order} are wanted`,
        'Set the number of phases before the matrix.',
        'warning',
      );
    return values;
  }

  /** Real and imaginary part. */
  complex(): readonly [re: number, im: number] | undefined {
    const values = this.entries().map((entry) => evaluate(entry.text, this.session.variables));
    const [re, im = 0] = values;
    if (re === undefined || values.includes(undefined)) {
      this.reject(
        'dss-number',
        'is not a pair of numbers',
        'Give real and imaginary part, such as [0.1, 0.4].',
      );
      return undefined;
    }
    return [re, im];
  }

  /** An object of a class by name. `none` and an unknown name give undefined; the latter is an error. */
  reference<T extends DssObject>(definition: ClassDefinition<T>, name = this.value): T | undefined {
    const found = this.session.objects(definition).get(name.toLowerCase());
    if (found === undefined && name.toLowerCase() !== 'none') {
      this.reject(
        'dss-reference',
        `names ${definition.name} "${name}", which is not defined above`,
        `Define ${definition.name}.${name} before this line.`,
      );
    }
    return found;
  }

  reject(code: string, what: string, remedy: string, severity: 'error' | 'warning' = 'error'): void {
    const message = `${this.field} ${what}.`;
    this.session.reports[severity]({ code, field: this.field, value: this.value, message, remedy });
  }
}
