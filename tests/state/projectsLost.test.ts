import { describe, expect, it } from 'vitest';
import { lostByReload } from '../../src/state';
import { district, loaded, MemoryShelf, scenario, sha256, tab } from './tab';

/**
 * Work whose keeping comes to an end, or whose district does. The cheapest wrong programs: the next edit brings back what was
 * deleted, a deletion that failed is said to be done, work is lost with the file its district came in, and the answers about
 * the work before stand beside the work that was opened.
 */
describe('work', () => {
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

  it('is said to go with the page while nothing can be written, with meter readings, which never are', async () => {
    const shelf = new MemoryShelf();
    const { edit, keeper, store } = tab(shelf);
    const lost = () => lostByReload(store.getState());
    await edit('a');
    expect(lost()).toBe('nothing');
    const { building } = store.getState();
    store.setState({ building: { ...building, meters: { home: {} as never } } });
    expect(lost()).toBe('meters');
    shelf.trouble = 'full';
    await edit('b');
    expect(lost()).toBe('both');
    store.setState({ building });
    // Said to be full once, and so it is until something has been written.
    store.setState({ told: null });
    expect(lost()).toBe('work');
    shelf.trouble = null;
    await edit('c');
    expect(lost()).toBe('nothing');
    await keeper.deleteEverything();
    expect(lost()).toBe('work');
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
      Object.defineProperty(actions, name, { value: { cancel: () => stopped.push(name) } });
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
});
