import type { wholeDistrict } from '../io/wholeDistrict';
import { fail, type Issue, type Outcome } from '../model/outcome';

/** What the worker does. */
export type DistrictJob = typeof wholeDistrict;

/** Reads files beside the page; an abort ends the worker at once, and nobody waits for the answer. */
export type DistrictReader = (
  ...asked: [...Parameters<DistrictJob>, signal: AbortSignal]
) => Promise<ReturnType<DistrictJob>>;

/** One started worker, as a shell provides it. */
export interface DistrictWorkerHandle {
  read(...asked: Parameters<DistrictJob>): Promise<ReturnType<DistrictJob>>;
  /** Calls back when the worker dies by itself. */
  onDeath(callback: (reason: string) => void): void;
  terminate(): void;
}

/** A fresh worker for each import: they are rare, and ended by letting the worker go. */
export function workerReader(spawn: () => DistrictWorkerHandle): DistrictReader {
  return async (files, wishes, signal) => {
    if (signal.aborted) return fail([]);
    const worker = spawn();
    try {
      return await new Promise<Outcome<never> | ReturnType<DistrictJob>>((resolve) => {
        const broke = (reason: string) => resolve(fail([broken(reason)]));
        signal.addEventListener('abort', () => resolve(fail([])), { once: true });
        worker.onDeath(broke);
        worker
          .read(files, wishes)
          .then(resolve, (error: unknown) => broke(error instanceof Error ? error.message : String(error)));
      });
    } finally {
      worker.terminate();
    }
  };
}

const broken = (reason: string): Issue => ({
  ...{ severity: 'error', code: 'import-worker', source: 'import' },
  message: `The import broke down: ${reason.slice(0, 200)}`,
  remedy:
    'Start it again; if it happens again, this is a defect of Gridtwin: please report it with this text.',
});
