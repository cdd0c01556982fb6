import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createAppStore, type AppState } from '../../src/state';
import { VARIABLES } from '../../src/state/display';
import { startHistory } from '../../src/state/history';
import { shareOfFragment, viewFragment, viewOfFragment } from '../../src/state/shareView';
import { inputOf, smallTown } from '../engine/smallTown';

/** The cheapest wrong programs: a moment a day or an hour off, and a selection that the district does not have. */
const { district, weather, scenario } = inputOf(smallTown(4));
const store = createAppStore();
store.setState({
  phase: 'ready',
  loaded: { district, sha256: 'x', weather, report: null },
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
      const { activeId, view: mapOrTable, variable, look, step, stepS, selection } = read;
      expect({ activeId, view: mapOrTable, variable, look, step, stepS, selection }).toEqual({
        ...shown,
        stepS: state.stepS,
        step: state.step,
      });
    }),
  );
});

it('says the moment so that it can be read: the evening of 16 January', () => {
  expect(viewFragment({ ...first, step: 15 * 24 + 18 })).toContain('at=01-16T18%3A00');
  expect(viewOfFragment(first, '#at=12-31T23:00')).toEqual({ step: 8759 });
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
