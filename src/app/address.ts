import type { AppStore } from '../state';
import { shareOfFragment, viewFragment } from '../state/shareView';

const WRITE_DELAY_MS = 250;

/** What this tab had open, or any tab had last; a browser that keeps nothing remembers nothing. */
const KEY = 'gridtwin-project';
export const tabMemory = {
  read(): string | null {
    try {
      return sessionStorage.getItem(KEY) ?? localStorage.getItem(KEY);
    } catch {
      return null;
    }
  },
  write(id: string | null): void {
    try {
      for (const storage of [sessionStorage, localStorage]) {
        if (id === null) storage.removeItem(KEY);
        else storage.setItem(KEY, id);
      }
    } catch {
      // The work itself stays; only which of it was open last is not known next time.
    }
  },
};

/** Keeps the address in step with what is looked at, without a step of the browser's own history. */
export function keepAddress(store: AppStore): void {
  let timer: number | undefined;
  const write = () => {
    timer = undefined;
    const state = store.getState();
    // A link stays in the address until its work is kept here: a reload must bring it again.
    const isBrought = shareOfFragment(location.hash) !== null && (state.project?.revision ?? 0) === 0;
    if (state.phase !== 'ready' || isBrought) return;
    const fragment = `#${viewFragment(state)}`;
    if (fragment !== location.hash) history.replaceState(history.state, '', fragment);
  };
  store.subscribe(() => {
    timer ??= window.setTimeout(write, WRITE_DELAY_MS);
  });
  write();
}
