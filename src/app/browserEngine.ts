import * as Comlink from 'comlink';
import { PooledEngine } from '../engine/engine';
import { workerCalibrator, type CalibrationWorkerHandle, type Calibrator } from '../engine/calibrationWorker';
import {
  workerReader,
  type DistrictJob,
  type DistrictReader,
  type DistrictWorkerHandle,
} from '../engine/districtWorker';
import { workerSolver, type MilpWorkerHandle } from '../engine/milpWorker';
import type { WorkerHandle } from '../engine/pool';
import type { Issue } from '../model/outcome';
import type { CalibrationJob } from '../protocol/calibration';
import type { YearWorker } from '../protocol/yearWorker';
import type { Milp, MilpResult, MilpSolver } from '../study/milp';

const MAX_WORKERS = 8;

/** Told once when a worker ends by itself; a script that cannot be loaded counts as well. */
function onDeathOf(worker: Worker): WorkerHandle['onDeath'] {
  return (callback) => {
    worker.addEventListener('error', (event) => callback(event.message), { once: true });
    worker.addEventListener('messageerror', () => callback('a message could not be read'), { once: true });
  };
}

function spawn(): WorkerHandle {
  const worker = new Worker(new URL('../../workers/year.browser.ts', import.meta.url), { type: 'module' });
  return {
    remote: Comlink.wrap<YearWorker>(worker),
    onDeath: onDeathOf(worker),
    terminate: () => worker.terminate(),
  };
}

function spawnSolver(): MilpWorkerHandle {
  const worker = new Worker(new URL('../../workers/milp.browser.ts', import.meta.url), { type: 'module' });
  const solve = Comlink.wrap<(problem: Milp) => MilpResult>(worker);
  return {
    solve: (problem) => solve(problem),
    onDeath: onDeathOf(worker),
    terminate: () => worker.terminate(),
  };
}

function spawnCalibration(): CalibrationWorkerHandle {
  const worker = new Worker(new URL('../../workers/calibration.browser.ts', import.meta.url), {
    type: 'module',
  });
  const calibrate = Comlink.wrap<CalibrationJob>(worker);
  return {
    calibrate: (request) => calibrate(request),
    onDeath: onDeathOf(worker),
    terminate: () => worker.terminate(),
  };
}

function spawnReader(): DistrictWorkerHandle {
  const worker = new Worker(new URL('../../workers/district.browser.ts', import.meta.url), {
    type: 'module',
  });
  const read = Comlink.wrap<DistrictJob>(worker);
  return {
    read: (files, wishes) => read(files, wishes),
    onDeath: onDeathOf(worker),
    terminate: () => worker.terminate(),
  };
}

/** The engine on the browser's workers, one for each core, which start with the first question after `beginAfter` has settled. */
export function browserEngine(onIssue: (issue: Issue) => void, beginAfter: Promise<unknown>): PooledEngine {
  return new PooledEngine({
    spawn,
    beginAfter,
    workerCount: Math.min(Math.max(navigator.hardwareConcurrency, 1), MAX_WORKERS),
    nowS: () => performance.now() / 1000,
    setTimer: (callback, delayMs) => window.setTimeout(callback, delayMs),
    clearTimer: (timer) => window.clearTimeout(timer as number),
    onIssue,
  });
}

/** Solves mixed-integer programmes in a worker of its own, started when the first one comes. */
export const browserSolver: MilpSolver = workerSolver(spawnSolver);

/** Holds a building against its meter in a worker of its own. */
export const browserCalibrator: Calibrator = workerCalibrator(spawnCalibration);

/** Reads files to a district in a worker of its own. */
export const browserReader: DistrictReader = workerReader(spawnReader);
