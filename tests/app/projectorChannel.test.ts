import { afterEach, describe, expect, it } from 'vitest';
import { followPresenter, presentTo } from '../../src/app/projectorChannel';
import { shippedSession } from '../../src/state/present';
import { scene } from '../state/slowScene';

/**
 * Two windows of one browser. The cheapest wrong channel: one that is heard once and never asked for again, so that the room
 * goes on seeing what was before the presenter's tab was loaded anew.
 */
const shipped = shippedSession();
if (!shipped.ok) throw new Error('the shipped session does not read');
const session = shipped.value;
const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

async function window() {
  const { store, actions } = await scene();
  // These years have no columns for figures.
  store.setState({ runs: {}, mode: 'present' });
  return { store, actions };
}

const heard = async (what: () => unknown, value: unknown) =>
  expect.poll(what, { timeout: 3000, interval: 10 }).toEqual(value);

describe('a projector', () => {
  it('goes on following after the window that presents has been loaded anew', async () => {
    const [a, room] = [await window(), await window()];
    a.actions.present.start(session);
    const stop = presentTo(a.store, a.actions);
    const { present } = a.store.getState();
    stops.push(followPresenter(room.store, room.actions, String(present!.startedAtMs)));
    const votes = () => room.store.getState().present?.round?.votes;
    a.actions.present.ask(0);
    a.actions.present.vote(0, 3);
    await heard(votes, [3, 0, 0, 0]);
    stop();
    const again = await window();
    again.store.setState({ history: a.store.getState().history, present: a.store.getState().present });
    stops.push(presentTo(again.store, again.actions));
    again.actions.present.vote(1, 9);
    await heard(votes, [3, 9, 0, 0]);
    again.actions.present.vote(2, 4);
    await heard(votes, [3, 9, 4, 0]);
  });

  it('follows from a session that has ended to the next one', async () => {
    const [a, room] = [await window(), await window()];
    a.actions.present.start(session);
    stops.push(presentTo(a.store, a.actions));
    const first = a.store.getState().present!.startedAtMs;
    stops.push(followPresenter(room.store, room.actions, String(first)));
    const began = () => room.store.getState().present?.startedAtMs ?? null;
    await heard(began, first);
    a.actions.present.end();
    await heard(began, null);
    await new Promise((resolve) => setTimeout(resolve, 5));
    a.actions.present.start(session);
    await heard(began, a.store.getState().present!.startedAtMs);
  });
});
