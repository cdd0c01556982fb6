import type { AppState } from '../appState';

/** Whether what was found is laid over the district; not so once it is taken back. */
export const arePeaksTaken = ({ peaks, history }: AppState): boolean =>
  peaks !== null && history.present.baseEdits === peaks.taken;

/** Whether the district has been corrected otherwise since, or is run in other steps. */
export function arePeaksOld({ peaks, history, stepS }: AppState): boolean {
  const now = history.present.baseEdits;
  return peaks !== null && ((now !== peaks.from && now !== peaks.taken) || stepS !== peaks.stepS);
}
