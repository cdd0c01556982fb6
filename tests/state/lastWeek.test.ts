import { describe, expect, it } from 'vitest';
import type { RunResult } from '../../src/state';
import { districtWeekW, weekRange } from '../../src/state/view';
import { succeed } from '../../src/model/outcome';
import { isOfOldInputs } from '../../src/state';
import { look, scene, turn, year } from './slowScene';

/**
 * What stands on screen of a year. The cheapest wrong programs: one that stretches 31 December over "this week"; one whose last
 * seven days begin elsewhere than they are said to; one that leaves the notice of a year that is computed anew; one that looks
 * closely at where something stood in the district before.
 */
const HOURS = 8760;
const result = {
  ...{ chunkSteps: 168, stepCount: HOURS },
  table: { sourcePW: Float64Array.from({ length: HOURS }, (_, step) => step) },
} as unknown as RunResult;

describe('the week around a step', () => {
  it('has seven days at the end of the year as well', () => {
    const range = weekRange(result, HOURS - 1);
    expect(range).toEqual({ fromStep: HOURS - 168, stepCount: 168 });
    const week = districtWeekW(result, range);
    expect([week.length, week[0], week.at(-1)]).toEqual([168, HOURS - 168, HOURS - 1]);
  });

  it('is the one of the calendar of the run anywhere else', () => {
    expect(weekRange(result, 167)).toEqual({ fromStep: 0, stepCount: 168 });
    expect(weekRange(result, 168)).toEqual({ fromStep: 168, stepCount: 168 });
    expect(weekRange(result, 52 * 168 - 1)).toEqual({ fromStep: 51 * 168, stepCount: 168 });
  });
});

describe('a change', () => {
  it('takes the notice of the year before away, and marks what is still of it', async () => {
    const { store, actions, previews, years } = await scene();
    actions.runs.refresh();
    await turn();
    for (const question of previews.splice(0)) question.answer(succeed(look('present')));
    await turn();
    for (const question of years.splice(0)) question.answer(succeed(year('present')));
    await turn();
    const told = { scenarioId: 'own', text: 'Results ready' };
    store.setState({ notice: told });
    expect(isOfOldInputs(store.getState(), 'own')).toBe(false);
    actions.setMeasure('heatPumps', 0.4);
    expect(store.getState().notice).toBeNull();
    expect(isOfOldInputs(store.getState(), 'own')).toBe(true);
    store.setState({ notice: { ...told, scenarioId: 'baseline' } });
    actions.setMeasure('heatPumps', 0.5);
    expect(store.getState().notice).not.toBeNull();
  });
});

describe('another district', () => {
  it('is seen as a whole, and work in the same one where it was looked at', async () => {
    const { store, actions } = await scene();
    const loaded = store.getState().loaded!;
    const document = store.getState().history.present;
    const before = store.getState().cameraKey;
    actions.openWork(loaded, document, [], null);
    expect(store.getState().cameraKey).toBe(before);
    actions.openWork({ ...loaded }, document, [], null);
    expect(store.getState()).toMatchObject({ cameraTo: 'home', cameraKey: before + 1 });
  });
});
