import type { Outcome } from '../../model/outcome';
import type { KpiReading } from '../definition';
import { parseU4sscCode } from './code';
import type { U4sscIndicator } from './indicator';
import {
  aggregate,
  bandOf,
  EDGE_NOTE,
  LOWEST_NOTE,
  PERCENT_NOTE,
  percentOfTarget,
  type Aggregate,
  type Band,
} from './scoring';
import type { U4sscTarget } from './targets';

export interface ScoredIndicator {
  readonly indicator: U4sscIndicator;
  readonly reading: Outcome<KpiReading>;
  readonly target: U4sscTarget | undefined;
  /** NaN where not scored. */
  readonly percentOfTarget: number;
  readonly band: Band | undefined;
  /** Why it takes no part in the aggregates. */
  readonly excluded: 'notReported' | 'noTarget' | undefined;
}

/** A ring segment of the wheel: a dimension, sub-dimension or category. */
export interface ScoredGroup {
  readonly level: 'dimension' | 'subDimension' | 'category';
  /** The beginning of the codes in it, for example `EC: ICT`. */
  readonly prefix: string;
  readonly aggregate: Aggregate | undefined;
}

export interface Scorecard {
  readonly items: readonly ScoredIndicator[];
  readonly groups: readonly ScoredGroup[];
  readonly notReported: readonly string[];
  readonly withoutTarget: readonly string[];
  /** Next steps of a verification report: what is in the two lowest bands, lowest first. */
  readonly lookFirst: readonly string[];
  /** What of the scoring is published and what is this project's choice: to be shown beside every score. */
  readonly notes: readonly string[];
}

/** Scores of all readings with their targets, in the order given; groups in order of first appearance. */
export function scorecard(
  readings: readonly { readonly indicator: U4sscIndicator; readonly reading: Outcome<KpiReading> }[],
  targets: readonly U4sscTarget[],
): Scorecard {
  const items = readings.map(({ indicator, reading }) => scored(indicator, reading, targets));
  const ids = (test: (item: ScoredIndicator) => boolean): string[] =>
    items.filter(test).map(({ indicator }) => indicator.id);
  const low = items.filter(({ band }) => band !== undefined && band.points <= 2);
  return {
    items,
    groups: groupsOf(items),
    notReported: ids(({ excluded }) => excluded === 'notReported'),
    withoutTarget: ids(({ excluded }) => excluded === 'noTarget'),
    lookFirst: [...low]
      .sort((a, b) => a.percentOfTarget - b.percentOfTarget)
      .map(({ indicator }) => indicator.id),
    notes: [EDGE_NOTE, LOWEST_NOTE, PERCENT_NOTE],
  };
}

function scored(
  indicator: U4sscIndicator,
  reading: Outcome<KpiReading>,
  targets: readonly U4sscTarget[],
): ScoredIndicator {
  const target = targets.find(({ indicatorId }) => indicatorId === indicator.id);
  const percent =
    reading.ok && target ? percentOfTarget(reading.value.value, indicator.direction, target) : Number.NaN;
  const band = bandOf(percent);
  const excluded = reading.ok ? (band === undefined ? 'noTarget' : undefined) : 'notReported';
  return { indicator, reading, target, percentOfTarget: percent, band, excluded };
}

function groupsOf(items: readonly ScoredIndicator[]): ScoredGroup[] {
  const points = new Map<string, { level: ScoredGroup['level']; points: (1 | 2 | 3 | 4 | undefined)[] }>();
  for (const { indicator, band } of items) {
    const code = parseU4sscCode(indicator.code);
    if (!code.ok) continue;
    const { dimension, subDimension, category } = code.value;
    const rings = [
      ['dimension', dimension],
      ['subDimension', `${dimension}: ${subDimension}`],
      ['category', `${dimension}: ${subDimension}: ${category}`],
    ] as const;
    for (const [level, prefix] of rings) {
      const group = points.get(prefix) ?? { level, points: [] };
      group.points.push(band?.points);
      points.set(prefix, group);
    }
  }
  return [...points].map(([prefix, group]) => ({
    level: group.level,
    prefix,
    aggregate: aggregate(group.points),
  }));
}
