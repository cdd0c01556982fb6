import { PooledEngine, type EngineOptions } from '../../../src/engine/engine';
import type { YearWorker } from '../../../src/protocol/yearWorker';
import { createYearWorker } from '../../../workers/yearWorker';
import { inProcessWorker } from '../../engine/inProcess';

/** The engine on one worker that says which jobs it was given. */
export function countedEngine(options: Partial<EngineOptions> = {}): {
  engine: PooledEngine;
  jobs: string[];
} {
  const jobs: string[] = [];
  const worker = createYearWorker();
  const counted = Object.fromEntries(
    Object.entries(worker).map(([name, job]) => [
      name,
      (...args: unknown[]): unknown => {
        jobs.push(name);
        return (job as (...given: unknown[]) => unknown)(...args);
      },
    ]),
  ) as unknown as YearWorker;
  const engine = new PooledEngine({
    spawn: () => inProcessWorker(counted),
    workerCount: 1,
    nowS: () => performance.now() / 1000,
    setTimer: (callback, delayMs) => setTimeout(callback, delayMs),
    clearTimer: (timer) => clearTimeout(timer as NodeJS.Timeout),
    ...options,
  });
  return { engine, jobs };
}
