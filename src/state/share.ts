import { ENGINE_VERSION } from '../engine/version';
import { writeShareLink, type SharedScenario } from '../io/shareLink';
import type { AppState } from './appState';
import { runOf, scenarioOf } from './selectors';
import { viewFragmentOfLink } from './shareView';

/** A scenario as a link carries it, with the hash of its year where that is computed. */
export function sharedOf(state: AppState, scenarioId: string): SharedScenario | null {
  const scenario = scenarioOf(state, scenarioId);
  const { loaded, stepS } = state;
  if (scenario === undefined || loaded === null) return null;
  const { status, result } = runOf(state, scenarioId);
  return {
    engineVersion: ENGINE_VERSION,
    district: { id: loaded.district.id, sha256: loaded.sha256 },
    stepS,
    baseEdits: state.history.present.baseEdits,
    scenario,
    ...(status === 'ready' && result !== null ? { resultHash: result.resultHash } : {}),
  };
}

/** The address of the scenario on screen as it is looked at; all of it stands in the fragment, which no server sees. */
export function shareAddress(state: AppState, pageAddress: string): string | null {
  const shared = sharedOf(state, state.activeId);
  if (shared === null) return null;
  const { origin, pathname } = new URL(pageAddress);
  const page = origin === 'null' ? pageAddress.split('#')[0]! : origin + pathname;
  return `${page}#share=${writeShareLink(shared)}&${viewFragmentOfLink(state)}`;
}

/** Texts that somebody typed and that go along with a scenario: they alone could name a person. */
export function typedTexts({ scenario, baseEdits }: SharedScenario): readonly string[] {
  const sources = baseEdits.flatMap(({ value }) =>
    typeof value === 'object' && value !== null && 'source' in value ? [value.source] : [],
  );
  const assumed = (scenario.assumptions ?? []).map(({ source }) => source);
  const { name, description, parent, notes = [], limits } = scenario;
  const parentName = parent === undefined ? [] : [parent.name];
  const planned = limits?.profile === 'own' ? [limits.source] : [];
  const all = [name, description, ...parentName, ...notes, ...sources, ...assumed, ...planned];
  return [...new Set(all.filter((text) => text !== ''))];
}
