import { textOf } from './fileAccess';
import { evaluate, parseReal } from './numbers';
import type { PropertyEdit } from './propertyEdit';
import { listEntries, TokenReader } from './tokens';

/** How numbers lie in a file. */
type Form = 'text' | 'float64' | 'float32';

interface NumberFile {
  readonly form: Form;
  readonly path: string;
  /** From 1. */
  readonly column: number;
  readonly header: boolean;
}

const FORMS: readonly (readonly [name: string, form: Form])[] = [
  ['file', 'text'],
  ['dblfile', 'float64'],
  ['sngfile', 'float32'],
];

/** `(1 2 3)`, or `(file=name, column=2, header=yes)`, `(dblfile=name)`, `(sngfile=name)`: at most `limit` numbers. */
export function readNumberList(edit: PropertyEdit, limit: number): number[] | undefined {
  const file = numberFile(edit);
  if (file !== undefined) return readNumberFile(edit, file, limit);
  const values: number[] = [];
  for (const { text } of listEntries(edit.value, edit.session.variables)) {
    if (values.length === limit) {
      noteSurplus(edit, limit);
      break;
    }
    const value = evaluate(text, edit.session.variables);
    if (value === undefined) {
      edit.reject('dss-number', `holds "${text.slice(0, 30)}", which is not a number`, 'Give numbers only.');
      return undefined;
    }
    values.push(value);
  }
  return values;
}

function noteSurplus(edit: PropertyEdit, limit: number): void {
  const property = `${edit.className}.${edit.property}`.toLowerCase();
  edit.session.reports.note(`surplus ${property}`, {
    code: 'dss-surplus',
    field: edit.field,
    value: edit.value,
    message: `${edit.field} has more values than the ${limit} that have a place; OpenDSS and this reader leave the rest out.`,
    remedy: 'Give the number of points, steps or windings before the values.',
  });
}

function numberFile(edit: PropertyEdit): NumberFile | undefined {
  const reader = new TokenReader(edit.value, edit.session.variables);
  reader.next();
  const key = reader.name.toLowerCase();
  const form =
    key === ''
      ? undefined
      : FORMS.find(([name]) => name === key || (name !== 'file' && name.startsWith(key)))?.[1];
  if (form === undefined) return undefined;
  const path = reader.value;
  let column = 1;
  let header = false;
  while (reader.next()) {
    const option = reader.name.toLowerCase();
    if (option !== '' && 'column'.startsWith(option)) column = Math.round(parseReal(reader.value) ?? 1);
    if (option !== '' && 'header'.startsWith(option)) header = /^[yt]/i.test(reader.value);
  }
  return { form, path, column, header };
}

/** Numbers of a file; undefined, with an error, where it is missing or holds something else. */
function readNumberFile(edit: PropertyEdit, file: NumberFile, limit: number): number[] | undefined {
  const content = edit.session.readFile(file.path);
  if (content === undefined) {
    edit.reject(
      'dss-file',
      `names the file "${file.path}", which was not found`,
      'Put the file beside the one that names it.',
    );
    return undefined;
  }
  if (file.form === 'text') return textColumn(edit, textOf(content), file, limit);
  if (typeof content === 'string') {
    edit.reject(
      'dss-file',
      `names "${file.path}" as a binary file, but it came as text`,
      'Hand binary files over as bytes.',
    );
    return undefined;
  }
  const values = binaryNumbers(content, file.form, limit);
  if (values.every((value) => Number.isFinite(value))) return values;
  edit.reject(
    'dss-number',
    `holds something else than numbers in "${file.path}"`,
    'Check that it is the right kind of file.',
  );
  return undefined;
}

export function binaryNumbers(content: Uint8Array, form: 'float64' | 'float32', limit: number): number[] {
  const size = form === 'float64' ? 8 : 4;
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const count = Math.min(limit, Math.floor(content.byteLength / size));
  return Array.from({ length: count }, (_, i) =>
    form === 'float64' ? view.getFloat64(i * size, true) : view.getFloat32(i * size, true),
  );
}

function textColumn(edit: PropertyEdit, text: string, file: NumberFile, limit: number): number[] | undefined {
  const values: number[] = [];
  let line = 0;
  for (let start = 0; start < text.length && values.length < limit;) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const content = text.slice(start, text.charCodeAt(end - 1) === 13 ? end - 1 : end);
    start = end + 1;
    line += 1;
    if (file.header && line === 1) continue;
    const value = columnOf(content, file.column, edit);
    if (value !== undefined) {
      values.push(value);
    } else if (content.trim() !== '') {
      edit.reject(
        'dss-number',
        `reads "${file.path}", line ${line}, column ${file.column}: no number there`,
        'Correct the file, or give column= and header=.',
      );
      return undefined;
    } else if (text.slice(start).trim() !== '') {
      values.push(0);
    }
  }
  return values;
}

function columnOf(line: string, column: number, edit: PropertyEdit): number | undefined {
  if (column === 1) {
    const direct = parseReal(line);
    if (direct !== undefined) return direct;
  }
  const reader = new TokenReader(line, edit.session.variables);
  for (let i = 1; i <= column && i <= 10_000; i++) reader.next();
  return reader.value === '' ? undefined : evaluate(reader.value, edit.session.variables);
}

/** Lines of a file of pairs or triples, such as `hour, p, q`; undefined with an error where one does not fit. */
export function readNumberRows(
  edit: PropertyEdit,
  path: string,
  columns: number,
  limit: number,
): number[][] | undefined {
  const content = edit.session.readFile(path);
  if (content === undefined) {
    edit.reject(
      'dss-file',
      `names the file "${path}", which was not found`,
      'Put the file beside the one that names it.',
    );
    return undefined;
  }
  const rows: number[][] = [];
  const lines = textOf(content).split('\n');
  for (let i = 0; i < lines.length && rows.length < limit; i++) {
    const values = listEntries(lines[i]!.replace('\r', ''), edit.session.variables).map(({ text }) =>
      parseReal(text),
    );
    if (values.length === 0) continue;
    if (values.length < columns || values.slice(0, columns).includes(undefined)) {
      edit.reject(
        'dss-number',
        `reads "${path}", line ${i + 1}: ${columns} numbers are wanted there`,
        'Correct the file.',
      );
      return undefined;
    }
    rows.push(values.slice(0, columns) as number[]);
  }
  return rows;
}
