import { useSyncExternalStore } from 'react';

let isPrinting = false;

/** Both ends of a print; the page is drawn anew in the same task, before it is laid out for paper. */
function onPrint(changed: () => void): () => void {
  const [begin, end] = [true, false].map((next) => () => {
    isPrinting = next;
    changed();
  }) as [() => void, () => void];
  window.addEventListener('beforeprint', begin);
  window.addEventListener('afterprint', end);
  return () => {
    window.removeEventListener('beforeprint', begin);
    window.removeEventListener('afterprint', end);
  };
}

/** True while the page is laid out for paper: what stands there alone is made for it. */
export const usePrinting = (): boolean => useSyncExternalStore(onPrint, () => isPrinting);
