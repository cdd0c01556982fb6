import { describe, expect, it } from 'vitest';
import type { AppState } from '../../../src/state';
import { keptPresent, keptText } from '../../../src/state/present';
import { scene, year } from '../slowScene';
import { session, settleWith } from './room';

/**
 * Out of a session into Plan and back. The cheapest wrong programs: a way back that only changes the mode, one that forgets what
 * was looked at, one that restores a copy (so that every year is computed again), one that goes on in another step of the
 * session, and one that loses what was tried.
 */
const [heatPumps] = session.levers;

async function workshop(stepRow: number) {
  const found = await scene();
  const { actions } = found;
  actions.setMode('present');
  actions.present.start(session);
  actions.present.goToStep(stepRow);
  const settle = () =>
    settleWith(found, ({ scenario }) => year(`${scenario.id} ${JSON.stringify(scenario.measures)}`));
  await settle();
  return { ...found, runner: actions.present, settle };
}

/** All that is the work or the way it is looked at; results follow from it, and what was said is said. */
function standing(state: AppState) {
  const { history, present, activeId, step, stepS, variable, look, view, classFilter, selection } = state;
  const { mode, tableKind, oneLineAt, evidenceAttribute, showGrid, showsFlow, besideId, divide } = state;
  return {
    ...{
      document: history.present,
      present,
      activeId,
      step,
      stepS,
      variable,
      look,
      view,
      classFilter,
      selection,
    },
    ...{ mode, tableKind, oneLineAt, evidenceAttribute, showGrid, showsFlow, besideId, divide },
  };
}

describe('trying freely', () => {
  for (const [stepRow] of session.agenda.entries())
    it(`comes back from step ${stepRow + 1} to the state it left, whatever was done meanwhile`, async () => {
      const { store, actions, runner, settle } = await workshop(stepRow);
      if (!runner.isLocked(heatPumps!.id)) runner.move(heatPumps!, 0.2);
      await settle();
      actions.select({ kind: 'transformer', id: 'T-01' });
      const left = standing(store.getState());
      runner.goFree();
      expect(store.getState().mode).toBe('plan');
      actions.setMeasure('heatPumps', 0.9, {});
      actions.showScenario('baseline');
      actions.setStep(4000);
      actions.setStepLength(900);
      actions.setVariable('voltage');
      actions.setLook('scene');
      actions.setView('table');
      actions.select(null);
      actions.holdBeside('baseline');
      await settle();
      expect(standing(store.getState())).not.toEqual(left);
      runner.comeBack();
      await settle();
      expect(standing(store.getState())).toEqual(left);
      expect(store.getState().history.present, 'the same work, not a copy of it').toBe(left.document);
      actions.undo();
      const tried = store.getState().history.present.scenarios.find(({ id }) => id === left.activeId);
      expect(
        tried?.measures.some(({ adoption }) => adoption === 0.9),
        'undo leads to what was tried',
      ).toBe(true);
    });

  it('adds nothing to the history where nothing was tried', async () => {
    const { store, runner } = await workshop(0);
    const { history } = store.getState();
    runner.goFree();
    runner.comeBack();
    expect(store.getState().history).toBe(history);
  });

  it('takes along what was tried where somebody goes back by the switch of modes', async () => {
    const { store, actions, runner, settle } = await workshop(0);
    runner.goFree();
    actions.setMeasure('heatPumps', 0.9, {});
    await settle();
    const tried = store.getState().history.present;
    actions.setMode('present');
    expect(store.getState().history.present).toBe(tried);
    expect(store.getState().present?.free).toBeNull();
    runner.comeBack();
    expect(store.getState().history.present, 'nothing waits any more').toBe(tried);
  });

  it('keeps the way back against a reload, to the same work', async () => {
    const { store, actions, runner, settle } = await workshop(0);
    actions.select({ kind: 'transformer', id: 'T-01' });
    actions.setVariable('voltage');
    const left = standing(store.getState());
    runner.goFree();
    actions.setMeasure('heatPumps', 0.9, {});
    actions.select(null);
    actions.setVariable('loading');
    await settle();
    const kept = keptPresent(store.getState(), keptText(store.getState()));
    store.setState({ present: kept });
    runner.comeBack();
    await settle();
    expect(standing(store.getState())).toEqual(left);
    expect(store.getState().history.present, 'no copy').toBe(left.document);
  });

  it('is not come back to where what was kept of it does not read', async () => {
    const { store, runner } = await workshop(0);
    runner.goFree();
    const kept = JSON.parse(keptText(store.getState())) as { free: { lookedAt: object } };
    const broken = { ...kept.free, lookedAt: { ...kept.free.lookedAt, variable: 'joy' } };
    expect(keptPresent(store.getState(), JSON.stringify(kept))?.free).not.toBeNull();
    expect(keptPresent(store.getState(), JSON.stringify({ ...kept, free: broken }))).toBeNull();
  });

  it('keeps a question open, and its hands', async () => {
    const { store, runner } = await workshop(0);
    runner.ask(0);
    runner.vote(1, 12);
    const { round } = store.getState().present!;
    runner.goFree();
    runner.comeBack();
    expect(store.getState().present!.round).toBe(round);
  });
});
