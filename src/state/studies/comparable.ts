import type { RunInput } from '../../model/run';
import type { Scenario } from '../../model/scenario';
import type { AppState, RunResult } from '../appState';
import { runInputOf, runOf, scenariosOf } from '../selectors';

/** A scenario whose year is there and of the inputs on screen. */
export interface ComparableYear {
  readonly scenario: Scenario;
  readonly input: RunInput;
  readonly result: RunResult;
}

export interface Comparable {
  readonly ready: readonly ComparableYear[];
  /** Not computed, or not of the present inputs. */
  readonly waiting: readonly Scenario[];
  /** The power flow of some steps has no solution: their indicators are none. */
  readonly unsolved: readonly Scenario[];
}

/** What can be compared now, and what cannot. */
export function comparableOf(state: AppState): Comparable {
  const ready: ComparableYear[] = [];
  const waiting: Scenario[] = [];
  const unsolved: Scenario[] = [];
  for (const scenario of scenariosOf(state)) {
    const { status, result } = runOf(state, scenario.id);
    const input = runInputOf(state, scenario);
    if (status !== 'ready' || result === null || input === null) waiting.push(scenario);
    else if (result.table.iterations.some((used) => used < 0)) unsolved.push(scenario);
    else ready.push({ scenario, input, result });
  }
  return { ready, waiting, unsolved };
}

/** Whether two lists name the same years of the same scenarios. */
export const areSameYears = (a: readonly ComparableYear[], b: readonly ComparableYear[]): boolean =>
  a.length === b.length &&
  a.every(({ scenario, result }, row) => scenario === b[row]!.scenario && result === b[row]!.result);
