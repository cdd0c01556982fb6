import { describe, expect, it } from 'vitest';
import type { RunResult } from '../../../src/engine/contract';
import {
  bringsCars,
  changeText,
  checkedSession,
  equityOf,
  Follower,
  isLoopback,
  lacksPetrol,
  medianHouse,
  powerText,
  recordBeside,
  recordHtml,
  roundsOf,
  shareOf,
  snapshotOf,
  withoutLever,
  withText,
} from '../../../src/state/present';
import type { MoneyYear } from '../../../src/study/money';
import { wordsOf } from '../../../src/words';
import { scene, turn, year } from '../slowScene';
import { roomWith, session } from './room';

/**
 * What a facilitator stumbles over in front of a room. The cheapest wrong programs: bills that blame cars for petrol that nobody
 * counted, one word for two amounts, a map at an hour that has nothing to do with what is told, a code that leads a phone to
 * itself, a second window that says "computing" beside one that has the figures, a record without what came of it.
 */
const [heatPumps, cars] = session.levers;

/** A workshop whose years have their hardest hour where the number of measures says: step 100 without any, 200 with one. */
const room = () =>
  roomWith(({ scenario }) => yearWithPeak(100 * (1 + scenario.measures.length), scenario.id));

function yearWithPeak(step: number, hash: string): RunResult {
  const plain = year(`${hash} ${step}`);
  const sourcePW = Float64Array.from(plain.table.sourcePW, (_, at) => (at === step ? 1000 * step : 0));
  return { ...plain, table: { ...plain.table, sourcePW } };
}

describe('electric cars', () => {
  it('star carbon and money, which count no petrol, and nothing else', async () => {
    const { store, runner } = await room();
    const own = () => store.getState().history.present.scenarios.find(({ id }) => id === 'workshop')!;
    expect(bringsCars(own())).toBe(false);
    runner.move(heatPumps!, 0.5);
    expect(bringsCars(own())).toBe(false);
    runner.move(cars!, 0.8);
    expect(bringsCars(own())).toBe(true);
    expect(['carbon', 'energyCost', 'peakImport', 'transformersOver100'].map(lacksPetrol)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('and the limits of the model say so, in both languages', () => {
    expect(wordsOf('en')('present.limitsText')).toContain('petrol');
    expect(wordsOf('de')('present.limitsText')).toContain('Benzin');
  });
});

it('a cause of a whole year is told in the unit that a room knows', () => {
  const plain = (text: string) => text.replace(/\s/g, ' ');
  expect(plain(powerText(-5.14e9, 'Wh', 'en'))).toBe('−5.14 GWh');
  expect(plain(powerText(5.14e9, 'Wh', 'de'))).toBe('+5,14 GWh');
  expect(plain(powerText(2.14e6, 'W', 'en'))).toBe('+2.14 MW');
  expect(changeText(undefined, { id: '', value: 1, unit: 'W', isProvisional: false }, 'en')).toBe('');
});

it('tells energy, and energy with measures, of the same households', () => {
  const money = (paid: readonly [number, number][]): MoneyYear =>
    ({
      households: paid.map(([electricityCents, measuresCents], row) => ({
        ...{ id: `h-${row}`, tenure: 'owner', third: 0, fuelCents: 0 },
        ...{ electricityCents, measuresCents },
      })),
      groups: [{ name: 'low', households: 3, medianEnergyBill: 0, medianBurden: 0 }],
      currency: 'EUR',
    }) as unknown as MoneyYear;
  const before = money([[100_00, 0], [200_00, 0], [300_00, 0]]); // prettier-ignore
  const after = money([[50_00, 500_00], [100_00, 60_00], [150_00, 40_00]]); // prettier-ignore
  const { byTenure, byIncome } = equityOf(before, after);
  expect([byTenure[0]!.billAfter, byTenure[0]!.paidAfter]).toEqual([100, 190]);
  expect(byIncome[0]!.paidAfter).toBe(190);
});

describe('a reveal', () => {
  it('leads the map to the hardest hour of the year after, and is no step of history', async () => {
    const { store, runner, settle } = await room();
    runner.ask(0);
    runner.move(heatPumps!, 0.5);
    store.setState({ step: 7 });
    const steps = store.getState().history.past.length;
    runner.reveal();
    expect(store.getState().step, 'not before the year is there').toBe(7);
    await settle();
    expect(store.getState().step).toBe(200);
    expect(store.getState().history.past).toHaveLength(steps);
  });

  it('leaves an hour that somebody has chosen since', async () => {
    const { store, actions, runner, settle } = await room();
    runner.ask(0);
    runner.move(heatPumps!, 0.5);
    runner.reveal();
    actions.setStep(42);
    await settle();
    expect(store.getState().step).toBe(42);
  });
});

it.each([
  ['http://localhost:4173/#share=1', true],
  ['http://127.0.0.1:4797/', true],
  ['http://[::1]:4173/', true],
  ['http://app.localhost/', true],
  ['http://192.168.1.7:4173/', false],
  ['https://localhost.example.org/', false],
])('a phone that follows %s finds itself: %s', (address, isItself) => {
  expect(isLoopback(address)).toBe(isItself);
});

it('a house to point at is the middle one of those that stand alone', () => {
  const of = (id: string, use: string) => ({ id, use });
  const buildings = [of('a', 'detached'), of('hall', 'school'), of('b', 'detached'), of('c', 'detached')];
  const result = (loads: number[]) =>
    ({
      rows: { buildingIds: buildings.map(({ id }) => id) },
      table: { buildingNetMaxW: Float64Array.from(loads) },
    }) as unknown as RunResult;
  expect(medianHouse({ buildings } as never, result([9000, 224_000, 3000, 5000]))).toBe(3);
  expect(medianHouse({ buildings: [of('hall', 'school')] } as never, result([1]))).toBe(-1);
});

describe('a projector', () => {
  it('has the figures of the presenter at once, and counts none of its own', async () => {
    const a = await room();
    const b = await scene();
    b.store.setState({ isProjector: true, mode: 'present', runs: {} });
    const follower = new Follower(b.store, b.actions);
    const send = () => follower.take(structuredClone(snapshotOf(a.store.getState(), null)));
    a.runner.ask(0);
    a.runner.move(heatPumps!, 0.5);
    await a.settle();
    send();
    expect(b.store.getState().present?.told?.figures, 'nothing while it is hidden').toEqual({});
    a.runner.reveal();
    await a.settle();
    b.years.splice(0);
    send();
    await turn();
    const told = b.store.getState().present!.told!;
    expect(told.figures['workshop']![0]).toMatchObject({ id: 'peakImport', value: 200_000 });
    expect(told.figures['baseline']![0]!.value).toBe(100_000);
    expect(told.before![0]!.value).toBe(100_000);
    expect(told.cause.kind).toBe('told');
    const asked = b.years.map(({ input }) => input.scenario.id);
    expect(asked.filter((id) => id !== 'workshop' && id !== 'baseline' && id !== 'own')).toEqual([]);
    expect(b.store.getState().present?.money).toBeNull();
  });
});

describe('the record', () => {
  const html = (found: Awaited<ReturnType<typeof room>>) =>
    recordHtml({
      ...{
        words: wordsOf('en'),
        language: 'en',
        title: 'T',
        present: found.present(),
        link: '',
        version: '1',
      },
      figures: [{ name: 'Peak', before: '1', after: '2' }],
      beside: recordBeside(found.store.getState(), found.present()),
    });

  it('tells of each round where the levers stood, the hands, and what came of it', async () => {
    const found = await room();
    const { runner, settle } = found;
    runner.ask(0);
    runner.vote(3, 4);
    runner.move(heatPumps!, 0.5);
    runner.reveal();
    await settle();
    runner.endRound();
    runner.keepProposal('Birch');
    runner.ask(1);
    runner.reveal();
    await settle();
    const [first, second] = roundsOf(found.present().record);
    expect(first!.stand).toBe('Heat pumps: many');
    expect(first!.outcome?.replace(/\s/g, ' ')).toBe('100 kW → 200 kW (+100 %). 4 of 4 foresaw it: doubles');
    expect(second!.reveal).toContain('No hands were counted');
    expect(second!.reveal).not.toMatch(/: 0/);
    const text = html(found);
    expect(text).toMatch(/The rounds.*Heat pumps: many.*doubles.*Birch.*Everything in order/s);
    expect(text).not.toContain('<h2>Agenda</h2>');
  });

  it('tells what was not looked at', async () => {
    const found = await room();
    expect(html(found)).toMatch(/asked nothing.*No proposals.*was not opened/s);
  });
});

it('a group begins from today with one step, and what is locked stays', async () => {
  const { store, runner, present } = await room();
  runner.move(heatPumps!, 0.5);
  runner.move(cars!, 0.8);
  const agenda = session.agenda.map((step) => ({ ...step, locked: [cars!.id] }));
  store.setState({ present: { ...present(), session: { ...session, agenda } } });
  runner.allToToday();
  const own = store.getState().history.present.scenarios.find(({ id }) => id === 'workshop')!;
  expect([shareOf(heatPumps!, own), shareOf(cars!, own)]).toEqual([0, 0.8]);
  expect(store.getState().history.past.at(-1)?.name).toBe('All levers to today');
});

describe('preparing a session', () => {
  it('takes what is whole, keeps where the room is, and leads back', async () => {
    const { runner, present } = await room();
    runner.goToStep(4);
    const shorter = { ...session, title: 'Ours', agenda: session.agenda.slice(0, 2) };
    expect(runner.changeSession(shorter)).toEqual([]);
    expect([present().session.title, present().stepRow]).toEqual(['Ours', 1]);
    runner.restoreSession();
    expect(present().session.title).toEqual(session.title);
  });

  it('refuses what is none, with the place, and changes nothing', async () => {
    const { runner, present } = await room();
    const before = present().session;
    const issues = runner.changeSession({ ...session, kpis: [] });
    expect(issues.map(({ field }) => field)).toContain('kpis');
    expect(present().session).toBe(before);
  });

  it('refuses a challenge at a station that the district does not have', async () => {
    const { runner, present } = await room();
    const at = { level: 'station', id: 'T-none' } as const;
    const when = [{ of: 'kpi', kpi: 'peakImport', at, is: '>', value: 1 }] as const;
    const issues = runner.changeSession({
      ...session,
      challenges: [{ id: 'c', tone: 'watch', words: 'W', when }],
    });
    expect(issues.map(({ value }) => value)).toEqual(['T-none']);
    expect(present().session.challenges).toEqual(session.challenges);
  });

  it('changes nothing of a question that is open', async () => {
    const { runner, present } = await room();
    runner.ask(0);
    const issues = runner.changeSession({ ...session, title: 'Ours' });
    expect(issues.map(({ code }) => code)).toEqual(['session-question-open']);
    expect(present().session.title).toEqual(session.title);
  });

  it('changes a text in the language on screen only, and takes a lever out of the agenda with it', () => {
    expect(withText({ en: 'Peak', de: 'Spitze' }, 'de', 'Gipfel')).toEqual({ en: 'Peak', de: 'Gipfel' });
    const agenda = session.agenda.map((step) => ({ ...step, locked: [heatPumps!.id, cars!.id] }));
    const left = withoutLever({ ...session, agenda }, 0);
    expect(left.levers.map(({ id }) => id)).not.toContain(heatPumps!.id);
    expect(left.agenda[0]!.locked).toEqual([cars!.id]);
    expect(checkedSession(left).ok).toBe(true);
  });
});
