import { parentPort, workerData } from 'node:worker_threads';
import type { BuildingsBenchJob } from '../src/synthesis/benchBuildingsRun';
import { buildingsBench } from './buildingsBench';
import type { BenchRequest } from './powerflowBench';

if (parentPort !== null) {
  const port = parentPort;
  const answer = buildingsBench(workerData as BuildingsBenchJob, () => performance.now());
  port.on('message', (request: BenchRequest) => port.postMessage(answer(request)));
  port.postMessage('ready');
}
