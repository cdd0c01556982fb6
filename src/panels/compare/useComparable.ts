import { useMemo } from 'react';
import { comparableOf, useAppParts, useAppStore, type Comparable } from '../../state';

/** What can be compared now, kept up to date. */
export function useComparable(): Comparable {
  const store = useAppStore();
  const parts = useAppParts((state) => [state.history.present, state.runs, state.loaded, state.stepS]);
  return useMemo(() => {
    // Whatever it reads of the state is among these.
    void parts;
    return comparableOf(store.getState());
  }, [parts, store]);
}
