import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { limitsOf } from '../../src/kpi';
import { Actions, createAppStore, runOf, withHostingShown, type AppStore } from '../../src/state';
import { startHistory } from '../../src/state/history';
import { comparableOf } from '../../src/state/studies/comparable';
import { comparedRows, hostingTable, placesShown } from '../../src/state/view';
import { districtHosting } from '../../src/study/districtHosting';
import { HOSTED_TECHNOLOGIES } from '../../src/study/network';
import { inProcessEngine } from '../engine/inProcess';
import { inputOf, measure, smallTown } from '../engine/smallTown';

/**
 * Hosting capacity beside the other numbers of the app. The cheapest wrong programs: one that counts all over again after a
 * cancellation, one that throws away what it had (a scenario, a feeder, a node), one that shows the same figures for every scenario or
 * the feeder's at each of its nodes, and one that goes on.
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
      if (hosting.found.length === 1 && (hosting.partial?.places.length ?? 0) > 1) actions.hosting.cancel();
    });
    await actions.hosting.count();
    off();
    const stopped = store.getState().hosting!;
    expect([stopped.status, stopped.found.length]).toEqual(['cancelled', 1]);
    expect(shares.length).toBeGreaterThan(10);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    // The feeders that were finished of the year that was not.
    const kept = stopped.partial!.places;
    expect([stopped.partial!.year.scenario.id, kept.length]).toEqual(['pumps', 2]);
    expect(placesShown(stopped, stopped.partial!.year, 'photovoltaic').size).toBeGreaterThan(0);
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
    expect(whole.partial).toBeNull();
    // They were not asked for again, and are in the whole.
    expect(asked.mock.calls[2]![2]!.present).toBe(kept);
    const places = whole.found[1]!.hosting.flatMap((one) => one.places);
    for (const { found } of kept) expect(places).toContainEqual(found);
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
  });

  it('does not show the figures of a year that has been run anew', () => {
    const { comparison, hosting } = store.getState();
    const [first, ...rest] = comparison!.found!.scenarios;
    const rerun = { ...first!, year: { ...first!.year, result: { ...first!.year.result } } };
    const shown = withHostingShown({ ...comparison!.found!, scenarios: [rerun, ...rest] }, hosting);
    const row = shown.kpis.find(({ id }) => id === 'hosting-vehicle-smallest')!;
    expect(row.cells[0]!.value).toBeNaN();
    expect(row.cells[1]!.value).not.toBeNaN();
  });

  it('counts the nodes of one feeder, keeps those that were finished where it is cancelled, and goes on from there', async () => {
    const [year] = comparableOf(store.getState()).ready;
    const feeders = placesShown(store.getState().hosting, year!, 'photovoltaic');
    const [feederId, feeder] = [...feeders].sort(([, a], [, b]) => b.sites - a.sites)[0]!;
    const asked = vi.spyOn(engine, 'hosting');
    const off = store.subscribe(({ hostingNodes }) => {
      if (hostingNodes?.status === 'running' && hostingNodes.nodes.length === 1) actions.hosting.cancel();
    });
    await actions.hosting.nodes(year!, feederId, 'photovoltaic');
    off();
    const stopped = store.getState().hostingNodes!;
    expect([stopped.status, stopped.nodes.length]).toEqual(['cancelled', 1]);
    await actions.hosting.nodes(year!, feederId, 'photovoltaic');
    const { status, nodes } = store.getState().hostingNodes!;
    expect(status).toBe('ready');
    expect(asked.mock.calls.at(-1)![2]!.present!.map(({ found }) => found)).toEqual(stopped.nodes);
    expect(nodes).toContainEqual(stopped.nodes[0]);
    // Every customer of the feeder stands at one of its nodes.
    expect(nodes.length).toBeGreaterThan(1);
    expect(nodes.reduce((sum, { sites }) => sum + sites, 0)).toBe(feeder.sites);
    expect(new Set(nodes.map(({ place }) => place.id)).size).toBe(nodes.length);
    const { district } = year!.input;
    const behind = new Set(nodes.map(({ place }) => place.id));
    const onThem = district.buildings.filter(({ connection }) => behind.has(connection?.busId ?? ''));
    expect(onThem).toHaveLength(feeder.sites);
    const table = hostingTable('Node', [...nodes, 'N-x'], { year: year!, district }, 'en');
    for (const row of table.rows.slice(0, -1)) {
      expect(row[2]).toMatch(/\d.k?W$/);
      expect(row[5]).toMatch(/%|nothing/);
    }
    expect(table.rows.at(-1)!.slice(1)).toEqual(Array.from({ length: 6 }, () => '–'));
  });
});
