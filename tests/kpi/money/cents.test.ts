import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { centsText, splitCents, toCents } from '../../../src/kpi/money';

const sum = (parts: Float64Array): number => parts.reduce((total, part) => total + part, 0);

describe('rounding to cents', () => {
  test('takes halves away from zero, also those that binary fractions miss', () => {
    // 1.005 x 100 is 100.49999999999999 in binary.
    expect([0.005, 1.005, 26.125, -0.005, -1.005].map(toCents)).toEqual([1, 101, 2613, -1, -101]);
    expect([0.004999, 1.00499, -0.00499, 0].map(toCents)).toEqual([0, 100, 0, 0]);
    expect(Object.is(toCents(-0.001), 0)).toBe(true);
    expect(toCents(Number.NaN)).toBeNaN();
  });

  test('is odd and never off by more than half a cent', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), (amount) => {
        expect(toCents(-amount) + 0).toBe(0 - toCents(amount));
        expect(Math.abs(toCents(amount) - 100 * amount)).toBeLessThanOrEqual(0.5 + 1e-5);
      }),
    );
  });
});

describe('shares of whole cents', () => {
  test('go by largest remainder', () => {
    // The usual example of Hamilton's method with Hare's quota (Wikipedia, Largest remainder method): ten seats.
    expect([...splitCents(10, [47000, 16000, 15900, 12000, 6000, 3100])]).toEqual([5, 2, 1, 1, 1, 0]);
  });

  test('give equals the odd cent in the order given, and nothing to whoever has no weight', () => {
    expect([...splitCents(100, [1, 1, 1])]).toEqual([34, 33, 33]);
    expect([...splitCents(-100, [1, 1, 1])]).toEqual([-34, -33, -33]);
    expect([...splitCents(5, [0, 2, Number.NaN, -1])]).toEqual([0, 5, 0, 0]);
    expect([...splitCents(3, [0, 0])]).toEqual([2, 1]);
    expect([...splitCents(3, [])]).toEqual([]);
    expect([...splitCents(Number.NaN, [1])]).toEqual([Number.NaN]);
  });

  test('sum to the total, each within a cent of its quota', () => {
    const weights = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), weights, (total, given) => {
        const parts = splitCents(total, given);
        expect(sum(parts)).toBe(total);
        const all = given.reduce((a, b) => a + b, 0);
        parts.forEach((part, at) => {
          expect(Number.isInteger(part)).toBe(true);
          if (all > 0) expect(Math.abs(part - (total * given[at]!) / all)).toBeLessThan(1 + 1e-3);
          if (all > 0 && given[at] === 0) expect(part + 0).toBe(0);
        });
      }),
    );
  });
});

test('cents as text', () => {
  expect([0, 5, -5, 123456789, -100].map((cents) => centsText(cents, 'EUR'))).toEqual([
    '0.00 EUR',
    '0.05 EUR',
    '-0.05 EUR',
    '1 234 567.89 EUR',
    '-1.00 EUR',
  ]);
});
