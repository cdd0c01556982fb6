import type { Actions, AppStore } from '../state';
import { keptPresent, keptText } from '../state/present';

const KEY = 'gridtwin-present';
const WRITE_DELAY_MS = 400;

/** Where a tab keeps a text: the session storage of the browser. */
export type TabShelf = Pick<Storage, 'getItem' | 'setItem'>;

/**
 * A workshop survives a reload of its tab, and no longer than the tab. A shelf that refuses (full, or switched off) is said
 * once; the session goes on. Returns how to write at once what waits to be written, for a page that is being left.
 */
export function keepWorkshop(
  store: AppStore,
  actions: Actions,
  shelf: () => TabShelf,
  onRefused: () => void,
): () => void {
  let isRefused = false;
  const refused = () => {
    if (!isRefused) onRefused();
    isRefused = true;
  };
  try {
    const kept = keptPresent(store.getState(), shelf().getItem(KEY));
    if (kept !== null) store.setState({ present: kept });
    actions.present.align();
  } catch {
    // A browser that keeps nothing: the session begins anew after a reload.
    return () => undefined;
  }
  let timer: ReturnType<typeof setTimeout> | undefined;
  let written = store.getState().present;
  const write = () => {
    clearTimeout(timer);
    timer = undefined;
    if (written === store.getState().present) return;
    written = store.getState().present;
    try {
      shelf().setItem(KEY, keptText(store.getState()));
    } catch {
      refused();
    }
  };
  store.subscribe(({ present }) => {
    if (present !== written) timer ??= setTimeout(write, WRITE_DELAY_MS);
  });
  return write;
}
