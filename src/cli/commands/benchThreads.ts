import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { BenchJob } from '../../synthesis/benchFlowRun';
import { median } from './benchClock';

/** Of one round: seconds, or a message's way there and back would count. */
const NODE_STEPS = 1.2e7;

/**
 * The same steps on one thread and, half each, on two. By wall clock: the median round and the best. By CPU time, that is
 * what the two would gain with a core each, whatever else the machine does; in brackets the cores they had in the median
 * round, without which the wall clock says nothing.
 */
export async function threadGain(
  job: BenchJob,
  buses: number,
  steps: number,
  rounds: number,
): Promise<string> {
  const workers = await Promise.all([startWorker(job), startWorker(job)]);
  // Whole windows, and enough of them that a message's way there and back does not count.
  const half = steps * Math.max(1, Math.round(NODE_STEPS / 2 / buses / steps));
  const both = (count: number): Promise<unknown> =>
    Promise.all(workers.map((worker) => solve(worker, count)));
  await both(half);
  const wall: number[] = [];
  const cpu: number[] = [];
  const cores: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const one = await timed(() => solve(workers[round % 2]!, 2 * half));
    const two = await timed(() => both(half));
    wall.push(one.wallS / two.wallS);
    cpu.push((2 * one.cpuS) / two.cpuS);
    cores.push(two.cpuS / two.wallS);
  }
  await Promise.all(workers.map((worker) => worker.terminate()));
  const best = Math.max(...wall).toFixed(2);
  return `${median(wall).toFixed(2)} x, best ${best}; CPU ${median(cpu).toFixed(2)} (${median(cores).toFixed(1)})`;
}

async function timed(work: () => Promise<unknown>): Promise<{ wallS: number; cpuS: number }> {
  const start = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { wallS: (performance.now() - start) / 1000, cpuS: (user + system) / 1e6 };
}

function solve(worker: Worker, stepCount: number): Promise<unknown> {
  return new Promise((resolve) => {
    worker.once('message', resolve);
    worker.postMessage({ fromStep: 0, stepCount });
  });
}

function startWorker(job: BenchJob): Promise<Worker> {
  const worker = new Worker(join(import.meta.dirname, 'powerflowBench.node.js'), { workerData: job });
  return new Promise((resolve, reject) => {
    worker.once('message', () => resolve(worker));
    worker.once('error', reject);
  });
}
