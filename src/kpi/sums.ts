import { END_USES, type EndUse } from '../model/run';
import type { KpiInput } from './districtKpis';

export const sum = (column: Float64Array): number => column.reduce((total, value) => total + value, 0);

/** Electric energy of an end use over the year and all buildings, J. */
export function endUseEnergyJ({ table, stepS, stepCount }: KpiInput, endUse: EndUse): number {
  const row = END_USES.indexOf(endUse) * stepCount;
  return sum(table.districtEndUseW.subarray(row, row + stepCount)) * stepS;
}
