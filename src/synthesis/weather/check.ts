import { settle, type Issue, type Outcome } from '../../model/outcome';
import type { ClimateNormals, MonthNormals } from './normals';

type Range = readonly [min: number, max: number];

const SITE_RANGES = {
  latitudeDeg: [-66, 66],
  longitudeDeg: [-180, 180],
  utcOffsetMin: [-720, 840],
  elevationM: [-450, 6000],
} as const satisfies Readonly<Record<string, Range>>;

const MONTH_RANGES: Readonly<Record<keyof MonthNormals, Range>> = {
  meanTempDegC: [-60, 50],
  meanDailyMaxDegC: [-60, 60],
  meanDailyMinDegC: [-70, 50],
  dailyMeanStdK: [0, 20],
  meanDewPointDegC: [-70, 35],
  meanGhiWPerM2: [0, 450],
  meanWindSpeedMPerS: [0, 30],
  dailyClearnessStd: [0, 0.5],
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function checkNumber(value: unknown, range: Range, field: string, source: string, issues: Issue[]): void {
  if (typeof value === 'number' && value >= range[0] && value <= range[1]) return;
  issues.push({
    severity: 'error',
    code: 'climate-number',
    source,
    field,
    value: String(value).slice(0, 40),
    message: `${field} must be a number from ${range[0]} to ${range[1]}.`,
    remedy: 'Correct the figure in the table of normals.',
  });
}

function checkMonth(month: unknown, index: number, source: string, issues: Issue[]): void {
  const row = isRecord(month) ? month : {};
  const before = issues.length;
  for (const [field, range] of Object.entries(MONTH_RANGES)) {
    checkNumber(row[field], range, `months[${index}].${field}`, source, issues);
  }
  if (issues.length > before) return;
  const {
    meanDailyMinDegC: low,
    meanTempDegC: mean,
    meanDailyMaxDegC: high,
  } = row as unknown as MonthNormals;
  if (low <= mean && mean <= high) return;
  issues.push({
    severity: 'error',
    code: 'climate-order',
    source,
    field: `months[${index}]`,
    value: `${low}, ${mean}, ${high}`,
    message: 'The mean daily minimum, the mean and the mean daily maximum must rise in this order.',
    remedy: 'Correct the temperatures of this month.',
  });
}

/** Checks a parsed table of normals; every wrong figure is listed. Polar sites (no sun for a day) are refused. */
export function readClimateNormals(content: unknown, source: string): Outcome<ClimateNormals> {
  const issues: Issue[] = [];
  const table = isRecord(content) ? content : {};
  const months: readonly unknown[] = Array.isArray(table.months) ? table.months : [];
  if (table.schema !== 'gridtwin-climate/1' || months.length !== 12) {
    issues.push({
      severity: 'error',
      code: 'climate-schema',
      source,
      field: 'schema, months',
      value: `${String(table.schema).slice(0, 40)}, ${months.length} months`,
      message: 'A table of normals has the schema gridtwin-climate/1 and twelve months.',
      remedy: 'Write the table with the command `gridtwin normals FILE.epw --out FILE.json`.',
    });
  }
  for (const field of ['name', 'source'] as const) {
    if (typeof table[field] === 'string') continue;
    issues.push({
      severity: 'error',
      code: 'climate-text',
      source,
      field,
      message: `${field} must be a text.`,
      remedy: 'Say which place it is and where the figures come from.',
    });
  }
  for (const [field, range] of Object.entries(SITE_RANGES))
    checkNumber(table[field], range, field, source, issues);
  months.forEach((month, index) => checkMonth(month, index, source, issues));
  return settle({ ...table, verified: table.verified === true } as unknown as ClimateNormals, issues);
}
