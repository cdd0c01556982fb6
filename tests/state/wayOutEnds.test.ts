import { describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/contract';
import { fail } from '../../src/model/outcome';
import { createAppStore } from '../../src/state';
import { startHistory } from '../../src/state/history';
import { WayOutRunner } from '../../src/state/studies/wayOutStudy';
import type { MilpSolver } from '../../src/study/milp';
import { inputOf, smallTown } from '../engine/smallTown';

/**
 * How a search for a way out ends that cannot go on. The cheapest wrong programs: one that is shown as running for ever, one
 * whose optimiser computes on behind a study that was stopped, and one that is stopped after its end.
 */
const { district, weather, scenario } = inputOf(smallTown(4));

function scene(effectiveDistrict: Engine['effectiveDistrict']) {
  const never = () => new Promise<never>(() => undefined);
  const engine: Engine = {
    ...{ run: never, preview: never, week: never, attribution: never, buildingYear: never },
    ...{ connect: never, meters: never, money: never, isKnown: () => false, dispose: () => undefined },
    hosting: never,
    group: never,
    effectiveDistrict,
  };
  let cancels = 0;
  const solve: MilpSolver = Object.assign(never, { cancel: () => (cancels += 1) });
  const store = createAppStore();
  store.setState({
    loaded: { district, sha256: 'x', weather, report: null },
    history: startHistory({ baseEdits: [], scenarios: [scenario] }),
    activeId: scenario.id,
  });
  return { store, runner: new WayOutRunner(store, engine, solve), cancels: () => cancels };
}

describe('a search for a way out', () => {
  it('that breaks down says so', async () => {
    const { store, runner } = scene(() => {
      throw new Error('out of memory');
    });
    await runner.find(scenario.id, null);
    const study = store.getState().wayOut!;
    expect(study.status).toBe('failed');
    expect(study.issues.map(({ code }) => code)).toEqual(['study-broke-down']);
    expect(study.issues[0]!.message).toContain('out of memory');
    // Nobody looks at it: the bar and the voice say so.
    expect(study.isUnseen).toBe(true);
    expect(store.getState().announcement).toMatch(/^The search for a way out of .* has failed$/);
  });

  it('that is stopped, or gives way to another, ends the optimiser as well', () => {
    const { store, runner, cancels } = scene(() => ({ ok: true, value: district, issues: [] }));
    void runner.find(scenario.id, null);
    expect(cancels()).toBe(0);
    void runner.find(scenario.id, ['T-01']);
    expect(cancels()).toBe(1);
    runner.cancel();
    expect(cancels()).toBe(2);
    expect(store.getState().wayOut?.status).toBe('cancelled');
  });

  it('stays as it ended when it is stopped afterwards', async () => {
    const { store, runner, cancels } = scene(() => fail([]));
    await runner.find(scenario.id, null);
    const ended = store.getState().wayOut;
    expect(ended?.status).toBe('failed');
    expect(ended?.isUnseen).toBe(true);
    runner.cancel();
    expect(store.getState().wayOut).toBe(ended);
    expect(cancels()).toBe(0);
  });
});
