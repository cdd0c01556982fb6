import { settle, fail, type Issue, type Outcome } from '../model/outcome';
import type { WeatherYear } from '../model/weather';
import { readEpwHeader } from './epwHeader';
import { completeColumns } from './epwGaps';
import { selectCommonYear } from './epwOrder';
import { readColumns } from './epwColumns';
import { splitEpwLines } from './epwRows';

/** A year of EPW text is 1.4 to 2 MB; ten times that is certainly something else. */
const MAX_TEXT_LENGTH = 20_000_000;

/**
 * Reads an EnergyPlus weather file into an hourly year, hour-ending rows turned into interval-start ones. Returns the
 * complete list of issues: lines are 1-based, fields carry their EPW names. Gaps up to three hours are interpolated with
 * a warning; longer ones are errors, except where a formula fills them (infrared, humidity, pressure), which is noted.
 */
export function readEpw(text: string, fileName: string): Outcome<WeatherYear> {
  if (text.length > MAX_TEXT_LENGTH) return fail([tooLarge(text.length, fileName)]);
  const issues: Issue[] = [];
  const lines = splitEpwLines(text);
  const { header, dataFrom } = readEpwHeader(lines, fileName, issues);
  if (dataFrom < 0) return fail(issues);
  const rows = selectCommonYear(lines.slice(dataFrom), fileName, issues);
  const columns = readColumns(rows, fileName, issues);
  if (header === null || issues.some((issue) => issue.severity === 'error')) {
    // Gaps are still listed, so that one reading shows everything there is to mend.
    completeColumns(rows, columns, header?.elevationM ?? 0, fileName, issues);
    return fail(issues);
  }
  const complete = completeColumns(rows, columns, header.elevationM, fileName, issues);
  return settle({ ...header, origin: 'epw' as const, ...complete }, issues);
}

function tooLarge(length: number, source: string): Issue {
  return {
    severity: 'error',
    code: 'epw-size',
    source,
    value: `${Math.round(length / 1e6)} MB`,
    message: 'The file is far larger than a year of hourly weather and was not read.',
    remedy: 'Choose an EPW file of one year (about 2 MB).',
  };
}
