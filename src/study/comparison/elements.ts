import { ratingsOfRows } from '../../kpi/dynamicRating';
import { transformerAboveS } from '../../kpi/transformerHours';
import type { RunTable } from '../../sim/arrays/results';
import type { RunResult } from '../runResult';
import type { ScenarioYear } from '../scenarioYear';

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
  /** Of hours above a loading: the share of what the branch may carry. */
  readonly share?: number;
}

const H_PER_S = 1 / 3600;

/**
 * Hours are counted against fixed lines, whatever limits a scenario names: they can be compared between any two. Loadings and their
 * hours are of what a branch may carry: of a transformer with a dynamic rating in its year that, of all others the nameplate.
 */
export const ELEMENT_METRICS = [
  {
    id: 'loadingMax',
    label: 'Largest loading',
    unit: '1',
    of: 'branch',
    column: 'branchLoadingMax',
    factor: 1,
  },
  {
    id: 'above80',
    label: 'Above 80 %',
    unit: 'h',
    of: 'branch',
    column: 'branchAbove80S',
    factor: H_PER_S,
    share: 0.8,
  },
  {
    id: 'above100',
    label: 'Above 100 %',
    unit: 'h',
    of: 'branch',
    column: 'branchAbove100S',
    factor: H_PER_S,
    share: 1,
  },
  {
    id: 'above120',
    label: 'Above 120 %',
    unit: 'h',
    of: 'branch',
    column: 'branchAbove120S',
    factor: H_PER_S,
    share: 1.2,
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

/** A year, and the district that says by what its transformers are judged. */
type JudgedYear = Pick<ScenarioYear, 'result' | 'district'>;

/** A figure of an element of a year, by what branches may carry; NaN where it is not there. */
function figuresOf({ result, district }: JudgedYear) {
  const { table, rows } = result;
  const ratings = ratingsOfRows(result, district.network?.transformers ?? []);
  return (placed: Placed | undefined, { column, factor, share }: ElementMetric): number => {
    if (placed === undefined) return Number.NaN;
    const { kind, row } = placed;
    const value = table[column][row]!;
    if (kind !== 'transformer') return value * factor;
    const transformer = row - rows.lineCount;
    if (column === 'branchLoadingMax') return (value / ratings[transformer]!) * factor;
    return (share === undefined ? value : transformerAboveS(result, transformer, share, ratings)) * factor;
  };
}

type FigureIn = ReturnType<typeof figuresOf>;

/** Every element of either year, paired by kind and id: transformers, lines, buses, in the order of the second network. */
export function elementChanges(a: JudgedYear, b: JudgedYear): readonly ElementChange[] {
  const keyOf = ({ kind, id }: Placed) => `${kind} ${id}`;
  const before = new Map(elementsOf(a.result).map((placed) => [keyOf(placed), placed]));
  const now = elementsOf(b.result);
  const kept = new Set(now.map(keyOf));
  const gone = [...before.values()].filter((placed) => !kept.has(keyOf(placed)));
  const [inA, inB] = [figuresOf(a), figuresOf(b)];
  return [
    ...now.map((placed) => elementChange(placed, inA, before.get(keyOf(placed)), inB, placed)),
    ...gone.map((placed) => elementChange(placed, inA, placed, inB, undefined)),
  ];
}

function elementChange(
  { id, kind }: Placed,
  figureInA: FigureIn,
  inA: Placed | undefined,
  figureInB: FigureIn,
  inB: Placed | undefined,
): ElementChange {
  const of = kind === 'bus' ? 'bus' : 'branch';
  const figures = ELEMENT_METRICS.filter((metric) => metric.of === of).map((metric): FigureChange => {
    const [before, after] = [figureInA(inA, metric), figureInB(inB, metric)];
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
