import type { KpiInput } from './districtKpis';
import type { TransformerRatings } from './gridKpis';
import { transformerAboveS } from './transformerHours';

/** Where an indicator can be asked for: the whole district, one station, one feeder, or a group of buildings. */
export const KPI_LEVELS = ['district', 'station', 'feeder', 'buildings'] as const;
export type KpiLevel = (typeof KPI_LEVELS)[number];

/** Rows of a run that make a place; the flow is that of the station or feeder, null for a group of buildings. */
export interface PlaceRows {
  readonly flow: { readonly of: 'station' | 'feeder'; readonly row: number } | null;
  readonly buildings: readonly number[];
  /** Buses with supply, as the connections of the buildings have them. */
  readonly buses: readonly number[];
  /** Lines behind the station, or the feeder's own; none for a group. */
  readonly lines: readonly number[];
}

type Definition = (input: KpiInput, place: PlaceRows, ratings: TransformerRatings) => number;

const sumOver = (rows: readonly number[], column: Float64Array): number =>
  rows.reduce((sum, row) => sum + column[row]!, 0);

const mostOf = (rows: readonly number[], column: Float64Array, sign: 1 | -1): number =>
  rows.reduce((most, row) => Math.max(most, sign * column[row]!), -Infinity);

/** NaN where a place has no such rows, or none with supply. */
const finite = (value: number): number => (Number.isFinite(value) ? value : Number.NaN);

function flowW({ table, stepCount }: KpiInput, { flow }: PlaceRows): Float64Array {
  if (flow === null) return new Float64Array(0);
  const column = flow.of === 'station' ? table.transformerPW : table.feederPW;
  return column.subarray(flow.row * stepCount, (flow.row + 1) * stepCount);
}

/** Largest power in one direction, W; 0 where none is. */
const peak =
  (sign: 1 | -1): Definition =>
  (input, place) =>
    flowW(input, place).reduce((most, powerW) => Math.max(most, sign * powerW), 0);

/** Energy in one direction, J. */
const crossing =
  (sign: 1 | -1): Definition =>
  (input, place) =>
    flowW(input, place).reduce((sum, powerW) => sum + Math.max(sign * powerW, 0), 0) * input.stepS;

/** Largest loading of a station's transformer, of what it may carry; NaN of a place that is no station. */
const stationLoading: Definition = ({ table, rows }, { flow }, ratings) =>
  flow?.of === 'station'
    ? table.branchLoadingMax[rows.lineCount + flow.row]! / (ratings?.[flow.row] ?? 1)
    : Number.NaN;

/** Peak of a single building in one direction, W; NaN of several. */
const ofOne = ([row, ...others]: readonly number[], column: Float64Array, sign: 1 | -1): number =>
  row === undefined || others.length > 0 ? Number.NaN : Math.max(0, sign * column[row]!);

const above = (percent: 80 | 100 | 120): readonly [station: Definition, lines: Definition] => [
  (input, { flow }, ratings) =>
    flow?.of === 'station' ? transformerAboveS(input, flow.row, percent / 100, ratings) / 3600 : Number.NaN,
  ({ table }, { lines }) => sumOver(lines, table[`branchAbove${percent}S`]) / 3600,
];
const [above80, above100, above120] = [above(80), above(100), above(120)];

const OF_FLOW: Readonly<Record<string, Definition>> = {
  peakImport: peak(1),
  peakExport: peak(-1),
  gridImport: crossing(1),
  gridExport: crossing(-1),
};

const OF_LINES: Readonly<Record<string, Definition>> = {
  worstLineLoading: ({ table }, { lines }) => finite(100 * mostOf(lines, table.branchLoadingMax, 1)),
  lineHoursOver80: above80[1],
  lineHoursOver100: above100[1],
  lineHoursOver120: above120[1],
};

const OF_BUILDINGS: Readonly<Record<string, Definition>> = {
  heatNeed: ({ table }, { buildings }) => sumOver(buildings, table.buildingHeatNeedJ),
  coolNeed: ({ table }, { buildings }) => sumOver(buildings, table.buildingCoolNeedJ),
  hotWaterNeed: ({ table }, { buildings }) => sumOver(buildings, table.buildingHotWaterNeedJ),
  fuel: ({ table }, { buildings }) => sumOver(buildings, table.buildingFuelJ),
  underheating: ({ table }, { buildings }) => sumOver(buildings, table.buildingUnderheatingKS) / 3600,
  overheating: ({ table }, { buildings }) => sumOver(buildings, table.buildingOverheatingKS) / 3600,
  lowestVoltage: ({ table }, { buses }) => finite(-100 * mostOf(buses, table.busVMinPu, -1)),
  highestVoltage: ({ table }, { buses }) => finite(100 * mostOf(buses, table.busVMaxPu, 1)),
};

const AT: Readonly<Record<Exclude<KpiLevel, 'district'>, Readonly<Record<string, Definition>>>> = {
  station: {
    ...OF_FLOW,
    worstTransformerLoading: (input, place, ratings) => 100 * stationLoading(input, place, ratings),
    transformerHoursOver80: above80[0],
    transformerHoursOver100: above100[0],
    transformerHoursOver120: above120[0],
    ...OF_LINES,
    ...OF_BUILDINGS,
  },
  feeder: { ...OF_FLOW, ...OF_LINES, ...OF_BUILDINGS },
  buildings: {
    gridImport: ({ table }, { buildings }) => sumOver(buildings, table.buildingImportJ),
    gridExport: ({ table }, { buildings }) => sumOver(buildings, table.buildingExportJ),
    // Peaks of several meters do not add: only one building has one.
    peakImport: ({ table }, { buildings }) => ofOne(buildings, table.buildingNetMaxW, 1),
    peakExport: ({ table }, { buildings }) => ofOne(buildings, table.buildingNetMinW, -1),
    ...OF_BUILDINGS,
  },
};

/** The indicators that a level below the district can tell; the same ids and units as the district's (KPI_PLACES). */
export const placeKpiIds = (level: Exclude<KpiLevel, 'district'>): readonly string[] =>
  Object.keys(AT[level]);

/**
 * An indicator of a district's year, of one place in it: what the district's sums or takes the largest of, over the rows of the
 * place alone. Imports and exports of a station or feeder are the flow through it, those of a group the sum of its members'
 * meters. In the unit of the district's indicator; NaN where the level does not have it. A station is held against `ratings`, as
 * the district is, and against its nameplate without.
 */
export function placeKpi(
  id: string,
  level: Exclude<KpiLevel, 'district'>,
  input: KpiInput,
  place: PlaceRows,
  ratings?: TransformerRatings,
): number {
  const definitions = AT[level];
  return Object.hasOwn(definitions, id) ? definitions[id]!(input, place, ratings) : Number.NaN;
}
