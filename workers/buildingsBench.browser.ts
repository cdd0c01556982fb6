import type { BuildingsBenchJob } from '../src/synthesis/benchBuildingsRun';
import { buildingsBench } from './buildingsBench';
import type { BenchRequest } from './powerflowBench';

/** The first message is the job. */
addEventListener(
  'message',
  ({ data: job }: MessageEvent<BuildingsBenchJob>) => {
    const answer = buildingsBench(job, () => performance.now());
    addEventListener('message', ({ data }: MessageEvent<BenchRequest>) => postMessage(answer(data)));
    postMessage('ready');
  },
  { once: true },
);
