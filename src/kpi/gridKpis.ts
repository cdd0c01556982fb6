import { limitWords, type NamedLimits } from './basis';
import type { Kpi, KpiInput } from './districtKpis';
import { countOf, indexOfMax } from './sums';
import { dynamicWords } from './transformerHours';

const OWN = 'Gridtwin engine: building loads and three-phase power flow of every step';
const GRID_BOUNDARY = 'The district behind its primary substation, one year';
const SCREENING = 'Hourly or 15-minute means: a screening, short peaks are higher.';
const COMMON = { boundary: GRID_BOUNDARY, source: OWN, betterWhen: 'lower' } as const;

/** What each transformer may carry, 1 = nameplate, in the order of the run's; all of them their nameplate where absent. */
export type TransformerRatings = Float64Array | undefined;

/** Hours in which at least one transformer carries more than its limit. */
function hoursWithOverload(
  { table, rows, stepS, stepCount }: KpiInput,
  limitOf: (transformer: number) => number,
): number {
  let steps = 0;
  for (let step = 0; step < stepCount; step += 1) {
    for (let transformer = 0; transformer < rows.transformerIds.length; transformer += 1) {
      if (table.transformerLoading[transformer * stepCount + step]! > limitOf(transformer)) {
        steps += 1;
        break;
      }
    }
  }
  return (steps * stepS) / 3600;
}

/** What elements of the network carry against their limits, and voltages against the band. */
export function gridKpis(input: KpiInput, limits: NamedLimits, ratings: TransformerRatings): Kpi[] {
  const { table } = input;
  return [
    {
      ...COMMON,
      id: 'peakImport',
      label: 'Peak import',
      value: table.sourcePW[indexOfMax(table.sourcePW)]!,
      unit: 'W',
      definition: `Largest active power from the upstream grid. ${SCREENING}`,
    },
    ...transformerKpis(input, limits, ratings),
    ...lineKpis(input, limits),
    ...bandKpis(input, limits),
  ];
}

function transformerKpis(input: KpiInput, limits: NamedLimits, ratings: TransformerRatings): Kpi[] {
  const { table, rows } = input;
  const words = limitWords(limits);
  const transformers = table.branchLoadingMax.subarray(rows.lineCount);
  const rated = transformers.map((loading, row) => loading / (ratings?.[row] ?? 1));
  const limitOf = (transformer: number): number => limits.loadingLimit * (ratings?.[transformer] ?? 1);
  const dynamic = dynamicWords(ratings);
  return [
    {
      ...COMMON,
      id: 'transformersOver100',
      label: `Transformers ${words.above}`,
      value: countOf(transformers, (loading, row) => loading > limitOf(row)),
      unit: 'count',
      definition: `Transformers whose apparent power exceeds ${words.nameplate} in at least one step.${dynamic} ${SCREENING}`,
    },
    {
      ...COMMON,
      id: 'worstTransformerLoading',
      label: 'Worst transformer',
      value: rated.length === 0 ? Number.NaN : 100 * rated[indexOfMax(rated)]!,
      unit: '%',
      definition: `Largest apparent power of any transformer in any step, relative to its nameplate rating.${dynamic}`,
    },
    {
      ...COMMON,
      id: 'hoursOverload',
      label: 'Hours with an overload',
      value: hoursWithOverload(input, limitOf),
      unit: 'h',
      definition: `Time during which at least one transformer carries more than ${words.nameplateRating}.${dynamic}`,
    },
  ];
}

function lineKpis({ table, rows }: KpiInput, limits: NamedLimits): Kpi[] {
  const words = limitWords(limits);
  const lines = table.branchLoadingMax.subarray(0, rows.lineCount);
  return [
    {
      ...COMMON,
      id: 'linesOver100',
      label: `Cables ${words.above}`,
      value: countOf(lines, (loading) => loading > limits.loadingLimit),
      unit: 'count',
      definition: `Cables whose largest phase current exceeds ${words.ratedCurrent} in at least one step.`,
    },
  ];
}

function bandKpis({ table }: KpiInput, limits: NamedLimits): Kpi[] {
  const { lowerPu, upperPu } = limits;
  const words = limitWords(limits);
  return [
    {
      ...COMMON,
      id: 'busesOutsideBand',
      label: `Buses ${words.outsideBand}`,
      value: countOf(table.busVMinPu, (lowest, bus) => lowest < lowerPu || table.busVMaxPu[bus]! > upperPu),
      unit: 'count',
      definition: `Buses with a phase voltage below ${words.band}.`,
    },
  ];
}
