import type { Network } from '../model/network';
import type { Outcome } from '../model/outcome';
import type { RunInput } from '../model/run';
import { yearBeforeOf } from '../study/canConnect';
import type { RunResult } from '../study/runResult';
import type { ConnectAnswer, ConnectOptions, ConnectQuestion } from './contract';
import type { WorkerPool } from './pool';

/** The year without the addition; it may be shared by districts whose transformers are judged otherwise. */
export interface ConnectYear {
  readonly result: RunResult;
  readonly transformers: Network['transformers'] | undefined;
}

/**
 * The answer to a question, in steps of one worker, which is free again one step after a cancellation. Throws what the pool
 * throws.
 */
export function connectWith(
  pool: WorkerPool,
  input: RunInput,
  { result, transformers }: ConnectYear,
  question: ConnectQuestion,
  { signal, onStanding }: ConnectOptions,
): Promise<Outcome<ConnectAnswer>> {
  const { inputHash } = result;
  return pool.run(
    inputHash,
    input,
    async (remote, alive) => {
      let step = await remote.connect(inputHash, yearBeforeOf(result, transformers), question);
      while (!step.done && signal?.aborted !== true) {
        alive();
        onStanding?.(step.standing);
        step = await remote.connectOn();
      }
      if (step.done) return step.outcome;
      await remote.endConnect();
      // The caller has been told by the pool and waits no longer.
      return { ok: false, issues: [] };
    },
    signal,
  );
}
