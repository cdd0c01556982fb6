import { expect, test } from 'vitest';
import { fixedClock } from '../../src/io/meterData/zone';
import { isComing } from '../../src/panels/building/EffectBrief';
import { textsOf } from '../../src/panels/building/useTexts';
import { wordsOf } from '../../src/words';

/** The cheapest wrong program: dots for whatever is no number, also where nobody computes it. */
test('dots stand for what is computed, and not for what is not there', () => {
  const ready = { figures: {} as never, failure: null, partsState: 'year' } as const;
  const none = { figures: null, failure: null, partsState: 'none' } as const;
  expect([isComing('bill', none, false), isComing('bill', ready, true)]).toEqual([true, false]);
  expect(isComing('bill', { ...none, failure: [] }, true)).toBe(false);
  // A run that was cancelled or has failed, and a year in which there is no transformer.
  expect([isComing('transformer', none, true), isComing('transformer', none, false)]).toEqual([true, false]);
  expect(isComing('transformer', ready, true)).toBe(false);
});

/** The cheapest wrong programs: `1 phases`; a moment as the file writes it; the hour of Greenwich. */
test('a doubted reading has its moment and its phases in the words of the page', () => {
  const clock = fixedClock(3600);
  const at = Date.UTC(2025, 0, 14, 17, 30) / 1000;
  const moment = (language: 'en' | 'de') => textsOf(wordsOf(language), language, 3600, 0).instant(clock, at);
  expect([moment('en'), moment('de')]).toEqual(['14 Jan 2025, 18:30', '14.01.2025, 18:30']);
  const fuse = (language: 'en' | 'de', count: number) =>
    wordsOf(language)('building.meter.doubtedFuse', {
      ...{ where: 'line 3', moment: '', value: '', limit: '', fuse: 35, count },
    });
  expect(fuse('en', 1)).toContain('1 phase behind 35 A');
  expect(fuse('en', 3)).toContain('3 phases behind 35 A');
  expect(fuse('de', 1)).toContain('1 Phase hinter 35 A');
  expect(fuse('de', 3)).toContain('3 Phasen hinter 35 A');
});
