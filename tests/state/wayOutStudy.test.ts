import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LimitsProfile } from '../../src/model/limits';
import { Actions, createAppStore, runOf, type AppStore } from '../../src/state';
import { startHistory } from '../../src/state/history';
import { siteRows, verdictText } from '../../src/state/view';
import { highsSolver } from '../../src/study/milp';
import { inProcessEngine } from '../engine/inProcess';
import { inputOf, measure, smallTown } from '../engine/smallTown';

/**
 * The headline question in the app, on the real engine and solver. The cheapest wrong programs: a table without the buildings
 * behind a load, a set whose scenario is not the one that was judged, and a study that goes on after it was stopped.
 */
const engine = inProcessEngine(1);
let store: AppStore;
let actions: Actions;

beforeAll(async () => {
  const input = inputOf(smallTown(12), { measures: [measure('heatPumps', 1)], year: 2035 });
  const { district, weather } = input;
  const ran = await engine.run(input);
  if (!ran.ok) throw new Error('no year');
  const { table, rows } = ran.value;
  const peak = Math.max(...table.branchLoadingMax.subarray(rows.lineCount));
  const limits: LimitsProfile = {
    ...{ profile: 'own', source: 'test', lowerPu: 0.5, upperPu: 1.5 },
    loadingLimit: 0.9 * peak,
  };
  const baseline = { ...input.scenario, measures: [], year: 2026, name: 'Baseline' };
  const own = { ...input.scenario, id: 'own', name: 'Own', limits };
  const solver = await highsSolver();
  store = createAppStore();
  actions = new Actions(store, engine, (problem) => Promise.resolve(solver(problem)));
  store.setState({
    loaded: { district, sha256: 'x', weather, report: null },
    history: startHistory({ baseEdits: [], scenarios: [baseline, own] }),
    activeId: 'own',
  });
}, 240_000);
afterAll(() => engine.dispose());

const ended = () =>
  new Promise<void>((resolve) => {
    const off = store.subscribe(({ wayOut }) => {
      if (wayOut === null || wayOut.status === 'running') return;
      off();
      resolve();
    });
  });

describe('the way out of a scenario on screen', () => {
  it('says what is wrong, since when and because of whom; its set becomes the scenario that was judged', async () => {
    actions.findWayOut(null);
    await ended();
    const study = store.getState().wayOut!;
    expect(study.status).toBe('ready');
    const rows = siteRows(study, 'en');
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(Number(row.sinceText)).toBeGreaterThan(2026);
      expect(Number(row.sinceText)).toBeLessThanOrEqual(2035);
    }
    expect(rows.some(({ because, buildingIds }) => /heating/.test(because) && buildingIds.length > 0)).toBe(
      true,
    );
    const set = study.found!.sets[0]!;
    expect(set.remains).toEqual([]);
    expect(verdictText(set, 'en')).toMatch(/keeps every limit/);

    actions.takeWayOut(set, 'Cheapest way out');
    const { activeId, history } = store.getState();
    const taken = history.present.scenarios.find(({ id }) => id === activeId)!;
    expect(taken.measures).toEqual(set.scenario.measures);
    expect(taken.name).toBe('Own: Cheapest way out');
    expect(history.past.at(-1)?.name).toBe('Create Own: Cheapest way out');
    expect(store.getState().showsWayOut).toBe(false);
    await expect.poll(() => runOf(store.getState(), activeId).status, { timeout: 60_000 }).toBe('ready');
  }, 240_000);

  it('is not searched for again while nothing has changed, and stops when it is told to', async () => {
    actions.showScenario('own');
    const before = store.getState().wayOut;
    actions.findWayOut(null);
    expect(store.getState().wayOut).toBe(before);
    actions.setMeasure('heatPumps', 0.9);
    actions.findWayOut(null);
    expect(store.getState().wayOut).not.toBe(before);
    actions.wayOut.cancel();
    const stopped = store.getState().wayOut;
    expect(stopped?.status).toBe('cancelled');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(store.getState().wayOut).toBe(stopped);
  });
});
