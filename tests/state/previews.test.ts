import { describe, expect, it } from 'vitest';
import type { Engine, Preview, RunResult } from '../../src/engine/contract';
import { fail, succeed, type Outcome } from '../../src/model/outcome';
import type { RunInput } from '../../src/model/run';
import { Actions, createAppStore, standingPreview, type AppStore } from '../../src/state';
import { startHistory } from '../../src/state/history';
import { inputOf, smallTown } from '../engine/smallTown';

/**
 * First looks while a slider is held. The cheapest wrong programs: one look per event (counted), the first look instead of the
 * newest (its share is read), and looks that outlive what they are of.
 */
interface Question<Value> {
  readonly input: RunInput;
  answer(value: Value): void;
}

/** An engine that answers when told to. */
function slowEngine() {
  const previews: Question<Outcome<Preview>>[] = [];
  const years: Question<Outcome<RunResult>>[] = [];
  const known = new Set<RunInput>();
  const asked = <Value>(list: Question<Value>[], input: RunInput) =>
    new Promise<Value>((resolve) => list.push({ input, answer: resolve }));
  const unanswered = () => Promise.resolve(fail([]));
  const engine: Engine = {
    run: (input) => asked(years, input),
    preview: (input) => asked(previews, input),
    isKnown: (input) => known.has(input),
    week: unanswered,
    attribution: unanswered,
    buildingYear: unanswered,
    connect: unanswered,
    meters: unanswered,
    effectiveDistrict: () => fail([]),
    dispose: () => undefined,
  };
  return { engine, previews, years, known };
}

const table = { sourcePW: new Float64Array(8760), transformerLoading: new Float64Array(0) };
const parts = { table, rows: { transformerIds: [] }, stepS: 3600, stepCount: 8760 };
const year = (hash: string) => ({ ...parts, inputHash: hash, chunkSteps: 168 }) as unknown as RunResult;
const look = (hash: string) => ({ ...parts, inputHash: hash, chunks: [0] }) as unknown as Preview;
const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

const { district, weather, scenario } = inputOf(smallTown(4));

/** A scenario on screen beside a baseline that is computed. */
async function scene() {
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

const shareOf = ({ input }: Question<unknown>) => input.scenario.measures[0]?.adoption;

describe('a slider that is held', () => {
  it('asks for two looks, whatever number of events there are: at the first, then at the newest', async () => {
    const { store, actions, previews } = await scene();
    for (let event = 1; event <= 150; event += 1) actions.previewMeasure('heatPumps', event / 200, {});
    expect(previews.map(shareOf)).toEqual([0.005]);
    previews[0]!.answer(succeed(look('first')));
    await turn();
    expect(previews.map(shareOf)).toEqual([0.005, 0.75]);
    previews[1]!.answer(succeed(look('newest')));
    await turn();
    expect(previews).toHaveLength(2);
    expect(standingPreview(store.getState(), 'own')?.preview.inputHash).toBe('newest');
    expect(store.getState().history.past).toHaveLength(0);
  });

  it('goes back to the numbers of the year where it is let go where it was', async () => {
    const { store, actions, previews } = await scene();
    actions.previewMeasure('heatPumps', 0.4, {});
    previews[0]!.answer(succeed(look('dragged')));
    await turn();
    actions.endPreview();
    expect(standingPreview(store.getState(), 'own')).toBeNull();
    expect(previews).toHaveLength(1);
  });

  it('is not looked at again where it is let go at what was looked at; the year then takes the place of the look', async () => {
    const { store, actions, previews, years } = await scene();
    actions.previewMeasure('heatPumps', 0.4, {});
    previews[0]!.answer(succeed(look('dragged')));
    await turn();
    actions.setMeasure('heatPumps', 0.4);
    await turn();
    expect(previews).toHaveLength(1);
    expect(standingPreview(store.getState(), 'own')?.preview.inputHash).toBe('dragged');
    const own = years.find(({ input }) => input.scenario.measures.length === 1)!;
    own.answer(succeed(year('own')));
    await turn();
    expect(standingPreview(store.getState(), 'own')).toBeNull();
    expect(store.getState().previews['own']?.preview.inputHash).toBe('dragged');
  });

  it('keeps no look at what another change has overtaken', async () => {
    const { store, actions, previews } = await scene();
    actions.previewMeasure('heatPumps', 0.4, {});
    previews[0]!.answer(succeed(look('dragged')));
    await turn();
    actions.setMeasure('vehiclesUnmanaged', 0.2);
    await turn();
    expect(standingPreview(store.getState(), 'own')).toBeNull();
    expect(previews).toHaveLength(2);
    expect(previews[1]!.input.scenario.measures.map(({ type }) => type)).toEqual(['vehiclesUnmanaged']);
  });
});

describe('a year that is known', () => {
  it('needs no first look', async () => {
    const { store, actions, previews, years, engine } = await scene();
    const isKnown = engine.isKnown;
    engine.isKnown = () => true;
    actions.setMeasure('heatPumps', 0.4);
    await turn();
    engine.isKnown = isKnown;
    expect(previews).toHaveLength(0);
    expect(years.length).toBeGreaterThan(0);
    expect(store.getState().previews).toEqual({});
  });
});
