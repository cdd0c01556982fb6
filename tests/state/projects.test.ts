import { afterAll, describe, expect, it } from 'vitest';
import { readShareLink, writeShareLink } from '../../src/io';
import type { Engine } from '../../src/engine/contract';
import { ENGINE_VERSION } from '../../src/engine/version';
import { fail } from '../../src/model/outcome';
import { hashDistrict } from '../../src/scenario';
import {
  Actions,
  createAppStore,
  openSharedScenario,
  ProjectKeeper,
  runOf,
  type KeptDistrict,
  type KeptProject,
  type LoadedDistrict,
  type ProjectShelf,
  type WriteVerdict,
} from '../../src/state';
import { startHistory } from '../../src/state/history';
import { opened } from '../../src/state/persistenceWords';
import { sortedEntries } from '../../src/state/projectsReading';
import { sharedOf } from '../../src/state/share';
import { inProcessEngine } from '../engine/inProcess';
import { inputOf, measure, smallTown } from '../engine/smallTown';

/**
 * What a browser keeps. The cheapest wrong programs: the later of two tabs overwrites the earlier one, a full storage is not
 * told, "delete" leaves something behind or lets the next edit bring it back, work is lost with the file its district came
 * in, and a link that opens on other numbers says nothing.
 */
const { district, weather, scenario } = inputOf(smallTown(4));
const sha256 = hashDistrict(district);
const loaded: LoadedDistrict = { district, sha256, weather, report: null };

class MemoryShelf implements ProjectShelf {
  readonly projects = new Map<string, KeptProject>();
  readonly districts = new Map<string, KeptDistrict>();
  trouble: WriteVerdict | null = null;
  /** `copy`: there is room for what is kept already, and for nothing beside it. */
  troubleAt: 'any' | 'copy' = 'any';
  isStuck = false;

  list = () => Promise.resolve([...this.projects.values()]);
  read = (id: string) => Promise.resolve(this.projects.get(id) ?? null);
  write = (project: Omit<KeptProject, 'revision'>, seen: number): Promise<WriteVerdict> => {
    if (this.trouble !== null && !(this.troubleAt === 'copy' && this.projects.has(project.id)))
      return Promise.resolve(this.trouble);
    if (seen > 0 && !this.projects.has(project.id)) return Promise.resolve('gone');
    if ((this.projects.get(project.id)?.revision ?? 0) !== seen) return Promise.resolve('overtaken');
    this.projects.set(project.id, structuredClone({ ...project, revision: seen + 1 }));
    return Promise.resolve('kept');
  };
  unreadable = () => Promise.resolve([]);
  remove = (id: string) => Promise.resolve(!this.isStuck && this.projects.delete(id));
  clear = () => {
    if (!this.isStuck) {
      this.projects.clear();
      this.districts.clear();
    }
    return Promise.resolve(!this.isStuck);
  };
  readDistrict = (sha: string) => Promise.resolve(this.districts.get(sha) ?? null);
  writeDistrict = (sha: string, kept: KeptDistrict): Promise<WriteVerdict> => {
    this.districts.set(sha, kept);
    return Promise.resolve('kept');
  };
  room = () => Promise.resolve(null);
}

const idle: Engine = {
  run: () => new Promise(() => undefined),
  preview: () => Promise.resolve(fail([])),
  isKnown: () => false,
  week: () => Promise.resolve(fail([])),
  attribution: () => Promise.resolve(fail([])),
  buildingYear: () => Promise.resolve(fail([])),
  connect: () => Promise.resolve(fail([])),
  meters: () => Promise.resolve(fail([])),
  effectiveDistrict: () => fail([]),
  dispose: () => undefined,
};

/** One tab of a browser whose shelf is shared. */
function tab(shelf: MemoryShelf, memory: { id: string | null } = { id: null }, engine: Engine = idle) {
  const store = createAppStore();
  const actions = new Actions(store, engine, () => ({ status: 'infeasible' }));
  const keeper = new ProjectKeeper(store, actions, shelf, {
    read: () => memory.id,
    write: (id) => (memory.id = id),
  });
  store.setState({
    phase: 'ready',
    loaded,
    history: startHistory({ baseEdits: [], scenarios: [scenario, { ...scenario, id: 'own', name: 'Own' }] }),
    activeId: 'own',
  });
  keeper.start();
  const edit = async (name: string) => {
    actions.renameScenario('own', name);
    await keeper.flushPending();
  };
  const names = () => store.getState().history.present.scenarios.map((one) => one.name);
  return { store, actions, keeper, edit, names, memory };
}

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
    const { edit, actions, keeper, memory } = tab(shelf);
    await edit('a');
    actions.renameScenario('own', 'b');
    await keeper.deleteEverything();
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect([shelf.projects.size, shelf.districts.size, memory.id]).toEqual([0, 0, null]);
  });

  it('is not written back after it was deleted, here or in another tab, until somebody asks', async () => {
    const shelf = new MemoryShelf();
    const first = tab(shelf);
    await first.edit('a');
    const second = tab(shelf, first.memory);
    await second.keeper.open((await second.keeper.last())!);
    const { id } = first.store.getState().project!;
    await first.keeper.remove(id);
    await first.edit('b');
    await second.edit('c');
    await second.edit('d');
    expect(shelf.projects.size).toBe(0);
    expect(first.store.getState().told!.text).toMatch(/is deleted.+until you ask/);
    expect(second.store.getState().told!.text).toMatch(/another tab has deleted it/);
    shelf.districts.clear();
    await second.keeper.keepAgain();
    const [kept] = [...shelf.projects.values()];
    expect(kept!.document.scenarios[1]!.name).toBe('d');
    expect(kept!.id).not.toBe(id);
    // Its district went with everything else, and is kept again with it.
    expect(shelf.districts.has(sha256)).toBe(true);
    await second.edit('e');
    expect([...shelf.projects.values()].map((one) => one.document.scenarios[1]!.name)).toEqual(['e']);
    await first.keeper.deleteEverything();
    await first.edit('f');
    expect(shelf.projects.size).toBe(0);
  });

  it('that could not be deleted is not said to be, and goes on being kept', async () => {
    const shelf = new MemoryShelf();
    const { edit, keeper, store, memory } = tab(shelf);
    await edit('a');
    const project = store.getState().project!;
    shelf.isStuck = true;
    for (const deleting of [() => keeper.remove(project.id), () => keeper.deleteEverything()]) {
      store.setState({ told: null });
      await deleting();
      expect(store.getState().told).toMatchObject({ kind: 'problem' });
      expect(store.getState().told!.text).toMatch(/could not be deleted/);
      expect([store.getState().project, memory.id]).toEqual([project, project.id]);
    }
    await edit('b');
    expect([...shelf.projects.values()].map((one) => one.document.scenarios[1]!.name)).toEqual(['b']);
  });

  it('that finds no room beside what another tab wrote is told to be kept nowhere', async () => {
    const shelf = new MemoryShelf();
    const first = tab(shelf);
    await first.edit('One');
    const second = tab(shelf, first.memory);
    await second.keeper.open((await second.keeper.last())!);
    await first.edit('One, changed');
    shelf.trouble = 'full';
    shelf.troubleAt = 'copy';
    await second.edit('Two');
    expect(second.store.getState().told!.text).toMatch(/Another tab has changed .+ kept nowhere/);
    expect([...shelf.projects.values()].map((one) => one.document.scenarios[1]!.name)).toEqual([
      'One, changed',
    ]);
  });

  it('opens on what its district is now, with a warning and with what does not fit there any more', async () => {
    const shelf = new MemoryShelf();
    const first = tab(shelf);
    first.keeper.comesWithApp(sha256);
    await first.edit('Later');
    const kept = { ...(await first.keeper.last())!, districtSha256: 'b'.repeat(64) };
    const again = tab(shelf, first.memory);
    // By what is on screen, and by what comes with the app where something else is on screen.
    expect(await again.keeper.open(kept)).toBe(true);
    expect(again.store.getState().told).toMatchObject({ kind: 'problem' });
    expect(again.store.getState().told!.text).toMatch(/district has changed since/);
    const other = { ...loaded, district: { ...district, id: 'elsewhere' }, sha256: 'e'.repeat(64) };
    again.store.setState({ loaded: other, told: null });
    expect(await again.keeper.open(kept)).toBe(false);
    again.keeper.findsShipped(() => Promise.resolve(loaded));
    const gone = { buildingId: 'gone', field: 'households', value: 3 } as const;
    const document = { ...kept.document, baseEdits: [gone] };
    expect(await again.keeper.open({ ...kept, document })).toBe(true);
    expect(again.names()).toEqual(['Baseline', 'Later']);
    expect(again.store.getState().loaded).toBe(loaded);
    expect(again.store.getState().told!.text).toMatch(/2 scenarios cannot be computed/);
    expect(again.store.getState().told!.issues).toHaveLength(1);
    // On the very district there is nothing to warn of.
    again.store.setState({ told: null });
    await again.keeper.open({ ...kept, districtSha256: sha256 });
    expect(again.store.getState().told).toBeNull();
  });

  it('leaves no answer of the work before beside it, and ends the questions', () => {
    const { store, actions } = tab(new MemoryShelf());
    const stopped: string[] = [];
    for (const name of ['wayOut', 'connect', 'comparison', 'difference', 'tornado'] as const)
      actions[name].cancel = () => void stopped.push(name);
    const answer = { status: 'ready' } as never;
    store.setState({
      ...{ wayOut: answer, showsWayOut: true, connect: answer, connectAt: { kind: 'line', id: 'x' } },
      ...{ comparison: answer, wishes: answer, difference: answer, tornado: answer },
      notice: { scenarioId: 'own', text: 'Results ready' },
    });
    actions.openWork(loaded, { baseEdits: [], scenarios: [scenario] }, [], null);
    expect(stopped).toEqual(['wayOut', 'connect', 'comparison', 'difference', 'tornado']);
    expect(store.getState()).toMatchObject({
      ...{ wayOut: null, showsWayOut: false, connect: null, connectAt: null },
      ...{ comparison: null, wishes: null, difference: null, tornado: null, notice: null },
    });
  });

  it('drops the notice of a scenario with the scenario, and keeps the one of another', () => {
    const { store, actions } = tab(new MemoryShelf());
    const notice = { scenarioId: 'own', text: 'Results ready' };
    store.setState({ notice });
    actions.renameScenario('own', 'Other name');
    expect(store.getState().notice).toBe(notice);
    actions.removeScenario('own');
    expect(store.getState().notice).toBeNull();
    actions.undo();
    store.setState({ notice });
    actions.redo();
    expect(store.getState().notice).toBeNull();
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
  const remark = {
    ...{ severity: 'warning', code: 'x', source: 'p.json', message: 'A roof is odd.', remedy: '' },
  } as const;
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
