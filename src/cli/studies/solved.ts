import type { CircuitSolution } from '../../study/network';
import { CommandFailure, EXIT } from '../exit';
import type { AskedStudy } from './studyKind';

/** The circuit's own step, or the command ends: a study reads a converged solution only. */
export function solved({
  circuit,
  solve,
  take,
}: Pick<AskedStudy, 'circuit' | 'solve' | 'take'>): CircuitSolution {
  const solution = take(solve(circuit));
  if (solution.status === 'converged') return solution;
  throw new CommandFailure(EXIT.calculationFailed, [
    {
      severity: 'error',
      code: 'flow-unsolved',
      source: circuit.name,
      value: solution.status,
      message: 'The power flow has no solution.',
      remedy: 'The load exceeds what the network can carry; lower it or reinforce the network.',
    },
  ]);
}
