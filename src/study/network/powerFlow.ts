import { succeed } from '../../model/outcome';
import { type CircuitOptions, solveCircuit, type SolvedCircuit } from '../../sim/powerflow/circuit';
import type { BranchResult, CircuitSolution, SolveCircuit } from './solver';

/** The project's own power flow as the studies' solver. */
export function powerFlowSolver(options: CircuitOptions = {}): SolveCircuit {
  return (circuit) => {
    const outcome = solveCircuit(circuit, options);
    return outcome.ok ? succeed(solutionOf(outcome.value), outcome.issues) : outcome;
  };
}

/** A solved circuit in the shape that the studies read. */
export function solutionOf({
  compiled,
  solution,
}: Pick<SolvedCircuit, 'compiled' | 'solution'>): CircuitSolution {
  const { busIds, busOfNode, numberOfNode } = compiled.nodes;
  return {
    status: solution.status,
    busIds,
    nodes: Array.from(busOfNode, (bus, row) => ({ busId: busIds[bus]!, node: numberOfNode[row]! })),
    voltageRe: solution.voltageRe,
    voltageIm: solution.voltageIm,
    baseVoltageV: solution.baseVoltageV,
    branches: solution.elements.flatMap((element): BranchResult[] => {
      const { kind } = element;
      return kind === 'line' || kind === 'transformer' ? [{ ...element, kind }] : [];
    }),
    lossW: solution.lossW,
  };
}
