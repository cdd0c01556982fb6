import { coincidenceFactor } from '../kpi/load';
import { fail, succeed, type Issue, type Outcome } from '../model/outcome';
import { randomKey, uniform } from '../sim/numeric/random';

/**
 * Coincidence of loads. Peaks of a series are those of its step means, so every figure here carries its step: the same
 * hundred homes have g = 0.03 at 1 min and 0.36 at 60 min.
 *
 * coincidence c = max_t(sum_i P_i(t)) / sum_i(max_t P_i(t)) (IEC 60050-691-10-03, as a share)
 * after-diversity maximum demand of N loads = max_t(sum_i P_i(t)) / N
 * Rusck: c(N) = g + (1 - g) / sqrt(N)
 */
export interface LoadSet {
  /** Length of a step, s. */
  readonly stepS: number;
  /** One series a load, W, means over steps, all of one length. */
  readonly seriesW: readonly Float64Array[];
}

/** A group of loads, or the mean of several groups of one size. */
export interface Coincidence {
  readonly stepS: number;
  /** Loads in a group. */
  readonly count: number;
  /** Mean over the loads of their own peaks. */
  readonly ownPeakW: number;
  /** After-diversity maximum demand: the group's peak a load. */
  readonly peakPerLoadW: number;
  /** Share between 0 and 1. */
  readonly coincidence: number;
}

/** The Rusck curve nearest to a set of points in the sense of least squares. */
export interface RusckFit {
  readonly stepS: number;
  readonly g: number;
  /** Largest distance of a point's coincidence from the curve. */
  readonly largestResidual: number;
}

/** Random groups of several sizes out of one set. */
export interface CoincidenceCurve {
  readonly stepS: number;
  readonly points: readonly Coincidence[];
  readonly rusck: RusckFit;
}

/** Number of random groups that a point of a curve is the mean of. */
const GROUPS_PER_POINT = 300;

function issue(code: string, field: string, value: string, message: string, remedy: string): Issue {
  return { severity: 'error', code, source: 'coincidence', field, value, message, remedy };
}

function issuesOf(set: LoadSet, counts: readonly number[]): Issue[] {
  const { stepS, seriesW } = set;
  const issues: Issue[] = [];
  const refuse = (...words: Parameters<typeof issue>): unknown => issues.push(issue(...words));
  if (!(stepS > 0 && stepS < Infinity)) {
    refuse('coincidence-step', 'stepS', String(stepS), 'The time step is not a positive length.', 'Give the step of the series in seconds.'); // prettier-ignore
  }
  const steps = seriesW[0]?.length ?? 0;
  if (steps === 0) {
    refuse('coincidence-empty', 'seriesW', String(seriesW.length), 'There is no load to look at.', 'Give at least one series of at least one step.'); // prettier-ignore
  }
  seriesW.forEach((series, i) => {
    if (series.length !== steps) {
      refuse('coincidence-length', 'seriesW', String(series.length), `Series ${i} has ${series.length} steps, the first ${steps}.`, 'Give all series over the same time.'); // prettier-ignore
    } else if (!series.every((value) => value >= 0 && value < Infinity)) {
      refuse('coincidence-value', 'seriesW', String(i), `Series ${i} has a value that is missing or no load.`, 'Give non-negative load without gaps; take generation out.'); // prettier-ignore
    }
  });
  for (const count of counts) {
    if (!(Number.isInteger(count) && count >= 1 && count <= seriesW.length)) {
      refuse('coincidence-count', 'counts', String(count), `No group of ${count} can be drawn from ${seriesW.length} loads.`, 'Ask for a whole number of loads up to those given.'); // prettier-ignore
    }
  }
  return issues;
}

/** Coincidence and after-diversity maximum demand of all loads of a set. */
export function coincidenceOf(set: LoadSet): Outcome<Coincidence> {
  const issues = issuesOf(set, []);
  if (issues.length > 0) return fail(issues);
  const ownPeaksW = set.seriesW.map(peakOf);
  if (!ownPeaksW.some((peakW) => peakW > 0)) return fail([noLoad()]);
  const all = set.seriesW.map((_, i) => i);
  return succeed(groupOf(set, ownPeaksW, all));
}

/**
 * Mean over random groups of each size, drawn from keyed seeds: a group depends on (seed, size, its number) alone, so that
 * other sizes and more groups change nothing.
 */
export function coincidenceCurve(
  set: LoadSet,
  counts: readonly number[],
  seed: number,
  groups = GROUPS_PER_POINT,
): Outcome<CoincidenceCurve> {
  const issues = issuesOf(set, counts);
  if (counts.length === 0) {
    issues.push(
      issue('coincidence-count', 'counts', '0', 'No group size is asked for.', 'Name at least one.'),
    );
  }
  if (!(Number.isInteger(groups) && groups >= 1)) {
    issues.push(issue('coincidence-groups', 'groups', String(groups), 'No group is drawn.', 'Draw at least one.')); // prettier-ignore
  }
  if (issues.length > 0) return fail(issues);
  const ownPeaksW = set.seriesW.map(peakOf);
  if (!ownPeaksW.every((peakW) => peakW > 0)) return fail([noLoad()]);
  const points = counts.map((count) => meanOfGroups(set, ownPeaksW, count, seed, groups));
  return succeed({ stepS: set.stepS, points, rusck: fitRusck(points, set.stepS) });
}

function noLoad(): Issue {
  return issue('coincidence-no-load', 'seriesW', '0', 'A load without a peak has no coincidence.', 'Leave out series that are zero throughout.'); // prettier-ignore
}

function meanOfGroups(
  set: LoadSet,
  ownPeaksW: readonly number[],
  count: number,
  seed: number,
  groups: number,
): Coincidence {
  const sum = { ownPeakW: 0, peakPerLoadW: 0, coincidence: 0 };
  // All of them are one group: no chance in it.
  const drawn = count === ownPeaksW.length ? 1 : groups;
  for (let group = 0; group < drawn; group += 1) {
    const key = randomKey(seed, `${count}/${group}`, 'coincidence');
    const one = groupOf(set, ownPeaksW, membersOf(key, ownPeaksW.length, count));
    sum.ownPeakW += one.ownPeakW / drawn;
    sum.peakPerLoadW += one.peakPerLoadW / drawn;
    sum.coincidence += one.coincidence / drawn;
  }
  return { stepS: set.stepS, count, ...sum };
}

/** `count` different indices below `size`: the head of a Fisher-Yates shuffle. */
function membersOf(key: number, size: number, count: number): number[] {
  const order = Array.from({ length: size }, (_, i) => i);
  for (let i = 0; i < count; i += 1) {
    const j = i + Math.floor(uniform(key, i) * (size - i));
    const kept = order[i]!;
    order[i] = order[j]!;
    order[j] = kept;
  }
  return order.slice(0, count);
}

function groupOf(set: LoadSet, ownPeaksW: readonly number[], members: readonly number[]): Coincidence {
  const count = members.length;
  const ownPeakW = members.reduce((sum, member) => sum + ownPeaksW[member]!, 0) / count;
  const coincidence = coincidenceFactor(members.map((member) => set.seriesW[member]!));
  return { stepS: set.stepS, count, ownPeakW, peakPerLoadW: coincidence * ownPeakW, coincidence };
}

function peakOf(series: Float64Array): number {
  let peak = 0;
  for (let step = 0; step < series.length; step += 1) if (series[step]! > peak) peak = series[step]!;
  return peak;
}

/** With s = 1 / sqrt(N), c - s = g (1 - s): g = sum((c - s)(1 - s)) / sum((1 - s)^2). NaN where every group has one load. */
function fitRusck(points: readonly Coincidence[], stepS: number): RusckFit {
  let upper = 0;
  let lower = 0;
  for (const { count, coincidence } of points) {
    const s = 1 / Math.sqrt(count);
    upper += (coincidence - s) * (1 - s);
    lower += (1 - s) * (1 - s);
  }
  const g = upper / lower;
  const distances = points.map(({ count, coincidence }) =>
    Math.abs(coincidence - g - (1 - g) / Math.sqrt(count)),
  );
  return { stepS, g, largestResidual: distances.reduce((largest, each) => Math.max(largest, each), 0) };
}

/** The same loads at a step `factor` times as long: means of so many steps. What does not fill a last step is left out. */
export function atCoarserStep(set: LoadSet, factor: number): LoadSet {
  return {
    stepS: set.stepS * factor,
    seriesW: set.seriesW.map((series) =>
      Float64Array.from({ length: Math.floor(series.length / factor) }, (_, step) => {
        let sum = 0;
        for (let i = 0; i < factor; i += 1) sum += series[step * factor + i]!;
        return sum / factor;
      }),
    ),
  };
}
