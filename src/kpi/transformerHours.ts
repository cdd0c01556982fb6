import type { KpiInput } from './districtKpis';
import type { TransformerRatings } from './gridKpis';

/** Shares of the rating for which a year keeps the time of every branch. */
const COLUMNS: ReadonlyMap<number, 'branchAbove80S' | 'branchAbove100S' | 'branchAbove120S'> = new Map([
  [0.8, 'branchAbove80S'],
  [1, 'branchAbove100S'],
  [1.2, 'branchAbove120S'],
]);

/**
 * Time in which a transformer carries more than a share of what it may, s: over the steps with K > share x rating. At its
 * nameplate (rating 1) that is the column which the year keeps, where it keeps one.
 */
export function transformerAboveS(
  { table, rows, stepS, stepCount }: Omit<KpiInput, 'charging'>,
  transformer: number,
  share: number,
  ratings: TransformerRatings,
): number {
  const rating = ratings?.[transformer] ?? 1;
  const column = rating === 1 ? COLUMNS.get(share) : undefined;
  if (column !== undefined) return table[column][rows.lineCount + transformer]!;
  let steps = 0;
  for (let step = transformer * stepCount; step < (transformer + 1) * stepCount; step += 1)
    if (table.transformerLoading[step]! > share * rating) steps += 1;
  return steps * stepS;
}

/** The same of a line, against its rated current; NaN where the year keeps no such time: at others than 80, 100 and 120 %. */
export function lineAboveS({ table }: Pick<KpiInput, 'table'>, line: number, share: number): number {
  const column = COLUMNS.get(share);
  return column === undefined ? Number.NaN : table[column][line]!;
}

/** Said where at least one transformer is not held against its nameplate. */
export const dynamicWords = (ratings: TransformerRatings): string =>
  ratings === undefined || ratings.every((rating) => rating === 1)
    ? ''
    : ' Transformers with a dynamic rating are held against what their hot spot allows (IEC 60076-7) in the place of the nameplate.';
