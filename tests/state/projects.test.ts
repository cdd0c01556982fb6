import { afterAll, describe, expect, it } from 'vitest';
import { ENGINE_VERSION } from '../../src/engine/version';
import { readShareLink, writeShareLink } from '../../src/io';
import type { Issue } from '../../src/model/outcome';
import { openSharedScenario, runOf } from '../../src/state';
import { PROPOSED, withGiven } from '../../src/state/scorecard/scorecard';
import { heldWork } from '../../src/state/imports';
import { opened } from '../../src/state/persistenceWords';
import { sortedEntries } from '../../src/state/projectsReading';
import { sharedOf } from '../../src/state/share';
import { inProcessEngine } from '../engine/inProcess';
import { measure } from '../engine/smallTown';
import { loaded, MemoryShelf, scenario, sha256, tab } from './tab';

/**
 * What a browser keeps. The cheapest wrong programs: the later of two tabs overwrites the earlier one, a full storage is not
 * told, "delete" leaves something behind, and a link that opens on other numbers says nothing.
 */
describe('work that is kept', () => {
  it('comes back in a new tab as it was, with its bookmarks, though its district is not the one of the app', async () => {
    const shelf = new MemoryShelf();
    const first = tab(shelf);
    first.actions.addBookmark('Start');
    await first.edit('Later');
    const again = tab(shelf, first.memory);
    again.store.setState({ loaded: null });
    const last = await again.keeper.last();
    expect(await again.keeper.open(last!, null)).toBe(true);
    expect(again.names()).toEqual(['Baseline', 'Later']);
    expect(again.store.getState().loaded?.sha256).toBe(sha256);
    expect(again.store.getState().history.bookmarks.map(({ name }) => name)).toEqual(['Start']);
    expect(again.store.getState().history.bookmarks[0]!.document.scenarios[1]!.name).toBe('Own');
  });

  it('comes back with what its scorecards are scored against, from the shelf and from a file', async () => {
    const shelf = new MemoryShelf();
    const first = tab(shelf);
    const wishes = withGiven({ ...PROPOSED, targets: [] }, 'vehicles', 420, 'accurate_measurement');
    first.actions.setScorecard(wishes);
    await first.keeper.flushPending();
    const again = tab(shelf, first.memory);
    await again.keeper.open((await again.keeper.last())!);
    expect(again.store.getState().history.present.scorecard).toEqual(wishes);
    const text = first.keeper.fileText()!;
    const other = tab(new MemoryShelf());
    expect(await other.keeper.openFile(text, 'p.json')).toEqual([]);
    expect(other.store.getState().history.present.scorecard).toEqual(wishes);
    const kept = [...shelf.projects.values()][0]!;
    const found = (scorecard: unknown) => ({ ...kept, document: { ...kept.document, scorecard } });
    const broken = { inputs: { vehicles: { value: -1, quality: 'accurate_measurement' } }, targets: [] };
    const sorted = sortedEntries([
      { id: 'whole', found: found(wishes) },
      { id: 'broken', found: found(broken) },
    ]);
    expect(sorted.projects.map(({ document }) => document.scorecard)).toEqual([wishes]);
    expect(sorted.unreadable.map(({ id, issues }) => [id, issues.length > 0])).toEqual([['broken', true]]);
  });

  it('of two tabs stays whole for both: the later writer gets a copy and is told', async () => {
    const shelf = new MemoryShelf();
    const first = tab(shelf);
    await first.edit('One');
    const second = tab(shelf, first.memory);
    await second.keeper.open((await second.keeper.last())!);
    await first.edit('One, changed');
    await second.edit('Two');
    const kept = [...shelf.projects.values()].map(({ document }) => document.scenarios[1]!.name);
    expect(kept.sort()).toEqual(['One, changed', 'Two']);
    expect(second.store.getState().told?.text).toMatch(/Another tab has changed/);
    expect(first.store.getState().told).toBeNull();
    // Each goes on in its own.
    await second.edit('Two, changed');
    await first.edit('One, again');
    expect(shelf.projects.size).toBe(2);
  });

  it('is not written by merely opening it', async () => {
    const shelf = new MemoryShelf();
    const first = tab(shelf);
    await first.edit('One');
    const second = tab(shelf, first.memory);
    await second.keeper.open((await second.keeper.last())!);
    await second.keeper.flushPending();
    await first.edit('Still mine');
    expect(shelf.projects.size).toBe(1);
    expect(first.store.getState().told).toBeNull();
  });

  it('is renamed while it is written without overtaking itself', async () => {
    const shelf = new MemoryShelf();
    const { actions, keeper, store } = tab(shelf);
    actions.renameScenario('own', 'x');
    await Promise.all([keeper.flush(), keeper.rename('Our streets'), keeper.flush()]);
    expect([...shelf.projects.values()].map(({ name }) => name)).toEqual(['Our streets']);
    expect(store.getState().told).toBeNull();
  });

  it('that finds no room is told once, with the way out', async () => {
    const shelf = new MemoryShelf();
    const { edit, store, actions } = tab(shelf);
    shelf.trouble = 'full';
    await edit('a');
    expect(store.getState().told).toMatchObject({ kind: 'problem' });
    expect(store.getState().told!.text).toMatch(/full.+Save the project as a file/);
    actions.dismissTold();
    await edit('b');
    expect(store.getState().told).toBeNull();
    shelf.trouble = null;
    await edit('c');
    expect([...shelf.projects.values()][0]!.document.scenarios[1]!.name).toBe('c');
  });

  it('is gone after everything is deleted, what waited to be written included', async () => {
    const shelf = new MemoryShelf();
    const { edit, actions, keeper, memory, store } = tab(shelf);
    await edit('a');
    const work = heldWork(store.getState(), 'Open another');
    store.setState({ workBefore: work, workAfter: work });
    actions.renameScenario('own', 'b');
    await keeper.deleteEverything();
    // Nor does undo lead to work that was deleted.
    expect([store.getState().workBefore, store.getState().workAfter]).toEqual([null, null]);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect([shelf.projects.size, shelf.districts.size, memory.id]).toEqual([0, 0, null]);
  });

  it('goes into a file and comes back from it as a project of its own', async () => {
    const shelf = new MemoryShelf();
    const first = tab(shelf);
    await first.edit('Sent');
    const text = first.keeper.fileText()!;
    const other = tab(new MemoryShelf());
    expect(await other.keeper.openFile(text, 'p.json')).toEqual([]);
    expect(other.names()).toEqual(['Baseline', 'Sent']);
    expect(other.store.getState().told!.text).toMatch(/^Opened/);
    expect((await other.keeper.openFile(text.slice(1), 'p.json')).length).toBeGreaterThan(0);
    expect(other.names()).toEqual(['Baseline', 'Sent']);
  });

  it('from a file that there is no room for is said to be not kept, not only opened', async () => {
    const first = tab(new MemoryShelf());
    await first.edit('Sent');
    const shelf = new MemoryShelf();
    shelf.trouble = 'full';
    const other = tab(shelf);
    await other.keeper.openFile(first.keeper.fileText()!, 'p.json');
    expect(other.store.getState().told!.text).toMatch(/storage of this browser is full/);
  });

  it('that does not read is listed apart, whole, and hides nothing beside it', async () => {
    const shelf = new MemoryShelf();
    await tab(shelf).edit('Good');
    const [good] = [...shelf.projects.values()];
    const twins = {
      ...good!,
      document: { baseEdits: [], scenarios: [scenario, { ...scenario, name: 'Twin' }] },
    };
    const { projects, unreadable } = sortedEntries([
      { id: 'null', found: null },
      { id: 'v9', found: { name: 'Of tomorrow', document: { v: 9 } } },
      { id: good!.id, found: good },
      { id: 'twins', found: twins },
      { id: 'bare', found: { ...good!, districtSha256: undefined } },
    ]);
    expect(projects).toEqual([good]);
    expect(unreadable.map(({ id, name }) => [id, name])).toEqual([
      ['null', 'null'],
      ['v9', 'Of tomorrow'],
      ['twins', good!.name],
      ['bare', good!.name],
    ]);
    expect(unreadable[1]!.found).toEqual({ name: 'Of tomorrow', document: { v: 9 } });
    expect(unreadable[2]!.issues[0]!.message).toContain('“baseline”');
  });
});

it('what reading a project had to say stands beside that it is open', () => {
  const remark: Issue = {
    severity: 'warning',
    ...{ code: 'x', source: 'p.json', message: 'A roof is odd.', remedy: '' },
  };
  expect(opened('Ours', '0.1.0', [remark]).text).toMatch(
    /Opened “Ours”.+1 remark on the file: A roof is odd/,
  );
  expect(opened('Ours', '0.1.0', [remark, remark])).toMatchObject({
    kind: 'problem',
    issues: [remark, remark],
  });
  expect(opened('Ours', '0.1.0', []).kind).toBe('note');
});

describe('a link', () => {
  const engine = inProcessEngine(1);
  afterAll(() => engine.dispose());
  const until = (isThere: () => boolean) => expect.poll(isThere, { timeout: 50_000 }).toBe(true);

  it('opens in a fresh profile on the very result, and says so; on another result, it says that', async () => {
    const sender = tab(new MemoryShelf(), { id: null }, engine);
    const changed = { ...scenario, id: 'own', name: 'Own', measures: [measure('heatPumps', 0.1 + 0.2)] };
    sender.actions.openWork(loaded, { baseEdits: [], scenarios: [scenario, changed] }, [], null);
    await until(() => runOf(sender.store.getState(), 'own').status === 'ready');
    const shared = sharedOf(sender.store.getState(), 'own')!;
    const hash = runOf(sender.store.getState(), 'own').result!.resultHash;
    expect(shared.resultHash).toBe(hash);
    const read = readShareLink(writeShareLink(shared));
    if (!read.ok) throw new Error('refused');

    const fresh = tab(new MemoryShelf(), { id: null }, engine);
    expect(await openSharedScenario(fresh, read.value, loaded)).toEqual([]);
    await until(() => /exactly the result/.test(fresh.store.getState().told?.text ?? ''));
    expect(runOf(fresh.store.getState(), 'own').result!.resultHash).toBe(hash);
    expect(fresh.store.getState().project?.name).toBe('Shared: Own');

    const wrong = { ...read.value, resultHash: 'f'.repeat(64), engineVersion: '0.0.1' };
    const third = tab(new MemoryShelf(), { id: null }, engine);
    await openSharedScenario(third, wrong, loaded);
    expect(third.store.getState().told!.text).toContain('made with version 0.0.1');
    await until(() => /another result/.test(third.store.getState().told?.text ?? ''));
    expect(third.store.getState().told!.text).toContain(ENGINE_VERSION);
  });

  it('that names what the district has not is refused whole', async () => {
    const { store, actions, keeper, names } = tab(new MemoryShelf());
    const shared = sharedOf(store.getState(), 'own')!;
    const bad = { ...shared, baseEdits: [{ buildingId: 'nobody', field: 'households', value: 2 }] as const };
    const issues = await openSharedScenario({ store, actions, keeper }, bad, loaded);
    expect(issues.length).toBeGreaterThan(0);
    expect(names()).toEqual(['Baseline', 'Own']);
  });
});
