import { describe, expect, it } from 'vitest';
import { fail, succeed } from '../../src/model/outcome';
import type { Attribution } from '../../src/engine/contract';
import { runOf, standingPreview } from '../../src/state';
import { look, scene, turn, year, type Question } from './slowScene';

/**
 * Whose numbers are on screen. The cheapest wrong programs write whatever comes back under the id it was asked for: an undone
 * change, a removed scenario, another scenario's causes.
 */
const of = (share: number | undefined) => (question: Question<unknown>) =>
  question.input.scenario.id === 'own' && question.input.scenario.measures[0]?.adoption === share;

/** Both years of the scene as a run would leave them. */
async function computed() {
  const found = await scene();
  const { actions, previews, years, store } = found;
  actions.runs.refresh();
  await turn();
  for (const question of previews.splice(0)) question.answer(succeed(look('present')));
  await turn();
  for (const question of years.splice(0))
    question.answer(succeed(year(`present ${question.input.scenario.id}`)));
  await turn();
  expect(runOf(store.getState(), 'own').result?.inputHash).toBe('present own');
  return found;
}

describe('a change that is undone while its year runs', () => {
  it('leaves the year before it on screen, computed, and its own answer is nobody\u2019s', async () => {
    const { store, actions, previews, years } = await computed();
    actions.setMeasure('heatPumps', 0.4);
    await turn();
    previews.find(of(0.4))!.answer(succeed(look('undone')));
    await turn();
    expect(standingPreview(store.getState(), 'own')?.preview.inputHash).toBe('undone');
    const running = years.find(of(0.4))!;
    actions.undo();
    expect(runOf(store.getState(), 'own').status).toBe('ready');
    expect(standingPreview(store.getState(), 'own')).toBeNull();
    running.answer(succeed(year('undone')));
    await turn();
    expect(runOf(store.getState(), 'own').result?.inputHash).toBe('present own');
    actions.redo();
    await turn();
    expect(runOf(store.getState(), 'own').status).toBe('running');
  });
});

describe('a change that is undone after its year was cancelled', () => {
  it('leaves the year before it on screen, computed: it belongs to the inputs that are there again', async () => {
    const { store, actions, previews, years } = await computed();
    actions.setMeasure('heatPumps', 0.4);
    await turn();
    previews.find(of(0.4))!.answer(succeed(look('cancelled')));
    await turn();
    actions.runs.cancel('own');
    years.find(of(0.4))!.answer(
      fail([
        {
          severity: 'error',
          code: 'run-cancelled',
          source: 'own',
          message: 'Cancelled.',
          remedy: 'Run again.',
        },
      ]),
    );
    await turn();
    expect(runOf(store.getState(), 'own').status).toBe('cancelled');
    expect(runOf(store.getState(), 'own').result?.inputHash).toBe('present own');
    actions.undo();
    await turn();
    expect(runOf(store.getState(), 'own').status).toBe('ready');
    expect(runOf(store.getState(), 'own').result?.inputHash).toBe('present own');
    expect(standingPreview(store.getState(), 'own')).toBeNull();
  });
});

describe('a removed scenario', () => {
  it('leaves nothing to the next one of its id', async () => {
    const { store, actions, previews, years } = await computed();
    actions.createScenario('own');
    await turn();
    for (const question of previews.splice(0)) question.answer(succeed(look('removed')));
    await turn();
    const id = store.getState().activeId;
    for (const question of years.splice(0)) question.answer(succeed(year('removed')));
    await turn();
    expect(runOf(store.getState(), id).result?.inputHash).toBe('removed');
    actions.removeScenario(id);
    expect(store.getState().runs[id]).toBeUndefined();
    actions.createScenario('own');
    expect(store.getState().activeId).toBe(id);
    expect(runOf(store.getState(), id).result).toBeNull();
  });
});

describe('who causes a load', () => {
  it('is said of the scenario that was asked, and of no other', async () => {
    const { store, actions, attributions } = await computed();
    actions.select({ kind: 'transformer', id: 'T' });
    await turn();
    const answer = { branchId: 'T', step: 0 } as unknown as Attribution;
    attributions.at(-1)!.answer(succeed(answer));
    await turn();
    expect(store.getState().attribution?.scenarioId).toBe('own');
    actions.holdBaseline(true);
    expect(store.getState().attribution).toBeNull();
    await turn();
    attributions.at(-1)!.answer(succeed(answer));
    await turn();
    expect(store.getState().attribution?.scenarioId).toBe('baseline');
    actions.holdBaseline(false);
    expect(store.getState().attribution).toBeNull();
  });
});
