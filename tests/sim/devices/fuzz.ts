import type { Column, Steps } from '../../../src/sim/devices';
import { randomKey, uniform } from '../../../src/sim/numeric/random';

/** Seeded draws for inputs of every kind: ordinary, zero, huge, negative and missing. */
export class Fuzz {
  private counter = 0;
  private readonly key: number;

  constructor(trial: number, purpose: string) {
    this.key = randomKey(trial, 'fuzz', purpose);
  }

  share(): number {
    this.counter += 1;
    return uniform(this.key, this.counter);
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.share();
  }

  whole(low: number, high: number): number {
    return Math.floor(this.between(low, high + 1));
  }

  pick<T>(choices: readonly T[]): T {
    return choices[Math.floor(this.share() * choices.length)]!;
  }

  /** The ordinary, and one time in ten something odd. */
  mostly<T>(ordinary: T, odd: readonly T[]): T {
    return this.share() < 0.1 ? this.pick(odd) : ordinary;
  }

  /** A size over many decades; now and then nothing at all. */
  size(typical: number): number {
    return this.mostly(typical * this.between(0.1, 2), [0, typical * 1e6, typical * 1e-6]);
  }

  /** A series with gaps, spikes and both signs. */
  series(length: number, typical: number, gaps = true): Float64Array {
    return Float64Array.from({ length }, () => {
      const draw = this.share();
      if (gaps && draw < 0.03) return this.pick([NaN, Infinity, -Infinity]);
      if (draw < 0.06) return 0;
      if (draw < 0.09) return 1e6 * typical * (this.share() - 0.5);
      return typical * (2.5 * this.share() - 1);
    });
  }
}

export function column(length: number): Column {
  return { values: new Float64Array(length), offset: 0 };
}

export const of = (values: Float64Array): Column => ({ values, offset: 0 });

/** Cuts [0, count) at some places, ends included. */
export function cutsOf(fuzz: Fuzz, count: number, pieces = 5): number[] {
  const inner = Array.from({ length: pieces }, () => fuzz.whole(0, count));
  return [0, ...inner.sort((a, b) => a - b), count];
}

export function piece(cuts: readonly number[], at: number, stepMin: number, start = 0): Steps {
  return { fromStep: start + cuts[at]!, toStep: start + cuts[at + 1]!, stepMin };
}

/** Number of places where two series are not the same bits. */
export function differing(a: Float64Array, b: Float64Array): number {
  let count = Math.abs(a.length - b.length);
  a.forEach((value, i) => {
    if (!Object.is(value, b[i])) count += 1;
  });
  return count;
}

export function sumOf(values: Float64Array, from = 0, to = values.length): number {
  let sum = 0;
  for (let i = from; i < to; i += 1) sum += values[i]!;
  return sum;
}
