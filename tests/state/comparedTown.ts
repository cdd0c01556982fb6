import { vi } from 'vitest';
import type { Engine } from '../../src/engine/contract';
import { Actions, createAppStore, runOf, type AppStore } from '../../src/state';
import { startHistory } from '../../src/state/history';
import { inputOf, measure, smallTown } from '../engine/smallTown';

export const KEYS = ['baseline', 'pumps', 'both'];

/** A small town with heat pumps, and with panels on top of them; all years are there. */
export async function comparedTown(
  engine: Engine,
): Promise<{ readonly store: AppStore; readonly actions: Actions }> {
  const { district, weather, scenario } = inputOf(smallTown(12), { year: 2035 });
  const baseline = { ...scenario, measures: [], year: 2026, name: 'Baseline' };
  const pumps = { ...scenario, id: 'pumps', name: 'Pumps', measures: [measure('heatPumps', 1)] };
  const both = {
    ...pumps,
    ...{ id: 'both', name: 'Both' },
    measures: [measure('heatPumps', 1), measure('rooftopPhotovoltaics', 1)],
  };
  const store = createAppStore();
  const actions = new Actions(store, engine, () => Promise.reject(new Error('nothing is optimised here')));
  store.setState({
    loaded: { district, sha256: 'x', weather, report: null },
    history: startHistory({ baseEdits: [], scenarios: [baseline, pumps, both] }),
    activeId: 'both',
  });
  actions.runs.refresh();
  const isReady = (id: string) => runOf(store.getState(), id).status === 'ready';
  await vi.waitUntil(() => KEYS.every(isReady), { timeout: 200_000, interval: 50 });
  return { store, actions };
}
