import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cholesky, choleskySolve } from '../../../src/sim/numeric/cholesky';
import { meanDecay } from '../../../src/sim/numeric/exponential';
import { symmetricEigen } from '../../../src/sim/numeric/symmetricEigen';

/** Chain of n unit masses between n + 1 unit springs: 2 on the diagonal, -1 beside it. */
function chain(n: number): Float64Array {
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i += 1) {
    matrix[i * n + i] = 2;
    if (i > 0) matrix[i * n + i - 1] = matrix[(i - 1) * n + i] = -1;
  }
  return matrix;
}

/** A block of very small entries beside one of size one. */
function tiny(first: number, second: number): Float64Array {
  const matrix = new Float64Array(25);
  matrix[1] = matrix[5] = first;
  matrix[8] = matrix[16] = second;
  matrix[18] = 0.5731829339659931;
  matrix[14] = matrix[22] = -5.409649070800521e-147;
  return matrix;
}

const symmetric = fc
  .integer({ min: 1, max: 12 })
  .chain((n) =>
    fc.tuple(
      fc.constant(n),
      fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: n * n, maxLength: n * n }),
    ),
  )
  .map(([n, values]) => {
    const matrix = new Float64Array(n * n);
    for (let i = 0; i < n; i += 1)
      for (let j = 0; j <= i; j += 1) matrix[i * n + j] = matrix[j * n + i] = values[i * n + j]!;
    return { n, matrix };
  });

describe('symmetric eigenproblem', () => {
  it.each([1, 2, 3, 7, 20, 40])('gives 2 - 2 cos(k pi / (n + 1)) of a chain of %i', (n) => {
    const { values } = symmetricEigen(n, chain(n));
    for (let k = 1; k <= n; k += 1) {
      expect(values[k - 1]).toBeCloseTo(2 - 2 * Math.cos((k * Math.PI) / (n + 1)), 13);
    }
  });

  it('gives the sines of a chain as vectors', () => {
    const n = 9;
    const { vectors } = symmetricEigen(n, chain(n));
    for (let k = 1; k <= n; k += 1) {
      const sign = Math.sign(vectors[(k - 1) * n]!);
      for (let j = 1; j <= n; j += 1) {
        const sine = Math.sqrt(2 / (n + 1)) * Math.sin((j * k * Math.PI) / (n + 1));
        expect(sign * vectors[(k - 1) * n + j - 1]!).toBeCloseTo(sine, 13);
      }
    }
  });

  it('takes every symmetric matrix apart and puts it together again', () => {
    fc.assert(
      fc.property(symmetric, ({ n, matrix }) => {
        const { values, vectors } = symmetricEigen(n, matrix);
        const size = Math.max(1e-290, ...matrix.map(Math.abs));
        for (let i = 0; i < n; i += 1) {
          for (let j = 0; j < n; j += 1) {
            let entry = 0;
            let dot = 0;
            for (let k = 0; k < n; k += 1) {
              entry += vectors[k * n + i]! * values[k]! * vectors[k * n + j]!;
              dot += vectors[i * n + k]! * vectors[j * n + k]!;
            }
            expect(Math.abs(entry - matrix[i * n + j]!)).toBeLessThan(1e-13 * n * size);
            expect(Math.abs(dot - (i === j ? 1 : 0))).toBeLessThan(1e-13 * n);
          }
        }
      }),
      // Found by chance: rotations made of what underflows when it is squared were none.
      { examples: [[{ n: 5, matrix: tiny(-7.886737381179912e-126, 1.2669739030944907e-78) }]] },
    );
  });

  it('finishes on equal values, zeros and widely graded entries', () => {
    expect([...symmetricEigen(3, Float64Array.of(4, 0, 0, 0, 4, 0, 0, 0, 4)).values]).toEqual([4, 4, 4]);
    expect([...symmetricEigen(2, new Float64Array(4)).values]).toEqual([0, 0]);
    const smallest = symmetricEigen(2, Float64Array.of(0, 5e-324, 5e-324, 0)).values;
    expect([...smallest]).toEqual([-5e-324, 5e-324]);
    const mixed = symmetricEigen(3, Float64Array.of(0, 1e-200, 0, 1e-200, 0, 0, 0, 0, 1)).values;
    expect([...mixed]).toEqual([0, 0, 1]);
    const graded = symmetricEigen(3, Float64Array.of(1e8, 1, 0, 1, 1, 1e-4, 0, 1e-4, 1e-8)).values;
    expect(graded[2]! / 1e8).toBeCloseTo(1, 12);
    expect(graded[0]! + graded[1]! + graded[2]! - 1e8 - 1).toBeCloseTo(1e-8, 6);
  });
});

it('Cholesky solves what is positive definite and names the row of what is not', () => {
  const lower = cholesky(4, chain(4));
  if (!(lower instanceof Float64Array)) throw new Error('a chain is positive definite');
  const b = Float64Array.of(1, 0, 0, 0, 0, 1, 0, 0);
  choleskySolve(4, lower, 2, b);
  // Inverse of the chain: min(i, j) (n + 1 - max(i, j)) / (n + 1).
  [0.8, 0.4, 0.6, 0.8, 0.4, 1.2, 0.2, 0.6].forEach((value, at) => expect(b[at]).toBeCloseTo(value, 14));
  expect(cholesky(2, Float64Array.of(1, 0, -1, 1))).toEqual({ row: 1 });
});

it('the mean of a decay is exact near zero and far from it', () => {
  expect(meanDecay(0)).toBe(1);
  expect(meanDecay(1e-9)).toBe(1 - 0.5e-9);
  for (const z of [1e-3, 0.1, 0.4999999, 0.5, 0.7, 5, 700]) {
    expect(meanDecay(z) / (-Math.expm1(-z) / z)).toBeCloseTo(1, 14);
  }
});
