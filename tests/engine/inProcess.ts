import type { Remote } from 'comlink';
import { PooledEngine, type EngineOptions } from '../../src/engine/engine';
import type { WorkerHandle } from '../../src/engine/pool';
import type { YearWorker } from '../../src/protocol/yearWorker';
import { createYearWorker } from '../../workers/yearWorker';

/** A worker without a thread: calls answer later, arguments and answers are copied as a message would copy them. */
export function inProcessWorker(worker: YearWorker = createYearWorker()): WorkerHandle {
  const call =
    (name: keyof YearWorker) =>
    async (...args: unknown[]): Promise<unknown> => {
      await new Promise((resolve) => setImmediate(resolve));
      const job = worker[name] as (...given: unknown[]) => unknown;
      return structuredClone(job(...(structuredClone(args) as unknown[])));
    };
  const names = Object.keys(worker) as (keyof YearWorker)[];
  return {
    remote: Object.fromEntries(names.map((name) => [name, call(name)])) as unknown as Remote<YearWorker>,
    onDeath: () => undefined,
    terminate: () => undefined,
  };
}

export function inProcessEngine(workerCount: number, options: Partial<EngineOptions> = {}): PooledEngine {
  return new PooledEngine({
    spawn: () => inProcessWorker(),
    workerCount,
    nowS: () => performance.now() / 1000,
    setTimer: (callback, delayMs) => setTimeout(callback, delayMs),
    clearTimer: (timer) => clearTimeout(timer as NodeJS.Timeout),
    ...options,
  });
}
