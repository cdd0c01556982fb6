import { solveCircuit, type SolvedCircuit } from '../../../src/sim/powerflow/circuit';
import type { Circuit } from '../../../src/model/circuit';

/** One bus of a balanced result: phase a, per unit of the bus's nominal voltage. Null where the bus is not supplied. */
export interface BalancedBus {
  readonly index: string;
  readonly vMagPu: number | null;
  readonly vAngDeg: number | null;
}

export function solved(circuit: Circuit): SolvedCircuit {
  const outcome = solveCircuit(circuit);
  if (!outcome.ok) throw new Error(outcome.issues.map((issue) => issue.message).join('\n'));
  if (outcome.value.solution.status !== 'converged') throw new Error(outcome.value.solution.status);
  return outcome.value;
}

/** Largest deviations over all buses and all three phases, each phase turned back onto phase a. */
export function largestDeviations(
  { compiled, solution }: SolvedCircuit,
  expected: readonly BalancedBus[],
): { vMagPu: number; vAngDeg: number } {
  const largest = { vMagPu: 0, vAngDeg: 0 };
  for (const bus of expected) {
    for (const phase of [1, 2, 3]) {
      const row = compiled.nodes.nodeOf(bus.index, phase);
      const supplied = row >= 0 && solution.voltageRe[row] === solution.voltageRe[row]!;
      if (bus.vMagPu === null || bus.vAngDeg === null) {
        if (supplied)
          throw new Error(`Bus ${bus.index} is not supplied in pandapower, but has a voltage here.`);
        continue;
      }
      const [re, im] = [solution.voltageRe[row]!, solution.voltageIm[row]!];
      const magnitude = Math.hypot(re, im) / solution.baseVoltageV[row]!;
      const angle = (Math.atan2(im, re) * 180) / Math.PI + 120 * (phase - 1) - bus.vAngDeg;
      const turned = ((((angle + 180) % 360) + 360) % 360) - 180;
      // Math.max passes NaN on, so a hole cannot look like agreement.
      largest.vMagPu = Math.max(largest.vMagPu, Math.abs(magnitude - bus.vMagPu));
      largest.vAngDeg = Math.max(largest.vAngDeg, Math.abs(turned));
    }
  }
  return largest;
}
