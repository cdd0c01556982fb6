import { parseArgs } from 'node:util';
import type { Circuit } from '../../model/circuit';
import { SNAPSHOT, solveCircuit, type SolvedCircuit } from '../../sim/powerflow/circuit';
import { loadCircuit } from '../circuitInput';
import { powerflowYear } from '../circuitYearRun';
import { lossesCsv, summaryText, voltagesCsv } from '../circuitResults';
import { EXIT, required, usageFailure } from '../exit';
import { countOf } from '../optionNumbers';
import { writeResults } from '../resultFiles';
import { clockOf, requireShapes, stepSizeOf } from '../stepClock';

export const POWERFLOW_USAGE =
  'powerflow FILE(.dss|.json) [--out voltages.csv] [--losses losses.csv] [--no-controls] [--load-limits 0.8,1.2] [--step N | --year LOADS.csv|shapes [--steps N]] [--step-size 1m]';

/** Solves a circuit: a snapshot, or one step of its load shapes. */
export function powerflow(args: readonly string[]): number {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      losses: { type: 'string' },
      'no-controls': { type: 'boolean', default: false },
      'load-limits': { type: 'string' },
      step: { type: 'string' },
      'step-size': { type: 'string' },
      year: { type: 'string' },
      steps: { type: 'string' },
    },
  });
  const [path] = positionals;
  if (path === undefined || positionals.length > 1) {
    throw usageFailure('powerflow takes one circuit file.', POWERFLOW_USAGE);
  }
  if (values.step !== undefined && values.year !== undefined) {
    throw usageFailure('--step and --year do not go together.', POWERFLOW_USAGE);
  }
  if (values.steps !== undefined && values.year === undefined) {
    throw usageFailure('--steps goes with --year shapes.', POWERFLOW_USAGE);
  }
  const limits = limitsOf(values['load-limits']);
  const read = loadCircuit(path);
  const circuit = limits === null ? read : withLoadLimits(read, limits);
  const controls = values['no-controls'] ? 'off' : 'static';
  const sizeS = stepSizeOf(values['step-size'], POWERFLOW_USAGE);
  const clock = clockOf(circuit, sizeS);
  if (values.year === 'shapes') requireShapes(circuit, '--year shapes', clock);
  if (values.year !== undefined) {
    return powerflowYear(circuit, values.year, {
      ...clock,
      controls,
      steps: values.steps === undefined ? undefined : countOf('--steps', values.steps, POWERFLOW_USAGE),
      out: values.out,
      losses: values.losses,
    });
  }
  const step = stepOf(values.step, sizeS);
  if (step !== null) requireShapes(circuit, `--step ${values.step}`, clock);
  const solved = required(
    solveCircuit(circuit, {
      controls,
      moment: step === null ? SNAPSHOT : { step, ...clock },
    }),
  );
  process.stdout.write(summaryText(solved));
  if (solved.solution.status !== 'converged') return unsolved(solved);
  writeResults([
    { path: values.out, content: () => voltagesCsv(solved) },
    { path: values.losses, content: () => lossesCsv(solved) },
  ]);
  return EXIT.done;
}

/** From 1; null: the snapshot. */
function stepOf(step: string | undefined, stepS: number): number | null {
  if (step !== undefined) return countOf('--step', step, POWERFLOW_USAGE);
  if (stepS > 0) throw usageFailure('--step-size goes with --step or --year.', POWERFLOW_USAGE);
  return null;
}

function limitsOf(text: string | undefined): { minPu: number; maxPu: number } | null {
  if (text === undefined) return null;
  const [minPu, maxPu, ...more] = text.split(',').map(Number);
  if (more.length > 0 || !(minPu! >= 0) || !(maxPu! > minPu!)) {
    throw usageFailure(`--load-limits takes two voltages in per unit, not ${text}.`, POWERFLOW_USAGE);
  }
  return { minPu: minPu!, maxPu: maxPu! };
}

function withLoadLimits(circuit: Circuit, limits: { minPu: number; maxPu: number }): Circuit {
  const loads = circuit.loads.map((load) => ({ ...load, limits: { ...load.limits, ...limits } }));
  return { ...circuit, loads };
}

function unsolved({ solution, circuit }: SolvedCircuit): number {
  process.stderr.write(
    `error: ${circuit.name}: power flow: ${solution.status === 'infeasible' ? 'no solution exists near the start' : 'no solution found'} ` +
      `(mismatch ${solution.mismatchPu.toExponential(2)} pu at ${solution.worstNode}). ` +
      'The load exceeds what the network can carry; lower it or reinforce the network. [flow-unsolved]\n',
  );
  return EXIT.calculationFailed;
}
