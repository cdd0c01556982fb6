import type { TourMemory } from '../../state/tour';

const KEY = 'gridtwin-tour';

/** How far somebody has come in this browser; one that keeps nothing offers the tour on each opening. */
export const tourMemory: TourMemory = {
  read() {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  },
  write(text) {
    try {
      localStorage.setItem(KEY, text);
    } catch {
      // The ticks hold for this page.
    }
  },
};
