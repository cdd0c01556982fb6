import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { busVoltagePhasors, compileNetwork, createWorkspace, solveStep } from '../../../src/sim/powerflow';
import { readPeerGrid, readRows, stepLoads } from './peerCase';

/**
 * Complex voltages of power-grid-model v1.13.135 (Newton, tight) for unbalanced loads on a 110/10/0.4 kV grid. Its
 * files carry 15 digits; the bound is our own convergence tolerance.
 */
const TOLERANCE_PU = 1e-9;

for (const name of ['n104', 'n986']) {
  const title = `../shared/data/peer-case/${name}`;
  const folder = fileURLToPath(new URL(`../../../${title}`, import.meta.url));
  describe.skipIf(!existsSync(folder))(`${title}, unbalanced`, () => {
    it('gives every node voltage of power-grid-model at every picked step', () => {
      const { network, connections, loadIds } = readPeerGrid(`${folder}/grid.json`);
      const outcome = compileNetwork(network, connections, { magnetising: 'split' });
      if (!outcome.ok) throw new Error(outcome.issues[0]!.message);
      const net = outcome.value;
      const loads = readRows(`${folder}/steps_loads.csv`);
      const expected = readRows(`${folder}/ref_asym_ref.csv`);
      const phasors = new Float64Array(6 * net.busIds.length);
      const ws = createWorkspace(net);
      let largest = 0;
      let solved = -1;
      let compared = 0;
      for (const [stepText, bus, ...values] of expected) {
        const step = Number(stepText);
        if (step !== solved) {
          const { pW, qVar } = stepLoads(loads, step, loadIds);
          expect(solveStep(net, ws, pW, qVar, 0, 3, 1, null, 0, 0)).toBeGreaterThan(0);
          busVoltagePhasors(net, ws, phasors);
          solved = step;
        }
        for (let f = 0; f < 3; f++) {
          const magnitude = Number(values[f]);
          const angle = Number(values[3 + f]);
          const re = phasors[6 * Number(bus) + 2 * f]! - magnitude * Math.cos(angle);
          const im = phasors[6 * Number(bus) + 2 * f + 1]! - magnitude * Math.sin(angle);
          largest = Math.max(largest, Math.sqrt(re * re + im * im));
          compared++;
        }
      }
      expect(compared).toBeGreaterThanOrEqual(9 * 3 * network.buses.length);
      expect(largest).toBeLessThan(TOLERANCE_PU);
    });
  });
}
