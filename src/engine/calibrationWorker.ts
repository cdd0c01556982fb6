import { fail, type Issue, type Outcome } from '../model/outcome';
import type { CalibrationAnswer, CalibrationRequest } from '../protocol/calibration';
import { onceInWorker, type OnceHandle } from './onceInWorker';

export type { CalibrationAnswer, CalibrationRequest } from '../protocol/calibration';

/** Calibrates beside the page; an abort ends the worker at once. */
export type Calibrator = (
  request: CalibrationRequest,
  signal: AbortSignal,
) => Promise<Outcome<CalibrationAnswer>>;

/** One started worker, as a shell provides it. */
export interface CalibrationWorkerHandle extends OnceHandle {
  calibrate(request: CalibrationRequest): Promise<Outcome<CalibrationAnswer>>;
}

/** A fresh worker for each calibration: they are rare and long. */
export const workerCalibrator =
  (spawn: () => CalibrationWorkerHandle): Calibrator =>
  (request, signal) =>
    onceInWorker(spawn, (worker) => worker.calibrate(request), signal, {
      cancelled: () => fail([cancelled]),
      broken: (reason) => fail([broken(reason)]),
    });

/** Where nothing can be started: a shell without workers. */
export const noCalibrator: Calibrator = () =>
  Promise.resolve(fail([broken('no worker can be started here')]));

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
