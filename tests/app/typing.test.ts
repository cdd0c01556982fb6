import { describe, expect, it } from 'vitest';
import { Typing } from '../../src/app/typing';

/**
 * Whose undo Control+Z is. The cheapest wrong pages: one that undoes the work under letters that are being typed, one that never
 * undoes the work while a field has the focus, one that takes a dragged slider for a text.
 */
describe('somebody who types', () => {
  const field = { tagName: 'INPUT', type: 'text' };
  const after = (...events: [type: string, target: object, key?: string | undefined][]) => {
    const typing = new Typing();
    for (const [type, target, key] of events)
      typing.saw({ type, target, ...(key === undefined ? {} : { key }) });
    return typing;
  };

  it('is in the field that holds letters not yet taken, and in no other', () => {
    const typing = after(['input', field], ['keydown', field, 'z'], ['focusout', { tagName: 'INPUT' }]);
    expect(typing.isIn(field)).toBe(true);
    expect(typing.isIn({ ...field })).toBe(false);
    expect(typing.isIn(null)).toBe(false);
    expect(after(['keydown', field, 'a']).isIn(field)).toBe(false);
  });

  it.each([
    ['keydown', 'Enter'],
    ['change', undefined],
    ['focusout', undefined],
  ])('has done with it after %s %s', (type, key) => {
    expect(after(['input', field], [type, field, key]).isIn(field)).toBe(false);
  });

  it('goes on over the lines of a text', () => {
    const lines = { tagName: 'TEXTAREA', type: 'textarea' };
    expect(after(['input', lines], ['keydown', lines, 'Enter']).isIn(lines)).toBe(true);
    expect(after(['input', lines], ['change', lines]).isIn(lines)).toBe(false);
  });

  it.each(['range', 'checkbox', 'radio'])('does not type into a %s', (type) => {
    const box = { tagName: 'INPUT', type };
    expect(after(['input', box]).isIn(box)).toBe(false);
  });
});
