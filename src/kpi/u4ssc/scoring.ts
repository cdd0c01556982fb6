/**
 * The published scoring: bands by percent of target, 1 to 4 points, aggregates as points over 4 times the scored items
 * (Kristiansund Verification Report, September 2020, p. 12, section 5). Who owns an edge is not published: here the upper
 * band does (33 is in 33-66). The formula of "percent of target" is not published either: `percentOfTarget` is this
 * project's.
 */
export const BANDS = [
  { points: 1, fromPercent: 0, label: '0–33 %' },
  { points: 2, fromPercent: 33, label: '33–66 %' },
  { points: 3, fromPercent: 66, label: '66–95 %' },
  { points: 4, fromPercent: 95, label: '95+ %' },
] as const;
export type Band = (typeof BANDS)[number];

export const EDGE_NOTE =
  'A value on an edge counts in the upper band: 33 % is in 33–66 %. The publication does not say; this is a choice of this project.';
export const LOWEST_NOTE =
  'Every scored item has at least 1 of 4 points, so the lowest aggregate is 25 %, not 0 %: the published rule.';
export const PERCENT_NOTE =
  'Percent of target: where more is better, value over target; where less is better, linear from 0 % at the worst value to 100 % at the target; never below 0 % or above 100 %. The formula of the publication is not public; this is a choice of this project.';

/** Rounding must not push what is on an edge below it. */
const EDGE_TOLERANCE_PERCENT = 1e-9;

export interface Target {
  /** Value that counts as 100 %. */
  readonly target: number;
  /** Where less is better: the value that counts as 0 %. */
  readonly worst?: number;
}

/**
 * Percent of target p of value v, target T, worst W: more is better p = 100 clamp(v/T); less is better
 * p = 100 clamp((W - v)/(W - T)), which also holds for T = 0. Monotone; NaN where the target makes no sense.
 */
export function percentOfTarget(
  value: number,
  direction: 'higher' | 'lower' | 'neither',
  { target, worst }: Target,
): number {
  if (direction === 'neither') return Number.NaN;
  if (direction === 'higher') return target > 0 ? clampPercent((100 * value) / target) : Number.NaN;
  return worst !== undefined && worst > target
    ? clampPercent((100 * (worst - value)) / (worst - target))
    : Number.NaN;
}

/** The band of a percent of target; undefined where there is none. */
export function bandOf(percent: number): Band | undefined {
  return [...BANDS].reverse().find(({ fromPercent }) => percent >= fromPercent - EDGE_TOLERANCE_PERCENT);
}

export interface Aggregate {
  readonly points: number;
  readonly scoredItems: number;
  /** 100 points/(4 items). */
  readonly percent: number;
  readonly band: Band;
}

/**
 * Of a category, sub-dimension or dimension. What is not reported or has no target (undefined) is excluded, not zero;
 * undefined where nothing is scored.
 */
export function aggregate(points: readonly (1 | 2 | 3 | 4 | undefined)[]): Aggregate | undefined {
  const scored = points.filter((each) => each !== undefined);
  if (scored.length === 0) return undefined;
  const sum = scored.reduce<number>((total, each) => total + each, 0);
  const percent = (100 * sum) / (4 * scored.length);
  return { points: sum, scoredItems: scored.length, percent, band: bandOf(percent)! };
}

function clampPercent(percent: number): number {
  return Number.isNaN(percent) ? percent : Math.min(100, Math.max(0, percent));
}
