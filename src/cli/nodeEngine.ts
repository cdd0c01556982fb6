import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import * as Comlink from 'comlink';
import nodeEndpoint from 'comlink/dist/esm/node-adapter';
import { PooledEngine, type EngineOptions } from '../engine/engine';
import type { WorkerHandle } from '../engine/pool';
import type { YearWorker } from '../protocol/yearWorker';
import { formatIssue } from './exit';

/** The bundler puts the worker beside the command line; the name must not be resolved before that. */
const WORKER_FILE = './year.node.js';

/** Where years are computed; a test without the bundle puts something else in the place of `start`. */
export const yearThreads = {
  start(): WorkerHandle {
    const worker = new Worker(new URL(WORKER_FILE, import.meta.url));
    return {
      remote: Comlink.wrap<YearWorker>(nodeEndpoint(worker)),
      onDeath(callback) {
        worker.once('error', (error: Error) => callback(error.message));
        worker.once('exit', (code) => callback(`exit code ${code}`));
      },
      terminate: () => void worker.terminate(),
    };
  },
};

/** The engine on Node's worker threads. */
export function nodeEngine(
  workerCount: number | undefined,
  options: Partial<EngineOptions> = {},
): PooledEngine {
  return new PooledEngine({
    spawn: () => yearThreads.start(),
    workerCount: workerCount ?? availableParallelism(),
    nowS: () => performance.now() / 1000,
    setTimer: (callback, delayMs) => setTimeout(callback, delayMs),
    clearTimer: (timer) => clearTimeout(timer as NodeJS.Timeout),
    onIssue: (issue) => process.stderr.write(`${formatIssue(issue)}\n`),
    ...options,
  });
}
