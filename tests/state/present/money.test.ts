import { describe, expect, it } from 'vitest';
import type { Engine, MeterYear } from '../../../src/engine/contract';
import { fail, succeed, type Outcome } from '../../../src/model/outcome';
import { moneyNow, shippedSession } from '../../../src/state/present';
import { countMoney } from '../../../src/state/present/moneyStudy';
import type { MoneyYear } from '../../../src/study/money';
import { scene, turn } from '../slowScene';

/**
 * Bills on a page that stays open while the work changes. The cheapest wrong programs: one that keys bills by the scenario alone,
 * so that a correction or an undo leaves those of before on screen, or a count that is dropped leaves "being counted" for ever.
 */
const shipped = shippedSession();
if (!shipped.ok) throw new Error('the shipped session does not read');

async function counting() {
  const { store, actions, years: _, previews: __ } = await scene();
  const session = shipped.ok ? shipped.value : null;
  actions.setMode('present');
  actions.present.start(session!);
  const asked: {
    readonly scenarioId: string;
    readonly corrections: number;
    answer(one: Outcome<MoneyYear>): void;
  }[] = [];
  const answers: Partial<Engine> = {
    run: () => Promise.resolve(succeed({} as never)),
    meters: () => Promise.resolve(succeed({} as MeterYear)),
    effectiveDistrict: (input) => succeed(input.district),
    money: (input) =>
      new Promise((answer) =>
        asked.push({ scenarioId: input.scenario.id, corrections: input.baseEdits.length, answer }),
      ),
  };
  const count = () => countMoney(store, answers as Engine);
  const settle = async () => {
    for (let round = 0; round < 3; round += 1) {
      await turn();
      for (const { scenarioId, corrections, answer } of asked.splice(0))
        answer(succeed({ currency: `${scenarioId} ${corrections}` } as MoneyYear));
    }
    await turn();
  };
  const told = () => {
    const money = moneyNow(store.getState());
    return money?.status === 'ready'
      ? [money.before?.currency, money.after?.currency]
      : (money?.status ?? null);
  };
  return { store, actions, asked, count, settle, told };
}

const households = (buildingId: string) => ({ buildingId, field: 'households', value: 3 }) as never;

describe('bills of a workshop', () => {
  it('are counted in a worker, of the baseline and of the scenario', async () => {
    const { count, settle, told, asked } = await counting();
    void count();
    void count();
    await turn();
    expect(asked, 'once').toHaveLength(1);
    expect(told()).toBe('running');
    await settle();
    expect(told()).toEqual(['baseline 0', 'workshop 0']);
  });

  it('are not those of before a correction, and are counted again', async () => {
    const { store, actions, count, settle, told } = await counting();
    void count();
    await settle();
    actions.correctBuilding(households(store.getState().loaded!.district.buildings[0]!.id));
    expect(told()).toBeNull();
    void count();
    await settle();
    expect(told()).toEqual(['baseline 1', 'workshop 1']);
  });

  it('end in an answer where the work went on while they were counted', async () => {
    const { store, actions, count, settle, told } = await counting();
    void count();
    await turn();
    actions.correctBuilding(households(store.getState().loaded!.district.buildings[0]!.id));
    void count();
    await settle();
    expect(told()).toEqual(['baseline 1', 'workshop 1']);
    actions.undo();
    expect(told()).toBeNull();
    void count();
    await settle();
    expect(told()).toEqual(['baseline 0', 'workshop 0']);
  });

  it('say why they cannot be counted', async () => {
    const { store, count, asked } = await counting();
    void count();
    await turn();
    const issue = { severity: 'error', code: 'x', source: '', message: 'No tariff.', remedy: '' } as const;
    asked[0]!.answer(fail([issue]));
    await turn();
    expect(moneyNow(store.getState())).toMatchObject({ status: 'failed', problem: 'No tariff.' });
  });
});
