import { describe, expect, it } from 'vitest';
import { Tour, TOUR_STEPS, type TourMemory } from '../../../src/state/tour';
import { scene, turn } from '../slowScene';

/**
 * The tour ticks what the user does. The cheapest wrong programs: one that ticks on any change of the state (a run that ends, a
 * file that is opened), one that ticks on any click whatever it did, one that ticks a step by its being looked at, and one that
 * begins anew whenever it is left.
 */
async function tourOf(kept: string | null = null) {
  const { store, actions } = await scene();
  let acting = false;
  let text = kept;
  const memory: TourMemory = { read: () => text, write: (next) => (text = next) };
  const tour = new Tour(store, { isActing: () => acting }, memory);
  const end = tour.begin();
  const byHand = (act: () => void) => {
    acting = true;
    act();
    acting = false;
  };
  return { store, actions, tour, byHand, end, kept: () => text };
}

const WAYS = [
  ['scenario', ({ actions }) => actions.showScenario('baseline')],
  ['element', ({ actions }) => actions.select({ kind: 'transformer', id: 'T-1' })],
  ['time', ({ actions }) => actions.setStep(4000)],
  ['measure', ({ actions }) => actions.setMeasure('heatPumps', 0.4, {})],
  ['baseline', ({ actions }) => actions.holdBaseline(true)],
  ['wayOut', ({ store }) => store.setState({ showsWayOut: true })],
] as const satisfies readonly (readonly [string, (of: Awaited<ReturnType<typeof tourOf>>) => void])[];

describe('the guided tour', () => {
  it('has a way for each of its six steps in this test', () => {
    expect(WAYS.map(([step]) => step)).toEqual([...TOUR_STEPS]);
    expect(TOUR_STEPS).toHaveLength(6);
  });

  for (const [step, act] of WAYS) {
    it(`ticks “${step}” when the user does it, and not when a program does`, async () => {
      const [byProgram, byUser] = [await tourOf(), await tourOf()];
      act(byProgram);
      await turn();
      expect(byProgram.tour.current().done).toEqual([]);
      byUser.byHand(() => act(byUser));
      expect(byUser.tour.current().done).toEqual([step]);
      expect(byUser.tour.current().ticked).toBe(step);
    });
  }

  it('ticks nothing by an event of the user that does something else', async () => {
    const { actions, tour, byHand, store } = await tourOf();
    byHand(() => {
      actions.setTheme('dark');
      actions.select(null);
      actions.setStep(store.getState().step);
      actions.undo();
      tour.show('wayOut');
    });
    expect(tour.current().done).toEqual([]);
    expect(tour.current().shown).toBe('wayOut');
  });

  it('ticks the step on screen first, one an event, and goes on with the next that is open', async () => {
    const { store, tour, byHand } = await tourOf();
    tour.show('time');
    byHand(() => store.setState({ step: 12, selection: { kind: 'line', id: 'L' }, activeId: 'baseline' }));
    expect(tour.current()).toEqual({ shown: 'measure', done: ['time'], ticked: 'time' });
  });

  it('does not tick while another mode is on screen', async () => {
    const { store, actions, tour, byHand } = await tourOf();
    store.setState({ mode: 'present' });
    byHand(() => actions.setStep(4000));
    expect(tour.current().done).toEqual([]);
  });

  it('can be left and continued, and begun again', async () => {
    const first = await tourOf();
    first.byHand(() => first.actions.setStep(4000));
    first.end();
    first.byHand(() => first.actions.showScenario('baseline'));
    expect(first.tour.current().done, 'a tour that has been left ticks nothing').toEqual(['time']);
    const second = await tourOf(first.kept());
    expect(second.tour.current()).toEqual({ shown: 'scenario', done: ['time'], ticked: null });
    second.tour.again();
    expect(second.kept()).toBe('[]');
    expect(second.tour.current().done).toEqual([]);
  });

  it('takes nothing from a text that is not its own', async () => {
    for (const text of ['{', '{"a":1}', '["flying","time","time"]', 'null'])
      expect((await tourOf(text)).tour.current().done.length, text).toBe(text.includes('time') ? 1 : 0);
  });
});
