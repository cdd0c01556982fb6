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
import { type DayLines, findDays } from './csvDays';
import { findPeriods, type PeriodColumns } from './csvPeriods';
import { intervalText } from './csvTime';
import {
  type DateOrder,
  type Detected,
  type MeterChoices,
  type MeterDetection,
  type MeterLayout,
  type Separator,
  confirmed,
  confirmedOr,
  inferred,
  openDetection,
  undecided,
} from './detection';
import { reportHeadingWidth, reportLayout, reportNoRows, reportWide } from './layoutReports';

/** Where things stand in a file. */
interface Columns {
  readonly separator: Separator;
  readonly body: CsvBody;
  readonly width: number;
  readonly valueColumns: readonly number[];
  readonly unitColumn: number | null;
  readonly detection: Pick<MeterDetection, 'separator' | 'layout' | 'columns'>;
}

/** Readings of an interval, one in each line or cut out of a day in each. */
export interface Layout extends Columns {
  readonly kind: 'layout';
  readonly time: TimeColumns;
  /** Length of the intervals where the columns of a day tell it. */
  readonly dayStepS: number | null;
  /** The order of the dates where it decides the layout, and is open. */
  readonly openOrder: Detected<DateOrder> | null;
}

/** Billing periods, one in each line. */
export interface BillLayout extends Columns {
  readonly kind: 'bills';
  readonly periods: PeriodColumns;
}

export interface Unreadable {
  readonly kind: 'unreadable';
  readonly detection: MeterDetection;
}

/** Finds the separator, the layout, the heading and the columns, or says in one issue why not. */
export function layOut(text: string, choices: MeterChoices, log: IssueLog): Layout | BillLayout | Unreadable {
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
  const days = mayBe('day-per-line', choices) ? findDays(lines, log) : null;
  if (separator.value !== null && days !== null) {
    if (!('problem' in days)) return layOutDays(days, separator, separator.value, choices);
    reportWide(days.line, days.problem, log);
    return unreadable({ separator });
  }
  const body = findBody(lines);
  if (separator.value === null || body === null) {
    reportNoRows(raw, log);
    return unreadable({ separator });
  }
  return layOutLines(body, separator, separator.value, choices, log);
}

const mayBe = (layout: MeterLayout, choices: MeterChoices): boolean =>
  choices.layout === undefined || choices.layout === layout;

const layoutOf = (layout: MeterLayout, reason: string, choices: MeterChoices): Detected<MeterLayout> =>
  choices.layout === layout ? confirmed(layout) : inferred(layout, reason);

function layOutDays(
  { body, dateHeading, columns }: DayLines,
  detected: Detected<Separator>,
  separator: Separator,
  choices: MeterChoices,
): Layout {
  const { says, stepS, isCounted, reason } = columns;
  const heading = body.headings[1]!;
  const asked = choices.column?.trim().toLowerCase();
  const named: Detected<readonly string[]> =
    asked === undefined || asked === heading.toLowerCase()
      ? inferred([heading], `the columns of a day are one flow`)
      : undecided(`a day in each line has the one flow "${heading}"`);
  const counted = isCounted ? `${reason}, counted from midnight` : reason;
  return {
    kind: 'layout',
    separator,
    body,
    width: body.headings.length,
    time: { stampAt: 0, timeAt: null, heading: dateHeading, says },
    valueColumns: named.value === null ? [] : [1],
    unitColumn: findUnitColumn(body, body.headings.length),
    detection: {
      separator: detected,
      layout: layoutOf('day-per-line', `${counted}, ${intervalText(stepS)} each`, choices),
      columns: named,
    },
    dayStepS: stepS,
    openOrder: null,
  };
}

function layOutLines(
  body: CsvBody,
  detected: Detected<Separator>,
  separator: Separator,
  choices: MeterChoices,
  log: IssueLog,
): Layout | BillLayout | Unreadable {
  const width = usualWidth(body.lines);
  if (width > body.headings.length && hasUnnamedCells(body, width)) {
    reportHeadingWidth(body, width, log);
    return unreadable({ separator: detected });
  }
  if (choices.layout === 'day-per-line') {
    reportLayout(choices.layout, 'no line holds a date and the values of a day', log);
    return unreadable({ separator: detected });
  }
  const periods = mayBe('billing-periods', choices) ? findPeriods(body, width, choices) : null;
  const columns = { separator, body, width, unitColumn: findUnitColumn(body, width) };
  if (periods !== null && !('open' in periods)) {
    const { startAt, endAt, heading, says } = periods;
    const time: TimeColumns = { stampAt: startAt, timeAt: endAt === startAt ? null : endAt, heading, says };
    const values = findValues(body, width, time, choices, true);
    const layout = layoutOf('billing-periods', periods.reason, choices);
    return {
      ...{ kind: 'bills', ...columns, periods, valueColumns: values.value ?? [] },
      detection: { separator: detected, layout, columns: namesOf(values, body) },
    };
  }
  if (choices.layout === 'billing-periods') {
    reportLayout(choices.layout, 'no column holds months, periods or single dates', log);
    return unreadable({ separator: detected });
  }
  const time = findTime(body, width);
  if ('problem' in time) {
    log.error({
      code: 'meter-ambiguous-time',
      field: 'time',
      message: `The time cannot be told: ${time.problem}.`,
      remedy: 'Keep one column of time stamps (or a date and a time), named start or end.',
    });
    return unreadable({ separator: detected });
  }
  const values = findValues(body, width, time, choices);
  const layout =
    periods === null
      ? layoutOf('reading-per-line', 'each line has a time stamp and its reading', choices)
      : undecided<MeterLayout>('the order of day and month decides it', [
          { value: 'reading-per-line', reason: 'days in a row' },
          { value: 'billing-periods', reason: 'dates weeks apart' },
        ]);
  return {
    ...{ kind: 'layout', ...columns, time, valueColumns: values.value ?? [] },
    detection: { separator: detected, layout, columns: namesOf(values, body) },
    dayStepS: null,
    openOrder: periods === null ? null : periods.open,
  };
}

function namesOf(values: Detected<readonly number[]>, { headings }: CsvBody): Detected<readonly string[]> {
  const names = (columns: readonly number[]): string[] => columns.map((column) => headings[column] ?? '');
  return {
    ...values,
    value: values.value === null ? null : names(values.value),
    alternatives: values.alternatives.map(({ value, reason }) => ({ value: names(value), reason })),
  };
}

/** Cells beyond the last heading that are not empty: what they are cannot be told. */
function hasUnnamedCells({ headings, lines }: CsvBody, width: number): boolean {
  return lines.some(
    ({ cells }) => cells.length === width && cells.slice(headings.length).some((cell) => cell !== ''),
  );
}

const unreadable = (known: Partial<MeterDetection>): Unreadable => ({
  kind: 'unreadable',
  detection: openDetection(known),
});
