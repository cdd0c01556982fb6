import { describe, expect, it } from 'vitest';
import { ruleOf } from '../../src/panels/marking/queryRows';
import { readBareNumber, readTyped } from '../../src/panels/parts/typedNumber';
import { speechOf } from '../../src/state/view';

/**
 * Numbers as they are typed. The cheapest wrong field takes a thousand for a one: `1,000` in English, `1.200` in German.
 */
describe('a number without a unit', () => {
  it.each([
    ['1,000', 'en'],
    ['12,345,678', 'en'],
    ['−1,000', 'en'],
    ['1.200', 'de'],
    ['', 'en'],
    ['  ', 'de'],
    ['many', 'en'],
    ['Infinity', 'en'],
  ] as const)('is none where it says two or nothing: “%s” (%s)', async (text, language) => {
    expect(readBareNumber(text, language)).toBeNaN();
    expect((await readTyped(text, { unit: '1' }, speechOf(language))).ok).toBe(false);
  });

  it.each([
    ['1.200', 'en', 1.2],
    ['1,200', 'de', 1.2],
    ['0.125', 'de', 0.125],
    ['0,125', 'en', 0.125],
    ['12,5', 'en', 12.5],
    ['−3,5', 'de', -3.5],
    ['1 000', 'de', 1000],
    ['1000', 'en', 1000],
  ] as const)('is read: “%s” (%s)', async (text, language, value) => {
    expect(readBareNumber(text, language)).toBe(value);
    expect(await readTyped(text, { unit: '1' }, speechOf(language))).toEqual({ ok: true, value });
  });

  it('in a query is refused the same way', () => {
    const rule = (value: string, language: 'en' | 'de') =>
      ruleOf([{ attribute: 'floorM2', operator: '>=', value }], 'and', language);
    expect(rule('1,000', 'en')).toBeNull();
    expect(rule('1.000', 'de')).toBeNull();
    expect(rule('1000', 'en')).toMatchObject({ where: [{ value: 1000 }] });
    expect(rule('99,5', 'de')).toMatchObject({ where: [{ value: 99.5 }] });
  });
});
