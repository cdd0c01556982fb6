import type { AppStore } from '../state';
import { keptPresent, keptText } from '../state/present';

const KEY = 'gridtwin-present';
const WRITE_DELAY_MS = 400;

/** A workshop survives a reload of its tab, and no longer than the tab. */
export function keepWorkshop(store: AppStore): void {
  try {
    const kept = keptPresent(store.getState(), sessionStorage.getItem(KEY));
    if (kept !== null) store.setState({ present: kept });
  } catch {
    // A browser that keeps nothing: the session begins anew after a reload.
    return;
  }
  let timer: number | undefined;
  let written = store.getState().present;
  const write = () => {
    timer = undefined;
    written = store.getState().present;
    sessionStorage.setItem(KEY, keptText(store.getState()));
  };
  store.subscribe(({ present }) => {
    if (present !== written) timer ??= window.setTimeout(write, WRITE_DELAY_MS);
  });
}
