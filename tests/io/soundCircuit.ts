import { expect } from 'vitest';
import { circuitIssues } from '../../src/io/circuitFile';
import type { Circuit } from '../../src/model/circuit';
import { solveCircuit } from '../../src/sim/powerflow/circuit';

/**
 * What a reader hands over holds together and can be given to the solver: that ends in issues, in a status, or in
 * voltages that are all numbers, never in a NaN that looks like a result.
 */
export function expectSound(circuit: Circuit): void {
  expect(circuitIssues(circuit, 'again').filter((issue) => issue.severity === 'error')).toEqual([]);
  const solved = solveCircuit(circuit);
  if (!solved.ok) {
    expect(solved.issues.length).toBeGreaterThan(0);
    return;
  }
  const { compiled, solution } = solved.value;
  if (solution.status !== 'converged') return;
  compiled.nodes.fed.forEach((fed, node) => {
    if (fed === 1) expect(Number.isFinite(solution.voltageRe[node]! + solution.voltageIm[node]!)).toBe(true);
  });
}
