import { parentPort, workerData } from 'node:worker_threads';
import type { BenchJob } from '../src/synthesis/benchFlowRun';
import { type BenchRequest, powerflowBench } from './powerflowBench';

if (parentPort !== null) {
  const port = parentPort;
  const answer = powerflowBench(workerData as BenchJob, () => performance.now());
  port.on('message', (request: BenchRequest) => port.postMessage(answer(request)));
  port.postMessage('ready');
}
