import { writeShareLink, type SharedScenario } from '../../io/shareLink';
import type { AppState } from '../appState';
import { sharedOf, typedTexts } from '../share';

/** What the address of what the room has made carries: the scenario alone, without where it comes from. */
function carried(state: AppState): SharedScenario | null {
  const shared = state.present === null ? null : sharedOf(state, state.present.scenarioId);
  if (shared === null) return null;
  const { parent: _parent, ...scenario } = shared.scenario;
  return { ...shared, scenario };
}

/** That address, short enough for a picture that phones can read; it opens in Plan. Empty where there is none. */
export function linkOfWorkshop(state: AppState, pageAddress: string): string {
  const shared = carried(state);
  if (shared === null) return '';
  const { origin, pathname } = new URL(pageAddress);
  return `${origin}${pathname}#share=${writeShareLink(shared)}`;
}

/** Whether an address means the machine that asks: a phone that follows it finds itself. */
export function isLoopback(address: string): boolean {
  const { hostname } = new URL(address, 'http://localhost/');
  return hostname === '[::1]' || hostname === 'localhost' || /(\.localhost|^127(\.\d+){3})$/.test(hostname);
}

export interface CarriedAlong {
  readonly corrections: number;
  /** Typed texts beside the name of the scenario: notes, and where corrections and figures come from. */
  readonly texts: readonly string[];
}

/**
 * What goes to every phone of a room with that address although no lever made it. Whoever shows the address shows this first:
 * a correction names a building, and a text may name a person.
 */
export function carriedAlong(state: AppState): CarriedAlong {
  const shared = carried(state);
  if (shared === null) return { corrections: 0, texts: [] };
  const { name, description } = shared.scenario;
  const ofItself: readonly string[] = [name, description];
  return {
    corrections: shared.baseEdits.length,
    texts: typedTexts(shared).filter((text) => !ofItself.includes(text)),
  };
}
