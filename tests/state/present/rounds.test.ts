import { describe, expect, it } from 'vitest';
import { readShareLink } from '../../../src/io/shareLink';
import { fail, succeed } from '../../../src/model/outcome';
import { runOf, scenarioOf } from '../../../src/state';
import {
  carriedAlong,
  groupsOf,
  keptPresent,
  keptText,
  linkOfWorkshop,
  REPLAY_ID,
  verdictOf,
  yearBeforeOf,
  type Figure,
} from '../../../src/state/present';
import { turn, year } from '../slowScene';
import { roomWith, session } from './room';

/**
 * A round and what may come between: undo, another round, a correction, a reload. The cheapest wrong programs: a year before
 * that is taken for that of the round because it is the last that came, a verdict of a first look, a session that shows the
 * figures of one scenario over the map of another, and an address that carries what nobody was shown.
 */
const [heatPumps, , nights] = session.levers;

async function room() {
  const found = await roomWith(({ scenario, baseEdits, stepS }) =>
    year(`${scenario.id} ${scenario.measures.length} ${baseEdits.length} ${stepS}`),
  );
  const before = () => yearBeforeOf(found.store.getState())?.result.inputHash ?? null;
  return { ...found, before };
}

const correction = (buildingId: string) =>
  ({
    buildingId,
    field: 'householdElectricity',
    value: { value: 1.4, source: 'asked at the door of Mrs Weber', quality: 'personal_estimation' },
  }) as never;

describe('the year before', () => {
  it('is that of the round, whatever is replayed', async () => {
    const { runner, settle, before } = await room();
    runner.move(heatPumps!, 0.5);
    await settle();
    runner.ask(0);
    runner.reveal();
    await settle();
    expect(before()).toBe('workshop 1 0 3600');
    const replay = runner.replay();
    await settle();
    expect(before(), 'an older scenario is on screen, and the round is what it was').toBe(
      'workshop 1 0 3600',
    );
    runner.stopReplay();
    await replay;
  });

  it('is that of the newest round, where an answer to an older one comes late', async () => {
    const { store, runner, settle, years, before, present } = await room();
    runner.ask(0);
    store.setState({ present: { ...present(), yearBefore: null } });
    runner.reveal();
    await turn();
    const late = years.splice(0);
    expect(late, 'the year before is asked for').toHaveLength(1);
    runner.endRound();
    runner.move(heatPumps!, 0.5);
    await settle();
    runner.ask(0);
    runner.reveal();
    late[0]!.answer(succeed(year('late')));
    await settle();
    expect(before()).toBe('workshop 1 0 3600');
  });

  it('is computed anew where a correction or the length of a step has changed since', async () => {
    const { store, actions, runner, settle, before } = await room();
    runner.ask(0);
    runner.reveal();
    await settle();
    expect(before()).toBe('workshop 0 0 3600');
    actions.correctBuilding(correction(store.getState().loaded!.district.buildings[0]!.id));
    expect(before(), 'nothing of the old work').toBeNull();
    await settle();
    expect(before()).toBe('workshop 0 1 3600');
    actions.setStepLength(900);
    await settle();
    expect(before()).toBe('workshop 0 1 900');
  });

  it('says why it cannot be told, and is asked for again only where somebody wants it', async () => {
    const { store, runner, settle, years, before, present } = await room();
    runner.ask(0);
    store.setState({ present: { ...present(), yearBefore: null } });
    runner.reveal();
    await turn();
    const issue = { severity: 'error', code: 'x', source: '', message: 'No worker.', remedy: '' } as const;
    years.splice(0)[0]!.answer(fail([issue]));
    await turn();
    expect(present().beforeFailed?.problem).toBe('No worker.');
    store.setState({ hovered: null });
    await turn();
    expect(years, 'no loop').toHaveLength(0);
    runner.retryBefore();
    await settle();
    expect(before()).toBe('workshop 0 0 3600');
    expect(present().beforeFailed).toBeNull();
  });
});

describe('the verdict', () => {
  const figure = (value: number, isProvisional = false): Figure => ({
    id: 'peakImport',
    value,
    unit: 'W',
    isProvisional,
  });
  const [question] = session.questions;

  it('waits for both years, and is none where percent cannot tell', () => {
    expect(verdictOf(question!, null, figure(5))).toEqual({ kind: 'waiting' });
    expect(verdictOf(question!, figure(5), null)).toEqual({ kind: 'waiting' });
    expect(verdictOf(question!, figure(100), figure(190, true)), 'a first look').toEqual({ kind: 'waiting' });
    expect(verdictOf(question!, figure(0), figure(5))).toEqual({ kind: 'untold' });
    expect(verdictOf(question!, figure(100), figure(190))).toEqual({ kind: 'came', option: 3 });
  });
});

describe('the scenario of a session', () => {
  it('is the one on the map, whatever was looked at in Plan or removed', async () => {
    const { store, actions, runner } = await room();
    runner.keepProposal('Red');
    const [red] = groupsOf(store.getState().history.present);
    actions.setMode('plan');
    actions.showScenario('baseline');
    actions.setMode('present');
    expect(store.getState().activeId).toBe('workshop');
    store.setState({ activeId: red!.id });
    runner.removeProposal(red!.id);
    expect(store.getState().activeId).toBe('workshop');
  });

  it('comes back with whatever is done after an undo behind the start', async () => {
    const { store, actions, runner, present } = await room();
    const stands = () => scenarioOf(store.getState(), 'workshop') !== undefined;
    const acts: readonly [string, () => void][] = [
      ['restore', () => runner.restore()],
      ['ask', () => runner.ask(0)],
      ['keep', () => runner.keepProposal('Red')],
    ];
    for (const [name, act] of acts) {
      while (stands()) actions.undo();
      act();
      expect(stands(), name).toBe(true);
      expect(store.getState().activeId, name).toBe('workshop');
    }
    expect(present().round?.before.id).toBe('workshop');
    expect(groupsOf(store.getState().history.present)).toHaveLength(1);
  });

  it('keeps what Plan has set of a measure, and a lever that is locked', async () => {
    const { store, actions, runner, present } = await room();
    const own = () => scenarioOf(store.getState(), 'workshop')!;
    runner.move(heatPumps!, 0.2);
    runner.keepProposal('Red');
    actions.setMeasure('heatPumps', 0.2, { seasonalFactor: 0.9 });
    runner.move(heatPumps!, 0.5);
    expect(own().measures[0]?.parameters).toEqual({ seasonalFactor: 0.9 });
    runner.move(nights!, 0.2);
    const agenda = session.agenda.map((step) => ({ ...step, locked: [heatPumps!.id] }));
    store.setState({ present: { ...present(), session: { ...session, agenda } } });
    runner.showProposal(groupsOf(store.getState().history.present)[0]!.id);
    expect(own().measures.map(({ type, adoption }) => [type, adoption])).toEqual([['heatPumps', 0.5]]);
  });
});

describe('a bookmark', () => {
  it('of the same step again stands beside the first', async () => {
    const { store, actions, runner } = await room();
    runner.move(heatPumps!, 0.5);
    runner.bookmark();
    runner.move(heatPumps!, 0.2);
    runner.move(heatPumps!, 0.5);
    runner.bookmark();
    const { bookmarks } = store.getState().history;
    expect(bookmarks.map(({ name }) => name)).toEqual(['Heat pumps: many', 'Heat pumps: many (2)']);
    expect(bookmarks[0]!.document).not.toBe(bookmarks[1]!.document);
    actions.removeBookmark('Heat pumps: many');
  });
});

describe('a replay', () => {
  it('that has not begun ends with its district', async () => {
    const { store, actions, runner, settle, years } = await room();
    runner.move(heatPumps!, 0.5);
    await settle();
    const replay = runner.replay();
    expect(years, 'the year before is asked for').toHaveLength(1);
    actions.runs.reset();
    actions.forgetStudies();
    await settle();
    expect(store.getState().runs[REPLAY_ID]).toBeUndefined();
    await replay;
  });

  it('ends with an undo, and leaves no year behind', async () => {
    const { store, actions, runner, settle } = await room();
    runner.move(heatPumps!, 0.5);
    await settle();
    const replay = runner.replay();
    await settle();
    expect(runOf(store.getState(), REPLAY_ID).status).toBe('ready');
    actions.undo();
    expect(store.getState().runs[REPLAY_ID]).toBeUndefined();
    expect(store.getState().present?.replay ?? null).toBeNull();
    await replay;
    expect(store.getState().runs[REPLAY_ID]).toBeUndefined();
  });
});

describe('a session that has ended', () => {
  it('leaves its record until the next one begins, whoever ended it', async () => {
    const { actions, runner } = await room();
    runner.setCommitments('Ask the landlord');
    actions.runs.reset();
    actions.forgetStudies();
    expect(runner.past?.present.commitments).toBe('Ask the landlord');
    runner.start(session);
    expect(runner.past).toBeNull();
    runner.end();
    expect(runner.past?.present.commitments).toBe('');
  });
});

describe('the address of a workshop', () => {
  it('carries corrections and their sources, and what it carries is told beforehand', async () => {
    const { store, actions } = await room();
    store.setState({ loaded: { ...store.getState().loaded!, sha256: '0'.repeat(64) } });
    expect(carriedAlong(store.getState())).toEqual({ corrections: 0, texts: [] });
    actions.correctBuilding(correction(store.getState().loaded!.district.buildings[0]!.id));
    const link = linkOfWorkshop(store.getState(), 'https://example.org/app/#mode=present');
    const read = readShareLink(link.split('#share=')[1]!);
    if (!read.ok) throw new Error(JSON.stringify(read.issues));
    expect(link.startsWith('https://example.org/app/#share=')).toBe(true);
    expect(read.value.scenario).not.toHaveProperty('parent');
    expect(JSON.stringify(read.value)).toContain('Mrs Weber');
    expect(carriedAlong(store.getState())).toEqual({
      corrections: 1,
      texts: ['asked at the door of Mrs Weber'],
    });
  });
});

describe('what a tab keeps', () => {
  it('is the session with its round, whose before is the scenario that the work knows', async () => {
    const { store, runner, settle, before, present } = await room();
    runner.move(heatPumps!, 0.5);
    await settle();
    runner.ask(0);
    runner.vote(1, 7);
    runner.reveal();
    await settle();
    const kept = keptPresent(store.getState(), keptText(store.getState()));
    expect(kept?.round).toEqual(present().round);
    expect(kept?.round?.before, 'no copy').toBe(scenarioOf(store.getState(), 'workshop'));
    expect(kept?.session).toEqual(session);
    store.setState({ present: kept });
    expect(before()).toBeNull();
    await settle();
    expect(before(), 'a reload computes it again').toBe('workshop 1 0 3600');
    expect(runner.replayed()?.measures, 'nothing has been changed since it was asked').toEqual([]);
  });

  it.each([
    ['a step that is none', { stepRow: 99 }],
    ['hands that are no numbers', { votes: ['many', 0, 0, 0] }],
    ['too few hands', { votes: [1] }],
    ['a record that is none', { record: [{ kind: 'lever' }] }],
    ['a start that is none', { startDocument: { scenarios: [] } }],
    ['no time', { startedAtMs: null }],
  ])('is nothing where it holds %s', async (_, broken: Record<string, unknown>) => {
    const { store, runner } = await room();
    runner.ask(0);
    const kept = JSON.parse(keptText(store.getState())) as Record<string, unknown>;
    const { votes, ...others } = broken;
    const round = votes === undefined ? {} : { round: { ...(kept['round'] as object), votes } };
    expect(keptPresent(store.getState(), JSON.stringify(kept))).not.toBeNull();
    expect(keptPresent(store.getState(), JSON.stringify({ ...kept, ...round, ...others }))).toBeNull();
  });
});
