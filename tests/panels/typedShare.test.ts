import { describe, expect, it } from 'vitest';
import { typedShare } from '../../src/panels/present/typedShare';
import { speechOf } from '../../src/state/view';

/**
 * The number behind a lever's word. The cheapest wrong fields: one that edits the work because it was left (a third, shown as
 * 33.3, becomes 0.333), and one that drops what it does not understand without a word.
 */
describe('a typed share', () => {
  const [en, de] = [speechOf('en'), speechOf('de')];

  it('is no edit where nothing was typed', async () => {
    expect(await typedShare('33.3', '33.3', en)).toEqual({ kind: 'same' });
    expect(await typedShare(' 33,3 ', '33,3', de)).toEqual({ kind: 'same' });
  });

  it('is read in the language of the page, with or without its unit', async () => {
    expect(await typedShare('12.5', '33.3', en)).toEqual({ kind: 'share', share: 0.125 });
    expect(await typedShare('12,5 %', '33,3', de)).toEqual({ kind: 'share', share: 0.125 });
    expect(await typedShare('0', '33.3', en)).toEqual({ kind: 'share', share: 0 });
  });

  it.each(['150', '−5', '-5', '', 'many', 'NaN'])('is refused, and said so: “%s”', async (text) => {
    expect(await typedShare(text, '33.3', en)).toEqual({ kind: 'refused' });
  });
});
