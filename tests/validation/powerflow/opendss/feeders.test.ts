import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { largestOf, nodeDeviations } from '../deviations';
import { cases, FEEDERS, HAVE_FEEDERS, solveCase } from './cases';

describe.skipIf(!HAVE_FEEDERS)('../shared/data/feeders against OpenDSS', () => {
  it('knows all fifteen cases', () => expect(cases.length).toBeGreaterThanOrEqual(15));

  for (const { name, item } of cases) {
    it(`${name}: ${item.title}`, () => {
      const solved = solveCase(item);
      expect(solved.solution.status).toBe('converged');
      expect(solved.settled).toBe(true);
      const reference = readFileSync(`${FEEDERS}/${item.expected}`, 'utf8');
      const all = nodeDeviations(solved, reference);
      // Every node of ours is in the reference, so none escapes the comparison.
      expect(all.length).toBe(solved.solution.voltageRe.length);
      expect(largestOf(all, 'voltagePu').voltagePu).toBeLessThan(item.tolerance.voltagePu);
      expect(largestOf(all, 'angleDeg').angleDeg).toBeLessThan(item.tolerance.angleDeg);
      if (item.lossW !== undefined) {
        expect(Math.abs(solved.solution.lossW / item.lossW - 1)).toBeLessThan(item.tolerance.lossShare);
        expect(Math.abs(solved.solution.lossVar / item.lossVar! - 1)).toBeLessThan(item.tolerance.lossShare);
      }
      for (const [id, tapPu] of Object.entries(item.expectedTaps ?? {})) {
        const transformer = solved.circuit.transformers.find((candidate) => candidate.id === id)!;
        expect(transformer.windings[1]!.tapPu).toBeCloseTo(tapPu, 9);
      }
    });
  }
});
