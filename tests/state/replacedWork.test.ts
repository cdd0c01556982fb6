import { describe, expect, it } from 'vitest';
import { lostByReload, type AppState } from '../../src/state';
import { heldWork, redoNameOf, undoNameOf } from '../../src/state/imports';
import { MemoryShelf, tab } from './tab';

/**
 * Work that other work has taken the place of. The cheapest wrong programs: a button that names a step and does nothing, deleted
 * work that undo brings back, work that is lost because its successor was deleted,
 * and readings that are said to be kept while they stand in work that undo leads to.
 */
function withReplaced() {
  const parts = tab(new MemoryShelf());
  const work = heldWork(parts.store.getState(), 'Open Old Town')!;
  return { ...parts, work };
}
const inRoom = { startedAtMs: 1 } as unknown as AppState['present'];

describe('undo and redo of an opening', () => {
  it('are named where they do something; undo ends no session that is under way', () => {
    const { store, actions, work } = withReplaced();
    store.setState({ workBefore: work, workAfter: work });
    expect([undoNameOf(store.getState()), redoNameOf(store.getState())]).toEqual([work.name, work.name]);
    store.setState({ present: inRoom });
    expect([undoNameOf(store.getState()), redoNameOf(store.getState())]).toEqual([undefined, work.name]);
    actions.undo();
    expect([store.getState().workBefore, store.getState().workAfter]).toEqual([work, work]);
  });
});

describe('deletion', () => {
  it('of replaced work takes it from undo, and of its successor leaves it there', async () => {
    const { store, keeper, edit, work } = withReplaced();
    await edit('Own');
    await edit('Own again');
    const { id } = [...(keeper.shelf as MemoryShelf).projects.values()][0]!;
    store.setState({ project: { id, name: 'Own', revision: 1 } });
    const other = { ...work, project: { id: 'other', name: 'Other', revision: 1 } };
    store.setState({ workBefore: other, workAfter: { ...other, project: { id, name: 'Own', revision: 1 } } });
    await keeper.remove(id);
    expect(store.getState().workAfter).toBeNull();
    expect(store.getState().project!.isHeldBack).toBe(true);
    expect(store.getState().workBefore).toBe(other);
    const shelf = keeper.shelf as MemoryShelf;
    await edit('Again');
    shelf.projects.set('other', { id: 'other' } as never);
    expect(store.getState().workBefore).toBe(other);
    await keeper.remove('other');
    expect(store.getState().workBefore).toBeNull();
  });
});

it('readings in replaced work are lost with a reload', () => {
  const { store, work } = withReplaced();
  expect(lostByReload(store.getState())).toBe('nothing');
  const building = { ...work.building, meters: { home: {} as never } };
  store.setState({ workBefore: { ...work, building } });
  expect(lostByReload(store.getState())).toBe('meters');
});
