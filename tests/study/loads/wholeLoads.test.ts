import { describe, expect, it } from 'vitest';
import { END_USES, NET_SIGNS } from '../../../src/model/run';
import { emptyLoads } from '../../../src/study/loads/loadBuffers';
import { LOAD_QUANTUM_W, roundLoads } from '../../../src/study/loads/wholeLoads';

const STEPS = 168;
const USES = END_USES.length;

/** Loads of one row on some phases: end uses by a wave each, power by phase with something of its own on every phase. */
function unrounded(phases: readonly number[]) {
  const loads = emptyLoads(1, STEPS);
  for (let use = 0; use < USES; use += 1)
    for (let step = 0; step < STEPS; step += 1)
      loads.endUseW[use * STEPS + step] = Math.max(0, 900 * Math.sin(step / 7 + use));
  const netW = Float64Array.from({ length: STEPS }, (_, step) =>
    NET_SIGNS.reduce((sum, sign, use) => sum + sign * loads.endUseW[use * STEPS + step]!, 0),
  );
  phases.forEach((phase, k) => {
    for (let step = 0; step < STEPS; step += 1) {
      const at = phase * STEPS + step;
      // Unequal: a single-phase charger's 700 W from one phase, as seen by the others.
      const ownW = phases.length === 1 ? 0 : k === 0 ? 700 * (1 - 1 / phases.length) : -700 / phases.length;
      loads.netPW[at] = netW[step]! / phases.length + ownW;
      loads.netQVar[at] = netW[step]! / 7;
    }
  });
  return loads;
}

describe.each([[[0, 1, 2]], [[1, 0]], [[2]]])('loads on the phases %j, rounded', (phases) => {
  const before = unrounded(phases);
  const after = unrounded(phases);
  roundLoads(after, [{ phases }], STEPS);

  it('are whole quanta, half a quantum away at most, and never minus zero', () => {
    for (const name of ['endUseW', 'netQVar'] as const)
      after[name].forEach((value, i) => {
        expect(Number.isInteger(value / LOAD_QUANTUM_W)).toBe(true);
        expect(Math.abs(value - before[name][i]!)).toBeLessThanOrEqual(LOAD_QUANTUM_W / 2);
        expect(Object.is(value, -0)).toBe(false);
      });
  });

  it('add up over the phases to the net of the end uses', () => {
    for (let step = 0; step < STEPS; step += 1) {
      const netW = NET_SIGNS.reduce((sum, sign, use) => sum + sign * after.endUseW[use * STEPS + step]!, 0);
      const phasesW = [0, 1, 2].reduce((sum, phase) => sum + after.netPW[phase * STEPS + step]!, 0);
      expect(Math.abs(phasesW - netW)).toBeLessThan(1e-11);
    }
  });

  it('keep what a phase has of its own, and leave the others without', () => {
    for (let at = 0; at < 3 * STEPS; at += 1) {
      expect(Math.abs(after.netPW[at]! - before.netPW[at]!)).toBeLessThan(USES * LOAD_QUANTUM_W);
      if (!phases.includes(Math.floor(at / STEPS))) expect(after.netPW[at]).toBe(0);
    }
  });
});
