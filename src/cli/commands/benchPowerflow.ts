import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { compileFlow } from '../../sim/powerflow/factor/compileFlow';
import { createScalarSolver } from '../../sim/powerflow/scalar/solver';
import { benchCase, type BenchCase, WINDOW_STEPS } from '../../synthesis/benchFlow';
import { type BenchJob, type BenchKind, prepareBench, type Prepared } from '../../synthesis/benchFlowRun';

const KINDS = ['scalar', 'f64', 'f32'] as const;
const YEAR_STEPS = 8760;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

function cpuSeconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

type Row = readonly string[];

/** Times the power flow; prints a markdown table. Process CPU time, interleaved rounds, medians (ratios: of the rounds). */
export async function benchPowerflow(sizes: readonly number[], rounds: number): Promise<string> {
  // The large year first: the process's peak is then its own.
  const years = [yearLine(10000, 0), yearLine(1000, WINDOW_STEPS)];
  const rows: Row[] = [
    ['Case', 'Compile', 'Scalar', 'f64', 'Ratio', 'Error', 'f32', 'Ratio', 'Error', '2 threads f64', 'f32'],
  ];
  for (const buses of sizes) {
    for (const loopShare of [0, 0.02]) rows.push(await caseRow(buses, loopShare, rounds));
  }
  const lines = rows.map((row) => `| ${row.join(' | ')} |`);
  const rule = `|${' --- |'.repeat(rows[0]!.length)}`;
  return [
    'Power flow: million node-steps per second (node = bus of three phases), every load another at every step, |V| written.',
    '',
    lines[0],
    rule,
    ...lines.slice(1),
    '',
    ...years,
  ].join('\n');
}

async function caseRow(buses: number, loopShare: number, rounds: number): Promise<Row> {
  const bench = benchCase(buses, loopShare);
  const steps = WINDOW_STEPS;
  const compile: number[] = [];
  for (let round = 0; round < rounds; round++) {
    compile.push(cpuSeconds(() => void compileFlow(bench.problem)));
  }
  const runs = KINDS.map((kind) => prepareBench({ buses, loopShare, kind, outputSteps: steps }, bench));
  const seconds: number[][] = KINDS.map(() => []);
  runs.forEach((run) => run.solve(0, steps));
  const repeats = Math.max(1, Math.round(4000 / buses));
  for (let round = 0; round < rounds; round++) {
    runs.forEach((run, index) => {
      const time = cpuSeconds(() => {
        for (let repeat = 0; repeat < repeats; repeat++) run.solve(0, steps);
      });
      seconds[index]!.push(time / repeats);
    });
  }
  const rate = (index: number): string => ((buses * steps) / median(seconds[index]!) / 1e6).toFixed(2);
  const ratio = (index: number): string =>
    `${median(seconds[0]!.map((scalar, round) => scalar / seconds[index]![round]!)).toFixed(1)} x`;
  const [error64, error32] = largestErrors(bench, runs, steps);
  const name = `${buses} ${loopShare > 0 ? `with ${Math.round(loopShare * buses)} loops` : 'radial'}`;
  return [
    name,
    `${(median(compile) * 1000).toFixed(1)} ms`,
    rate(0),
    rate(1),
    ratio(1),
    error64!.toExponential(1),
    rate(2),
    ratio(2),
    error32!.toExponential(1),
    await threadGain({ buses, loopShare, kind: 'f64', outputSteps: steps }, rounds),
    await threadGain({ buses, loopShare, kind: 'f32', outputSteps: steps }, rounds),
  ];
}

/** Of both precisions, at every 16th step, against the scalar solver at 1e-13. */
function largestErrors(bench: BenchCase, runs: readonly Prepared[], steps: number): readonly number[] {
  const exact = createScalarSolver(runs[0]!.flow, { tolerancePu: 1e-13, maxIterations: 100 });
  const errors = [0, 0];
  for (let step = 0; step < steps; step += 16) {
    exact.restart();
    exact.solveStep(bench.pW, bench.qVar, step, WINDOW_STEPS);
    for (let node = 0; node < exact.voltage.length / 2; node++) {
      const magnitude = Math.sqrt(exact.voltage[2 * node]! ** 2 + exact.voltage[2 * node + 1]! ** 2);
      [1, 2].forEach((index, at) => {
        const error = Math.abs(runs[index]!.magnitude[node * steps + step]! - magnitude);
        errors[at] = Math.max(errors[at]!, error);
      });
    }
  }
  return errors;
}

/** Wall clock of one thread over that of two with half the steps each; both threads are prepared before. */
async function threadGain(job: BenchJob, rounds: number): Promise<string> {
  const workers = await Promise.all([startWorker(job), startWorker(job)]);
  // Whole windows, and enough of them that a message's way there and back does not count.
  const half = WINDOW_STEPS * Math.max(1, Math.round(10000 / job.buses));
  const run = (worker: Worker, from: number, count: number): Promise<void> =>
    new Promise((resolve) => {
      worker.once('message', () => resolve());
      worker.postMessage([from, count]);
    });
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const start = performance.now();
    await work();
    return performance.now() - start;
  };
  const gains: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const one = await timed(() => run(workers[0]!, 0, 2 * half));
    const two = await timed(() => Promise.all([run(workers[0]!, 0, half), run(workers[1]!, half, half)]));
    // The first round warms up.
    if (round > 0) gains.push(one / two);
  }
  await Promise.all(workers.map((worker) => worker.terminate()));
  return `${median(gains).toFixed(2)} x`;
}

function startWorker(job: BenchJob): Promise<Worker> {
  const worker = new Worker(join(import.meta.dirname, 'powerflowBench.node.js'), { workerData: job });
  return new Promise((resolve, reject) => {
    worker.once('message', () => resolve(worker));
    worker.once('error', reject);
  });
}

/** A year: with all |V| written over a window of `outputSteps`, or with extremes only. */
function yearLine(buses: number, outputSteps: number): string {
  const bench = benchCase(buses, 0);
  const parts = (['f64', 'f32'] satisfies BenchKind[]).map((kind) => {
    const run = prepareBench({ buses, loopShare: 0, kind, outputSteps }, bench);
    run.solve(0, 40);
    const time = cpuSeconds(() => run.solve(0, YEAR_STEPS));
    return `${kind} ${time.toFixed(2)} s (solver ${(run.memoryBytes / 2 ** 20).toFixed(0)} MB)`;
  });
  const kept = outputSteps > 0 ? 'all |V|' : 'extremes only';
  const peak = (process.resourceUsage().maxRSS / 1024).toFixed(0);
  return `${buses} buses, ${YEAR_STEPS} steps, one thread, ${kept}: ${parts.join(', ')}; peak of the process so far ${peak} MB.`;
}
