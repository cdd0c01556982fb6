import { indexOfMax } from '../../kpi';
import { END_USES } from '../../model/run';
import { branchRatings, NAMEPLATES, type Judge } from '../standing';
import type { RunResult } from '../appState';

export const HOUR_NAMES = [
  'importPeak',
  'exportPeak',
  'worstTransformer',
  'lowestVoltage',
  'coldest',
  'solarPeak',
] as const;
export type HourName = (typeof HOUR_NAMES)[number];

/** An hour worth looking at; without a step where the year has none of the kind. */
export interface NamedHour {
  readonly name: HourName;
  readonly step: number | null;
  /** In the unit below; NaN without a step. */
  readonly value: number;
  readonly unit: 'W' | '%' | 'pu' | 'degC';
  /** The element it is of, where it is of one. */
  readonly elementId?: string;
}

/** The named hours of a year, each at its step of the run's own calendar, or none. The first of equals. */
export function namedHours(result: RunResult, judge: Judge = NAMEPLATES): readonly NamedHour[] {
  const { table, rows, stepCount } = result;
  const solarRow = END_USES.indexOf('photovoltaics') * stepCount;
  const solarW = table.districtEndUseW.subarray(solarRow, solarRow + stepCount);
  return [
    largest('importPeak', table.sourcePW),
    largest(
      'exportPeak',
      table.sourcePW.map((powerW) => -powerW),
    ),
    worstTransformer(table, branchRatings(result, judge), rows),
    lowestVoltage(table.busVMinPu, table.busVMinStep, rows.busIds),
    coldest(table.outdoorDegC),
    largest('solarPeak', solarW),
  ];
}

const none = (name: HourName, unit: NamedHour['unit']): NamedHour => ({
  name,
  step: null,
  value: Number.NaN,
  unit,
});

function largest(name: HourName, powersW: Float64Array): NamedHour {
  const step = indexOfMax(powersW);
  const value = powersW[step] ?? 0;
  return value > 0 ? { name, step, value, unit: 'W' } : none(name, 'W');
}

function worstTransformer(
  { branchLoadingMax, branchLoadingMaxStep: steps }: RunResult['table'],
  ratings: Float64Array,
  { lineCount, branchIds }: RunResult['rows'],
): NamedHour {
  const own = branchLoadingMax.subarray(lineCount).map((loading, row) => loading / ratings[lineCount + row]!);
  const row = indexOfMax(own);
  const value = own[row] ?? 0;
  if (!(value > 0)) return none('worstTransformer', '%');
  const at = lineCount + row;
  return {
    name: 'worstTransformer',
    step: steps[at]!,
    value: value * 100,
    unit: '%',
    elementId: branchIds[at]!,
  };
}

function lowestVoltage(voltagePu: Float64Array, steps: Float64Array, ids: readonly string[]): NamedHour {
  let lowest = -1;
  voltagePu.forEach((value, row) => {
    if (value > 0 && !(value >= (voltagePu[lowest] ?? Number.POSITIVE_INFINITY))) lowest = row;
  });
  if (lowest < 0) return none('lowestVoltage', 'pu');
  const value = voltagePu[lowest]!;
  return { name: 'lowestVoltage', step: steps[lowest]!, value, unit: 'pu', elementId: ids[lowest]! };
}

function coldest(airDegC: Float64Array): NamedHour {
  const step = indexOfMax(airDegC.map((value) => -value));
  const value = airDegC[step] ?? Number.NaN;
  return Number.isFinite(value) ? { name: 'coldest', step, value, unit: 'degC' } : none('coldest', 'degC');
}
