import { expect, it } from 'vitest';
import type { AppState } from '../../../src/state';
import { REPLAY_ID } from '../../../src/state/present/presentState';
import { judgeOf } from '../../../src/state/view/judged';
import { inputOf, measure, smallTown } from '../../engine/smallTown';

// The cheapest wrong program finds no scenario of the replay's id and judges its year by the bare district and the usual limits.
it('the year that a replay begins with is judged by its own limits and transformers', () => {
  const { district, weather, scenario } = inputOf(smallTown(4));
  const rated = {
    ...scenario,
    limits: { profile: 'own', source: 'Plan B', lowerPu: 0.95, upperPu: 1.05, loadingLimit: 0.8 } as const,
    measures: [measure('transformerDynamicRating', 1)],
  };
  const input = { ...inputOf(smallTown(4)), scenario: rated };
  const loaded = { district, sha256: 'x', weather, report: null };
  const state = {
    ...{ loaded, stepS: 3600, history: { present: { scenarios: [scenario], baseEdits: [] } } },
    present: { replayYear: { scenario: rated, input, result: {} } },
  } as unknown as AppState;
  const judge = judgeOf(state, REPLAY_ID);
  expect(judge.limits?.profile).toBe('own');
  expect(judge.transformers.every(({ dynamicRating }) => dynamicRating !== undefined)).toBe(true);
  expect(judge.transformers.length).toBeGreaterThan(0);
  expect(judgeOf(state, scenario.id).limits).toBe(scenario.limits);
});
