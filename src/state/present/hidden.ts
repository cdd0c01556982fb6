import type { AppState } from '../appState';

/**
 * A room has been asked and must not see the answer: no figure of a run, no colour and no label of the map may be in the page
 * until it is revealed. Whoever draws numbers in Present mode asks here first.
 */
export const isHidden = ({ mode, present }: Pick<AppState, 'mode' | 'present'>): boolean =>
  mode === 'present' && present?.round?.phase === 'hidden';
