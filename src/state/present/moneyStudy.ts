import type { Engine } from '../../engine/contract';
import { succeed, type Issue } from '../../model/outcome';
import type { RunInput } from '../../model/run';
import type { MoneyYear } from '../../study/money';
import { scenarioCosts } from '../../study/scenarioCosts';
import { issueSentences } from '../../words';
import type { AppState } from '../appState';
import { BASELINE_ID } from '../document';
import { runInputOf, runOf, scenarioOf } from '../selectors';
import type { AppStore } from '../store';
import type { PresentMoney } from './presentState';

/** What bills would be counted from now: of the baseline and of the workshop's scenario. */
function inputsNow(state: AppState): readonly [RunInput, RunInput] | null {
  const { present } = state;
  const scenario = present === null ? undefined : scenarioOf(state, present.scenarioId);
  const baseline = scenarioOf(state, BASELINE_ID);
  if (scenario === undefined || baseline === undefined) return null;
  const inputs = [runInputOf(state, baseline), runInputOf(state, scenario)] as const;
  return inputs[0] === null || inputs[1] === null ? null : [inputs[0], inputs[1]];
}

const isOf = ({ inputs }: PresentMoney, now: readonly [RunInput, RunInput] | null): boolean =>
  now !== null && inputs[0] === now[0] && inputs[1] === now[1];

/** Bills as the inputs are now; null where what has been counted is of others. */
export function moneyNow(state: AppState): PresentMoney | null {
  const money = state.present?.money ?? null;
  return money !== null && isOf(money, inputsNow(state)) ? money : null;
}

/**
 * Bills and burdens of the baseline and of the workshop's scenario, from their meters; nothing where they stand or are being
 * counted already. Prices, corrections and the length of a step count as well as measures do.
 */
export async function countMoney(store: AppStore, engine: Engine): Promise<void> {
  const inputs = inputsNow(store.getState());
  if (inputs === null || moneyNow(store.getState()) !== null) return;
  const empty = { inputs, before: null, after: null, problem: '', costsProblem: '' } as const;
  const write = (money: PresentMoney) =>
    store.setState(({ present }) => (present === null ? {} : { present: { ...present, money } }));
  const isWanted = () => store.getState().present?.money?.inputs === inputs;
  write({ ...empty, status: 'running' });
  const before = await moneyOf(store, engine, inputs[0]);
  const after = typeof before === 'string' || !isWanted() ? before : await moneyOf(store, engine, inputs[1]);
  if (!isWanted()) return;
  if (typeof before === 'string') return write({ ...empty, status: 'failed', problem: before });
  if (typeof after === 'string') return write({ ...empty, status: 'failed', problem: after });
  const { costsProblem } = after;
  write({ ...empty, status: 'ready', before: before.year, after: after.year, costsProblem });
}

interface Counted {
  readonly year: MoneyYear;
  /** Why no measure of it stands in a bill; empty where they do. */
  readonly costsProblem: string;
}

/** A text where it cannot be told. */
async function moneyOf(store: AppStore, engine: Engine, input: RunInput): Promise<Counted | string> {
  const { scenario } = input;
  // An edit is written before the runs that it makes stale are marked so.
  await Promise.resolve();
  const state = store.getState();
  const { status, result: present } = runOf(state, scenario.id);
  const isOnScreen =
    scenarioOf(state, scenario.id) === scenario &&
    runInputOf(state, scenario) === input &&
    status === 'ready';
  // What is on screen may have been forgotten by the engine: it is not run again for its bills.
  const run = isOnScreen && present !== null ? succeed(present) : await engine.run(input);
  const district = engine.effectiveDistrict(input);
  const meters = await engine.meters(input, { passing: true });
  const textOf = (issues: readonly Issue[]): string => issueSentences(store.getState().language, issues);
  for (const outcome of [run, district, meters]) if (!outcome.ok) return textOf(outcome.issues);
  if (!run.ok || !district.ok || !meters.ok) return '';
  const costs = scenarioCosts(input);
  const money = await engine.money(input, {
    year: { scenario, district: district.value, result: run.value },
    meters: meters.value,
    ...(costs.ok ? { costs: costs.value } : {}),
  });
  if (!money.ok) return textOf(money.issues);
  return { year: money.value, costsProblem: costs.ok ? '' : textOf(costs.issues) };
}
