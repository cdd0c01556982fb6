import type { AppState, LoadedDistrict } from '../appState';
import type { BuildingWork, CalibrationStudy } from '../building/types';
import type { History } from '../history';
import type { PresentState } from '../present/presentState';
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
  readonly strip: AppState['strip'];
  /** Meters and packages, as far as they are known. */
  readonly building: BuildingWork;
  /** The session under way. */
  readonly present: PresentState | null;
}

/** The work on screen, to come back to. */
export function heldWork(state: AppState, name: string): ReplacedWork | null {
  const { loaded, history, project, activeId, strip } = state;
  if (loaded === null) return null;
  const building = { ...state.building, calibrations: atRest(state.building.calibrations) };
  const present = state.present === null ? null : asLeft(state.present);
  return { ...{ name, loaded, history, project, activeId, strip }, building, present };
}

/** The work on screen as an opening leaves it: a step like any other, after which nothing that was undone can be made again. */
export function replacedWork(state: AppState, name: string): ReplacedWork | null {
  const work = heldWork(state, name);
  if (work === null || work.history.future.length === 0) return work;
  return { ...work, history: { ...work.history, future: [] } };
}

/** What is computed for the work ends with it, and would otherwise be waited for when the work comes back. */
const atRest = (calibrations: BuildingWork['calibrations']): BuildingWork['calibrations'] =>
  Object.fromEntries(
    Object.entries(calibrations).map(([id, study]): [string, CalibrationStudy] => [
      id,
      study.status === 'running' ? { ...study, status: 'cancelled' } : study,
    ]),
  );
const asLeft = (present: PresentState): PresentState => ({
  ...present,
  ...{ page: null, replay: null, replayYear: null, money: null, feedback: null },
});

/** The same work without a reading of any meter. */
export const withoutReadings = (work: ReplacedWork | null): ReplacedWork | null =>
  work === null
    ? null
    : { ...work, building: { ...work.building, meters: {}, meterOffer: null, calibrations: {} } };

/** Work that undo leads to from here as a whole. A session in a room ends by a decision, not by one step back too many. */
export const workToUndo = ({ history, workBefore, present }: AppState): ReplacedWork | null =>
  history.past.length === 0 && present === null ? workBefore : null;
/** Work that redo leads to from here as a whole; undo leads back, to the session as well. */
export const workToRedo = ({ history, workAfter }: AppState): ReplacedWork | null =>
  history.future.length === 0 ? workAfter : null;

/** What undo takes back, and what redo brings: a step of the history, or the opening of the work as a whole. */
export const undoNameOf = (state: AppState): string | undefined =>
  state.history.past.at(-1)?.name ?? workToUndo(state)?.name;
export const redoNameOf = (state: AppState): string | undefined =>
  state.history.future[0]?.name ?? workToRedo(state)?.name;

/** Whether the work on screen is found again once another has taken its place. */
export function standingOf({ project, history }: AppState): ImportOffer['standing'] {
  if (project !== null && project.revision > 0 && project.isHeldBack !== true) return 'kept';
  return history.past.length === 0 && project === null ? 'untouched' : 'notKept';
}
