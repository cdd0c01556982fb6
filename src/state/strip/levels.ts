import type { Kpi } from '../../kpi';
import type { District } from '../../model/district';
import { END_USES, NET_SIGNS } from '../../model/run';
import { busOf, downstreamOf, supplyOf, type Supply } from '../../scenario/selectors/supply';
import type { Words } from '../../words';
import type { RunResult, Selection } from '../appState';
import { branchRatings, hoursAbove } from '../standing';
import type { StripLevel } from './strip';

const S_PER_HOUR = 3600;

/** The element of each level that a selection lies at or below; null where there is none. */
export type LevelPlaces = Readonly<Record<StripLevel, string | null>>;

const NOWHERE: LevelPlaces = { district: '', transformer: null, feeder: null, home: null };

/** A home hangs on a feeder, a feeder on a transformer, a transformer in the district. */
export function levelPlaces(district: District | null, selection: Selection | null): LevelPlaces {
  const network = district?.network ?? null;
  if (district === null || network === null || selection === null) return NOWHERE;
  const supply = supplyOf(network);
  const bus = busOfSelection(district, supply, selection);
  const home = selection.kind === 'building' ? selection.id : null;
  if (bus < 0) return { ...NOWHERE, home };
  const transformer = network.transformers[supply.transformerOfBus[bus]!]?.id ?? null;
  const feeder = network.lines[supply.feederOfBus[bus]!]?.id ?? null;
  return { district: '', transformer, feeder, home };
}

/** The bus that a selected element feeds, or hangs on; -1 without one. */
function busOfSelection(district: District, supply: Supply, { kind, id }: Selection): number {
  const network = district.network!;
  if (kind === 'bus') return supply.busRow.get(id) ?? -1;
  if (kind === 'building') {
    const building = district.buildings.find((one) => one.id === id);
    return building === undefined ? -1 : busOf(supply, building);
  }
  const branch = supply.branches.ids.indexOf(id);
  const ends = branch < 0 ? [] : [supply.branches.fromBus[branch]!, supply.branches.toBus[branch]!];
  return ends.find((bus) => supply.feedingBranch[bus] === branch && network.buses[bus] !== undefined) ?? -1;
}

/** Rows of a year that belong to a place. */
interface Extent {
  readonly buildings: readonly number[];
  /** Every branch whose losses are counted here. */
  readonly branches: readonly number[];
  /** Those that carry all of it, or part of it, and whose limits are held against their loading. */
  readonly limited: readonly number[];
}

/** What is simulated of a place in a year, base units; positive net = drawn from above. */
export interface LevelFigures {
  readonly useJ: number;
  readonly generationJ: number;
  /** Drawn less returned at the place's own border. */
  readonly netJ: number;
  readonly lossJ: number;
  readonly peakW: number;
  readonly returnedPeakW: number;
  /** Largest loading, 1 = rated, of what carries it; NaN where nothing is rated. */
  readonly loading: number;
  /** Of the one that is longest above its rating. */
  readonly aboveS: number;
}

/**
 * One place of a finished year. At every level
 *
 *     net = use - generation + losses (+ what station storages keep back)
 *
 * where net is measured at the place's own border: the primary substation, the upper side of a transformer, the busbar end of a feeder, the
 * meter of a home. Uses, generation and losses of a level are the sums of what lies below it.
 */
export function levelFigures(
  district: District,
  result: RunResult,
  level: StripLevel,
  id: string,
): LevelFigures | null {
  const extent = extentOf(district, result, level, id);
  const border = extent === null ? null : borderOf(result, level, id, extent);
  if (extent === null || border === null) return null;
  const { table } = result;
  const { buildings, branches, limited } = extent;
  const ratings = branchRatings(result, { transformers: district.network?.transformers ?? [] });
  const largest = (of: (row: number) => number) =>
    limited.reduce((most, row) => Math.max(most, of(row)), Number.NEGATIVE_INFINITY);
  return {
    ...border,
    ...usesOf(result, buildings),
    lossJ: branches.reduce((total, row) => total + table.branchLossJ[row]!, 0),
    loading:
      limited.length === 0 ? Number.NaN : largest((row) => table.branchLoadingMax[row]! / ratings[row]!),
    aboveS:
      limited.length === 0 ? Number.NaN : S_PER_HOUR * largest((row) => hoursAbove(result, ratings, row, 1)),
  };
}

function extentOf(district: District, result: RunResult, level: StripLevel, id: string): Extent | null {
  const { network, buildings } = district;
  const { rows } = result;
  if (network === null) return null;
  if (level === 'district') {
    const all = (length: number, from = 0) => Array.from({ length }, (_, at) => from + at);
    return {
      buildings: all(rows.buildingIds.length),
      branches: all(rows.branchIds.length),
      limited: all(rows.transformerIds.length, rows.lineCount),
    };
  }
  const supply = supplyOf(network);
  if (level === 'home') {
    const row = rows.buildingIds.indexOf(id);
    const bus = buildings[row] === undefined ? -1 : busOf(supply, buildings[row]);
    if (bus < 0) return null;
    const feeding = supply.feedingBranch[bus]!;
    return { buildings: [row], branches: [], limited: feeding < 0 ? [] : [feeding] };
  }
  const behind = downstreamOf(network, level === 'feeder' ? 'line' : 'transformer', id);
  if (behind === null) return null;
  const marked = (marks: Uint8Array) => Array.from(marks.keys()).filter((row) => marks[row] === 1);
  const branches = marked(behind.branch);
  return {
    buildings: buildings.flatMap((building, row) => {
      const bus = busOf(supply, building);
      return bus >= 0 && behind.bus[bus] === 1 ? [row] : [];
    }),
    branches,
    limited: level === 'feeder' ? branches : [rows.branchIds.indexOf(id)],
  };
}

type Border = Pick<LevelFigures, 'netJ' | 'peakW' | 'returnedPeakW'>;

function borderOf(
  { table, rows, stepCount, stepS }: RunResult,
  level: StripLevel,
  id: string,
  extent: Extent,
): Border | null {
  if (level === 'home') {
    const row = extent.buildings[0]!;
    return {
      netJ: table.buildingImportJ[row]! - table.buildingExportJ[row]!,
      peakW: Math.max(0, table.buildingNetMaxW[row]!),
      returnedPeakW: Math.max(0, -table.buildingNetMinW[row]!),
    };
  }
  if (level === 'district') return borderOfSeries(table.sourcePW, stepS);
  const [ids, powersW] =
    level === 'feeder' ? [rows.feederIds, table.feederPW] : [rows.transformerIds, table.transformerPW];
  const row = ids.indexOf(id);
  return row < 0 ? null : borderOfSeries(powersW.subarray(row * stepCount, (row + 1) * stepCount), stepS);
}

function borderOfSeries(powersW: Float64Array, stepS: number): Border {
  let sumW = 0;
  let peakW = 0;
  let returnedPeakW = 0;
  for (const powerW of powersW) {
    sumW += powerW;
    peakW = Math.max(peakW, powerW);
    returnedPeakW = Math.max(returnedPeakW, -powerW);
  }
  return { netJ: sumW * stepS, peakW, returnedPeakW };
}

/** What cars and batteries give back is taken off what they take, as in the indicators of the district. */
function usesOf(
  { table }: RunResult,
  buildings: readonly number[],
): Pick<LevelFigures, 'useJ' | 'generationJ'> {
  let useJ = 0;
  let generationJ = 0;
  for (const row of buildings)
    END_USES.forEach((use, at) => {
      const energyJ = table.buildingEndUseJ[row * END_USES.length + at]!;
      if (use === 'photovoltaics') generationJ += energyJ;
      else useJ += NET_SIGNS[at]! * energyJ;
    });
  return { useJ, generationJ };
}

const TILES = [
  ['peak', 'peakW', 'W', 'lower'],
  ['returnedPeak', 'returnedPeakW', 'W', 'neither'],
  ['use', 'useJ', 'J', 'neither'],
  ['generation', 'generationJ', 'J', 'higher'],
  ['net', 'netJ', 'J', 'lower'],
  ['losses', 'lossJ', 'J', 'lower'],
  ['loading', 'loading', '%', 'lower'],
  ['above', 'aboveS', 'h', 'lower'],
] as const satisfies readonly (readonly [string, keyof LevelFigures, string, Kpi['betterWhen']])[];

const IN_UNIT: Readonly<Record<string, number>> = { '%': 100, h: 1 / 3600 };

/** The ids of the tiles of a level, in their order; the same at every level, so that they can be read down. */
export const LEVEL_TILES: readonly string[] = TILES.map(([name]) => `level-${name}`);

/** The figures of a place as indicators, in the words of a language. */
export function levelKpis(figures: LevelFigures, level: StripLevel, words: Words): readonly Kpi[] {
  return TILES.map(([name, key, unit, betterWhen]) => ({
    id: `level-${name}`,
    label: words(`levels.${name}.label`),
    value: figures[key] * (IN_UNIT[unit] ?? 1),
    unit,
    definition: words(`levels.${name}.definition`),
    boundary: words(`levels.boundaries.${level}`),
    source: words('levels.source'),
    betterWhen,
  }));
}
