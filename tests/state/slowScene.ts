import { fail, type Outcome } from '../../src/model/outcome';
import type { Attribution, Engine, Preview, RunResult } from '../../src/engine/contract';
import { END_USES, type RunInput } from '../../src/model/run';
import { FUEL_CARRIERS } from '../../src/sim/arrays/carriers';
import { allocate } from '../../src/sim/arrays/layout';
import { RUN_RESULTS } from '../../src/sim/arrays/results';
import { Actions, createAppStore, type AppStore } from '../../src/state';
import { startHistory } from '../../src/state/history';
import { inputOf, smallTown } from '../engine/smallTown';

/** A question to the engine that waits for its answer. */
export interface Question<Value> {
  readonly input: RunInput;
  answer(value: Value): void;
}

/** An engine that answers when told to. */
function slowEngine() {
  const previews: Question<Outcome<Preview>>[] = [];
  const years: Question<Outcome<RunResult>>[] = [];
  const attributions: Question<Outcome<Attribution>>[] = [];
  const known = new Set<RunInput>();
  const asked = <Value>(list: Question<Value>[], input: RunInput) =>
    new Promise<Value>((resolve) => list.push({ input, answer: resolve }));
  const unanswered = () => Promise.resolve(fail([]));
  const engine: Engine = {
    run: (input) => asked(years, input),
    preview: (input) => asked(previews, input),
    isKnown: (input) => known.has(input),
    week: unanswered,
    attribution: (input) => asked(attributions, input),
    buildingYear: unanswered,
    connect: unanswered,
    meters: unanswered,
    money: unanswered,
    group: unanswered,
    hosting: unanswered,
    effectiveDistrict: () => fail([]),
    dispose: () => undefined,
  };
  return { engine, previews, years, attributions, known };
}

/** A year in which nothing happens to nobody: every column is there, so that figures can be told of it. */
const table = allocate(RUN_RESULTS, {
  ...{ building: 0, bus: 0, branch: 0, transformer: 0, feeder: 0, storage: 0 },
  ...{ endUse: END_USES.length, state: 0, carrier: FUEL_CARRIERS.length, step: 8760 },
  ...{ chunk: 53, stateChunk: 0, one: 1 },
});
const rows = {
  ...{ buildingIds: [], busIds: [], branchIds: [], transformerIds: [], feederIds: [], storageIds: [] },
  ...{ lineCount: 0, endUses: END_USES },
};
const parts = { table, rows, stepS: 3600, stepCount: 8760 };
export const year = (hash: string) =>
  ({ ...parts, inputHash: hash, chunkSteps: 168 }) as unknown as RunResult;
export const look = (hash: string) => ({ ...parts, inputHash: hash, chunks: [0] }) as unknown as Preview;
export const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

const { district, weather, scenario } = inputOf(smallTown(4));

/** A scenario on screen beside a baseline that is computed, on an engine that answers when told to. */
export async function scene() {
  const store: AppStore = createAppStore();
  const slow = slowEngine();
  const actions = new Actions(store, slow.engine, () => ({ status: 'infeasible' }));
  const own = { ...scenario, id: 'own', name: 'Own' };
  store.setState({
    loaded: { district, sha256: 'x', weather, report: null },
    history: startHistory({ baseEdits: [], scenarios: [scenario, own] }),
    activeId: 'own',
  });
  const result = { status: 'ready', progress: null, result: year('base'), issues: [] } as const;
  store.setState({ runs: { baseline: result, own: result } });
  await turn();
  return { store, actions, ...slow };
}
