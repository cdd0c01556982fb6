import { writeShareLink } from '../../io';
import type { AppState } from '../appState';
import { sharedOf } from '../share';

/**
 * The address of what the room has made, short enough for a picture that phones can read: the scenario alone, opened in Plan;
 * where it comes from and what was looked at are left out. Empty where there is none.
 */
export function linkOfWorkshop(state: AppState, pageAddress: string): string {
  const shared = state.present === null ? null : sharedOf(state, state.present.scenarioId);
  if (shared === null) return '';
  const { parent: _parent, ...scenario } = shared.scenario;
  const { origin, pathname } = new URL(pageAddress);
  return `${origin}${pathname}#share=${writeShareLink({ ...shared, scenario })}`;
}
