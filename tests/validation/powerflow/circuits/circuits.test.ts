import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { SolvedCircuit } from '../../../../src/sim/powerflow/circuit';
import { largestOf, nodeDeviations } from '../deviations';
import { circuitCases, type CircuitCase, FOLDER, forcedRuns, readCircuit, solved } from './circuitCases';

function expectReference(result: SolvedCircuit, item: CircuitCase, expected: string): void {
  expect(result.solution.status).toBe('converged');
  const all = nodeDeviations(result, expected);
  // Every node of ours is in the reference, so none escapes the comparison; a line open at one end has none there.
  const { busOfNode, busIds } = result.compiled.nodes;
  expect(all.length).toBe(busOfNode.filter((bus) => !busIds[bus]!.includes('open end')).length);
  expect(largestOf(all, 'voltagePu').voltagePu).toBeLessThan(item.tolerance.voltagePu);
  expect(largestOf(all, 'angleDeg').angleDeg).toBeLessThan(item.tolerance.angleDeg);
  for (const which of ['lossW', 'lossVar'] as const) {
    const reference = item[which];
    if (reference === undefined) continue;
    expect(Math.abs(result.solution[which] / reference - 1)).toBeLessThan(item.tolerance.lossShare);
  }
}

describe('circuits in our own format against other tools', () => {
  it('knows all cases', () => {
    expect(circuitCases.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['cigre-lv', 'cigre-mv', 'european-lv-branch', 'ieee13', 'ieee37', 'peer-n104']),
    );
  });

  for (const { name, item } of circuitCases) {
    it(`${name}: ${item.title}`, () => {
      for (const { circuit, expected } of forcedRuns(name, item)) {
        expectReference(solved(circuit, 'off'), item, expected);
      }
    });

    if (item.ownControls !== true) continue;
    it(`${name}: our own controls end where the reference's do`, () => {
      const start = readCircuit(name, item);
      const result = solved(start, 'static');
      expect(result.settled).toBe(true);
      expect(result.actions.length).toBeGreaterThan(0);
      expectReference(result, item, readFileSync(`${FOLDER}${name}/expected.csv`, 'utf8'));
      for (const [id, tapPu] of Object.entries(item.taps ?? {})) {
        const tap = (circuit: SolvedCircuit['circuit']): number =>
          circuit.transformers.find((transformer) => transformer.id === id)!.windings[1]!.tapPu;
        expect(tap(start)).not.toBeCloseTo(tapPu, 3);
        expect(tap(result.circuit)).toBeCloseTo(tapPu, 9);
      }
      for (const [id, closed] of Object.entries(item.closedSteps ?? {})) {
        const capacitor = result.circuit.capacitors.find((each) => each.id === id)!;
        expect(capacitor.steps.map((step) => step.closed)).toEqual(closed);
      }
    });
  }
});
