import { HOURS_OF_YEAR } from '../../model/commonYear';
import { fail, type Outcome, succeed } from '../../model/outcome';
import { readCsv, type CsvTable } from '../csv';
import { IssueLog } from '../issueLog';
import { DAY_S, daysFromCivil } from './civilTime';
import { parseNumber } from './numbers';
import type { HourlyPower } from './totals';
import { isPower, siFactor, unitAtEnd } from './units';

/** A common year for hours that have a number only: its dates are those of every year but 29 February. */
const COMMON_YEAR = 2023;

/** True for a table of a modelled year by hour number (first heading `hour`), as `gridtwin building` writes it. */
export const hasNumberedHours = (text: string): boolean => /^\ufeff?"?hour"?\s*[,;\t]/i.test(text);

/**
 * One column of a year by hour number, 1 = 00:00 to 01:00 in local standard time, as a common year on a clock of its own
 * (UTC). The column is the one named, else the only one whose heading ends in a unit.
 */
export function readNumberedHours(text: string, fileName: string, column?: string): Outcome<HourlyPower> {
  const table = readCsv(text, fileName);
  if (!table.ok) return table;
  const log = new IssueLog(fileName);
  const at = columnOf(table.value, column, log);
  const unit = unitAtEnd(table.value.columns[at] ?? '').value;
  if (at >= 0 && unit === null) {
    log.error({
      code: 'meter-ambiguous-unit',
      field: table.value.columns[at]!,
      message: 'The heading does not end in a unit.',
      remedy: 'End the heading with one, such as _w or _kwh.',
    });
  }
  const pW = new Float64Array(HOURS_OF_YEAR).fill(NaN);
  if (at < 0 || unit === null) return fail(log.issues());
  const factor = siFactor(unit) / (isPower(unit) ? 1 : 3600);
  table.value.rows.forEach((row, index) => {
    const hour = parseNumber(row[0] ?? '', '.');
    const value = parseNumber(row[at] ?? '', '.');
    const isHour =
      Number.isInteger(hour) && hour >= 1 && hour <= HOURS_OF_YEAR && Number.isNaN(pW[hour - 1]!);
    if (isHour && !Number.isNaN(value)) {
      pW[hour - 1] = value * factor;
      return;
    }
    log.error({
      code: isHour ? 'meter-value-unreadable' : 'meter-hour-number',
      where: `line ${index + 2}`,
      field: isHour ? table.value.columns[at]! : 'hour',
      value: ((isHour ? row[at] : row[0]) ?? '').slice(0, 40),
      message: isHour ? 'This is no number.' : `The hours are 1 to ${HOURS_OF_YEAR}, each once.`,
      remedy: 'Write the file again.',
    });
  });
  if (log.hasErrors) return fail(log.issues());
  return succeed({ startS: daysFromCivil(COMMON_YEAR, 1, 1) * DAY_S, pW }, log.issues());
}

function columnOf({ columns }: CsvTable, asked: string | undefined, log: IssueLog): number {
  const withUnit = columns.filter((heading, at) => at > 0 && unitAtEnd(heading).basis === 'stated');
  const wanted = asked ?? (withUnit.length === 1 ? withUnit[0] : undefined);
  const at =
    wanted === undefined ? -1 : columns.findIndex((heading, index) => index > 0 && heading === wanted);
  if (at < 0) {
    log.error({
      code: 'meter-ambiguous-column',
      field: 'column',
      ...(asked === undefined ? {} : { value: asked.slice(0, 40) }),
      message: asked === undefined ? `${withUnit.length} columns may be meant.` : 'There is no such column.',
      remedy: `State the column: ${withUnit.slice(0, 12).join(', ')}.`,
    });
  }
  return at;
}
