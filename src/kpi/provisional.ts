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

/** Transformers and lines whose worst hours are looked at, of each the most loaded; and weeks in all. */
const LOOKED_AT = { transformers: 4, lines: 2, weeks: 5 } as const;

/**
 * The weeks (chunks of the year, ascending; the last may be a day) to look at first, from a year that is known and its weather:
 * with the largest import, the coldest day, on which heat pumps draw most, the least import, in which panels raise voltages, and
 * as many as there is room for with the worst hours of the most loaded transformers and lines, the fullest first. The hardest
 * weeks of a changed district may be others.
 */
export function hardestChunks(
  {
    table,
    rows,
    stepCount,
    chunkSteps,
  }: Pick<KpiInput, 'table' | 'rows' | 'stepCount'> & { readonly chunkSteps: number },
  airDegC: Float64Array,
): number[] {
  const { sourcePW, branchLoadingMax, branchLoadingMaxStep } = table;
  const worst = (from: number, to: number, count: number): readonly number[] =>
    [...branchLoadingMax.subarray(from, to).keys()]
      .map((row) => from + row)
      .sort((a, b) => branchLoadingMax[b]! - branchLoadingMax[a]!)
      .slice(0, count);
  const fullest = [
    ...worst(rows.lineCount, branchLoadingMax.length, LOOKED_AT.transformers),
    ...worst(0, rows.lineCount, LOOKED_AT.lines),
  ].sort((a, b) => branchLoadingMax[b]! - branchLoadingMax[a]!);
  const steps = [
    indexOfMax(sourcePW),
    indexOfMax(sourcePW.map((powerW) => -powerW)),
    (coldestDayHour(airDegC) * stepCount) / airDegC.length,
    ...fullest.map((branch) => branchLoadingMaxStep[branch]!),
  ];
  const chunks = [...new Set(steps.map((step) => Math.floor(step / chunkSteps)))];
  return chunks.slice(0, LOOKED_AT.weeks).sort((a, b) => a - b);
}

/** Hour at which the coldest day of a year begins. */
function coldestDayHour(airDegC: Float64Array): number {
  const sums = new Float64Array(Math.floor(airDegC.length / 24));
  sums.forEach((_, day) => {
    for (let hour = 0; hour < 24; hour += 1) sums[day]! -= airDegC[day * 24 + hour]!;
  });
  return 24 * indexOfMax(sums);
}
