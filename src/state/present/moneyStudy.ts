import type { Engine } from '../../engine/contract';
import { succeed } from '../../model/outcome';
import type { Scenario } from '../../model/scenario';
import { moneyYear, type MoneyYear } from '../../study/money';
import { scenarioCosts } from '../../study/scenarioCosts';
import { BASELINE_ID } from '../document';
import { runInputOf, runOf, scenarioOf } from '../selectors';
import type { AppStore } from '../store';
import type { PresentMoney } from './presentState';

/** Bills and burdens of the baseline and of the workshop's scenario, from their meters; nothing where they stand already. */
export async function countMoney(store: AppStore, engine: Engine): Promise<void> {
  const state = store.getState();
  const { present } = state;
  const scenario = present === null ? undefined : scenarioOf(state, present.scenarioId);
  const baseline = scenarioOf(state, BASELINE_ID);
  if (present === null || scenario === undefined || baseline === undefined) return;
  const known = present.money;
  if (known?.scenario === scenario && known.status !== 'failed') return;
  const write = (money: PresentMoney) =>
    store.setState((now) => {
      const isWanted = now.present !== null && scenarioOf(now, scenario.id) === scenario;
      return isWanted ? { present: { ...now.present!, money } } : {};
    });
  write({ status: 'running', scenario, before: null, after: null, problem: '' });
  const before = await moneyOf(store, engine, baseline);
  const after = typeof before === 'string' ? before : await moneyOf(store, engine, scenario);
  if (typeof before === 'string' || typeof after === 'string') {
    const problem = typeof before === 'string' ? before : typeof after === 'string' ? after : '';
    return write({ status: 'failed', scenario, before: null, after: null, problem });
  }
  write({ status: 'ready', scenario, before, after, problem: '' });
}

/** A text where it cannot be told. */
async function moneyOf(store: AppStore, engine: Engine, scenario: Scenario): Promise<MoneyYear | string> {
  const input = runInputOf(store.getState(), scenario);
  if (input === null) return '';
  const { status, result: present } = runOf(store.getState(), scenario.id);
  // What is on screen may have been forgotten by the engine: it is not run again for its bills.
  const run = status === 'ready' && present !== null ? succeed(present) : await engine.run(input);
  const district = engine.effectiveDistrict(input);
  const meters = await engine.meters(input, { passing: true });
  for (const outcome of [run, district, meters])
    if (!outcome.ok) return outcome.issues.map(({ message }) => message).join(' ');
  if (!run.ok || !district.ok || !meters.ok) return '';
  const costs = scenarioCosts(input);
  const money = moneyYear({
    year: { scenario, district: district.value, result: run.value },
    meters: meters.value,
    ...(costs.ok ? { costs: costs.value } : {}),
  });
  return money.ok ? money.value : money.issues.map(({ message }) => message).join(' ');
}
