import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Loading } from '../../src/app/loading';
import type { District } from '../../src/model/district';
import { fail } from '../../src/model/outcome';
import { viewFragment } from '../../src/state/shareView';
import { inProcessEngine } from '../engine/inProcess';
import { district, loaded, MemoryShelf, scenario, tab } from '../state/tab';

/**
 * What the page opens on. The cheapest wrong programs: work of an earlier release is left unopened because the file of its
 * district has changed, an address opens another project's scenario of the same id, and answers stand beside other work.
 */
const engine = inProcessEngine(1);
afterAll(() => engine.dispose());
afterEach(() => vi.unstubAllGlobals());

let shipped: District = district;
beforeEach(() => {
  shipped = district;
  vi.stubGlobal('fetch', async (url: URL) => {
    if (url.pathname.endsWith('.district.json')) return new Response(JSON.stringify(shipped));
    if (url.pathname.endsWith('.scenario.json')) return new Response(await readFile(url));
    return new Response('no year that was computed beforehand');
  });
});

function page(shelf = new MemoryShelf(), memory: { id: string | null } = { id: null }) {
  const parts = tab(shelf, memory);
  const loading = new Loading(parts.store, parts.actions, engine, parts.keeper, () =>
    Promise.resolve(fail([])),
  );
  return { ...parts, shelf, loading };
}

/** A page on which nothing is open yet. */
function fresh(shelf: MemoryShelf, memory: { id: string | null }) {
  const parts = page(shelf, memory);
  parts.store.setState({ loaded: null, phase: 'loading', project: null });
  return parts;
}

it('opens the work of last time on the district as it ships now, with a warning, and goes on keeping it', async () => {
  const before = page();
  before.keeper.comesWithApp(loaded.sha256);
  await before.edit('Later');
  const { id } = before.store.getState().project!;
  shipped = { ...district, name: 'Its name was mended' };
  const now = fresh(before.shelf, before.memory);
  await now.loading.openFirst('');
  expect(now.names()).toEqual(['Baseline', 'Later']);
  expect(now.store.getState().loaded?.district.name).toBe('Its name was mended');
  expect(now.store.getState().project).toMatchObject({ id, revision: 1 });
  expect(now.store.getState().told).toMatchObject({ kind: 'problem' });
  expect(now.store.getState().told!.text).toContain('district has changed since');
  await now.edit('Later still');
  expect(
    [...now.shelf.projects.values()].map(({ districtSha256, revision }) => [districtSha256, revision]),
  ).toEqual([[now.store.getState().loaded!.sha256, 2]]);
  expect(now.store.getState().loaded!.sha256).not.toBe(loaded.sha256);
});

it('says of work whose district is gone that it is not open, instead of showing other work in silence', async () => {
  const before = page();
  await before.edit('Later');
  before.shelf.districts.clear();
  shipped = { ...district, id: 'elsewhere' };
  const now = fresh(before.shelf, before.memory);
  await now.loading.openFirst('');
  expect(now.store.getState().loaded?.district.id).toBe('elsewhere');
  expect(now.store.getState().told!.text).toMatch(/was not opened: its district .+ is not in this browser/);
});

it('opens the project that the address was made in, not the last one with a scenario of the same id', async () => {
  const first = page();
  await first.edit('Mine');
  await first.keeper.rename('First');
  const address = `#${viewFragment(first.store.getState())}`;
  const work = { baseEdits: [], scenarios: [scenario, { ...scenario, id: 'own', name: 'Of the second' }] };
  await first.keeper.openAsNew(loaded, work, [], {
    name: 'Second',
    said: { kind: 'note', text: '', issues: [] },
  });
  const now = fresh(first.shelf, first.memory);
  await now.loading.openFirst(address);
  expect(now.names()).toEqual(['Baseline', 'Mine']);
  expect(now.store.getState().told).toBeNull();
  const elsewhere = fresh(new MemoryShelf(), { id: null });
  await elsewhere.loading.openFirst(address.replace(/of=\w+/, 'of=000000000000'));
  expect(elsewhere.store.getState().activeId).toBe('baseline');
  expect(elsewhere.store.getState().told!.text).toContain('made in another project');
});

it('begins a new project without the answers of the one before', async () => {
  const { loading, store } = page();
  const answer = { status: 'ready' } as never;
  store.setState({ wayOut: answer, comparison: answer, notice: { scenarioId: 'own', text: 'ready' } });
  await loading.openReference();
  expect(store.getState()).toMatchObject({ wayOut: null, comparison: null, notice: null });
});

it('tells one reason as one', async () => {
  const { loading, store } = page();
  const bad = new File(['{}'], 'x.json');
  await loading.imports.bring([bad]);
  expect(store.getState().issues).toHaveLength(1);
  expect(store.getState().announcement).toBe('Nothing was imported: 1 problem.');
});
