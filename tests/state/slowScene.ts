import { fail, type Outcome } from '../../src/model/outcome';
import type { Attribution, Engine, Preview, RunResult } from '../../src/engine/contract';
import type { RunInput } from '../../src/model/run';
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

const table = {
  sourcePW: new Float64Array(8760),
  transformerLoading: new Float64Array(0),
  branchLoadingMax: new Float64Array(0),
};
const parts = { table, rows: { transformerIds: [], lineCount: 0 }, stepS: 3600, stepCount: 8760 };
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
