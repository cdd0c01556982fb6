import type { Kpi } from '../../kpi';
import type { Scenario } from '../../model/scenario';
import { canonicalJson } from '../../scenario/hash';
import type { AppState, RunResult } from '../appState';
import { runOf, scenarioOf } from '../selectors';

/** What a year comes to for households and in the cost of its measures; without any where it could not be told. */
export interface CountedFigures {
  readonly status: 'running' | 'ready' | 'failed';
  readonly kpis: readonly Kpi[];
  /** The scenario it was counted for first; others may say the same. */
  readonly scenarioId: string;
}

const NOTHING: readonly Kpi[] = [];
const keys = new WeakMap<RunResult, WeakMap<Scenario, string>>();

/** The same for scenarios that say the same under other names: no edit, no difference. */
export function countedKey(result: RunResult, scenario: Scenario): string {
  const ofResult = keys.get(result) ?? new WeakMap<Scenario, string>();
  keys.set(result, ofResult);
  const known = ofResult.get(scenario);
  if (known !== undefined) return known;
  const { id: _id, name: _name, description: _text, notes: _notes, parent: _parent, ...said } = scenario;
  const key = `${result.inputHash} ${canonicalJson(said)}`;
  ofResult.set(scenario, key);
  return key;
}

/** Of the year that is at hand; null where none is, or it is of older inputs. */
export function countedOf(state: AppState, scenarioId: string): CountedFigures | null {
  const { status, result } = runOf(state, scenarioId);
  const scenario = scenarioOf(state, scenarioId);
  if (status !== 'ready' || result === null || scenario === undefined) return null;
  return state.counted[countedKey(result, scenario)] ?? null;
}

/**
 * The figures to show. A price that is edited runs nothing and sends nothing to a worker, so what was counted of the same year
 * stands until somebody has it counted again, and `isOld` says so.
 */
export function countedStanding(
  state: AppState,
  scenarioId: string,
): { readonly kpis: readonly Kpi[]; readonly isOld: boolean } {
  const own = countedOf(state, scenarioId);
  if (own !== null) return { kpis: own.kpis, isOld: false };
  const before = countedBefore(state, scenarioId);
  return { kpis: before?.kpis ?? NOTHING, isOld: before !== null };
}

function countedBefore(state: AppState, scenarioId: string): CountedFigures | null {
  const { status, result } = runOf(state, scenarioId);
  if (status !== 'ready' || result === null) return null;
  const ofYear = Object.entries(state.counted)
    .filter(([key, { status: counted }]) => counted === 'ready' && key.startsWith(`${result.inputHash} `))
    .map(([, figures]) => figures);
  return ofYear.filter((one) => one.scenarioId === scenarioId).at(-1) ?? ofYear.at(-1) ?? null;
}

/** What stands in the place of such figures while they are not there. */
export function countingOf(state: AppState, scenarioId: string): 'waiting' | 'counting' | 'notTold' {
  const status = countedOf(state, scenarioId)?.status;
  if (status === 'failed') return 'notTold';
  return status === 'running' ? 'counting' : 'waiting';
}

export const countedKpis = (state: AppState, scenarioId: string): readonly Kpi[] =>
  countedStanding(state, scenarioId).kpis;

export const isCountedOld = (state: AppState, scenarioId: string): boolean =>
  countedStanding(state, scenarioId).isOld;
