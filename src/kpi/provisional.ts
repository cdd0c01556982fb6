import type { Kpi, KpiInput } from './districtKpis';
import { indexOfMax } from './sums';

/** Indicators that the hardest weeks of a year can tell before the year is there: extremes, no sums. */
export const PROVISIONAL_KPI_IDS: readonly string[] = [
  'peakImport',
  'transformersOver100',
  'worstTransformerLoading',
  'linesOver100',
  'busesOutsideBand',
];

/** Of a set of indicators, those that single weeks can tell. */
export function provisionalOf(kpis: readonly Kpi[]): Kpi[] {
  return kpis.filter(({ id }) => PROVISIONAL_KPI_IDS.includes(id));
}

/**
 * The weeks (chunks of the year, ascending) to look at first, from a year that is known and its weather: with the largest
 * import, the largest loading of a transformer, the coldest day, on which heat pumps draw most, and the least import, in which
 * panels raise voltages. The hardest weeks of a changed district may be others.
 */
export function hardestChunks(
  { table, stepCount, chunkSteps }: Pick<KpiInput, 'table' | 'stepCount'> & { readonly chunkSteps: number },
  airDegC: Float64Array,
): number[] {
  const { sourcePW, transformerLoading } = table;
  const steps = [indexOfMax(sourcePW), indexOfMax(sourcePW.map((powerW) => -powerW))];
  steps.push((coldestDayHour(airDegC) * stepCount) / airDegC.length);
  if (transformerLoading.length > 0) steps.push(indexOfMax(transformerLoading) % stepCount);
  const chunks = steps.map((step) => Math.floor(step / chunkSteps));
  return [...new Set(chunks)].sort((a, b) => a - b);
}

/** Hour at which the coldest day of a year begins. */
function coldestDayHour(airDegC: Float64Array): number {
  const sums = new Float64Array(Math.floor(airDegC.length / 24));
  sums.forEach((_, day) => {
    for (let hour = 0; hour < 24; hour += 1) sums[day]! -= airDegC[day * 24 + hour]!;
  });
  return 24 * indexOfMax(sums);
}
