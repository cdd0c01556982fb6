import { median } from '../../kpi/median';
import { compileFlow } from '../../sim/powerflow/factor/compileFlow';
import { createScalarSolver } from '../../sim/powerflow/scalar/solver';
import {
  benchCase,
  type BenchJob,
  type BenchKind,
  type BenchNetwork,
  prepareBench,
  type Prepared,
} from '../../synthesis/benchFlowRun';
import { cpuSeconds } from './benchClock';
import { threadGain } from './benchThreads';

const KINDS = ['scalar', 'f64', 'f32'] as const;
const YEAR_STEPS = 8760;
/** CPU time of one round is that of about so many node-steps. */
const NODE_STEPS = 2e6;

/**
 * M node-steps/s on one thread: iterative_current, asymmetric, 1e-8, 8,760 steps, u and angle of every node written.
 * Measured outside with power-grid-model v1.13.135 (-O3 -march=native) on an AMD EPYC of the Zen 3 generation.
 */
const QUOTED_RATES: readonly (readonly [network: BenchNetwork, rate: number])[] = [
  [{ kind: 'peerLike', substations: 1, feeders: 5 }, 0.968],
  [{ kind: 'peerLike', substations: 12, feeders: 4 }, 0.84],
];

const HEAD = `Power flow: million node-steps per second (node = bus of three phases) on one thread, by CPU time; medians of
interleaved rounds, ratios to the scalar solver in the same round. Every load changes at every step. Reading the loads
(float64; each solver from the order of rows and steps that suits it) and writing all |V| is inside the time of all
solvers. Loads are those of 480 steps (120 from 2,000 buses on), repeated. The scalar solver starts from the step before;
the batch from the solution of the mean loads, scaled to each step. Tolerance 1e-8 pu, of f32 1e-6 pu; the error is the
largest of |V| in pu, against 1e-13.`;

const THREADS_HEAD = `Two threads against one. Wall clock: median of the rounds in which nothing else wanted the two cores (how many of
all), median and best of all rounds. CPU: CPU time of one thread over half of the two's, the gain with a core each.`;

const QUOTED_HEAD = `A 110/10/0.4 kV grid with a load per bus, 60 % of them single-phase, complex voltages written. power-grid-model's
figure is quoted from outside (C++, iterative_current, 1e-8, on such a grid, on an AMD EPYC Zen 3), not measured here.`;

type Row = readonly string[];

/** Times the power flow; prints markdown tables. */
export async function benchPowerflow(sizes: readonly number[], rounds: number): Promise<string> {
  // The large year first: the process's peak is then its own.
  const years = [yearLine(10000, 'extremes'), yearLine(1000, 'magnitude')];
  const networks = sizes.flatMap((buses) =>
    [0, 0.02].map((loopShare): BenchNetwork => ({ kind: 'feeders', buses, loopShare })),
  );
  const speeds: Row[] = [['Case', 'Compile', 'Scalar', 'f64', 'Ratio', 'Error', 'f32', 'Ratio', 'Error']];
  for (const network of networks) speeds.push(speedRow(network, rounds));
  const middle: BenchNetwork = { kind: 'feeders', buses: sizes[Math.floor(sizes.length / 2)]!, loopShare: 0 };
  speeds.push(speedRow(middle, rounds, true));
  const quoted: Row[] = [
    ['Grid', 'Scalar', 'f64', 'f32', 'Quoted: power-grid-model', 'Scalar to it', 'f64 to it', 'f32 to it'],
  ];
  for (const [network, rate] of QUOTED_RATES) quoted.push(quotedRow(network, rate, rounds));
  const threads: Row[] = [['Case', 'f64', 'f32']];
  for (const network of networks) threads.push(await threadRow(network, rounds));
  return [
    HEAD,
    table(speeds),
    years.join('\n'),
    QUOTED_HEAD,
    table(quoted),
    THREADS_HEAD,
    table(threads),
  ].join('\n\n');
}

function table([head, ...rows]: readonly Row[]): string {
  const line = (row: Row): string => `| ${row.join(' | ')} |`;
  return [line(head!), `|${' --- |'.repeat(head!.length)}`, ...rows.map(line)].join('\n');
}

const nameOf = (network: BenchNetwork, buses: number): string => {
  if (network.kind === 'peerLike') return `${buses} buses`;
  const loops = Math.round(network.loopShare * buses);
  return loops > 0 ? `${buses} with ${loops} loops` : `${buses} radial`;
};

interface Timed {
  readonly runs: readonly Prepared[];
  /** [kind] M node-steps/s. */
  readonly rates: readonly number[];
  /** [kind] to the scalar solver. */
  readonly ratios: readonly number[];
}

/** All three solvers on the same case, in turn. */
function timeKinds(job: Omit<BenchJob, 'kind'>, rounds: number): Timed {
  const bench = benchCase(job.network);
  const steps = bench.windowSteps;
  const buses = bench.problem.blockCount;
  const runs = KINDS.map((kind) => prepareBench({ ...job, kind }, bench));
  runs.forEach((run) => run.solve(0, steps));
  const windows = Math.max(1, Math.round(NODE_STEPS / buses / steps));
  const seconds: number[][] = KINDS.map(() => []);
  for (let round = 0; round < rounds; round++) {
    runs.forEach((run, kind) => seconds[kind]!.push(cpuSeconds(() => run.solve(0, windows * steps))));
  }
  return {
    runs,
    rates: seconds.map((times) => (buses * windows * steps) / median(times) / 1e6),
    ratios: seconds.map((times) => median(times.map((time, round) => seconds[0]![round]! / time))),
  };
}

function speedRow(network: BenchNetwork, rounds: number, fromNoLoad = false): Row {
  const { runs, rates, ratios } = timeKinds({ network, output: 'magnitude', fromNoLoad }, rounds);
  const { problem } = runs[0]!.bench;
  const compile = Array.from({ length: rounds }, () => cpuSeconds(() => void compileFlow(problem)));
  const speed = (kind: number): string[] => [rates[kind]!.toFixed(2), `${ratios[kind]!.toFixed(1)} x`];
  return [
    `${nameOf(network, problem.blockCount)}${fromNoLoad ? ', batch started from no load' : ''}`,
    `${(median(compile) * 1000).toFixed(1)} ms`,
    rates[0]!.toFixed(2),
    ...[...speed(1), largestError(runs[1]!).toExponential(1)],
    ...[...speed(2), largestError(runs[2]!).toExponential(1)],
  ];
}

function quotedRow(network: BenchNetwork, quoted: number, rounds: number): Row {
  const { runs, rates } = timeKinds({ network, output: 'complex' }, rounds);
  return [
    nameOf(network, runs[0]!.bench.problem.blockCount),
    ...rates.map((rate) => rate.toFixed(2)),
    quoted.toFixed(2),
    ...rates.map((rate) => `${(rate / quoted).toFixed(1)} x`),
  ];
}

/** Of |V| at every 16th step, against the scalar solver at 1e-13. */
function largestError({ bench, flow, written }: Prepared): number {
  const { windowSteps } = bench;
  const exact = createScalarSolver(flow, { tolerancePu: 1e-13, maxIterations: 100 });
  let largest = 0;
  for (let step = 0; step < windowSteps; step += 16) {
    exact.restart();
    exact.solveStep(bench.pW, bench.qVar, step, windowSteps);
    for (let node = 0; node < exact.voltage.length / 2; node++) {
      const magnitude = Math.sqrt(exact.voltage[2 * node]! ** 2 + exact.voltage[2 * node + 1]! ** 2);
      const error = Math.abs(written[node * windowSteps + step]! - magnitude);
      // Not Math.max, which a NaN would leave.
      if (!(error <= largest)) largest = error;
    }
  }
  return largest;
}

async function threadRow(network: BenchNetwork, rounds: number): Promise<Row> {
  const { problem, windowSteps } = benchCase(network);
  const gain = (kind: BenchKind): Promise<string> =>
    threadGain({ network, kind, output: 'magnitude' }, problem.blockCount, windowSteps, rounds);
  return [nameOf(network, problem.blockCount), await gain('f64'), await gain('f32')];
}

/** A year, with all |V| written over the window's, or with the extremes of each node only. */
function yearLine(buses: number, output: 'magnitude' | 'extremes'): string {
  const network: BenchNetwork = { kind: 'feeders', buses, loopShare: 0 };
  const bench = benchCase(network);
  const parts = (['f64', 'f32'] satisfies BenchKind[]).map((kind) => {
    const run = prepareBench({ network, kind, output }, bench);
    run.solve(0, 96);
    const time = cpuSeconds(() => run.solve(0, YEAR_STEPS));
    return `${kind} ${time.toFixed(2)} s (solver ${(run.memoryBytes / 2 ** 20).toFixed(0)} MB)`;
  });
  const kept = output === 'extremes' ? 'extremes only' : 'all |V|';
  const peak = (process.resourceUsage().maxRSS / 1024).toFixed(0);
  return `${buses} buses, ${YEAR_STEPS} steps, one thread, ${kept}: ${parts.join(', ')}; peak of the process so far ${peak} MB.`;
}
