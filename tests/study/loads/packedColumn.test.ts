import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteSink, ByteSource } from '../../../src/study/loads/byteStream';
import { packColumn, packNumbers, unpackColumn, unpackNumbers } from '../../../src/study/loads/packedColumn';

/**
 * What is packed comes back to the last bit, whatever it is. The cheapest wrong program would hold what usual loads look
 * like: so there are columns of every width, with and without a sign, sparse ones, and numbers that are no quanta at all.
 */
const LENGTHS = [24, 96, 168, 672];

/** Whole quanta of up to so many bits, a share of them zero. */
const wholeColumn = fc
  .record({
    bits: fc.integer({ min: 1, max: 33 }),
    signed: fc.boolean(),
    filled: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.constantFrom(...LENGTHS),
    seed: fc.integer(),
  })
  .map(({ bits, signed, filled, length, seed }) => {
    let state = seed >>> 0;
    const draw = (): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 4294967296;
    return Float64Array.from({ length }, () => {
      const size = Math.floor(draw() * 2 ** bits) / 8;
      if (draw() > filled || size === 0) return 0;
      return signed && draw() < 0.5 ? -size : size;
    });
  });

const anyNumber = fc.oneof(
  fc.double(),
  fc.constantFrom(0, NaN, Infinity, -Infinity, Number.MIN_VALUE, Number.MAX_VALUE),
);
const rawColumn = fc
  .constantFrom(...LENGTHS)
  .chain((length) => fc.array(anyNumber, { minLength: length, maxLength: length }))
  .map((values) => Float64Array.from(values, (value) => (Object.is(value, -0) ? 0 : value)));

const bits = (column: Float64Array): bigint[] =>
  Array.from(new BigUint64Array(column.buffer, column.byteOffset, column.length));

describe('packed columns', () => {
  it('come back to the last bit, one behind the other, however large', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(wholeColumn, rawColumn), { minLength: 1, maxLength: 20 }), (columns) => {
        const sink = new ByteSink(1);
        for (const column of columns) packColumn(sink, column, 0, column.length);
        const source = new ByteSource(sink.bytes.slice(0, sink.length));
        for (const column of columns) {
          // Not into clean memory: what is zero must be written as well.
          const back = new Float64Array(column.length + 2).fill(7);
          const some = unpackColumn(source, back, 1, column.length);
          expect(bits(back.slice(1, -1))).toEqual(bits(column));
          expect([back[0], back.at(-1)]).toEqual([7, 7]);
          expect(some).toBe(column.some((value) => value !== 0));
        }
        expect(source.at).toBe(sink.length);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['nothing', () => 0, 1],
    ['up to 31 W', (step: number) => (step % 249) / 8, 1 + 168],
    ['up to 8,191 W', (step: number) => 8191 - step / 8, 1 + 2 * 168],
    ['up to 2 MW', (step: number) => 2e6 - step, 1 + 3 * 168],
    ['one hour in 24', (step: number) => (step % 24 === 7 ? 8000 : 0), 1 + 21 + 2 * 7],
    ['thirds', (step: number) => (step + 1) / 3, 1 + 21 + 8 * 168],
  ])('take few bytes: %s', (_, valueAt, bytes) => {
    const sink = new ByteSink(1);
    packColumn(
      sink,
      Float64Array.from({ length: 168 }, (_value, step) => valueAt(step)),
      0,
      168,
    );
    expect(sink.length).toBe(bytes);
  });

  it('hold numbers of any kind, minus zero too, without those that are zero', () => {
    const numbers = new Float64Array(100);
    numbers.set([1 / 3, -0, NaN, -Infinity, 5e-324], 40);
    const sink = new ByteSink(1);
    packNumbers(sink, numbers);
    expect(sink.length).toBe(13 + 5 * 8);
    const back = new Float64Array(100).fill(7);
    unpackNumbers(new ByteSource(sink.bytes), back);
    expect(bits(back)).toEqual(bits(numbers));
  });
});
