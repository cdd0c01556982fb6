import type { Calibrator } from '../../src/engine/calibrationWorker';
import type { Engine } from '../../src/engine/contract';
import { isHome } from '../../src/model/building';
import { fail, succeed } from '../../src/model/outcome';
import { Actions, createAppStore, packagesOf, type AppStore, type RunResult } from '../../src/state';
import { buildingStateOf } from '../../src/state/building/view';
import { districtOf } from '../../src/state/view';
import { startHistory } from '../../src/state/history';
import { buildingYearOf } from '../../src/study/buildingYear';
import { compileRun } from '../../src/study/compiledRun';
import { inputOf, smallTown } from '../engine/smallTown';

/** A small town with an old house in it, opened in the Building mode without a page. */
const TOWN = smallTown(40);
export const { district, weather, scenario: baseline } = inputOf(TOWN);
export const HOUSE = district.buildings.find(
  ({ use, households, heating, envelope, constructionYear, photovoltaics }) =>
    isHome(use) &&
    envelope === 'asBuilt' &&
    households > 0 &&
    heating === 'gasBoiler' &&
    constructionYear < 1980 &&
    photovoltaics === null,
)!;
/** A year of the district in hours, whatever the page counts in. */
export const layout = {
  stepS: 3600,
  stepCount: 8760,
  startWeekday: weather.startWeekday,
  chunkSteps: 168,
  inputHash: 'base',
  table: {
    sourcePW: new Float64Array(8760),
    transformerLoading: new Float64Array(0),
    branchLoadingMax: new Float64Array(0),
  },
  rows: { transformerIds: [], branchIds: [], lineCount: 0 },
} as unknown as RunResult;
const unanswered = () => Promise.resolve(fail([]));

/** An engine that knows single buildings and never finishes a year of the district. */
export const engine: Engine = {
  run: () => new Promise(() => undefined),
  preview: unanswered,
  isKnown: () => false,
  week: unanswered,
  attribution: unanswered,
  connect: unanswered,
  money: unanswered,
  group: unanswered,
  hosting: unanswered,
  meters: unanswered,
  effectiveDistrict: () => fail([]),
  dispose: () => undefined,
  buildingYear: (input, buildingId) => {
    const run = compileRun(input);
    if (!run.ok) return Promise.resolve(run);
    const row = input.district.buildings.findIndex(({ id }) => id === buildingId);
    return Promise.resolve(succeed({ buildingId, loads: buildingYearOf(run.value, row) }));
  },
};

export const settled = async (store: AppStore, ids: readonly string[]) => {
  for (let turn = 0; turn < 400; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 0));
    const { years } = store.getState().building;
    if (ids.every((id) => buildingStateOf(store.getState(), id, HOUSE.id)?.figures && years[id])) return;
  }
  throw new Error(
    `no year came: ${JSON.stringify([store.getState().building.refusal, Object.keys(store.getState().building.years), store.getState().activeId])}`,
  );
};

export function open(calibrate?: Calibrator, by: Engine = engine) {
  const store = createAppStore();
  const actions = new Actions(store, by, () => ({ status: 'infeasible' }), calibrate);
  store.setState({
    loaded: { district, sha256: 'x', weather, report: null },
    history: startHistory({ baseEdits: [], scenarios: [baseline] }),
    runs: { baseline: { status: 'ready', progress: null, result: layout, issues: [] } },
    mode: 'building',
    selection: { kind: 'building', id: HOUSE.id },
  });
  return { store, actions };
}
export const packagesIn = (store: AppStore) =>
  packagesOf(store.getState().history.present.scenarios, HOUSE.id);
export const houseIn = (store: AppStore, id: string) =>
  districtOf(store.getState(), id)!.buildings.find((one) => one.id === HOUSE.id)!;
export const A = `package-a-${HOUSE.id}`;
export const B = `package-b-${HOUSE.id}`;
