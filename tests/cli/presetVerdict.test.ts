import { expect, it, vi } from 'vitest';
import { verdict } from '../../src/cli/commands/presets';
import { baselineScenario, hashDistrict } from '../../src/scenario';
import { manyHouses, measureOf } from '../measures/districts';

// The cheapest wrong program calls everything bound to another district that does not fold.
it('still refuses what no district would take', () => {
  const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const district = manyHouses(3);
  const base = { district, sha256: hashDistrict(district) };
  const blank = { ...baselineScenario(district, 'f'.repeat(64), 2030), id: 'odd' };
  const wrong = { ...measureOf('heatPumps', 0.5), parameters: { nothing: 1 } };
  const strange = {
    ...measureOf('heatPumps', 0.5),
    selector: { rule: { kind: 'ids', ids: ['x'] } },
  } as const;
  expect(verdict({ ...blank, measures: [strange] }, base)).toBe('bound to its own district');
  expect(told).not.toHaveBeenCalled();
  expect(verdict({ ...blank, measures: [wrong] }, base)).toBe('refused');
  const own = { ...blank, base: { ...blank.base, sha256: base.sha256 } };
  expect(verdict({ ...own, measures: [strange] }, base)).toBe('refused');
  expect(told).toHaveBeenCalledTimes(2);
  told.mockRestore();
});
