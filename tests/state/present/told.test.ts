import { describe, expect, it } from 'vitest';
import type { RunResult } from '../../../src/engine/contract';
import { succeed } from '../../../src/model/outcome';
import { END_USES, type EndUse } from '../../../src/model/run';
import { scenarioOf } from '../../../src/state';
import { textIn } from '../../../src/state/present/presentState';
import {
  causeOf,
  equityOf,
  Follower,
  groupsOf,
  isCauseTold,
  recordHtml,
  REPLAY_ID,
  shippedSession,
  snapshotOf,
} from '../../../src/state/present';
import type { MoneyYear } from '../../../src/study/money';
import { wordsOf } from '../../../src/words';
import { scene, turn, year } from '../slowScene';

/**
 * What a room is told. The cheapest wrong programs: a cause by the same hour in both years, panels counted as a load, means in
 * the place of medians, a record that runs what somebody typed, and a second window that shows what it computed last.
 */
const session = shippedSession();
if (!session.ok) throw new Error('the shipped session does not read');

/** A year of three steps: import and end uses in W, fuel in J. */
function threeSteps(sourcePW: number[], uses: Partial<Record<EndUse, number[]>>, fuelJ = 0): RunResult {
  const districtEndUseW = Float64Array.from(END_USES.flatMap((use) => uses[use] ?? [0, 0, 0]));
  const table = {
    sourcePW: Float64Array.from(sourcePW),
    districtEndUseW,
    buildingFuelJ: Float64Array.of(fuelJ),
  };
  return { table, stepCount: 3, stepS: 3600 } as unknown as RunResult;
}

describe('the cause of a change', () => {
  const before = threeSteps([5, 9, 1], { spaceHeating: [0, 2, 0], vehicleCharging: [5, 7, 0] }, 36e6);

  it('compares the hardest hour of one year with the hardest hour of the other', () => {
    const after = threeSteps([5, 9, 20], { spaceHeating: [0, 2, 15], vehicleCharging: [5, 7, 5] }, 36e6);
    expect(causeOf('peakImport', before, after)).toEqual({
      use: 'spaceHeating',
      change: 13,
      unit: 'W',
      step: 2,
    });
  });

  it('takes panels for what they are', () => {
    const after = threeSteps([2, 6, 1], { spaceHeating: [0, 2, 0], vehicleCharging: [5, 7, 0], photovoltaics: [3, 3, 0] }, 36e6); // prettier-ignore
    expect(causeOf('peakImport', before, after)).toEqual({
      use: 'photovoltaics',
      change: -3,
      unit: 'W',
      step: 1,
    });
  });

  it('looks at the whole year, and at fuel, where the whole year counts', () => {
    const after = threeSteps([5, 9, 1], { spaceHeating: [100, 2, 0], vehicleCharging: [5, 7, 0] }, 0);
    expect(causeOf('carbon', before, after)).toEqual({
      use: 'fuel',
      change: -10_000,
      unit: 'Wh',
      step: null,
    });
  });

  it.each([
    'busesOutsideBand',
    'transformersOver100',
    'worstTransformerLoading',
    'linesOver100',
    'peakExport',
  ])('is not told by the hardest hour of the district for %s, which has hours of its own', (kpiId) => {
    const after = threeSteps([2, 6, 30], { spaceHeating: [0, 2, 25], photovoltaics: [9, 3, 0] }, 36e6);
    expect(isCauseTold(kpiId)).toBe(false);
    expect(causeOf(kpiId, before, after)).toBeNull();
  });

  it('is none where nothing has changed', () => {
    expect(causeOf('peakImport', before, before)).toBeNull();
    expect(causeOf('carbon', before, before)).toBeNull();
  });
});

/** Households by id: cents of energy, cents for measures. */
function money(paid: Record<string, [number, number]>): MoneyYear {
  const households = Object.entries(paid).map(([id, [electricityCents, measuresCents]]) => ({
    ...{ id, electricityCents, measuresCents, fuelCents: 0 },
    tenure: id.startsWith('own') ? 'owner' : 'tenant',
  }));
  return { households, groups: [], currency: 'EUR' } as unknown as MoneyYear;
}

describe('who gains and who pays', () => {
  const before = money({
    'own-1': [100_00, 0],
    'own-2': [900_00, 0],
    'own-3': [200_00, 0],
    'let-1': [100_00, 0],
  });
  const after = money({
    'own-1': [50_00, 80_00],
    'own-2': [901_00, 0],
    'own-3': [100_00, 0],
    'let-1': [103_00, 0],
  });

  it('counts households by all they pay, measures included; little is no change', () => {
    expect(equityOf(before, after).gains).toEqual({ less: 1, same: 1, more: 2 });
  });

  it('tells the middle household, and of how many', () => {
    const { byTenure } = equityOf(before, after);
    const owners = byTenure.find(({ key }) => key === 'owner')!;
    expect([owners.households, owners.billBefore, owners.billAfter]).toEqual([3, 200, 100]);
    const tenants = byTenure.find(({ key }) => key === 'tenant')!;
    expect([tenants.households, tenants.billBefore, tenants.billAfter]).toEqual([1, 100, 103]);
  });
});

describe('the record', () => {
  it('holds what was typed as text, in order, in the language of the room', async () => {
    const { store, actions } = await scene();
    actions.present.start(session.value);
    actions.present.ask(0);
    actions.present.vote(1, 9);
    store.setState({ language: 'de' });
    actions.present.reveal();
    actions.present.keepProposal('<img src=x onerror=alert(1)>');
    actions.present.setCommitments('</pre><script>alert(1)</script>');
    const html = recordHtml({
      words: wordsOf('de'),
      language: 'de',
      beside: { groups: [], money: null, invested: null, bringsCars: false },
      title: 'A & B',
      present: store.getState().present!,
      figures: [{ name: 'Spitze', before: '1', after: '2' }],
      link: 'https://example.org/#share=1',
      version: '9.9.9',
    });
    expect(html).toContain('<html lang="de">');
    expect(html).toContain('A &amp; B');
    expect(html).not.toMatch(/<script|<img/);
    expect(html.indexOf('Gefragt')).toBeLessThan(html.indexOf('Aufgedeckt'));
    expect(html).toContain('steigt etwas: 9');
    // Asked in one language and revealed in another: the hands are told whole all the same.
    const { options } = session.value.questions[0]!;
    const hands = options.map(({ words }, at) => `${textIn(words, 'de')}: ${at === 1 ? 9 : 0}`);
    expect(html).toContain(`<td>${hands.join(', ')}</td>`);
    expect(html).toContain('9.9.9');
    // As the calendar of the room has it, the clock beside it being the room's too.
    expect(html).toContain(new Date(store.getState().present!.startedAtMs).toLocaleDateString('sv'));
  });
});

describe('a projector', () => {
  it('shows the levers, hands and cover of the window that presents, and nothing older', async () => {
    const [a, b] = [await scene(), await scene()];
    for (const { store } of [a, b]) store.setState({ mode: 'present' });
    const follower = new Follower(b.store, b.actions);
    const send = async () => {
      const sent = structuredClone(snapshotOf(a.store.getState(), a.actions.present.replayed()));
      expect(follower.take(sent)).toBe(true);
      await turn();
    };
    a.actions.present.start(session.value);
    const [lever] = session.value.levers;
    a.actions.present.ask(0);
    a.actions.present.move(lever!, 0.5);
    a.actions.present.vote(2, 11);
    await send();
    const [there, here] = [a.store.getState(), b.store.getState()];
    expect(here.history.present).toEqual(there.history.present);
    expect(here.activeId).toBe(there.activeId);
    expect(here.present?.round?.votes).toEqual([0, 0, 11, 0]);
    expect(here.present?.round?.phase).toBe('hidden');
    const known = scenarioOf(here, here.activeId);
    const before = here.present?.round?.before;
    a.actions.setStep(77);
    a.actions.present.keepProposal('Red');
    await send();
    const next = b.store.getState();
    expect(next.step).toBe(77);
    expect(groupsOf(next.history.present)).toHaveLength(1);
    expect(scenarioOf(next, next.activeId), 'what stands is not run again').toBe(known);
    expect(next.present?.round?.before).toBe(before);
    a.actions.present.end();
    await send();
    expect(b.store.getState().present).toBeNull();
  });

  it('computes anew where only the length of a step has changed', async () => {
    const [a, b] = [await scene(), await scene()];
    const follower = new Follower(b.store, b.actions);
    const send = () => follower.take(structuredClone(snapshotOf(a.store.getState(), null)));
    a.actions.present.start(session.value);
    send();
    b.years.splice(0);
    a.actions.setStepLength(900);
    send();
    await turn();
    expect(b.years.map(({ input }) => input.stepS)).toContain(900);
    expect(b.store.getState().weeks).toEqual({});
  });

  it('breaks a replay off where the presenter does', async () => {
    const [a, b] = [await scene(), await scene()];
    for (const { store } of [a, b]) store.setState({ mode: 'present' });
    const follower = new Follower(b.store, b.actions);
    const send = () =>
      follower.take(structuredClone(snapshotOf(a.store.getState(), a.actions.present.replayed())));
    a.actions.present.start(session.value);
    a.actions.present.move(session.value.levers[0]!, 0.5);
    const patch = (replay: 'before' | null) =>
      a.store.setState({ present: { ...a.store.getState().present!, replay } });
    patch('before');
    send();
    await turn();
    for (const { answer } of b.years.splice(0)) answer(succeed(year('any')));
    await turn();
    expect(b.store.getState().present?.replay).toBe('before');
    patch(null);
    send();
    expect(b.store.getState().present?.replay).toBeNull();
    expect(b.store.getState().runs[REPLAY_ID]).toBeUndefined();
  });

  it('does not follow a window with another district', async () => {
    const [a, b] = [await scene(), await scene()];
    a.actions.present.start(session.value);
    const sent = { ...snapshotOf(a.store.getState(), null), districtSha256: 'another' };
    expect(new Follower(b.store, b.actions).take(sent)).toBe(false);
    expect(b.store.getState().present).toBeNull();
  });
});
