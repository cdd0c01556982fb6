/** A decision: a share between bounds, or 0 or 1. */
export interface MilpColumn {
  readonly name: string;
  /** What one unit of it adds to the objective, which is made as small as it can be. */
  readonly cost: number;
  readonly binary: boolean;
  readonly lower: number;
  readonly upper: number;
}

/** lower <= sum of factor x column <= upper; an infinite bound does not bind. */
export interface MilpRow {
  readonly name: string;
  readonly terms: readonly { readonly column: number; readonly factor: number }[];
  readonly lower: number;
  readonly upper: number;
}

/** A mixed-integer linear programme: the least cost that keeps every row. */
export interface Milp {
  readonly columns: readonly MilpColumn[];
  readonly rows: readonly MilpRow[];
}

export type MilpResult =
  | { readonly status: 'optimal'; readonly objective: number; readonly values: readonly number[] }
  | { readonly status: 'infeasible' | 'unbounded' | 'limit' };

/** At once, or from a worker. */
export interface MilpSolver {
  (problem: Milp): MilpResult | Promise<MilpResult>;
  /** Gives up what is being solved: its promise is rejected. */
  readonly cancel?: () => void;
}

/** Shortest text that reads back as the same number; LP format knows no `1e400`. */
function numberText(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`a programme holds ${value}`);
  return String(value);
}

function termsText(terms: MilpRow['terms']): string {
  const text = terms
    .filter(({ factor }) => factor !== 0)
    .map(({ column, factor }) => `${factor < 0 ? '-' : '+'} ${numberText(Math.abs(factor))} x${column}`);
  return text.length > 0 ? text.join('\n  ') : '0 x0';
}

function rowText({ terms, lower, upper }: MilpRow, row: number): string[] {
  const sum = termsText(terms);
  if (lower === upper) return [` r${row}: ${sum} = ${numberText(lower)}`];
  return [
    ...(lower > -Infinity ? [` r${row}l: ${sum} >= ${numberText(lower)}`] : []),
    ...(upper < Infinity ? [` r${row}u: ${sum} <= ${numberText(upper)}`] : []),
  ];
}

/**
 * The programme in CPLEX LP format, columns as x0, x1, ... in their order: ids of a district may hold anything, names of
 * the format may not. The same programme always gives the same text.
 */
export function lpText({ columns, rows }: Milp): string {
  const costs = columns.map(({ cost }, column) => ({ column, factor: cost }));
  const bounds = columns.map(
    ({ lower, upper }, column) =>
      ` ${lower === -Infinity ? '-inf' : numberText(lower)} <= x${column} <= ${upper === Infinity ? '+inf' : numberText(upper)}`,
  );
  const binaries = columns.flatMap(({ binary }, column) => (binary ? [` x${column}`] : []));
  return [
    'Minimize',
    ` cost: ${termsText(costs)}`,
    'Subject To',
    ...rows.flatMap(rowText),
    'Bounds',
    ...bounds,
    ...(binaries.length > 0 ? ['General', ...binaries] : []),
    'End',
    '',
  ].join('\n');
}
