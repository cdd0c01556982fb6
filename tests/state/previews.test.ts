import { describe, expect, it } from 'vitest';
import { succeed } from '../../src/model/outcome';
import { standingPreview } from '../../src/state';
import { lastYearOf } from '../../src/state/previews';
import { look, scene, turn, year, type Question } from './slowScene';

/**
 * First looks while a slider is held. The cheapest wrong programs: one look per event (counted), the first look instead of the
 * newest (its share is read), and looks that outlive what they are of.
 */
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

describe('the year whose hard weeks are looked at', () => {
  it('is the one that the scenario had before, and the baseline\u2019s where it had none of these steps', async () => {
    const { store } = await scene();
    const run = (hash: string, stepS: number) =>
      ({ status: 'ready', progress: null, result: { ...year(hash), stepS }, issues: [] }) as never;
    store.setState({ runs: { baseline: run('base', 3600), own: run('before', 3600) } });
    expect(lastYearOf(store.getState(), 'own')?.inputHash).toBe('before');
    store.setState({ runs: { baseline: run('base', 3600), own: run('quarters', 900) } });
    expect(lastYearOf(store.getState(), 'own')?.inputHash).toBe('base');
    store.setState({ runs: { baseline: run('base', 3600) } });
    expect(lastYearOf(store.getState(), 'own')?.inputHash).toBe('base');
  });
});
