import { fail, type Issue, type Outcome } from '../model/outcome';
import type { CalibrationAnswer, CalibrationRequest } from '../protocol/calibration';

export type { CalibrationAnswer, CalibrationRequest } from '../protocol/calibration';

/** Calibrates beside the page; an abort ends the worker at once. */
export type Calibrator = (
  request: CalibrationRequest,
  signal: AbortSignal,
) => Promise<Outcome<CalibrationAnswer>>;

/** One started worker, as a shell provides it. */
export interface CalibrationWorkerHandle {
  calibrate(request: CalibrationRequest): Promise<Outcome<CalibrationAnswer>>;
  /** Calls back when the worker dies by itself. */
  onDeath(callback: (reason: string) => void): void;
  terminate(): void;
}

/** A fresh worker for each calibration: they are rare, long, and ended by letting the worker go. */
export function workerCalibrator(spawn: () => CalibrationWorkerHandle): Calibrator {
  return async (request, signal) => {
    if (signal.aborted) return fail([cancelled]);
    let handle: CalibrationWorkerHandle | null = null;
    try {
      const started = spawn();
      handle = started;
      return await new Promise<Outcome<CalibrationAnswer>>((resolve) => {
        signal.addEventListener('abort', () => resolve(fail([cancelled])), { once: true });
        started.onDeath((reason) => resolve(fail([broken(reason)])));
        started.calibrate(request).then(resolve, (error: unknown) => resolve(fail([broken(textOf(error))])));
      });
    } catch (error) {
      return fail([broken(textOf(error))]);
    } finally {
      handle?.terminate();
    }
  };
}

/** Where nothing can be started: a shell without workers. */
export const noCalibrator: Calibrator = () =>
  Promise.resolve(fail([broken('no worker can be started here')]));

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const cancelled: Issue = {
  severity: 'error',
  code: 'calibration-cancelled',
  source: 'calibration',
  message: 'The calibration was cancelled.',
  remedy: 'Start it again.',
};

const broken = (reason: string): Issue => ({
  severity: 'error',
  code: 'calibration-worker',
  source: 'calibration',
  message: `The calibration broke down: ${reason.slice(0, 200)}`,
  remedy:
    'Start it again; if it happens again, this is a defect of Gridtwin: please report it with this text.',
});
