/** 24 hourly weights -> start minutes by quantile, so that one draw gives one time of day. */
export const QUANTILES = 128;

/** Quantile table of a density given by 24 hourly weights: entry q is the minute before which the share q/128 lies. */
export function quantileTable(hourlyWeights: readonly number[]): Float64Array {
  const total = hourlyWeights.reduce((sum, weight) => sum + weight, 0);
  const table = new Float64Array(QUANTILES + 1);
  let hour = 0;
  let before = 0;
  for (let q = 0; q <= QUANTILES; q += 1) {
    const target = (q / QUANTILES) * total;
    while (hour < 23 && before + hourlyWeights[hour]! < target) {
      before += hourlyWeights[hour]!;
      hour += 1;
    }
    const weight = hourlyWeights[hour]!;
    table[q] = 60 * (hour + (weight > 0 ? Math.min(1, (target - before) / weight) : 0));
  }
  return table;
}

/** Start minute of a uniform draw. */
export function minuteAt(table: Float64Array, draw: number): number {
  return minuteIn(table, 0, draw);
}

/** The same from the table that begins at `at` among tables laid end to end. */
export function minuteIn(tables: Float64Array, at: number, draw: number): number {
  const position = draw * QUANTILES;
  const q = position | 0;
  const before = tables[at + q]!;
  return before + (position - q) * (tables[at + q + 1]! - before);
}
