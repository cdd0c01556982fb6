import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createAppStore, type AppState } from '../../src/state';
import { VARIABLES } from '../../src/state/display';
import { startHistory } from '../../src/state/history';
import { shareAddress, typedTexts } from '../../src/state/share';
import { projectOfFragment, shareOfFragment, viewFragment, viewOfFragment } from '../../src/state/shareView';
import { inputOf, smallTown } from '../engine/smallTown';

/**
 * The cheapest wrong programs: a moment a day or an hour off, a selection that the district does not have, and a scenario of
 * the same id in another project.
 */
const { district, weather, scenario } = inputOf(smallTown(4));
const store = createAppStore();
store.setState({
  phase: 'ready',
  loaded: { district, sha256: 'a'.repeat(64), weather, report: null },
  history: startHistory({ baseEdits: [], scenarios: [scenario, { ...scenario, id: 'own' }] }),
});
const first = store.getState();

const view = fc.record({
  activeId: fc.constantFrom('baseline', 'own'),
  view: fc.constantFrom('map' as const, 'table' as const),
  variable: fc.constantFrom(...VARIABLES),
  look: fc.constantFrom('scene' as const, 'data' as const),
  step: fc.nat(8759),
  stepS: fc.constant(3600 as const),
  showsFlow: fc.boolean(),
  besideId: fc.constantFrom(null, 'baseline', 'own'),
  besideKind: fc.constantFrom('swipe' as const, 'pair' as const),
  divide: fc.integer({ min: 50, max: 950 }).map((share) => share / 1000),
  selection: fc.constantFrom(
    null,
    { kind: 'building' as const, id: district.buildings[0]!.id },
    { kind: 'transformer' as const, id: district.network!.transformers[0]!.id },
  ),
});

it('what is looked at comes back from the address', () => {
  fc.assert(
    fc.property(view, fc.boolean(), (shown, isFine) => {
      const state: AppState = {
        ...first,
        ...shown,
        ...(isFine ? { stepS: 900, step: shown.step * 4 + 3 } : {}),
      };
      const read = { ...first, ...viewOfFragment(first, `#${viewFragment(state)}`) };
      const { besideKind, divide, ...others } = shown;
      // Of one that is shown alone nobody asks how a second one would stand beside it.
      const isSplit = shown.besideId !== null;
      expect(read).toMatchObject({
        ...{ ...others, stepS: state.stepS, step: state.step },
        ...(isSplit ? { besideKind } : {}),
        ...(isSplit && besideKind === 'swipe' ? { divide } : {}),
      });
    }),
  );
});

it('says the moment so that it can be read: the evening of 16 January', () => {
  expect(viewFragment({ ...first, step: 15 * 24 + 18 })).toContain('at=01-16T18%3A00');
  expect(viewOfFragment(first, '#at=12-31T23:00')).toEqual({ step: 8759 });
});

it('does not open a scenario of the same id in another project, and says so', () => {
  const open = { id: 'c0ffee00c0ffee00c0ffee00', name: 'Mine', revision: 3 };
  const mine: AppState = { ...first, project: open, activeId: 'own' };
  const id = district.buildings[0]!.id;
  const address = `#${viewFragment({ ...mine, step: 7, selection: { kind: 'building', id } })}`;
  expect(viewOfFragment({ ...mine, activeId: 'baseline' }, address)).toMatchObject({
    activeId: 'own',
    step: 7,
  });
  for (const other of [{ ...mine, project: { ...open, id: 'beefbeefbeefbeefbeefbeef' } }, first]) {
    const view = viewOfFragment(other, address);
    expect(view).not.toHaveProperty('activeId');
    expect(view).not.toHaveProperty('selection');
    expect(view).toMatchObject({ step: 7, told: { kind: 'problem' } });
  }
  // The project itself is found again by its address; nothing else is taken for it.
  const kept = { ...open, document: first.history.present, bookmarks: [], savedAtMs: 0 };
  const shelf = [{ ...kept, id: 'beef', ...{ districtId: '', districtSha256: '' } }];
  expect(projectOfFragment(address, shelf)).toBeNull();
  const found = { ...shelf[0]!, id: open.id };
  expect(projectOfFragment(address, [...shelf, found])).toBe(found);
  expect(projectOfFragment('#scenario=own', [found])).toBeNull();
});

it('stays the address of the work when it is first kept, under the id of its district', () => {
  const address = viewFragment({ ...first, activeId: 'own' });
  const project = { id: first.loaded!.sha256, name: 'x', revision: 1 };
  expect(viewFragment({ ...first, activeId: 'own', project })).toBe(address);
});

it('goes with a link without the work of the sender: the link brings its own', () => {
  const link = shareAddress({ ...first, activeId: 'own', step: 7 }, 'https://example.org/')!;
  const asked = new URLSearchParams(new URL(link).hash.slice(1));
  expect([asked.has('share'), asked.has('of'), asked.has('scenario')]).toEqual([true, false, false]);
  expect(viewOfFragment(first, new URL(link).hash)).toMatchObject({ step: 7 });
});

it('lists every text of a link that somebody typed', () => {
  const own = {
    ...scenario,
    ...{ name: 'N', description: 'D', notes: ['for Ms Novak'] },
    parent: { id: 'p', name: 'Flat of Ms Novak', sha256: 'f'.repeat(64) },
    limits: { profile: 'own', source: 'told by J. Doe', lowerPu: 0.9, upperPu: 1.1, loadingLimit: 1 },
  } as const;
  const base = { engineVersion: '1', district: { id: 'd', sha256: '' }, stepS: 3600, baseEdits: [] } as const;
  expect(typedTexts({ ...base, scenario: own })).toEqual([
    ...['N', 'D', 'Flat of Ms Novak', 'for Ms Novak', 'told by J. Doe'],
  ]);
});

it('leaves alone what it does not know', () => {
  for (const text of [
    '',
    '#main-view',
    '#at=02-30T01:00&variable=smell&look=x&view=y&table=z',
    '#at=00-01T00:00&select=transformer:none&scenario=gone',
    '#select=ghost:1&at=01-01T24:00&%E0%A4%A',
  ])
    expect(viewOfFragment(first, text)).toEqual({});
  expect(shareOfFragment('#view=map')).toBeNull();
  expect(shareOfFragment('#share=1.abc&view=map')).toBe('1.abc');
});

it('holds nothing beside that the work has not, and divides no map where one half would be out of sight', () => {
  expect(viewOfFragment(first, '#beside=gone&divide=0.3')).toEqual({});
  const divided = (text: string) => viewOfFragment(first, `#beside=own&divide=${text}`);
  expect(divided('0.25')).toEqual({ besideId: 'own', besideKind: 'swipe', divide: 0.25 });
  for (const text of ['0', '1', '-1', 'x', '']) expect(divided(text)).not.toHaveProperty('divide');
});

it('goes with a link beside the baseline alone: no other scenario comes with it', () => {
  const linkOf = (besideId: string, activeId: string) =>
    new URL(shareAddress({ ...first, activeId, besideId, showsFlow: true }, 'https://example.org/')!).hash;
  expect(viewOfFragment(first, linkOf('baseline', 'own'))).toMatchObject({
    besideId: 'baseline',
    showsFlow: true,
  });
  const third = {
    ...first,
    history: startHistory({
      baseEdits: [],
      scenarios: [scenario, { ...scenario, id: 'own' }, { ...scenario, id: 'third' }],
    }),
  };
  const link = shareAddress({ ...third, activeId: 'own', besideId: 'third' }, 'https://example.org/')!;
  expect(new URLSearchParams(new URL(link).hash.slice(1)).has('beside')).toBe(false);
});
