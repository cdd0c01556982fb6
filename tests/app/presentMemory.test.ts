import { describe, expect, it } from 'vitest';
import { keepWorkshop, type TabShelf } from '../../src/app/presentMemory';
import { shippedSession } from '../../src/state/present';
import { scene } from '../state/slowScene';

/** The cheapest wrong memory: one that loses what came last before a reload, and one that throws where the tab is full. */
const shipped = shippedSession();
if (!shipped.ok) throw new Error('the shipped session does not read');
const session = shipped.value;

function shelf(isFull = false): TabShelf & { readonly texts: string[] } {
  const texts: string[] = [];
  const setItem = (_: string, text: string) => {
    if (isFull) throw new Error('QuotaExceededError');
    texts.push(text);
  };
  return { texts, getItem: () => texts.at(-1) ?? null, setItem };
}

describe('a tab', () => {
  it('keeps the last hand where the page is left at once', async () => {
    const { store, actions } = await scene();
    const kept = shelf();
    const keepNow = keepWorkshop(
      store,
      actions,
      () => kept,
      () => undefined,
    );
    actions.present.start(session);
    actions.present.ask(0);
    actions.present.vote(2, 5);
    keepNow();
    keepNow();
    expect(kept.texts, 'and nothing twice').toHaveLength(1);
    const { history } = store.getState();
    const again = await scene();
    again.store.setState({ history, mode: 'present' });
    keepWorkshop(
      again.store,
      again.actions,
      () => kept,
      () => undefined,
    );
    expect(again.store.getState().present?.round?.votes).toEqual([0, 0, 5, 0]);
    expect(again.store.getState().activeId, 'its scenario is on the map').toBe('workshop');
  });

  it('that is full says so once, and the session goes on', async () => {
    const { store, actions } = await scene();
    let refused = 0;
    const keepNow = keepWorkshop(
      store,
      actions,
      () => shelf(true),
      () => (refused += 1),
    );
    actions.present.start(session);
    keepNow();
    actions.present.ask(0);
    keepNow();
    expect(refused).toBe(1);
    expect(store.getState().present?.round?.phase).toBe('hidden');
  });
});
