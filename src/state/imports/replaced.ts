import type { AppState, LoadedDistrict } from '../appState';
import type { History } from '../history';
import type { OpenProject } from '../projects';
import type { ImportOffer } from './offer';

/** Work that other work has taken the place of, whole: undo and redo lead to it. */
export interface ReplacedWork {
  /** What was done when it was replaced, for example `Open Old Town`. */
  readonly name: string;
  readonly loaded: LoadedDistrict;
  readonly history: History;
  readonly project: OpenProject | null;
  readonly activeId: string;
}

/** The work on screen, to come back to. */
export function heldWork(state: AppState, name: string): ReplacedWork | null {
  const { loaded, history, project, activeId } = state;
  return loaded === null ? null : { name, loaded, history, project, activeId };
}

/** What undo takes back, and what redo brings: a step of the history, or the opening of the work as a whole. */
export const undoNameOf = ({ history, workBefore }: AppState): string | undefined =>
  history.past.at(-1)?.name ?? workBefore?.name;
export const redoNameOf = ({ history, workAfter }: AppState): string | undefined =>
  history.future[0]?.name ?? workAfter?.name;

/** Whether the work on screen is found again once another has taken its place. */
export function standingOf({ project, history }: AppState): ImportOffer['standing'] {
  if (project !== null && project.revision > 0 && project.isHeldBack !== true) return 'kept';
  return history.past.length === 0 && project === null ? 'untouched' : 'notKept';
}
