import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { median } from '../../kpi/median';
import type { BenchJob } from '../../synthesis/benchFlowRun';

/** Of one measurement: half a second, or a message's way there and back would count. */
const NODE_STEPS = 6e6;
/** Cores' worth of CPU time per second from which nobody else was in the way. */
const UNDISTURBED = 0.95;
/** Rounds that neighbours disturb are made up for, so many times over. */
const TRIES = 4;

/**
 * The same steps on one thread and, half each, on two, until `rounds` rounds had two cores to themselves, or TRIES times as
 * many rounds have passed. Wall clock: median of the undisturbed rounds, then median and best of all. CPU time: what
 * two would gain with a core each, whatever else the machine does (median of all).
 */
export async function threadGain(
  job: BenchJob,
  buses: number,
  steps: number,
  rounds: number,
): Promise<string> {
  const workers = await Promise.all([startWorker(job), startWorker(job)]);
  // Whole windows: both halves are the same work.
  const half = steps * Math.max(1, Math.round(NODE_STEPS / 2 / buses / steps));
  const both = (count: number): Promise<unknown> =>
    Promise.all(workers.map((worker) => solve(worker, count)));
  await both(half);
  const wall: number[] = [];
  const undisturbed: number[] = [];
  const cpu: number[] = [];
  while (undisturbed.length < rounds && wall.length < TRIES * rounds) {
    const one = await timed(() => solve(workers[wall.length % 2]!, 2 * half));
    const two = await timed(() => both(half));
    const gain = one.wallS / two.wallS;
    wall.push(gain);
    cpu.push((2 * one.cpuS) / two.cpuS);
    if (one.cpuS > UNDISTURBED * one.wallS && two.cpuS > 2 * UNDISTURBED * two.wallS) undisturbed.push(gain);
  }
  await Promise.all(workers.map((worker) => worker.terminate()));
  const alone = undisturbed.length > 0 ? `${median(undisturbed).toFixed(2)} x` : 'none';
  const of = `${undisturbed.length} of ${wall.length} rounds`;
  return `${alone} (${of}); all ${median(wall).toFixed(2)}, best ${Math.max(...wall).toFixed(2)}; CPU ${median(cpu).toFixed(2)}`;
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
