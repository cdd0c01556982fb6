import type { Milp, MilpResult, MilpSolver } from '../study/milp';

/** One started worker that solves programmes, as a shell provides it. */
export interface MilpWorkerHandle {
  solve(problem: Milp): Promise<MilpResult>;
  /** Calls back when the worker dies by itself. */
  onDeath(callback: (reason: string) => void): void;
  terminate(): void;
}

interface Held {
  readonly handle: MilpWorkerHandle;
  readonly waiting: Set<(error: Error) => void>;
}

/**
 * Solves in a worker that starts with the first programme and serves until it fails, dies or is cancelled: all who wait are
 * then told, and the next programme has a fresh one.
 */
export function workerSolver(spawn: () => MilpWorkerHandle): MilpSolver {
  let held: Held | null = null;

  const forget = (lost: Held, error: Error): void => {
    if (held === lost) held = null;
    lost.handle.terminate();
    for (const reject of lost.waiting) reject(error);
    lost.waiting.clear();
  };

  const start = (): Held => {
    const started: Held = { handle: spawn(), waiting: new Set() };
    started.handle.onDeath((reason) => forget(started, new Error(`Its worker died (${reason}).`)));
    return started;
  };

  const solve = (problem: Milp): Promise<MilpResult> => {
    const own = (held ??= start());
    return new Promise<MilpResult>((resolve, reject) => {
      own.waiting.add(reject);
      own.handle.solve(problem).then(
        (result) => {
          own.waiting.delete(reject);
          resolve(result);
        },
        // A solver that has failed once cannot be trusted with its memory.
        (error: unknown) => forget(own, error instanceof Error ? error : new Error(String(error))),
      );
    });
  };

  const cancel = (): void => {
    if (held !== null) forget(held, new Error('The optimisation was cancelled.'));
  };
  return Object.assign(solve, { cancel });
}
