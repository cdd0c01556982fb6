import type { BenchJob } from '../src/synthesis/benchFlowRun';
import { type BenchRequest, powerflowBench } from './powerflowBench';

/** The first message is the job. */
addEventListener(
  'message',
  ({ data: job }: MessageEvent<BenchJob>) => {
    const answer = powerflowBench(job, () => performance.now());
    addEventListener('message', ({ data }: MessageEvent<BenchRequest>) => postMessage(answer(data)));
    postMessage('ready');
  },
  { once: true },
);
