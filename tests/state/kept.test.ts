import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SavedSelection } from '../../src/io/selectionsPart';
import type { SelectorRule } from '../../src/model/selector';
import { FEWEST_SHOWN, MOST_SHOWN } from '../../src/state';
import { sortedEntries } from '../../src/state/projectsReading';
import { COUNTED_LATER, PROPOSED_STRIP } from '../../src/state/strip/strip';
import { district, MemoryShelf, tab } from './tab';

/**
 * What a project keeps beside its scenarios. The cheapest wrong programs: the strip of another project stays on screen, a chosen
 * strip is lost with the page, to open a project counts as a change of it, a name that was saved marks yesterday's elements.
 */
const INDICATORS = [...new Set([...PROPOSED_STRIP, ...COUNTED_LATER])];
const strip = fc.option(fc.shuffledSubarray(INDICATORS, { minLength: FEWEST_SHOWN, maxLength: MOST_SHOWN }));
const ids = district.buildings.map(({ id }) => id);
const simple: fc.Arbitrary<SelectorRule> = fc.oneof(
  fc.constant<SelectorRule>({ kind: 'all' }),
  fc.subarray(ids, { minLength: 1 }).map((some): SelectorRule => ({ kind: 'ids', ids: some })),
  fc.constant<SelectorRule>({
    kind: 'query',
    where: [{ attribute: 'floorM2', operator: '>=', value: 80 }],
  }),
  fc
    .tuple(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 }))
    .map(([x, y]): SelectorRule => ({ kind: 'polygon', points: [[0, 0], [x, 0], [x, y]] })), // prettier-ignore
);
const rule = fc.oneof(
  simple,
  fc.tuple(simple, simple).map(([one, without]): SelectorRule => ({ kind: 'except', rule: one, without })),
  fc.tuple(simple, simple).map((rules): SelectorRule => ({ kind: 'union', rules })),
);
const selections: fc.Arbitrary<readonly SavedSelection[]> = fc.uniqueArray(
  fc.record({
    name: fc.string({ minLength: 1, maxLength: 60 }).filter((name) => name.trim() !== ''),
    kind: fc.constant('building' as const),
    rule,
  }),
  { selector: ({ name }) => name, maxLength: 4 },
);

describe('the strip and the saved selections', () => {
  it('come back with the project, from the shelf and from its file', async () => {
    await fc.assert(
      fc.asyncProperty(strip, selections, async (chosen, saved) => {
        const shelf = new MemoryShelf();
        const first = tab(shelf);
        const { present } = first.store.getState().history;
        first.actions.setStrip(chosen);
        first.actions.returnTo(saved.length === 0 ? present : { ...present, selections: saved }, 'x');
        await first.edit('Later');
        const found = (of: ReturnType<typeof tab>) => {
          const { strip: shown, history } = of.store.getState();
          return [shown, history.present.selections ?? []];
        };
        const again = tab(shelf, first.memory);
        again.actions.setStrip(INDICATORS.slice(-MOST_SHOWN));
        await again.keeper.open((await again.keeper.last())!);
        expect(found(again)).toEqual([chosen, saved]);
        const other = tab(new MemoryShelf());
        expect(await other.keeper.openFile(first.keeper.fileText()!, 'p.json')).toEqual([]);
        expect(found(other)).toEqual([chosen, saved]);
      }),
      { numRuns: 15 },
    );
  });

  it('of the strip are kept without any other change, and to open them writes nothing', async () => {
    const shelf = new MemoryShelf();
    const first = tab(shelf);
    first.actions.setStrip(PROPOSED_STRIP.slice(0, 7));
    await first.keeper.flushPending();
    expect([...shelf.projects.values()].map(({ strip: kept }) => kept)).toEqual([PROPOSED_STRIP.slice(0, 7)]);
    const second = tab(shelf, first.memory);
    await second.keeper.open((await second.keeper.last())!);
    await second.keeper.flushPending();
    expect([...shelf.projects.values()].map(({ revision }) => revision)).toEqual([1]);
    // Nor does a look through an address that asks for another strip.
    second.actions.showView({ strip: PROPOSED_STRIP.slice(0, 5) });
    await second.keeper.flushPending();
    expect([...shelf.projects.values()].map(({ revision }) => revision)).toEqual([1]);
    // Back to what is proposed is a choice as well.
    second.actions.setStrip(null);
    await second.keeper.flushPending();
    expect([...shelf.projects.values()][0]).not.toHaveProperty('strip');
  });

  it('that do not read: a strip is as proposed, and work with a broken selection is listed apart, whole', async () => {
    const shelf = new MemoryShelf();
    await tab(shelf).edit('Good');
    const [good] = [...shelf.projects.values()];
    const withSelections = (list: unknown) => ({
      ...good!,
      document: { ...good!.document, selections: list },
    });
    const one = { name: 'A', kind: 'building', rule: { kind: 'all' } };
    const broken = [[{ ...one, rule: { kind: 'none' } }], [one, one], [{ ...one, kind: 'tree' }], 'x'];
    const sorted = sortedEntries([
      { id: 'strip', found: { ...good!, strip: [1, 2] } },
      { id: 'fine', found: withSelections([one]) },
      ...broken.map((list, at) => ({ id: `broken-${at}`, found: withSelections(list) })),
    ]);
    expect(sorted.projects.map(({ id }) => id).sort()).toEqual(['fine', 'strip']);
    expect(sorted.projects.find(({ id }) => id === 'strip')).not.toHaveProperty('strip');
    expect(sorted.unreadable.every(({ issues }) => issues.length > 0)).toBe(true);
  });
});

describe('a selection with a name', () => {
  it('is saved, chosen again as the district stands, deleted, and undo takes each of it back', () => {
    const { actions, store } = tab(new MemoryShelf());
    const names = () => (store.getState().history.present.selections ?? []).map(({ name }) => name);
    actions.marks.mark('building', { kind: 'ids', ids: ids.slice(0, 2) });
    actions.marks.save('  South street ');
    expect(names()).toEqual(['South street']);
    expect(store.getState().marked!.name).toBe('South street');
    actions.marks.mark('building', { kind: 'all' });
    actions.marks.save('Everybody');
    actions.marks.clear();
    actions.marks.recall('South street');
    expect(store.getState().marked).toMatchObject({ name: 'South street', ids: ids.slice(0, 2) });
    actions.marks.forget('South street');
    expect(names()).toEqual(['Everybody']);
    // Those who are marked stay marked: only the name is gone from the project.
    expect(store.getState().marked!.ids).toEqual(ids.slice(0, 2));
    actions.undo();
    expect(names()).toEqual(['South street', 'Everybody']);
    actions.undo();
    actions.undo();
    expect(store.getState().history.present).not.toHaveProperty('selections');
    actions.redo();
    expect(names()).toEqual(['South street']);
  });

  it('that is saved again under its name stands in its place with the new rule, and an empty name saves nothing', () => {
    const { actions, store } = tab(new MemoryShelf());
    const saved = () => store.getState().history.present.selections;
    actions.marks.mark('building', { kind: 'ids', ids: ids.slice(0, 1) });
    actions.marks.save('A');
    actions.marks.save('B');
    actions.marks.mark('building', { kind: 'all' });
    actions.marks.save('A');
    expect(saved()!.map(({ name, rule: of }) => [name, of.kind])).toEqual([
      ['A', 'all'],
      ['B', 'ids'],
    ]);
    const before = store.getState().history;
    actions.marks.save('   ');
    expect(store.getState().history).toBe(before);
  });

  it('of which nobody is left marks nobody, and leaves what was marked', () => {
    const { actions, store } = tab(new MemoryShelf());
    const { present } = store.getState().history;
    const gone: SavedSelection = { name: 'Gone', kind: 'building', rule: { kind: 'ids', ids: ['none'] } };
    actions.returnTo({ ...present, selections: [gone] }, 'x');
    actions.marks.mark('building', { kind: 'all' });
    const { marked } = store.getState();
    actions.marks.recall('Gone');
    expect(store.getState().marked).toBe(marked);
  });
});
