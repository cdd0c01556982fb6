import type { wholeDistrict } from '../io/wholeDistrict';
import { fail, type Issue } from '../model/outcome';
import { onceInWorker, type OnceHandle } from './onceInWorker';

/** What the worker does. */
export type DistrictJob = typeof wholeDistrict;

/** Reads files beside the page; an abort ends the worker at once, and nobody waits for the answer. */
export type DistrictReader = (
  ...asked: [...Parameters<DistrictJob>, signal: AbortSignal]
) => Promise<ReturnType<DistrictJob>>;

/** One started worker, as a shell provides it. */
export interface DistrictWorkerHandle extends OnceHandle {
  read(...asked: Parameters<DistrictJob>): Promise<ReturnType<DistrictJob>>;
}

/** A fresh worker for each import: they are rare. */
export const workerReader =
  (spawn: () => DistrictWorkerHandle): DistrictReader =>
  (files, wishes, signal) =>
    onceInWorker(spawn, (worker) => worker.read(files, wishes), signal, {
      cancelled: () => fail([]),
      broken: (reason) => fail([broken(reason)]),
    });

const broken = (reason: string): Issue => ({
  ...{ severity: 'error', code: 'import-worker', source: 'import' },
  message: `The import broke down: ${reason.slice(0, 200)}`,
  remedy:
    'Start it again; if it happens again, this is a defect of Gridtwin: please report it with this text.',
});
