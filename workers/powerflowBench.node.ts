import { parentPort, workerData } from 'node:worker_threads';
import { prepareBench, type BenchJob } from '../src/synthesis/benchFlowRun';

/** One thread of the power-flow benchmark: prepares its case, then solves a share of the steps at every message. */
if (parentPort !== null) {
  const port = parentPort;
  const { solve } = prepareBench(workerData as BenchJob);
  port.on('message', ([fromStep, stepCount]: readonly [number, number]) => {
    solve(fromStep, stepCount);
    port.postMessage('done');
  });
  port.postMessage('ready');
}
