import { loadDurationCurve } from '../../kpi/load';
import { limitsOf } from '../../kpi';
import { ratingsOfRows } from '../../kpi/dynamicRating';
import type { ScenarioYear } from '../scenarioYear';
import { partsOfSteps, YEAR_CUTS, type Calendar, type YearCut } from './yearParts';

/** Sums over the steps of a part of the year, or of all of it. Powers are means over steps. */
export interface PowerSums {
  readonly hours: number;
  readonly inJ: number;
  readonly outJ: number;
  readonly hoursAboveLimit: number;
  readonly aboveLimitJ: number;
}

export interface PowerPart extends PowerSums {
  readonly part: string;
  readonly peakInW: number;
  readonly peakOutW: number;
}

export interface Peak {
  /** 0 where power never goes this way; NaN where a step has no solution. */
  readonly powerW: number;
  /** First step of that power; NaN where there is none. */
  readonly step: number;
}

/** The year at one place of the network: the upstream grid, or a transformer. */
export interface NodeYear extends PowerSums {
  readonly id: string;
  readonly kind: 'district' | 'transformer';
  /** Apparent power that may not be exceeded: rating times the scenario's limit; NaN for the district, which has none. */
  readonly limitVa: number;
  readonly peakIn: Peak;
  readonly peakOut: Peak;
  /** The weeks (from 0, seven days from 1 January each) with the highest peaks in, the highest first. */
  readonly peakWeeks: readonly number[];
  readonly hourlyW: Float64Array;
  readonly durationW: Float64Array;
  /** Each cut in parts whose sums are those of the year. */
  readonly cuts: readonly {
    readonly id: YearCut['id'];
    readonly label: string;
    readonly parts: readonly PowerPart[];
  }[];
}

export const DISTRICT_NODE = 'district';

const PEAK_WEEKS = 3;
const J_PER_WH = 3600;
const S_PER_WEEK = 7 * 86_400;

/**
 * The district and every transformer, never one without the others. Above the limit, with loading l = S/S_rated and limit L:
 * hours with l > L, and the energy that would have to go elsewhere, sum `aboveLimitW` dt. A step per result step; powers in W,
 * energies in J.
 */
export function nodesOf({ result, district, scenario }: ScenarioYear): readonly NodeYear[] {
  const { table, rows, stepCount } = result;
  const { loadingLimit } = limitsOf(scenario.limits);
  const ratings = ratingsOfRows(result, district.network?.transformers ?? []);
  const types = new Map((district.network?.transformerTypes ?? []).map((type) => [type.id, type.ratedSVa]));
  const ratedSVa = new Map(
    (district.network?.transformers ?? []).map(({ id, transformerTypeId }) => [
      id,
      types.get(transformerTypeId),
    ]),
  );
  const parts = YEAR_CUTS.map((cut) => ({ cut, partOf: partsOfSteps(cut, result) }));
  const none = new Float64Array(stepCount);
  return [
    nodeYear(DISTRICT_NODE, 'district', table.sourcePW, none, Number.NaN, Number.NaN, result, parts),
    ...rows.transformerIds.map((id, row) => {
      const series = (column: Float64Array) => column.subarray(row * stepCount, (row + 1) * stepCount);
      const limit = loadingLimit * (ratings[row] ?? 1);
      const limitVa = (ratedSVa.get(id) ?? Number.NaN) * limit;
      const [hourlyW, loading] = [series(table.transformerPW), series(table.transformerLoading)];
      return nodeYear(id, 'transformer', hourlyW, loading, limit, limitVa, result, parts);
    }),
  ];
}

function nodeYear(
  id: string,
  kind: NodeYear['kind'],
  hourlyW: Float64Array,
  loading: Float64Array,
  loadingLimit: number,
  limitVa: number,
  calendar: Calendar,
  cuts: readonly { readonly cut: YearCut; readonly partOf: Uint8Array }[],
): NodeYear {
  const sums = (isIn: (step: number) => boolean) => sumsOver(hourlyW, loading, loadingLimit, calendar, isIn);
  return {
    id,
    kind,
    limitVa,
    ...sums(() => true),
    peakIn: peakOf(hourlyW, 1),
    peakOut: peakOf(hourlyW, -1),
    peakWeeks: peakWeeks(hourlyW, calendar),
    hourlyW,
    durationW: loadDurationCurve(hourlyW),
    cuts: cuts.map(({ cut, partOf }) => ({
      id: cut.id,
      label: cut.label,
      parts: cut.parts.map((part, row) => {
        const isIn = (step: number) => partOf[step] === row;
        const [peakInW, peakOutW] = [peakOf(hourlyW, 1, isIn).powerW, peakOf(hourlyW, -1, isIn).powerW];
        return { part, ...sums(isIn), peakInW, peakOutW };
      }),
    })),
  };
}

/** Power in W that would have to go elsewhere at the same power factor: |P| (1 - L/l) for a loading l above the limit L, else 0. */
export function aboveLimitW(powerW: number, loading: number, limit: number): number {
  return loading > limit ? Math.abs(powerW) * (1 - limit / loading) : 0;
}

function sumsOver(
  powerW: Float64Array,
  loading: Float64Array,
  limit: number,
  { stepS }: Calendar,
  isIn: (step: number) => boolean,
): PowerSums {
  let [steps, inW, outW, stepsAbove, aboveW] = [0, 0, 0, 0, 0];
  for (let step = 0; step < powerW.length; step += 1) {
    if (!isIn(step)) continue;
    const power = powerW[step]!;
    steps += 1;
    inW += Math.max(power, 0);
    outW += Math.max(-power, 0);
    if (!(loading[step]! > limit)) continue;
    stepsAbove += 1;
    aboveW += aboveLimitW(power, loading[step]!, limit);
  }
  const unlimited = Number.isNaN(limit);
  return {
    hours: (steps * stepS) / J_PER_WH,
    inJ: inW * stepS,
    outJ: outW * stepS,
    hoursAboveLimit: unlimited ? Number.NaN : (stepsAbove * stepS) / J_PER_WH,
    aboveLimitJ: unlimited ? Number.NaN : aboveW * stepS,
  };
}

function peakOf(powerW: Float64Array, sign: 1 | -1, isIn: (step: number) => boolean = () => true): Peak {
  let peak: Peak = { powerW: 0, step: Number.NaN };
  for (let step = 0; step < powerW.length; step += 1) {
    const power = sign * powerW[step]!;
    if (Number.isNaN(power)) return { powerW: Number.NaN, step: Number.NaN };
    if (power > peak.powerW && isIn(step)) peak = { powerW: power, step };
  }
  return peak;
}

function peakWeeks(powerW: Float64Array, { stepS }: Calendar): readonly number[] {
  const perWeek = S_PER_WEEK / stepS;
  const peaks = Array.from({ length: Math.ceil(powerW.length / perWeek) }, (_, week) => ({
    week,
    powerW: powerW.subarray(week * perWeek, (week + 1) * perWeek).reduce((a, b) => Math.max(a, b), -Infinity),
  }));
  return peaks
    .sort((a, b) => b.powerW - a.powerW || a.week - b.week)
    .slice(0, PEAK_WEEKS)
    .map(({ week }) => week);
}
