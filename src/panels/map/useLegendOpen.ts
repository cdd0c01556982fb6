import { useState } from 'react';

const KEY = 'gridtwin-legend';

function kept(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'closed';
  } catch {
    // No storage here: open, as on the first visit.
    return true;
  }
}

/** Whether the classes of the legend are shown; kept in this browser. */
export function useLegendOpen(): readonly [open: boolean, setOpen: (open: boolean) => void] {
  const [open, setOpen] = useState(kept);
  const set = (next: boolean) => {
    setOpen(next);
    try {
      localStorage.setItem(KEY, next ? 'open' : 'closed');
    } catch {
      // Holds for this page only.
    }
  };
  return [open, set];
}
