import { readSessionValue, SESSION_SCHEMA } from '../../io/sessionFile';
import { MAP_VARIABLES } from '../view';
import type { AppState } from '../appState';
import { scenarioOf } from '../selectors';
import type { PresentState } from './presentState';

/** A workshop as this tab keeps it against a reload; what can be computed again is left out. Empty where there is none. */
export function keptText({ present }: AppState): string {
  if (present === null) return '';
  const kept = { ...present, yearBefore: null, money: null, replay: null, page: null };
  return JSON.stringify({ ...kept, session: { schema: SESSION_SCHEMA, ...present.session } });
}

/** The workshop that a tab had kept, where its scenario still stands; null otherwise. */
export function keptPresent(state: AppState, text: string | null): PresentState | null {
  if (text === null || text === '') return null;
  try {
    const kept = JSON.parse(text) as PresentState;
    const session = readSessionValue(kept.session, 'this tab', MAP_VARIABLES);
    const isThere = scenarioOf(state, kept.scenarioId) !== undefined;
    return session.ok && isThere ? { ...kept, session: session.value } : null;
  } catch {
    return null;
  }
}
