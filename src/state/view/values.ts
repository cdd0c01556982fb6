import { END_USES, isGeneration, NET_SIGNS } from '../../model/run';
import type { AppState, RunResult, Week } from '../appState';
import { classify, countClasses, type Variable } from '../display';
import { BASELINE_ID } from '../document';
import { runOf, shownId } from '../selectors';
import { districtOf, indexOf } from './effective';
import { ratingsIn } from './judged';

/** Variables the map offers, in the order of the chooser. Carbon intensity has one value a year and is no map. */
export const MAP_VARIABLES: readonly Variable[] = [
  'loading',
  'demandIntensity',
  'netExchange',
  'voltage',
  'difference',
  'annualIntensity',
  'evidence',
];

/** Which elements carry a variable's colours. */
export const subjectOf = (variable: Variable): 'branch' | 'building' =>
  variable === 'loading' ? 'branch' : 'building';

const JOULE_PER_KWH = 3.6e6;
/** What devices draw at a moment: a battery's charge is none of it, nor what feeds the building. */
const DEMAND_USES = END_USES.flatMap((use, row) =>
  isGeneration(use) || use === 'batteryCharging' ? [] : [row],
);
/** What is used over a year: all but the panels, less what cars and batteries give back, so that their losses remain. */
const USED_USES = END_USES.flatMap((use, row) => (use === 'photovoltaics' ? [] : [row]));

/** The week of a scenario, if it holds the step on screen. */
export function weekOf(state: AppState, scenarioId: string): Week | null {
  const week = state.weeks[scenarioId];
  if (week === undefined) return null;
  return state.step >= week.fromStep && state.step < week.fromStep + week.stepCount ? week : null;
}

/** Net power of every building at the step on screen, W, positive = import; null while the week is computed. */
export function buildingNetW(state: AppState, scenarioId: string): Float64Array | null {
  const week = weekOf(state, scenarioId);
  if (week === null) return null;
  const { stepCount, fromStep, table } = week;
  const local = state.step - fromStep;
  return Float64Array.from(
    { length: table.buildingNetW.length / stepCount },
    (_, row) => table.buildingNetW[row * stepCount + local]!,
  );
}

/** Electric demand of every building at the step on screen, W: all end uses, neither generation nor batteries counted. */
export function buildingDemandW(state: AppState, scenarioId: string): Float64Array | null {
  const week = weekOf(state, scenarioId);
  if (week === null) return null;
  const { stepCount, fromStep, table } = week;
  const local = state.step - fromStep;
  const uses = END_USES.length;
  return Float64Array.from({ length: table.buildingNetW.length / stepCount }, (_, row) => {
    let sumW = 0;
    for (const use of DEMAND_USES) sumW += table.buildingEndUseW[(row * uses + use) * stepCount + local]!;
    return sumW;
  });
}

/** Phase voltage farthest from nominal at each of these buses, pu; NaN for the row -1. */
export function busVoltagePu(state: AppState, week: Week, busRows: Int32Array): Float64Array {
  const { stepCount, fromStep, table } = week;
  const local = state.step - fromStep;
  return Float64Array.from(busRows, (bus) => {
    let worst = Number.NaN;
    if (bus < 0) return worst;
    for (let phase = 0; phase < 3; phase += 1) {
      const vPu = table.busVMagPu[(bus * 3 + phase) * stepCount + local]!;
      if (!(Math.abs(vPu - 1) <= Math.abs(worst - 1))) worst = vPu;
    }
    return worst;
  });
}

/** Electricity of a year by building, J: panels not taken off, what cars and batteries give back taken off. */
export function annualUseJ({ table, rows }: RunResult): Float64Array {
  const uses = END_USES.length;
  return Float64Array.from(rows.buildingIds, (_, row) => {
    let sumJ = 0;
    for (const use of USED_USES) sumJ += NET_SIGNS[use]! * table.buildingEndUseJ[row * uses + use]!;
    return sumJ;
  });
}

const EVIDENCE_VALUE = { given: 0, derived: 1, assumed: 2 } as const;

/**
 * The variable on screen for every building, in the unit of its definition; NaN = no data. Null: the variable does not
 * belong to buildings, or its numbers are not there yet.
 */
export function buildingValues(state: AppState, id = shownId(state)): Float64Array | null {
  const district = districtOf(state, id);
  if (district === null) return null;
  const { floorAreaM2, busRowOfBuilding } = indexOf(district);
  const perArea = (valuesW: Float64Array | null) => valuesW?.map((w, row) => w / floorAreaM2[row]!) ?? null;
  switch (state.variable) {
    case 'demandIntensity':
      return perArea(buildingDemandW(state, id));
    case 'netExchange':
      return perArea(buildingNetW(state, id));
    case 'difference': {
      const before = buildingNetW(state, BASELINE_ID);
      return perArea(buildingNetW(state, id)?.map((w, row) => w - (before?.[row] ?? Number.NaN)) ?? null);
    }
    case 'voltage': {
      const week = weekOf(state, id);
      return week === null ? null : busVoltagePu(state, week, busRowOfBuilding);
    }
    case 'annualIntensity': {
      const { result } = runOf(state, id);
      return perArea(result === null ? null : annualUseJ(result).map((j) => j / JOULE_PER_KWH));
    }
    case 'evidence': {
      const attribute = state.evidenceAttribute;
      return Float64Array.from(
        district.buildings,
        (building) => EVIDENCE_VALUE[building.evidence[attribute] ?? 'given'],
      );
    }
    default:
      return null;
  }
}

/**
 * Loading of every branch at the step on screen, percent of what it may carry (see `branchRatings`): lines, then transformers.
 * Transformers are known for the whole year; lines are NaN while their week is computed.
 */
export function branchLoadings(state: AppState, scenarioId = shownId(state)): Float64Array | null {
  const { result } = runOf(state, scenarioId);
  if (result === null) return null;
  const { rows, table, stepCount } = result;
  const week = weekOf(state, scenarioId);
  const ratings = ratingsIn(state, scenarioId)!;
  return Float64Array.from(rows.branchIds, (_, row) => {
    const percent = 100 / ratings[row]!;
    if (week !== null)
      return week.table.branchLoading[row * week.stepCount + state.step - week.fromStep]! * percent;
    if (row < rows.lineCount) return Number.NaN;
    return table.transformerLoading[(row - rows.lineCount) * stepCount + state.step]! * percent;
  });
}

/**
 * Power into every line at its from-end at the step on screen, W, positive from there to its other end; null while the week
 * is computed.
 */
export function lineFlowW(state: AppState, scenarioId = shownId(state)): Float64Array | null {
  const { result } = runOf(state, scenarioId);
  const week = weekOf(state, scenarioId);
  if (result === null || week === null) return null;
  const { stepCount, fromStep, table } = week;
  return Float64Array.from(
    { length: result.rows.lineCount },
    (_, row) => table.branchPFromW[row * stepCount + state.step - fromStep]!,
  );
}

/** Counts per class for the legend; the last entry counts no data. Null while there are no numbers. */
export function legendCounts(state: AppState): number[] | null {
  const values = subjectOf(state.variable) === 'branch' ? branchLoadings(state) : buildingValues(state);
  return values === null ? null : countClasses(state.variable, values);
}

/** How many elements the legend is about. */
export function legendElements(state: AppState): number {
  const district = districtOf(state, shownId(state));
  if (district === null) return 0;
  if (subjectOf(state.variable) !== 'branch') return district.buildings.length;
  return (district.network?.lines.length ?? 0) + (district.network?.transformers.length ?? 0);
}

/** Whether an element with this value passes the legend's filter. */
export const passesFilter = (state: AppState, value: number): boolean =>
  state.classFilter === null || classify(state.variable, value) === state.classFilter;
