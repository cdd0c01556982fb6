import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createBatchSolver, loadsByRow } from '../../../src/sim/powerflow/batch';
import { DEFAULT_SETTINGS, type SolveSettings } from '../../../src/sim/powerflow/flow';
import { kernelModule } from '../../../src/sim/powerflow/kernel';
import { compileNetwork, type CompiledNetwork } from '../../../src/sim/powerflow/network';
import { createScalarSolver } from '../../../src/sim/powerflow/scalar/solver';
import { busPhasors, rowPowers } from '../../sim/powerflow/solvedCase';
import { readPeerGrid, readRows, stepLoads } from './peerCase';

/**
 * Complex voltages of power-grid-model v1.13.135 (Newton, tight) for unbalanced loads on a 110/10/0.4 kV grid. Its
 * files carry 15 digits. At the settings every run uses the promise is 1e-8 pu; tighter, what is left is rounding.
 */
const SETTINGS: readonly (readonly [name: string, settings: SolveSettings, bound: number])[] = [
  ['at the default settings', DEFAULT_SETTINGS, 1e-8],
  ['at tolerance 1e-11', { ...DEFAULT_SETTINGS, tolerancePu: 1e-11 }, 1e-9],
];

interface PeerStep {
  readonly step: number;
  /** Injection rows of the flow problem. */
  readonly powers: { readonly pW: Float64Array; readonly qVar: Float64Array };
  /** [bus][phase][re, im], pu */
  readonly expected: Float64Array;
}

function readCase(folder: string): { net: CompiledNetwork; steps: PeerStep[] } {
  const { network, connections, loadIds } = readPeerGrid(`${folder}/grid.json`);
  const outcome = compileNetwork(network, connections, { magnetising: 'split' });
  if (!outcome.ok) throw new Error(outcome.issues[0]!.message);
  const net = outcome.value;
  const loads = readRows(`${folder}/steps_loads.csv`);
  const expected = new Map<number, Float64Array>();
  for (const [stepText, bus, ...values] of readRows(`${folder}/ref_asym_ref.csv`)) {
    const step = Number(stepText);
    const at = expected.get(step) ?? new Float64Array(6 * network.buses.length).fill(NaN);
    expected.set(step, at);
    for (let f = 0; f < 3; f++) {
      const [magnitude, angle] = [Number(values[f]), Number(values[3 + f])];
      at[6 * Number(bus) + 2 * f] = magnitude * Math.cos(angle);
      at[6 * Number(bus) + 2 * f + 1] = magnitude * Math.sin(angle);
    }
  }
  const steps = [...expected].map(([step, voltages]): PeerStep => {
    const { pW, qVar } = stepLoads(loads, step, loadIds);
    return { step, powers: rowPowers(net, pW, qVar), expected: voltages };
  });
  return { net, steps };
}

/** Largest complex difference; a hole on either side is not agreement. */
function largestError(phasors: Float64Array, expected: Float64Array): number {
  let largest = 0;
  for (let k = 0; k < expected.length; k += 2) {
    const re = phasors[k]! - expected[k]!;
    const im = phasors[k + 1]! - expected[k + 1]!;
    largest = Math.max(largest, Math.sqrt(re * re + im * im));
  }
  return largest;
}

function scalarPhasors(
  net: CompiledNetwork,
  steps: readonly PeerStep[],
  settings: SolveSettings,
): Float64Array[] {
  const solver = createScalarSolver(net.flow, settings);
  return steps.map(({ step, powers }) => {
    expect(solver.solveStep(powers.pW, powers.qVar).status, `step ${step}`).toBe('converged');
    return busPhasors(net, solver.voltage);
  });
}

function batchPhasors(
  net: CompiledNetwork,
  steps: readonly PeerStep[],
  settings: SolveSettings,
): Float64Array[] {
  const module = kernelModule();
  if (module === undefined) throw new Error('No WebAssembly SIMD here.');
  const outputs = { voltages: 'complex64' } as const;
  const solver = createBatchSolver(net.flow, { ...settings, precision: 'f64' }, module, outputs);
  const byRow = (of: (step: PeerStep) => Float64Array): Float64Array =>
    Float64Array.from({ length: net.flow.problem.injections.count * steps.length }, (_, k) => {
      return of(steps[k % steps.length]!)[Math.floor(k / steps.length)]!;
    });
  const loads = loadsByRow(
    byRow(({ powers }) => powers.pW),
    byRow(({ powers }) => powers.qVar),
    steps.length,
  );
  const phasors = steps.map(() => new Float64Array(6 * net.flow.problem.blockCount).fill(NaN));
  solver.solve(loads, 0, steps.length, (chunk) => {
    expect([...chunk.status]).toEqual(new Array<number>(chunk.stepCount).fill(0));
    const row = new Float64Array(chunk.stepCount);
    solver.nodes.forEach((node, at) => {
      for (const part of [0, 1]) {
        chunk.copyVoltages(2 * at + part, row, 0);
        row.forEach((value, step) => (phasors[chunk.fromStep + step]![2 * node + part] = value));
      }
    });
  });
  return phasors.map((voltage) => busPhasors(net, voltage));
}

for (const name of ['n104', 'n986']) {
  const title = `../shared/data/peer-case/${name}`;
  const folder = fileURLToPath(new URL(`../../../${title}`, import.meta.url));
  describe.skipIf(!existsSync(folder))(`${title}, unbalanced`, () => {
    for (const [solver, phasorsOf] of [
      ['one step at a time', scalarPhasors],
      ['many steps at once', batchPhasors],
    ] as const) {
      it.each(SETTINGS)(
        `gives every node voltage of power-grid-model at every picked step, ${solver}, %s`,
        (_, settings, bound) => {
          const { net, steps } = readCase(folder);
          expect(steps.length).toBeGreaterThanOrEqual(9);
          const phasors = phasorsOf(net, steps, settings);
          const errors = steps.map(({ expected }, k) => largestError(phasors[k]!, expected));
          expect(Math.max(...errors)).toBeLessThan(bound);
        },
      );
    }
  });
}
