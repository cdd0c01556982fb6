/**
 * Array columns are declared once: name, axes in row-major order (last axis innermost), unit. Everybody else asks the
 * layout; nobody else writes an offset.
 */
export interface Column<Axis extends string> {
  readonly axes: readonly Axis[];
  readonly unit: string;
}

export type Layout<Axis extends string> = Readonly<Record<string, Column<Axis>>>;
export type Sizes<Axis extends string> = Readonly<Record<Axis, number>>;
export type Table<L extends Layout<string>> = { readonly [Name in keyof L]: Float64Array };

export function columnLength<Axis extends string>(column: Column<Axis>, sizes: Sizes<Axis>): number {
  return column.axes.reduce((length, axis) => length * sizes[axis], 1);
}

/** Allocates every column of a layout, filled with zero (or `fill`). */
export function allocate<Axis extends string, L extends Layout<Axis>>(
  layout: L,
  sizes: Sizes<Axis>,
  fill = 0,
): Table<L> {
  const entries = Object.entries(layout).map(([name, column]) => {
    const array = new Float64Array(columnLength(column, sizes));
    return [name, fill === 0 ? array : array.fill(fill)] as const;
  });
  return Object.fromEntries(entries) as Table<L>;
}
