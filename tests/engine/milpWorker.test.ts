import { describe, expect, it } from 'vitest';
import { workerSolver } from '../../src/engine/milpWorker';
import type { Milp, MilpResult } from '../../src/study/milp';

/**
 * The optimiser beside the page. The cheapest wrong programs: a dead worker that is asked again and again, one that is waited for,
 * and a cancellation that leaves it computing.
 */
const PROBLEM: Milp = { columns: [], rows: [] };
const ANSWER: MilpResult = { status: 'optimal', objective: 0, values: [] };

interface Started {
  readonly asked: { resolve: (result: MilpResult) => void; reject: (error: Error) => void }[];
  die: (reason: string) => void;
  isTerminated: boolean;
}

function scene() {
  const started: Started[] = [];
  const solve = workerSolver(() => {
    const worker: Started = { asked: [], die: () => undefined, isTerminated: false };
    started.push(worker);
    return {
      solve: () => new Promise((resolve, reject) => worker.asked.push({ resolve, reject })),
      onDeath: (callback) => (worker.die = callback),
      terminate: () => (worker.isTerminated = true),
    };
  });
  return { started, solve };
}

describe('the worker of the optimiser', () => {
  it('starts with the first programme and serves the next ones as well', async () => {
    const { started, solve } = scene();
    expect(started).toHaveLength(0);
    for (const at of [0, 1]) {
      const asked = solve(PROBLEM);
      started[0]!.asked[at]!.resolve(ANSWER);
      expect(await asked).toBe(ANSWER);
    }
    expect(started).toHaveLength(1);
    expect(started[0]!.isTerminated).toBe(false);
  });

  it.each([
    ['dies', (worker: Started) => worker.die('script error')],
    ['fails', (worker: Started) => worker.asked[0]!.reject(new Error('script error'))],
  ])('is told of where it %s, and another one takes its place', async (_, end) => {
    const { started, solve } = scene();
    const asked = [solve(PROBLEM), solve(PROBLEM)];
    end(started[0]!);
    for (const each of asked) await expect(each).rejects.toThrow('script error');
    expect(started[0]!.isTerminated).toBe(true);
    const next = solve(PROBLEM);
    // What a lost worker still says concerns nobody.
    started[0]!.die('again');
    started[0]!.asked[1]!.resolve(ANSWER);
    expect(started).toHaveLength(2);
    started[1]!.asked[0]!.resolve(ANSWER);
    expect(await next).toBe(ANSWER);
    expect(started[1]!.isTerminated).toBe(false);
  });

  it('is ended by a cancellation, and nobody waits any more', async () => {
    const { started, solve } = scene();
    solve.cancel?.();
    expect(started).toHaveLength(0);
    const asked = solve(PROBLEM);
    solve.cancel?.();
    await expect(asked).rejects.toThrow('cancelled');
    expect(started[0]!.isTerminated).toBe(true);
  });
});
