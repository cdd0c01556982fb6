import { succeed } from '../../model/outcome';
import { type CircuitOptions, circuitSolver, type SolvedCircuit } from '../../sim/powerflow/circuit';
import type { BranchResult, CircuitSolution, SolveCircuit } from './solver';

/** The project's own power flow as the studies' solver; it keeps the latest network with its factors. */
export function powerFlowSolver(options: CircuitOptions = {}): SolveCircuit {
  const solve = circuitSolver(options);
  return (circuit) => {
    const outcome = solve(circuit);
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
    unfedIds: compiled.injections.unfedLoadIds,
  };
}
