import type { Issue } from '../model/outcome';
import { parseDecimal, type EpwLine } from './epwRows';

/** What the eight header lines say about the site and the year. */
export interface EpwHeader {
  readonly name: string;
  readonly latitudeDeg: number;
  readonly longitudeDeg: number;
  readonly utcOffsetMin: number;
  readonly elevationM: number;
  /** 0 = Monday. */
  readonly startWeekday: number;
}

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

interface SiteField {
  readonly column: number;
  readonly field: string;
  readonly min: number;
  readonly max: number;
}

const SITE_FIELDS: readonly SiteField[] = [
  { column: 6, field: 'latitude', min: -90, max: 90 },
  { column: 7, field: 'longitude', min: -180, max: 180 },
  { column: 8, field: 'time zone', min: -12, max: 14 },
  { column: 9, field: 'elevation', min: -450, max: 6000 },
];

function siteValue(location: EpwLine, spec: SiteField, source: string, issues: Issue[]): number {
  const cell = location.cells[spec.column] ?? '';
  const value = parseDecimal(cell);
  if (value >= spec.min && value <= spec.max) return value;
  issues.push({
    severity: 'error',
    code: 'epw-header-location',
    source,
    where: `line ${location.line}`,
    field: spec.field,
    value: cell.slice(0, 40),
    message: `LOCATION gives no usable ${spec.field}; expected a number from ${spec.min} to ${spec.max}.`,
    remedy: `Write the ${spec.field} in column ${spec.column + 1} of the LOCATION line.`,
  });
  return NaN;
}

function readWeekday(periods: EpwLine, source: string, issues: Issue[]): number {
  const cell = periods.cells[4] ?? '';
  const weekday = WEEKDAYS.indexOf(cell.toLowerCase());
  if (weekday >= 0) return weekday;
  issues.push({
    severity: 'note',
    code: 'epw-start-weekday',
    source,
    where: `line ${periods.line}`,
    field: 'start day of week',
    value: cell.slice(0, 40),
    message: 'DATA PERIODS names no weekday for 1 January; Monday is taken.',
    remedy: 'Write a weekday in column 5 of DATA PERIODS if another one is wanted.',
  });
  return 0;
}

function checkRecordsPerHour(periods: EpwLine, source: string, issues: Issue[]): void {
  const cell = periods.cells[2] ?? '';
  if (parseDecimal(cell) === 1) return;
  issues.push({
    severity: 'error',
    code: 'epw-records-per-hour',
    source,
    where: `line ${periods.line}`,
    field: 'records per hour',
    value: cell.slice(0, 40),
    message: 'Only hourly files are read: DATA PERIODS must state one record per hour.',
    remedy: 'Average the records to hours and write 1 in column 3 of DATA PERIODS.',
  });
}

function missingHeader(keyword: string, source: string, found: string): Issue {
  return {
    severity: 'error',
    code: 'epw-header',
    source,
    where: 'line 1',
    field: keyword,
    value: found.slice(0, 40),
    message: `The header line ${keyword} is missing, so this is not an EnergyPlus weather file.`,
    remedy: 'Choose a file in EPW format: eight header lines from LOCATION to DATA PERIODS, then 8,760 rows.',
  };
}

/** Reads the header; `dataFrom` is the index of the first data line, or -1 when the header has no end. */
export function readEpwHeader(
  lines: readonly EpwLine[],
  source: string,
  issues: Issue[],
): { header: EpwHeader | null; dataFrom: number } {
  const headerEnd = lines.slice(0, 64).findIndex((line) => line.cells[0]?.toUpperCase() === 'DATA PERIODS');
  const searched = headerEnd < 0 ? lines.slice(0, 64) : lines.slice(0, headerEnd);
  const location = searched.find((line) => line.cells[0]?.toUpperCase() === 'LOCATION');
  const first = lines[0]?.cells.join(',') ?? '';
  if (!location) issues.push(missingHeader('LOCATION', source, first));
  const periods = lines[headerEnd];
  if (!periods) issues.push(missingHeader('DATA PERIODS', source, first));
  const site = location
    ? SITE_FIELDS.map((spec) => siteValue(location, spec, source, issues))
    : SITE_FIELDS.map(() => NaN);
  if (periods) checkRecordsPerHour(periods, source, issues);
  const startWeekday = periods ? readWeekday(periods, source, issues) : 0;
  const [latitudeDeg = NaN, longitudeDeg = NaN, zoneH = NaN, elevationM = NaN] = site;
  if (!location || !periods || site.some(Number.isNaN))
    return { header: null, dataFrom: headerEnd + 1 || -1 };
  const name = location.cells[1] || source;
  const utcOffsetMin = Math.round(zoneH * 60);
  return {
    header: { name, latitudeDeg, longitudeDeg, utcOffsetMin, elevationM, startWeekday },
    dataFrom: headerEnd + 1,
  };
}
