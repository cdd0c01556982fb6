import type { IssueLog } from '../issueLog';
import { detectSeparator, splitLines, textLines } from './csvCells';
import {
  type CsvBody,
  type TimeColumns,
  findBody,
  findTime,
  findUnitColumn,
  findValues,
  usualWidth,
} from './csvColumns';
import {
  type Detected,
  type MeterChoices,
  type MeterDetection,
  type Separator,
  confirmedOr,
  openDetection,
} from './detection';
import { parseTimeOfDay } from './stamps';

/** Where things stand in a file. */
export interface Layout {
  readonly kind: 'layout';
  readonly separator: Separator;
  readonly body: CsvBody;
  readonly width: number;
  readonly time: TimeColumns;
  readonly valueColumns: readonly number[];
  readonly unitColumn: number | null;
  readonly detection: Pick<MeterDetection, 'separator' | 'columns'>;
}

export interface Unreadable {
  readonly kind: 'unreadable';
  readonly detection: MeterDetection;
}

/** Columns named by times of day from here on are a day per line. */
const WIDE_COLUMNS = 20;

/** Finds the separator, the heading and the columns, or says in one issue why not. */
export function layOut(text: string, choices: MeterChoices, log: IssueLog): Layout | Unreadable {
  const raw = textLines(text);
  const separator = confirmedOr(choices.separator, () => detectSeparator(raw));
  if (raw.length === 0) {
    log.error({ code: 'meter-empty', message: 'The file is empty.', remedy: 'Export the readings again.' });
    return unreadable({ separator });
  }
  if (separator.value === null && separator.alternatives.length > 0) {
    log.error({
      code: 'meter-ambiguous-separator',
      field: 'separator',
      message: `The separator cannot be told: ${separator.reason}.`,
      remedy: 'State it.',
    });
    return unreadable({ separator });
  }
  const lines = separator.value === null ? [] : splitLines(raw, separator.value);
  const body = findBody(lines);
  if (separator.value === null || body === null) {
    reportNoRows(raw, log);
    return unreadable({ separator });
  }
  const width = usualWidth(body.lines);
  if (width > body.headings.length && hasUnnamedCells(body, width)) {
    log.error({
      code: 'meter-heading-width',
      where: `line ${body.lines[0]!.line}`,
      field: 'row',
      value: body.lines[0]!.cells.join(' ').slice(0, 40),
      message: `Rows have ${width} cells, the heading has ${body.headings.length}: perhaps a decimal comma in a file separated by commas.`,
      remedy: 'Export with semicolons, or put quotes around the values.',
    });
    return unreadable({ separator });
  }
  const time = findTime(body, width);
  if ('problem' in time) {
    log.error({
      code: 'meter-ambiguous-time',
      field: 'time',
      message: `The time cannot be told: ${time.problem}.`,
      remedy: 'Keep one column of time stamps (or a date and a time), named start or end.',
    });
    return unreadable({ separator });
  }
  const values = findValues(body, width, time, choices);
  const heading = (column: number): string => body.headings[column] ?? '';
  const columns: Detected<readonly string[]> = {
    ...values,
    value: values.value === null ? null : values.value.map(heading),
    alternatives: values.alternatives.map(({ value, reason }) => ({ value: value.map(heading), reason })),
  };
  return {
    kind: 'layout',
    separator: separator.value,
    body,
    width,
    time,
    valueColumns: values.value ?? [],
    unitColumn: findUnitColumn(body, width),
    detection: { separator, columns },
  };
}

/** Cells beyond the last heading that are not empty: what they are cannot be told. */
function hasUnnamedCells({ headings, lines }: CsvBody, width: number): boolean {
  return lines.some(
    ({ cells }) => cells.length === width && cells.slice(headings.length).some((cell) => cell !== ''),
  );
}

function reportNoRows(raw: readonly { line: number; text: string }[], log: IssueLog): void {
  const wide = raw
    .slice(0, 20)
    .find(
      ({ text }) =>
        text.split(/[;,\t|]/).filter((cell) => parseTimeOfDay(cell) !== null).length >= WIDE_COLUMNS,
    );
  if (wide !== undefined) {
    log.error({
      code: 'meter-layout-wide',
      where: `line ${wide.line}`,
      message: 'Each line holds a whole day, one column for each interval; this layout is not read.',
      remedy: 'Export one reading in each line.',
    });
    return;
  }
  log.error({
    code: 'meter-no-rows',
    message: 'No line holds a time stamp with a value beside it.',
    remedy: 'Give a CSV file with one reading in each line, such as 2024-01-31T00:15,0.12.',
  });
}

const unreadable = (known: Partial<MeterDetection>): Unreadable => ({
  kind: 'unreadable',
  detection: openDetection(known),
});
