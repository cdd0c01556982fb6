import type { Kpi } from '../../kpi';
import type { Scenario } from '../../model/scenario';
import { canonicalJson } from '../../scenario/hash';
import type { AppState, RunResult } from '../appState';
import { runOf, scenarioOf } from '../selectors';

/** What a year comes to for households and in the cost of its measures; without any where it could not be told. */
export interface CountedFigures {
  readonly status: 'running' | 'ready' | 'failed';
  readonly kpis: readonly Kpi[];
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

/** What stands in the place of such figures while they are not there. */
export function countingOf(state: AppState, scenarioId: string): 'waiting' | 'counting' | 'notTold' {
  const status = countedOf(state, scenarioId)?.status;
  if (status === 'failed') return 'notTold';
  return status === 'running' ? 'counting' : 'waiting';
}

export const countedKpis = (state: AppState, scenarioId: string): readonly Kpi[] =>
  countedOf(state, scenarioId)?.kpis ?? NOTHING;
