import { fail, succeed, type Outcome } from '../../model/outcome';
import { randomKey, uniform } from '../../sim/numeric/random';

/** Values of a coalition, one for each quantity; bit i of `coalition` is set where player i is in it. */
export type CoalitionValue = (coalition: number) => Promise<Outcome<readonly number[]>>;

export interface ShapleyEstimate {
  readonly status: 'partial' | 'complete';
  /** By player, by quantity. */
  readonly values: readonly (readonly number[])[];
  /** Standard error of each value; 0 where it is exact, NaN where one sample says nothing of it. */
  readonly standardErrors: readonly (readonly number[])[];
  readonly permutations: number;
  readonly coalitions: number;
}

export interface ShapleyOptions {
  /** All 2^n coalitions, or permutations drawn at random. */
  readonly exact: boolean;
  /** Permutations drawn; each comes with its reverse. */
  readonly permutations: number;
  readonly seed: number;
}

/** Coalitions are the bits of a 32-bit integer. */
export const MAX_PLAYERS = 30;

/**
 * Shapley value of every player, for every quantity v at once:
 *
 *     phi_i = sum over S without i of |S|! (n - |S| - 1)! / n! (v(S + i) - v(S))
 *
 * the mean of what i adds over all orders in which players may come (Shapley, A value for n-person games, 1953). Its sum is
 * v(all) - v(none) to rounding, also of each partial result, as every order sums to it. Drawn orders come with their
 * reverse (antithetic pairs), and the standard error is that of the mean over pairs. A partial result after every pair. A
 * coalition that fails ends it with its issues.
 */
export async function* shapleyValues(
  players: number,
  valueOf: CoalitionValue,
  { exact, permutations, seed }: ShapleyOptions,
): AsyncGenerator<Outcome<ShapleyEstimate>> {
  const known = new Map<number, readonly number[]>();
  const all = (1 << players) - 1;
  const asked = Math.max(1, Math.ceil(permutations / 2));
  const pairs = exact ? Math.min(players, asked) : asked;
  const samples: number[][][] = [];
  const learn = async (coalitions: Iterable<number>): Promise<Outcome<null>> => {
    for (const coalition of coalitions) {
      if (known.has(coalition)) continue;
      const outcome = await valueOf(coalition);
      if (!outcome.ok) return outcome;
      known.set(coalition, outcome.value);
    }
    return succeed(null);
  };
  const ends = await learn([0, all]);
  if (!ends.ok) {
    yield fail(ends.issues);
    return;
  }
  for (let pair = 0; pair < pairs; pair += 1) {
    const order = drawnOrder(players, seed, pair);
    const reverse = [...order].reverse();
    const learned = await learn([...prefixes(order), ...prefixes(reverse)]);
    if (!learned.ok) {
      yield fail(learned.issues);
      return;
    }
    samples.push(meanOf(marginals(order, known), marginals(reverse, known)));
    const isLast = !exact && pair === pairs - 1;
    yield succeed(estimate(samples, known.size, isLast ? 'complete' : 'partial'));
  }
  if (!exact) return;
  const rest = await learn(Array.from({ length: all + 1 }, (_, coalition) => coalition));
  if (!rest.ok) {
    yield fail(rest.issues);
    return;
  }
  const values = exactValues(players, known);
  const standardErrors = values.map((row) => row.map(() => 0));
  yield succeed({ status: 'complete', values, standardErrors, permutations: 0, coalitions: known.size });
}

function exactValues(players: number, known: ReadonlyMap<number, readonly number[]>): number[][] {
  const weights = Array.from({ length: players }, (_, size) => 1 / (players * choose(players - 1, size)));
  return Array.from({ length: players }, (_, player) => {
    const sums = known.get(0)!.map(() => 0);
    for (const [coalition, before] of [...known].sort(([a], [b]) => a - b)) {
      if ((coalition & (1 << player)) !== 0) continue;
      const after = known.get(coalition | (1 << player))!;
      const weight = weights[sizeOf(coalition)]!;
      before.forEach((value, quantity) => (sums[quantity]! += weight * (after[quantity]! - value)));
    }
    return sums;
  });
}

function choose(n: number, k: number): number {
  let result = 1;
  for (let i = 1; i <= k; i += 1) result = (result * (n - k + i)) / i;
  return result;
}

function sizeOf(coalition: number): number {
  let size = 0;
  for (let rest = coalition; rest !== 0; rest &= rest - 1) size += 1;
  return size;
}

/** An order of the players; depends on (seed, number of the draw, player) alone. */
function drawnOrder(players: number, seed: number, draw: number): number[] {
  const keys = Array.from({ length: players }, (_, player) =>
    uniform(randomKey(seed, `player ${player}`, 'order of players'), draw),
  );
  return keys.map((_, player) => player).sort((a, b) => keys[a]! - keys[b]! || a - b);
}

/** Coalitions that an order goes through, the empty one first. */
function prefixes(order: readonly number[]): number[] {
  const coalitions = [0];
  for (const player of order) coalitions.push(coalitions.at(-1)! | (1 << player));
  return coalitions;
}

/** What each player adds when it comes, by player and quantity. */
function marginals(order: readonly number[], known: ReadonlyMap<number, readonly number[]>): number[][] {
  const coalitions = prefixes(order);
  const rows: number[][] = [];
  order.forEach((player, at) => {
    const before = known.get(coalitions[at]!)!;
    const after = known.get(coalitions[at + 1]!)!;
    rows[player] = after.map((value, quantity) => value - before[quantity]!);
  });
  return rows;
}

function meanOf(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number[][] {
  return a.map((row, player) => row.map((value, quantity) => (value + b[player]![quantity]!) / 2));
}

function estimate(
  samples: readonly (readonly (readonly number[])[])[],
  coalitions: number,
  status: ShapleyEstimate['status'],
): ShapleyEstimate {
  const count = samples.length;
  const over = (read: (sample: readonly (readonly number[])[]) => number): number =>
    samples.reduce((total, sample) => total + read(sample), 0);
  const shape = samples[0]!;
  const values = shape.map((row, i) => row.map((_, k) => over((sample) => sample[i]![k]!) / count));
  const standardErrors = values.map((row, i) =>
    row.map((mean, k) => {
      const squares = over((sample) => (sample[i]![k]! - mean) * (sample[i]![k]! - mean));
      return count < 2 ? Number.NaN : Math.sqrt(squares / (count - 1) / count);
    }),
  );
  return { status, values, standardErrors, permutations: 2 * count, coalitions };
}
