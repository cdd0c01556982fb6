import type { Issue } from '../model/outcome';
import type { WeatherYear } from '../model/weather';
import {
  dewPointDegC,
  relativeHumidityPercent,
  skyInfraredWPerM2,
  standardPressurePa,
} from '../sim/weather/psychrometrics';
import type { EpwColumns } from './epwColumns';
import { DERIVABLE_FIELDS, EPW_FIELDS, EPW_FIELD_NAMES, type EpwFieldName } from './epwFields';
import type { EpwLine } from './epwRows';

const MAX_GAP_HOURS = 3;

type WeatherColumns = Pick<
  WeatherYear,
  | 'tempDegC'
  | 'dewPointDegC'
  | 'relativeHumidityPercent'
  | 'pressurePa'
  | 'windSpeedMPerS'
  | 'ghiWPerM2'
  | 'dniWPerM2'
  | 'dhiWPerM2'
  | 'skyInfraredWPerM2'
>;

/** Half-open runs of NaN rows. */
function gapsOf(values: Float64Array): { from: number; to: number }[] {
  const gaps: { from: number; to: number }[] = [];
  for (let row = 0; row < values.length; row += 1) {
    if (!Number.isNaN(values[row]!)) continue;
    const from = row;
    while (row < values.length && Number.isNaN(values[row]!)) row += 1;
    gaps.push({ from, to: row });
  }
  return gaps;
}

/** Straight line between the neighbours of a gap; at an end of the year the one neighbour is held. */
function interpolate(values: Float64Array, from: number, to: number): void {
  const before = values[from - 1] ?? values[to]!;
  const after = values[to] ?? before;
  for (let row = from; row < to; row += 1) {
    values[row] = before + ((after - before) * (row - from + 1)) / (to - from + 1);
  }
}

function fillField(name: EpwFieldName, context: FillContext): void {
  const { rows, columns, source, issues } = context;
  const values = columns[name];
  const derivable = DERIVABLE_FIELDS.includes(name);
  const field = EPW_FIELDS[name];
  for (const { from, to } of gapsOf(values)) {
    const length = to - from;
    const short = length <= MAX_GAP_HOURS && length < values.length;
    if (derivable && !short) continue;
    if (short) interpolate(values, from, to);
    // Cloud cover itself is no result; a filled gap in it concerns nobody.
    if (name === 'opaqueCloudTenths') continue;
    issues.push({
      severity: short ? 'warning' : 'error',
      code: short ? 'epw-gap-filled' : 'epw-gap',
      source,
      where: `line ${rows[from]!.line}${length > 1 ? ` to ${rows[to - 1]!.line}` : ''}`,
      field: field.name,
      value: `${length} h`,
      message: short
        ? `${length} missing hour(s) of ${field.name} are interpolated.`
        : `${length} hours of ${field.name} are missing; up to ${MAX_GAP_HOURS} h are interpolated.`,
      remedy: short
        ? 'Nothing to do, or supply the values.'
        : 'Supply the values or choose another weather file.',
    });
  }
}

interface FillContext {
  readonly rows: readonly EpwLine[];
  readonly columns: EpwColumns;
  readonly source: string;
  readonly issues: Issue[];
}

/** Fills what is still missing by `formula`; how many hours that were. */
function fillBy(name: EpwFieldName, { columns }: FillContext, formula: (row: number) => number): number {
  const values = columns[name];
  let count = 0;
  for (let row = 0; row < values.length; row += 1) {
    if (!Number.isNaN(values[row]!)) continue;
    values[row] = formula(row);
    count += 1;
  }
  return count;
}

/** Fills what is still missing by `formula` and notes how many hours that were. */
function derive(
  name: EpwFieldName,
  context: FillContext,
  how: string,
  formula: (row: number) => number,
): void {
  const count = fillBy(name, context, formula);
  if (count === 0) return;
  context.issues.push({
    severity: 'note',
    code: 'epw-derived',
    source: context.source,
    field: EPW_FIELDS[name].name,
    value: `${count} h`,
    message: `${count} hour(s) of ${EPW_FIELDS[name].name} are computed from ${how}.`,
    remedy: 'Nothing to do, or supply the values.',
  });
}

/** Both humidities missing at once cannot be derived from each other. */
function reportNoHumidity(context: FillContext): void {
  const { columns, issues, source, rows } = context;
  const both = Float64Array.from(columns.dewPointDegC, (dew, row) =>
    Number.isNaN(dew) && Number.isNaN(columns.relativeHumidityPercent[row]!) ? NaN : 0,
  );
  for (const { from, to } of gapsOf(both)) {
    issues.push({
      severity: 'error',
      code: 'epw-gap',
      source,
      where: `line ${rows[from]!.line}${to - from > 1 ? ` to ${rows[to - 1]!.line}` : ''}`,
      field: 'dew point temperature, relative humidity',
      value: `${to - from} h`,
      message: `Dew point and relative humidity are both missing for ${to - from} h; one of them is needed.`,
      remedy: 'Supply one of the two or choose another weather file.',
    });
  }
}

/** Interpolates short gaps, derives what formulas give, reports the rest. Changes `columns`. */
export function completeColumns(
  rows: readonly EpwLine[],
  columns: EpwColumns,
  elevationM: number,
  source: string,
  issues: Issue[],
): WeatherColumns {
  const context: FillContext = { rows, columns, source, issues };
  for (const name of EPW_FIELD_NAMES) fillField(name, context);
  reportNoHumidity(context);
  const {
    tempDegC,
    dewPointDegC: dew,
    relativeHumidityPercent: humidity,
    opaqueCloudTenths: cloud,
  } = columns;
  derive('dewPointDegC', context, 'temperature and relative humidity', (row) =>
    dewPointDegC(tempDegC[row]!, humidity[row]!),
  );
  derive('relativeHumidityPercent', context, 'temperature and dew point', (row) =>
    relativeHumidityPercent(tempDegC[row]!, dew[row]!),
  );
  derive('pressurePa', context, 'the standard atmosphere', () => standardPressurePa(elevationM));
  const unknownCloud = cloud.some(Number.isNaN);
  // Said with the infrared radiation, which alone needs it.
  fillBy('opaqueCloudTenths', context, () => 5);
  const how = `temperature, dew point and ${unknownCloud ? 'half cloud cover' : 'opaque cloud cover'}`;
  derive('skyInfraredWPerM2', context, how, (row) =>
    skyInfraredWPerM2(tempDegC[row]!, dew[row]!, cloud[row]!),
  );
  return {
    tempDegC,
    dewPointDegC: dew,
    relativeHumidityPercent: humidity.map((value) => Math.min(value, 100)),
    pressurePa: columns.pressurePa,
    windSpeedMPerS: columns.windSpeedMPerS,
    ghiWPerM2: columns.ghiWPerM2,
    dniWPerM2: columns.dniWPerM2,
    dhiWPerM2: columns.dhiWPerM2,
    skyInfraredWPerM2: columns.skyInfraredWPerM2,
  };
}
