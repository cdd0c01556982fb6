import { limitsOf } from '../kpi';
import { ratingsOfRows } from '../kpi/dynamicRating';
import { lineAboveS, transformerAboveS } from '../kpi/transformerHours';
import type { Limits, LimitsProfile } from '../model/limits';
import type { Transformer } from '../model/network';
import type { RunTable } from '../sim/arrays/results';
import type { RunRows } from '../sim/arrays/rows';

interface RatedYear {
  readonly table: RunTable;
  readonly rows: RunRows;
  readonly stepS: number;
}

interface Year extends RatedYear {
  readonly stepCount: number;
}

/** What a year is judged by: the limits of its scenario, and transformers that may have a rating of their own. */
export interface Judge {
  readonly limits?: LimitsProfile | undefined;
  readonly transformers: readonly Transformer[];
}

/** By nameplates, and by the standard that nobody chose. */
export const NAMEPLATES: Judge = { transformers: [] };

/**
 * What every branch of a year may carry, 1 = nameplate: a transformer that is judged by its hot spot what that allows, all
 * others 1. Every loading that is shown, and every class, count and word that follows from it, is
 *
 *     loading / rating
 *
 * so that the map, the lists, the card and the indicators cannot tell different stories of one transformer.
 */
export function branchRatings(year: RatedYear, { transformers }: Judge): Float64Array {
  const ofYear = rated.get(year) ?? new WeakMap<readonly Transformer[], Float64Array>();
  rated.set(year, ofYear);
  const present = ofYear.get(transformers);
  if (present !== undefined) return present;
  const { branchIds, lineCount } = year.rows;
  const ratings = new Float64Array(branchIds.length).fill(1);
  // Row by row of the year: what stands today may be of later inputs, with a station more or less.
  if (transformers.some(({ dynamicRating }) => dynamicRating !== undefined))
    ratings.set(ratingsOfRows(year, transformers), lineCount);
  ofYear.set(transformers, ratings);
  return ratings;
}

const rated = new WeakMap<RatedYear, WeakMap<readonly Transformer[], Float64Array>>();

/** One transformer's or line's year, by what it may carry. */
export interface BranchYear {
  readonly kind: 'transformer' | 'line';
  readonly id: string;
  /** Largest of the year, 1 = all that it may carry. */
  readonly loadingMax: number;
  readonly step: number;
  /** What it may carry, 1 = nameplate. */
  readonly rating: number;
  /** Time above the limit of the scenario, h; NaN where the year keeps none: lines at others than 80, 100 and 120 %. */
  readonly aboveH: number;
}

/** All transformers and lines of a year against one limit, the most loaded of each kind first. */
export interface Standing {
  /** Of what may be carried, 1 = all of it. */
  readonly loadingLimit: number;
  readonly transformers: readonly BranchYear[];
  readonly lines: readonly BranchYear[];
  readonly transformersOver: readonly BranchYear[];
  readonly linesOver: readonly BranchYear[];
  /** Buses whose voltage leaves the band of the limits. */
  readonly busesOutside: number;
}

const known = new WeakMap<Year, WeakMap<readonly Transformer[], Map<string, Standing>>>();

/** Counted once for a year, its transformers and its limits. */
export function standingOf(year: Year, judge: Judge = NAMEPLATES): Standing {
  const ofYear = known.get(year) ?? new WeakMap<readonly Transformer[], Map<string, Standing>>();
  known.set(year, ofYear);
  const ofTransformers = ofYear.get(judge.transformers) ?? new Map<string, Standing>();
  ofYear.set(judge.transformers, ofTransformers);
  const limits = limitsOf(judge.limits);
  const key = [limits.loadingLimit, limits.lowerPu, limits.upperPu].join(' ');
  const standing = ofTransformers.get(key) ?? counted(year, judge, limits);
  ofTransformers.set(key, standing);
  return standing;
}

function counted(year: Year, judge: Judge, { loadingLimit, lowerPu, upperPu }: Limits): Standing {
  const { table, rows } = year;
  const ratings = branchRatings(year, judge);
  const branches = rows.branchIds.map((id, row): BranchYear => ({
    kind: row < rows.lineCount ? 'line' : 'transformer',
    id,
    loadingMax: table.branchLoadingMax[row]! / ratings[row]!,
    step: table.branchLoadingMaxStep[row]!,
    rating: ratings[row]!,
    aboveH: hoursAbove(year, ratings, row, loadingLimit),
  }));
  const worstFirst = (kind: BranchYear['kind']): readonly BranchYear[] =>
    branches.filter((each) => each.kind === kind).sort((a, b) => b.loadingMax - a.loadingMax);
  const [transformers, lines] = [worstFirst('transformer'), worstFirst('line')];
  const over = (all: readonly BranchYear[]) => all.filter(({ loadingMax }) => loadingMax > loadingLimit);
  const isOutside = (lowest: number, bus: number): boolean =>
    lowest < lowerPu || table.busVMaxPu[bus]! > upperPu;
  return {
    ...{ loadingLimit, transformers, lines },
    ...{ transformersOver: over(transformers), linesOver: over(lines) },
    busesOutside: table.busVMinPu.reduce((sum, lowest, bus) => sum + Number(isOutside(lowest, bus)), 0),
  };
}

const S_PER_HOUR = 3600;

/** Time in which a branch carries more than a share of what it may, h; NaN where the year keeps no such hours. */
export function hoursAbove(year: Year, ratings: Float64Array, row: number, share: number): number {
  const { lineCount } = year.rows;
  const aboveS =
    row < lineCount
      ? lineAboveS(year, row, share)
      : transformerAboveS(year, row - lineCount, share, ratings.subarray(lineCount));
  return aboveS / S_PER_HOUR;
}

/** Transformers and lines above the limit, whatever they are, the most loaded first. */
export const overLimit = ({ transformersOver, linesOver }: Standing): readonly BranchYear[] =>
  [...transformersOver, ...linesOver].sort((a, b) => b.loadingMax - a.loadingMax);

/** What a finished year is about: its worst transformer where one is over its limit, else its worst line where one is. */
export const worstOf = ({ transformers, transformersOver, linesOver }: Standing): BranchYear | undefined =>
  transformersOver[0] ?? linesOver[0] ?? transformers[0];

/** Whether anything of the network leaves its limits in a year. */
export const isAnyOutside = ({ transformersOver, linesOver, busesOutside }: Standing): boolean =>
  transformersOver.length + linesOver.length + busesOutside > 0;
