import type { KpiInput } from './districtKpis';
import type { TransformerRatings } from './gridKpis';

const COLUMNS = { 80: 'branchAbove80S', 100: 'branchAbove100S', 120: 'branchAbove120S' } as const;

/**
 * Time in which a transformer carries more than a share of what it may, s: over the steps with K > percent/100 x rating. At its
 * nameplate (rating 1) that is the column which the year keeps.
 */
export function transformerAboveS(
  { table, rows, stepS, stepCount }: KpiInput,
  transformer: number,
  percent: keyof typeof COLUMNS,
  ratings: TransformerRatings,
): number {
  const rating = ratings?.[transformer] ?? 1;
  if (rating === 1) return table[COLUMNS[percent]][rows.lineCount + transformer]!;
  let steps = 0;
  for (let step = transformer * stepCount; step < (transformer + 1) * stepCount; step += 1)
    if (table.transformerLoading[step]! > (percent / 100) * rating) steps += 1;
  return steps * stepS;
}

/** Said where at least one transformer is not held against its nameplate. */
export const dynamicWords = (ratings: TransformerRatings): string =>
  ratings === undefined || ratings.every((rating) => rating === 1)
    ? ''
    : ' Transformers with a dynamic rating are held against what their hot spot allows (IEC 60076-7) in the place of the nameplate.';
