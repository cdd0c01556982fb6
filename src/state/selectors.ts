import { DAYS_OF_MONTH } from '../model/commonYear';
import type { RunInput } from '../model/run';
import type { Scenario } from '../model/scenario';
import { BASELINE_ID } from './document';
import type { AppState, RunResult, ScenarioRun } from './appState';
import { REPLAY_ID } from './present/presentState';

const NO_RUN: ScenarioRun = { status: 'waiting', progress: null, result: null, issues: [] };

export const scenariosOf = (state: AppState): readonly Scenario[] => state.history.present.scenarios;

export function scenarioOf(state: AppState, id: string): Scenario | undefined {
  return scenariosOf(state).find((scenario) => scenario.id === id);
}

/** What a scenario says of itself; that it is from another one, by the name that one has now. */
export function descriptionOf(state: AppState, { description, parent }: Scenario): string {
  const present = parent === undefined ? undefined : scenarioOf(state, parent.id);
  return present !== undefined && description === `From ${parent!.name}.`
    ? `From ${present.name}.`
    : description;
}

/** The scenario whose numbers are on screen: the baseline while its key is held, the year before while a change is replayed. */
export function shownId({ showsBaseline, mode, present, activeId }: AppState): string {
  if (showsBaseline) return BASELINE_ID;
  return mode === 'present' && present?.replay === 'before' ? REPLAY_ID : activeId;
}

/**
 * The scenario drawn beside the active one: the one asked for, unless it is the active one itself; then the first other,
 * the baseline before all. Null: one is shown alone, or there is no other.
 */
export function besideOf(state: AppState): string | null {
  if (state.besideId === null || state.mode !== 'plan') return null;
  const others = scenariosOf(state)
    .map(({ id }) => id)
    .filter((id) => id !== state.activeId);
  for (const id of [state.besideId, BASELINE_ID]) if (others.includes(id)) return id;
  return others[0] ?? null;
}

export const runOf = (state: AppState, id: string): ScenarioRun => state.runs[id] ?? NO_RUN;

/** Whether the year on screen is of other inputs than its scenario has now: a run is under way, was cancelled or has failed. */
export function isOfOldInputs(state: AppState, id = shownId(state)): boolean {
  const { status, result } = runOf(state, id);
  return result !== null && status !== 'ready';
}

/** Whether the notice is in the bar: what a run of the whole town has to say covers no map of one building until it is taken out. */
export const isNoticeInBar = ({ notice, mode }: AppState): boolean =>
  notice !== null && (notice.isParked ?? mode === 'building');

export const shownResult = (state: AppState): RunResult | null => runOf(state, shownId(state)).result;

export const baselineResult = (state: AppState): RunResult | null => runOf(state, BASELINE_ID).result;

/** What goes with a page that is loaded anew: meter readings are written nowhere, and work is not where nothing can be. */
export function lostByReload({
  building,
  isUnkept,
  project,
  workBefore,
  workAfter,
}: AppState): 'nothing' | 'meters' | 'work' | 'both' {
  // Those of work that undo leads back to as well.
  const all = [building, workBefore?.building, workAfter?.building];
  const hasMeter = all.some((work) => Object.keys(work?.meters ?? {}).length > 0);
  if (!isUnkept && project?.isHeldBack !== true) return hasMeter ? 'meters' : 'nothing';
  return hasMeter ? 'both' : 'work';
}

const inputs = new WeakMap<Scenario, { edits: unknown; loaded: unknown; stepS: number; input: RunInput }>();

/** The run input of a scenario; the same object as long as nothing it depends on has changed. */
export function runInputOf(state: AppState, scenario: Scenario): RunInput | null {
  const { loaded, stepS } = state;
  if (loaded === null) return null;
  const edits = state.history.present.baseEdits;
  const present = inputs.get(scenario);
  if (present?.edits === edits && present.loaded === loaded && present.stepS === stepS) return present.input;
  const { district, weather } = loaded;
  const input: RunInput = { district, baseEdits: edits, weather, scenario, stepS };
  inputs.set(scenario, { edits, loaded, stepS, input });
  return input;
}

/** What a step of the run's common year is called. */
export interface StepTime {
  readonly weekday: number;
  readonly dayOfYear: number;
  readonly month: number;
  readonly dayOfMonth: number;
  readonly hour: number;
  readonly minute: number;
}

/** Calendar of a step, local standard time; month 1 to 12, dayOfYear 1 to 365, weekday 0 = Monday. */
export function timeOfStep(step: number, stepS: number, startWeekday: number): StepTime {
  const minutes = (step * stepS) / 60;
  const day = Math.floor(minutes / 1440);
  const ofDay = minutes - day * 1440;
  let month = 0;
  let dayOfMonth = day;
  while (month < 11 && dayOfMonth >= DAYS_OF_MONTH[month]!) {
    dayOfMonth -= DAYS_OF_MONTH[month]!;
    month += 1;
  }
  return {
    weekday: (startWeekday + day) % 7,
    dayOfYear: day + 1,
    month: month + 1,
    dayOfMonth: dayOfMonth + 1,
    hour: Math.floor(ofDay / 60),
    minute: Math.round(ofDay % 60),
  };
}
