import { oneLineGrid, type OneLineGrid } from '../../geometry/oneLine';
import type { District } from '../../model/district';
import type { RunRows } from '../../engine/contract';
import type { AppState } from '../appState';
import { classify } from '../display';
import { isHidden } from '../present/hidden';
import { runOf, shownId } from '../selectors';
import { districtOf } from './effective';
import { branchLoadings, buildingValues, busVoltagePu, passesFilter, weekOf } from './values';

/** Class of a building that the legend leaves out. */
export const LEFT_OUT = -2;

const grids = new WeakMap<District, OneLineGrid | null>();

/** The network on screen as its one-line view draws it; null where the district has none. Made once a district. */
export function oneLineGridOf(state: AppState): OneLineGrid | null {
  const district = districtOf(state, shownId(state));
  if (district === null) return null;
  const known = grids.get(district);
  if (known !== undefined) return known;
  const grid = oneLineGrid(district);
  grids.set(district, grid);
  return grid;
}

/**
 * What the one-line view paints at the step on screen, as the map does: classes of the legend by row of the district's
 * branches, buildings and buses; -1 = no data, -2 = a building that the legend leaves out.
 */
export interface OneLineClasses {
  readonly branchPercent: Float64Array;
  readonly branch: Int8Array;
  readonly building: Int8Array;
  /** Where the voltage is on screen; else no bus carries a class. */
  readonly bus: Int8Array;
}

interface RowsById {
  readonly branch: ReadonlyMap<string, number>;
  readonly bus: ReadonlyMap<string, number>;
}
const rowsById = new WeakMap<RunRows, RowsById>();

function rowsOf(rows: RunRows): RowsById {
  const known = rowsById.get(rows);
  if (known !== undefined) return known;
  const byId = (ids: readonly string[]) => new Map(ids.map((id, row) => [id, row]));
  const made = { branch: byId(rows.branchIds), bus: byId(rows.busIds) };
  rowsById.set(rows, made);
  return made;
}

/** Row of each bus of the network on screen in a run; -1 for one that the run does not have. */
export const busRowsIn = (grid: OneLineGrid, rows: RunRows): Int32Array =>
  Int32Array.from(grid.network.buses, ({ id }) => rowsOf(rows).bus.get(id) ?? -1);

export function oneLineClasses(state: AppState, grid: OneLineGrid): OneLineClasses {
  const { branchIds } = grid.tree;
  const none: OneLineClasses = {
    branchPercent: new Float64Array(branchIds.length).fill(Number.NaN),
    branch: new Int8Array(branchIds.length).fill(-1),
    building: new Int8Array(grid.buildingIds.length).fill(-1),
    bus: new Int8Array(grid.network.buses.length).fill(-1),
  };
  const { result } = runOf(state, shownId(state));
  if (isHidden(state)) return none;
  if (result !== null) paintBranches(state, grid, result.rows, none);
  const { variable } = state;
  buildingValues(state)?.forEach((value, row) => {
    if (row < none.building.length)
      none.building[row] = passesFilter(state, value) ? classify(variable, value) : LEFT_OUT;
  });
  const week = weekOf(state, shownId(state));
  if (variable === 'voltage' && week !== null && result !== null)
    busVoltagePu(state, week, busRowsIn(grid, result.rows)).forEach((pu, row) => {
      if (passesFilter(state, pu)) none.bus[row] = classify(variable, pu);
    });
  return none;
}

/** Lines and transformers carry their loading, whatever the variable; the legend narrows them where it is theirs. */
function paintBranches(
  state: AppState,
  { tree }: OneLineGrid,
  rows: RunRows,
  { branchPercent, branch }: OneLineClasses,
): void {
  const loadings = branchLoadings(state);
  if (loadings === null) return;
  const rowOf = rowsOf(rows).branch;
  tree.branchIds.forEach((id, row) => {
    const percent = loadings[rowOf.get(id) ?? -1] ?? Number.NaN;
    branchPercent[row] = percent;
    if (state.variable !== 'loading' || passesFilter(state, percent))
      branch[row] = classify('loading', percent);
  });
}
