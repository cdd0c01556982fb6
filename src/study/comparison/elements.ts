import type { RunTable } from '../../sim/arrays/results';
import type { RunResult } from '../runResult';

export type ElementKind = 'transformer' | 'line' | 'bus';

/** A figure that a year keeps of every element of a kind. */
export interface ElementMetric {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly of: 'branch' | 'bus';
  readonly column: keyof RunTable;
  /** Of the column, in the unit above. */
  readonly factor: number;
}

const H_PER_S = 1 / 3600;

/** Hours are counted against fixed lines, whatever limits a scenario names: they can be compared between any two. */
export const ELEMENT_METRICS = [
  {
    id: 'loadingMax',
    label: 'Largest loading',
    unit: '1',
    of: 'branch',
    column: 'branchLoadingMax',
    factor: 1,
  },
  { id: 'above80', label: 'Above 80 %', unit: 'h', of: 'branch', column: 'branchAbove80S', factor: H_PER_S },
  {
    id: 'above100',
    label: 'Above 100 %',
    unit: 'h',
    of: 'branch',
    column: 'branchAbove100S',
    factor: H_PER_S,
  },
  {
    id: 'above120',
    label: 'Above 120 %',
    unit: 'h',
    of: 'branch',
    column: 'branchAbove120S',
    factor: H_PER_S,
  },
  { id: 'loss', label: 'Losses', unit: 'J', of: 'branch', column: 'branchLossJ', factor: 1 },
  { id: 'vMin', label: 'Lowest voltage', unit: 'pu', of: 'bus', column: 'busVMinPu', factor: 1 },
  { id: 'vMax', label: 'Highest voltage', unit: 'pu', of: 'bus', column: 'busVMaxPu', factor: 1 },
  {
    id: 'underVoltage',
    label: 'Below 0.90 pu',
    unit: 'h',
    of: 'bus',
    column: 'busUnderVoltageS',
    factor: H_PER_S,
  },
  {
    id: 'overVoltage',
    label: 'Above 1.10 pu',
    unit: 'h',
    of: 'bus',
    column: 'busOverVoltageS',
    factor: H_PER_S,
  },
] as const satisfies readonly ElementMetric[];
export type ElementMetricId = (typeof ELEMENT_METRICS)[number]['id'];

export interface FigureChange {
  readonly metric: ElementMetricId;
  /** NaN where the element is not there, or the figure cannot be told. */
  readonly before: number;
  readonly after: number;
  /** after - before; exactly 0 where nothing changed. */
  readonly delta: number;
}

/** One element in two years. */
export interface ElementChange {
  readonly id: string;
  readonly kind: ElementKind;
  readonly presence: 'both' | 'added' | 'removed';
  readonly figures: readonly FigureChange[];
}

interface Placed {
  readonly id: string;
  readonly kind: ElementKind;
  readonly row: number;
}

function elementsOf({ rows }: RunResult): readonly Placed[] {
  const branches = rows.branchIds.map((id, row): Placed => ({
    id,
    kind: row < rows.lineCount ? 'line' : 'transformer',
    row,
  }));
  const buses = rows.busIds.map((id, row): Placed => ({ id, kind: 'bus', row }));
  return [...branches.slice(rows.lineCount), ...branches.slice(0, rows.lineCount), ...buses];
}

/** Every element of either year, paired by kind and id: transformers, lines, buses, in the order of the second network. */
export function elementChanges(a: RunResult, b: RunResult): readonly ElementChange[] {
  const keyOf = ({ kind, id }: Placed) => `${kind} ${id}`;
  const before = new Map(elementsOf(a).map((placed) => [keyOf(placed), placed]));
  const now = elementsOf(b);
  const kept = new Set(now.map(keyOf));
  const gone = [...before.values()].filter((placed) => !kept.has(keyOf(placed)));
  return [
    ...now.map((placed) => elementChange(placed, a, before.get(keyOf(placed)), b, placed)),
    ...gone.map((placed) => elementChange(placed, a, placed, b, undefined)),
  ];
}

function elementChange(
  { id, kind }: Placed,
  a: RunResult,
  inA: Placed | undefined,
  b: RunResult,
  inB: Placed | undefined,
): ElementChange {
  const of = kind === 'bus' ? 'bus' : 'branch';
  const figure = (result: RunResult, placed: Placed | undefined, { column, factor }: ElementMetric) =>
    placed === undefined ? Number.NaN : result.table[column][placed.row]! * factor;
  const figures = ELEMENT_METRICS.filter((metric) => metric.of === of).map((metric): FigureChange => {
    const [before, after] = [figure(a, inA, metric), figure(b, inB, metric)];
    return { metric: metric.id, before, after, delta: after - before };
  });
  const presence = inA === undefined ? 'added' : inB === undefined ? 'removed' : 'both';
  return { id, kind, presence, figures };
}

/** The elements a figure changed most at, the largest change first; equal ones stay in their order. */
export function largestChanges(
  changes: readonly ElementChange[],
  metric: ElementMetricId,
  count: number,
): readonly ElementChange[] {
  const size = ({ figures }: ElementChange): number =>
    Math.abs(figures.find((figure) => figure.metric === metric)?.delta ?? Number.NaN);
  return changes
    .filter((change) => size(change) > 0)
    .sort((one, other) => size(other) - size(one))
    .slice(0, count);
}
