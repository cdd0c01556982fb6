import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../../src/model/scenario';
import { measureOfType, runOf, scenarioOf, shownId } from '../../../src/state';
import {
  figuresNow,
  groupsOf,
  happened,
  isHidden,
  levelOf,
  REPLAY_ID,
  spreadOf,
  type PresentState,
} from '../../../src/state/present';
import { scene, turn, year } from '../slowScene';
import { session, settleWith } from './room';

/**
 * A workshop on an engine that answers when told to. The cheapest wrong programs: levers that are not edits of the scenario
 * (undo does nothing), a replay that leaves something behind, a reset that cannot be undone, figures that are told while they
 * are hidden, and zeros in the place of what a group has not touched.
 */
const [heatPumps, cars, nights] = session.levers;

/** A year that says what it is of: "workshop: heatPumps 0.5". */
const saying = ({ id, measures }: Scenario): string =>
  `${id}: ${measures.map(({ type, adoption }) => `${type} ${JSON.stringify(adoption)}`).join(', ')}`;

async function workshop() {
  const found = await scene();
  found.actions.setMode('present');
  found.actions.present.start(session);
  await turn();
  const { store, actions } = found;
  const present = (): PresentState => store.getState().present!;
  const own = () => scenarioOf(store.getState(), present().scenarioId)!;
  const level = (lever: (typeof session.levers)[number]) => levelOf(lever, own());
  /** Answers every year that is asked for. */
  const settle = () => settleWith(found, ({ scenario }) => year(saying(scenario)));
  await settle();
  return { ...found, runner: actions.present, present, own, level, settle };
}

describe('a session', () => {
  it('begins with a scenario from the baseline that changes nothing', async () => {
    const { store, own, present } = await workshop();
    expect(own().parent?.id).toBe('baseline');
    expect(own().measures).toEqual([]);
    expect(store.getState().activeId).toBe(own().id);
    expect(store.getState().variable).toBe(session.variable);
    expect(present().startDocument).toBe(store.getState().history.present);
  });

  it('moves a lever by an ordinary, named edit that undo takes back', async () => {
    const { store, actions, runner, own, level } = await workshop();
    runner.move(heatPumps!, heatPumps!.levels[2]!.share);
    expect(level(heatPumps!)).toBe(2);
    expect(measureOfType(own(), 'heatPumps')?.adoption).toBe(heatPumps!.levels[2]!.share);
    expect(store.getState().history.past.at(-1)?.name).toBe('Heat pumps: many');
    actions.undo();
    expect(level(heatPumps!)).toBe(0);
    actions.redo();
    expect(level(heatPumps!)).toBe(2);
  });

  it('comes to the same scenario whichever lever was moved first', async () => {
    const [a, b] = [await workshop(), await workshop()];
    a.runner.move(cars!, 0.5);
    a.runner.move(nights!, 0.2);
    b.runner.move(nights!, 0.2);
    b.runner.move(cars!, 0.5);
    expect(b.own().measures.map(({ type }) => type)).toEqual(a.own().measures.map(({ type }) => type));
  });

  it('does not move a lever that is locked in a step, nor to a share that does not exist', async () => {
    const { store, runner, level } = await workshop();
    const before = store.getState().history;
    runner.move(heatPumps!, 1.5);
    runner.move(heatPumps!, Number.NaN);
    expect(store.getState().history).toBe(before);
    const { present: state } = store.getState();
    const agenda = session.agenda.map((step) => ({ ...step, locked: [heatPumps!.id] }));
    store.setState({ present: { ...state!, session: { ...session, agenda } } });
    runner.move(heatPumps!, 0.2);
    expect(level(heatPumps!)).toBe(0);
  });

  it('brings its scenario back where an undo has gone behind the start', async () => {
    const { actions, runner, level } = await workshop();
    actions.undo();
    runner.move(heatPumps!, 0.2);
    expect(level(heatPumps!)).toBe(1);
  });
});

describe('a question to the room', () => {
  it('hides every figure until it is revealed, and counts hands meanwhile', async () => {
    const { store, runner, present, own, settle } = await workshop();
    const known = () => figuresNow(store.getState(), own().id, session.kpis);
    runner.ask(0);
    runner.move(heatPumps!, 0.5);
    await settle();
    expect(runOf(store.getState(), own().id).status).toBe('ready');
    expect(isHidden(store.getState())).toBe(true);
    expect(known().every(({ value }) => Number.isNaN(value))).toBe(true);
    runner.vote(1, 12);
    runner.vote(1, -1);
    runner.vote(2, 1.5);
    expect(present().round?.votes).toEqual([0, 12, 0, 0]);
    for (const page of ['money', 'groups', 'close'] as const) {
      runner.show(page);
      expect(present().page, page).toBeNull();
    }
    runner.endRound();
    expect(present().round?.phase).toBe('hidden');
    runner.reveal();
    expect(isHidden(store.getState())).toBe(false);
    expect(present().round?.votes).toEqual([0, 12, 0, 0]);
    expect(present().round?.before.measures).toEqual([]);
  });

  it('tells which foresight came true, by the limits of the options', () => {
    const [question] = session.questions;
    expect(happened(question!, 100, 100)).toBe(0);
    expect(happened(question!, 100, 104.9)).toBe(0);
    expect(happened(question!, 100, 105)).toBe(1);
    expect(happened(question!, 100, 179)).toBe(2);
    expect(happened(question!, 100, 200)).toBe(3);
    expect(happened(question!, 0, 0)).toBe(0);
    expect(happened(question!, 0, 5)).toBeNull();
    expect(happened(question!, Number.NaN, 5)).toBeNull();
  });
});

describe('a replay', () => {
  it('shows the year before and then the year after, and leaves nothing behind', async () => {
    const { store, runner, settle, own, present } = await workshop();
    expect(runner.replayed(), 'nothing has been changed').toBeNull();
    runner.move(heatPumps!, 0.5);
    await settle();
    const before = store.getState();
    const onScreen: string[] = [];
    const stop = store.subscribe((state) => {
      const said = `${state.present?.replay}, ${runOf(state, shownId(state)).result?.inputHash}`;
      if (onScreen.at(-1) !== said) onScreen.push(said);
    });
    const replay = runner.replay();
    await settle();
    expect(present().replay).toBe('before');
    expect(shownId(store.getState())).toBe(REPLAY_ID);
    await replay;
    stop();
    expect(onScreen).toEqual([
      'null, workshop: heatPumps 0.5',
      'before, workshop: ',
      'after, workshop: heatPumps 0.5',
      'null, workshop: heatPumps 0.5',
    ]);
    const after = store.getState();
    expect(present().replay).toBeNull();
    expect(shownId(after)).toBe(own().id);
    expect(after.runs[REPLAY_ID]).toBeUndefined();
    expect(after.history).toBe(before.history);
    expect(after.activeId).toBe(before.activeId);
    expect(after.step).toBe(before.step);
    expect(runOf(after, own().id)).toEqual(runOf(before, own().id));
  });

  it('ends where a lever is moved', async () => {
    const { runner, settle, present } = await workshop();
    runner.move(heatPumps!, 0.5);
    await settle();
    const replay = runner.replay();
    await settle();
    runner.move(heatPumps!, 0.2);
    expect(present().replay).toBeNull();
    await replay;
    expect(present().replay).toBeNull();
  });
});

describe('reset', () => {
  it('goes back to the start in one step, and undo leads back to where the room was', async () => {
    const { store, actions, runner, level, present } = await workshop();
    runner.move(heatPumps!, 0.5);
    runner.keepProposal('Red');
    const room = store.getState().history.present;
    runner.reset();
    expect(level(heatPumps!)).toBe(0);
    expect(store.getState().history.present).toBe(present().startDocument);
    actions.undo();
    expect(store.getState().history.present).toBe(room);
    expect(level(heatPumps!)).toBe(2);
  });
});

describe('proposals of groups', () => {
  it('are kept as scenarios, six at most, and leave the workshop on screen', async () => {
    const { store, runner, own } = await workshop();
    for (let group = 1; group <= 7; group += 1) runner.keepProposal(`Table ${group}`);
    runner.keepProposal('   ');
    const kept = groupsOf(store.getState().history.present);
    expect(kept.map(({ name }) => name)).toEqual([
      'Table 1',
      'Table 2',
      'Table 3',
      'Table 4',
      'Table 5',
      'Table 6',
    ]);
    expect(store.getState().activeId).toBe(own().id);
    runner.removeProposal(kept[2]!.id);
    runner.keepProposal('Again');
    expect(groupsOf(store.getState().history.present)).toHaveLength(6);
  });

  it('are spread over those that touch a lever; the others are blank and no zeros', async () => {
    const { store, runner } = await workshop();
    runner.move(heatPumps!, 0.2);
    runner.keepProposal('Red');
    runner.move(heatPumps!, 0.8);
    runner.move(cars!, 0.5);
    runner.keepProposal('Blue');
    runner.move(heatPumps!, 0);
    runner.keepProposal('Green');
    const groups = groupsOf(store.getState().history.present);
    expect(spreadOf(heatPumps!, groups)).toEqual({ least: 0.2, mean: 0.5, most: 0.8, count: 2 });
    expect(spreadOf(cars!, groups)).toEqual({ least: 0.5, mean: 0.5, most: 0.5, count: 2 });
    expect(spreadOf(nights!, groups)).toBeNull();
  });

  it('set the levers again, as one step', async () => {
    const { store, actions, runner, level } = await workshop();
    runner.move(heatPumps!, 0.8);
    runner.keepProposal('Red');
    runner.move(heatPumps!, 0.2);
    const [red] = groupsOf(store.getState().history.present);
    runner.showProposal(red!.id);
    expect(level(heatPumps!)).toBe(3);
    actions.undo();
    expect(level(heatPumps!)).toBe(1);
  });
});
