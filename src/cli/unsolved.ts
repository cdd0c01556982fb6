import type { RunResult } from '../study/runResult';
import { EXIT, type ExitCode } from './exit';
import { stepTime } from './tables';

const LISTED = 10;

/** Says where the power flow found no solution; the exit code that goes with it. */
export function reportUnsolved(run: RunResult): ExitCode {
  const steps = Array.from(run.table.iterations.keys()).filter((step) => run.table.iterations[step]! < 0);
  if (steps.length === 0) return EXIT.done;
  const times = steps.slice(0, LISTED).map((step) => stepTime(run, step));
  process.stderr.write(
    `error: power flow: no solution in ${steps.length} of ${run.stepCount} steps, first ${times.join(', ')}. ` +
      'The load exceeds what the network can carry; reinforce it or lower the adoption. [flow-unsolved]\n',
  );
  return EXIT.calculationFailed;
}
