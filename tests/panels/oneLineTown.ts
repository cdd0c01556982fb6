import { oneLineDiagram, oneLineGrid, type OneLineGrid, type OneLinePlace } from '../../src/geometry/oneLine';
import { END_USES } from '../../src/model/run';
import type { District } from '../../src/model/district';
import { drawingOf, type Drawing } from '../../src/panels/oneLine/entries';
import { createAppStore, type AppState, type RunResult, type Week } from '../../src/state';
import { startHistory } from '../../src/state/history';
import { speechOf } from '../../src/state/view';
import { inputOf } from '../engine/smallTown';

export const STEPS = 168;
const inputs = new WeakMap<District, ReturnType<typeof inputOf>>();

/** The app with a week on screen whose numbers are written by hand: `of(row)` for branches, buses and buildings. */
export function stateWith(
  district: District,
  of: {
    readonly loading?: (branch: number) => number;
    readonly vPu?: (bus: number, phase: number) => number;
    readonly netW?: (building: number) => number;
  },
): AppState {
  const input = inputs.get(district) ?? inputOf(district);
  inputs.set(district, input);
  const { weather, scenario } = input;
  const network = district.network!;
  const branchIds = [...network.lines, ...network.transformers].map(({ id }) => id);
  const { buses, transformers, lines } = network;
  const spread = (rows: number, value: (row: number) => number) =>
    Float64Array.from({ length: rows * STEPS }, (_, at) => value(Math.floor(at / STEPS)));
  const loading = of.loading ?? (() => 0);
  const result = {
    ...{ stepS: 3600, stepCount: 8760, chunkSteps: STEPS, startWeekday: 0 },
    rows: {
      branchIds,
      lineCount: lines.length,
      transformerIds: transformers.map(({ id }) => id),
      busIds: buses.map(({ id }) => id),
      buildingIds: district.buildings.map(({ id }) => id),
    },
    table: {},
  } as unknown as RunResult;
  const week = {
    ...{ chunk: 0, fromStep: 0, stepCount: STEPS },
    table: {
      branchLoading: spread(branchIds.length, loading),
      busVMagPu: spread(buses.length * 3, (row) => (of.vPu ?? (() => 1))(Math.floor(row / 3), row % 3)),
      buildingNetW: spread(district.buildings.length, of.netW ?? (() => 0)),
      buildingEndUseW: spread(district.buildings.length * END_USES.length, () => 0),
    },
  } as unknown as Week;
  const store = createAppStore();
  store.setState({
    phase: 'ready',
    loaded: { district, sha256: 'a'.repeat(64), weather, report: null },
    history: startHistory({ baseEdits: [], scenarios: [scenario] }),
    activeId: scenario.id,
    runs: { [scenario.id]: { status: 'ready', progress: null, issues: [], result } },
    weeks: { [scenario.id]: week },
    step: 18,
  });
  return store.getState();
}

export function drawn(district: District, place: OneLinePlace): { grid: OneLineGrid; drawing: Drawing } {
  const grid = oneLineGrid(district)!;
  const from = { district, grid, speech: speechOf('en') };
  return { grid, drawing: drawingOf(oneLineDiagram(grid, place), from) };
}
