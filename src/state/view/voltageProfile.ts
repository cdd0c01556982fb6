import { busOfElement, busOfPlace, feederLineOf, feederOf, type OneLineGrid } from '../../geometry/oneLine';
import { DEFAULT_LIMITS, LIMIT_PROFILES, type Limits } from '../../model/limits';
import type { AppState, Selection } from '../appState';
import { isHidden } from '../present/hidden';
import { runOf, scenarioOf, shownId } from '../selectors';
import { busRowsIn } from './oneLine';
import { weekOf } from './values';

const PHASES = 3;

/** Buses along a feeder, the nearest first: one point each. */
export interface ProfileBuses {
  readonly of: 'feeder' | 'station' | 'sources';
  /** Of the feeder's first line, or the station. */
  readonly id: string;
  readonly busRows: readonly number[];
  readonly busIds: readonly string[];
  /** Metres of line from the busbar that it begins at. */
  readonly distanceM: Float64Array;
  /** Point of the bus that feeds each one; -1 for the busbar. */
  readonly above: Int32Array;
}

/**
 * What a profile of a selection is of: a line or bus behind a station, its feeder; a station, all its feeders; whatever lies
 * before the stations, all of that. Null for what is not fed.
 */
export function profileBuses(grid: OneLineGrid, selection: Selection): ProfileBuses | null {
  const { tree } = grid;
  const station =
    selection.kind === 'transformer' ? busOfPlace(grid, { kind: 'transformer', id: selection.id }) : -1;
  const bus = station >= 0 ? station : busOfElement(grid, selection);
  if (bus < 0) return null;
  const head = tree.head[bus]!;
  const feeding = tree.feedingBranch[head]!;
  const feeder = feeding < 0 || bus === head ? -1 : feederLineOf(grid, bus);
  const first = feeder < 0 ? -1 : tree.feedingBranch.indexOf(feeder);
  const behind = feeder < 0 ? feederOf(grid, head).busRows : [head, ...feederOf(grid, first).busRows];
  const busRows = behind
    .filter((row) => tree.head[row] === head)
    .sort((a, b) => tree.distanceM[a]! - tree.distanceM[b]! || a - b);
  const point = new Map(busRows.map((row, at) => [row, at]));
  return {
    of: feeder >= 0 ? 'feeder' : feeding >= 0 ? 'station' : 'sources',
    id: tree.branchIds[feeder >= 0 ? feeder : feeding] ?? grid.network.buses[head]!.id,
    busRows,
    busIds: busRows.map((row) => grid.network.buses[row]!.id),
    distanceM: Float64Array.from(busRows, (row) => tree.distanceM[row]!),
    above: Int32Array.from(busRows, (row) => point.get(tree.parent[row]!) ?? -1),
  };
}

/** Magnitude of each phase at each bus at the step on screen, pu; null while its week is computed or where it is hidden. */
export function profileVoltages(
  state: AppState,
  grid: OneLineGrid,
  { busRows }: ProfileBuses,
): readonly Float64Array[] | null {
  const { result } = runOf(state, shownId(state));
  const week = weekOf(state, shownId(state));
  if (result === null || week === null || isHidden(state)) return null;
  const { stepCount, fromStep, table } = week;
  const local = state.step - fromStep;
  const rowIn = busRowsIn(grid, result.rows);
  return Array.from({ length: PHASES }, (_, phase) =>
    Float64Array.from(busRows, (row) => {
      const bus = rowIn[row]!;
      return bus < 0 ? Number.NaN : table.busVMagPu[(bus * PHASES + phase) * stepCount + local]!;
    }),
  );
}

/** The band that the scenario on screen has to keep. */
export function voltageLimits(state: AppState): Limits {
  const { limits = DEFAULT_LIMITS } = scenarioOf(state, shownId(state)) ?? {};
  return limits.profile === 'own' ? limits : LIMIT_PROFILES[limits.profile];
}
