import type { Circuit } from '../../../src/model/circuit';
import { solveCircuit } from '../../../src/sim/powerflow/circuit';

const SETTINGS = { tolerancePu: 1e-8, maxIterations: 15 };

/**
 * Whether a circuit that was read without error ends in issues, in a status, or in results that are numbers: a solved
 * node, a loss or a flow that is not a number without saying so is a complaint.
 */
export function soundness(circuit: Circuit): { complaint?: string; solved: boolean } {
  const outcome = solveCircuit(circuit, { settings: SETTINGS });
  if (!outcome.ok) {
    return outcome.issues.some(({ severity }) => severity === 'error')
      ? { solved: false }
      : { complaint: 'not solved, and no error says why', solved: false };
  }
  const { compiled, solution } = outcome.value;
  if (solution.status !== 'converged') return { solved: false };
  const hole = compiled.nodes.fed.findIndex(
    (fed, node) => fed === 1 && !Number.isFinite(solution.voltageRe[node]! + solution.voltageIm[node]!),
  );
  if (hole >= 0) {
    return {
      complaint: `no number at ${compiled.nodes.busIds[compiled.nodes.busOfNode[hole]!]!}`,
      solved: true,
    };
  }
  const { lossW, lossVar, sourcePW, sourceQVar } = solution;
  if (!Number.isFinite(lossW + lossVar + sourcePW + sourceQVar)) {
    return { complaint: 'losses or the source are no number', solved: true };
  }
  const flow = solution.elements.find((element) =>
    element.terminals.some(
      (end) => !Number.isFinite(end.pW + end.qVar) || !end.currentRe.every((value) => Number.isFinite(value)),
    ),
  );
  return flow === undefined
    ? { solved: true }
    : { complaint: `no number flows in ${flow.kind} ${flow.id}`, solved: true };
}
