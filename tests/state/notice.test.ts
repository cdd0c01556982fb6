import { expect, test } from 'vitest';
import { createAppStore, isNoticeInBar } from '../../src/state';

/** The cheapest wrong program: a result that is neither on the map nor in the bar, in the mode where it waits to be taken out. */
test('a notice is in the bar once it is parked, and from the first where one building is looked at', () => {
  const isInBar = (mode: 'plan' | 'building', isParked?: boolean) => {
    const notice = {
      scenarioId: 'own',
      text: 'Results ready',
      ...(isParked === undefined ? {} : { isParked }),
    };
    return isNoticeInBar({ ...createAppStore().getState(), mode, notice });
  };
  expect([isInBar('plan'), isInBar('plan', true), isInBar('plan', false)]).toEqual([false, true, false]);
  expect([isInBar('building'), isInBar('building', true), isInBar('building', false)]).toEqual([
    true,
    true,
    false,
  ]);
  expect(isNoticeInBar({ ...createAppStore().getState(), mode: 'building' })).toBe(false);
});
