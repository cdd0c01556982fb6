import { END_USES, type EndUse } from '../model/run';
import type { KpiInput } from './districtKpis';

export const sum = (column: Float64Array): number => column.reduce((total, value) => total + value, 0);

/** Electric energy of an end use over the year and all buildings, J. */
export function endUseEnergyJ({ table, stepS, stepCount }: KpiInput, endUse: EndUse): number {
  const row = END_USES.indexOf(endUse) * stepCount;
  return sum(table.districtEndUseW.subarray(row, row + stepCount)) * stepS;
}

export const countOf = (column: Float64Array, test: (value: number, row: number) => boolean): number =>
  column.reduce((total, value, row) => total + (test(value, row) ? 1 : 0), 0);

/** Position of the largest value; the first of equals. */
export function indexOfMax(column: Float64Array): number {
  let best = 0;
  for (let i = 1; i < column.length; i += 1) if (column[i]! > column[best]!) best = i;
  return best;
}
