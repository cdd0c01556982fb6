import type { IssueLog } from '../issueLog';
import type { CsvBody } from './csvColumns';
import { WIDE_COLUMNS } from './csvDayLabels';
import type { MeterLayout } from './detection';
import { parseTimeOfDay } from './stamps';

export function reportNoRows(raw: readonly { line: number; text: string }[], log: IssueLog): void {
  const wide = raw
    .slice(0, 20)
    .find(
      ({ text }) =>
        text.split(/[;,\t|]/).filter((cell) => parseTimeOfDay(cell) !== null).length >= WIDE_COLUMNS,
    );
  if (wide !== undefined) {
    reportWide(wide.line, 'no line below the times of the day begins with a date', log);
    return;
  }
  log.error({
    code: 'meter-no-rows',
    message: 'No line holds a time stamp with a value beside it.',
    remedy: 'Give a CSV file with one reading in each line, such as 2024-01-31T00:15,0.12.',
  });
}

export function reportWide(line: number, problem: string, log: IssueLog): void {
  log.error({
    code: 'meter-layout-wide',
    where: `line ${line}`,
    message: `Each line holds a whole day, one column for each interval, but ${problem}.`,
    remedy:
      'Give each line a date and the columns times from 00:00 on or numbers from 1 on, or export one reading in each line.',
  });
}

export function reportLayout(layout: MeterLayout, problem: string, log: IssueLog): void {
  log.error({
    code: 'meter-layout',
    field: 'layout',
    value: layout,
    message: `The layout was stated as ${layout}, but ${problem}.`,
    remedy: 'State another layout, or leave it to be detected.',
  });
}

export function reportHeadingWidth({ headings, lines }: CsvBody, width: number, log: IssueLog): void {
  log.error({
    code: 'meter-heading-width',
    where: `line ${lines[0]!.line}`,
    field: 'row',
    value: lines[0]!.cells.join(' ').slice(0, 40),
    message: `Rows have ${width} cells, the heading has ${headings.length}: perhaps a decimal comma in a file separated by commas.`,
    remedy: 'Export with semicolons, or put quotes around the values.',
  });
}
