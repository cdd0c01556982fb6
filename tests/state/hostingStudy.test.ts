import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { limitsOf } from '../../src/kpi';
import { Actions, createAppStore, runOf, withHostingShown, type AppStore } from '../../src/state';
import { startHistory } from '../../src/state/history';
import { comparableOf } from '../../src/state/studies/comparable';
import { comparedRows } from '../../src/state/view';
import { districtHosting } from '../../src/study/districtHosting';
import { HOSTED_TECHNOLOGIES } from '../../src/study/network';
import { inProcessEngine } from '../engine/inProcess';
import { inputOf, measure, smallTown } from '../engine/smallTown';

/**
 * Hosting capacity beside the other numbers of the app. The cheapest wrong programs: one that counts all over again after a
 * cancellation, one that throws away what it had, one that shows the same figures for every scenario, and one that goes on.
 */
const KEYS = ['baseline', 'pumps'];
const engine = inProcessEngine(1);
let store: AppStore;
let actions: Actions;

beforeAll(async () => {
  const { district, weather, scenario } = inputOf(smallTown(6), { year: 2035 });
  const baseline = { ...scenario, measures: [], year: 2026, name: 'Baseline' };
  const pumps = { ...scenario, id: 'pumps', name: 'Pumps', measures: [measure('heatPumps', 1)] };
  store = createAppStore();
  actions = new Actions(store, engine, () => Promise.reject(new Error('nothing is optimised here')));
  store.setState({
    loaded: { district, sha256: 'x', weather, report: null },
    history: startHistory({ baseEdits: [], scenarios: [baseline, pumps] }),
    activeId: 'pumps',
  });
  actions.runs.refresh();
  const isReady = (id: string) => runOf(store.getState(), id).status === 'ready';
  await vi.waitUntil(() => KEYS.every(isReady), { timeout: 200_000, interval: 50 });
  await actions.comparison.compare('baseline');
}, 240_000);
afterAll(() => engine.dispose());

const rowsShown = () => {
  const { comparison, hosting } = store.getState();
  const rows = comparedRows(withHostingShown(comparison!.found!, hosting), KEYS, false, 'en');
  return rows.filter(({ row }) => row.group === 'hosting');
};

describe('hosting capacity on screen', () => {
  it('is not there until somebody asks', () => {
    expect(rowsShown()).toEqual([]);
    expect(store.getState().hosting).toBeNull();
  });

  it('keeps what it has where it is cancelled, tells the rest as unknown, and goes on from there', async () => {
    const asked = vi.spyOn(engine, 'hosting');
    const shares: number[] = [];
    const off = store.subscribe(({ hosting }) => {
      if (hosting?.status !== 'running') return;
      shares.push(hosting.pace.done);
      if (hosting.found.length === 1 && hosting.pace.done > 0.6) actions.hosting.cancel();
    });
    await actions.hosting.count();
    off();
    const stopped = store.getState().hosting!;
    expect([stopped.status, stopped.found.length]).toEqual(['cancelled', 1]);
    expect(shares.length).toBeGreaterThan(10);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    const partial = rowsShown();
    expect(partial).toHaveLength(9);
    for (const { cells } of partial) {
      expect(cells[0]!.cell.value).toBeGreaterThan(0);
      expect(cells[1]!.cell.value).toBeNaN();
    }
    await actions.hosting.count();
    const whole = store.getState().hosting!;
    expect([whole.status, whole.found.length, whole.issues]).toEqual(['ready', 2, []]);
    expect(whole.found[0]!.hosting).toBe(stopped.found[0]!.hosting);
    // Baseline once, pumps once stopped and once whole.
    expect(asked.mock.calls.map(([{ scenario }]) => scenario.id)).toEqual(['baseline', 'pumps', 'pumps']);
  }, 120_000);

  it('has the figures of the study in each scenario, and leaves all other rows as they were', () => {
    const { ready } = comparableOf(store.getState());
    const shown = rowsShown();
    for (const [at, { scenario, input, result }] of ready.entries()) {
      const found = districtHosting(input, result, {
        ...{ technology: HOSTED_TECHNOLOGIES.vehicle, by: 'feeder', limits: limitsOf(scenario.limits) },
        ...{ seed: input.district.seed, draws: 5, maxW: 2e6 },
      });
      if (!found.ok) throw new Error('not hosted');
      const least = Math.min(...found.value.places.map(({ smallest }) => smallest.capacityW));
      const row = shown.find((one) => one.row.id === 'hosting-vehicle-smallest')!;
      expect(row.cells[at]!.cell.value).toBe(least);
    }
    const [before, after] = store
      .getState()
      .hosting!.found.map(({ hosting }) => hosting[1]!.places.flatMap(({ draws }) => draws))
      .map((draws) => draws.reduce((sum, { units }) => sum + units, 0));
    expect(after).toBeLessThan(before!);
    const { comparison, hosting } = store.getState();
    const bare = comparedRows(comparison!.found!, KEYS, false, 'en');
    const others = comparedRows(withHostingShown(comparison!.found!, hosting), KEYS, false, 'en').filter(
      ({ row }) => row.group !== 'hosting',
    );
    expect(others).toEqual(bare);
  }, 60_000);

  it('does not show the figures of a year that has been run anew', () => {
    const { comparison, hosting } = store.getState();
    const [first, ...rest] = comparison!.found!.scenarios;
    const rerun = { ...first!, year: { ...first!.year, result: { ...first!.year.result } } };
    const shown = withHostingShown({ ...comparison!.found!, scenarios: [rerun, ...rest] }, hosting);
    const row = shown.kpis.find(({ id }) => id === 'hosting-vehicle-smallest')!;
    expect(row.cells[0]!.value).toBeNaN();
    expect(row.cells[1]!.value).not.toBeNaN();
  });
});
