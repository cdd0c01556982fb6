import type { RunResult } from '../study/runResult';
import { EXIT, type ExitCode } from './exit';
import { stepTime } from './tables';

const LISTED = 10;

/** Position of the worst value: one that is no number, else the largest; the first of equals. */
function worstOf(column: Float64Array): number {
  const unknown = column.findIndex((value) => !Number.isFinite(value));
  return unknown >= 0
    ? unknown
    : column.reduce((worst, value, at) => (value > column[worst]! ? at : worst), 0);
}

const figure = (value: number, unit: string) =>
  Number.isFinite(value) ? `${value.toPrecision(3)} ${unit}` : 'without a solution';

/** The weakest bus and the most loaded branch, as far as the steps with a solution tell. */
function weakest({ table, rows }: RunResult): string {
  const bus = worstOf(table.busVMinPu.map((value) => -value));
  const branch = worstOf(table.branchLoadingMax);
  return (
    `Weakest bus ${rows.busIds[bus]} (${figure(table.busVMinPu[bus]!, 'pu')}), ` +
    `most loaded branch ${rows.branchIds[branch]} (${figure(100 * table.branchLoadingMax[branch]!, '%')}).`
  );
}

/** Says where the power flow found no solution; the exit code that goes with it. */
export function reportUnsolved(run: RunResult): ExitCode {
  const steps = Array.from(run.table.iterations.keys()).filter((step) => run.table.iterations[step]! < 0);
  if (steps.length === 0) return EXIT.done;
  const times = steps.slice(0, LISTED).map((step) => stepTime(run, step));
  process.stderr.write(
    `error: power flow: no solution in ${steps.length} of ${run.stepCount} steps, first ${times.join(', ')}. ${weakest(run)} ` +
      'The load exceeds what the network can carry; reinforce it or lower the adoption. [flow-unsolved]\n',
  );
  return EXIT.calculationFailed;
}
