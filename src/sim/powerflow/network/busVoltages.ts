import { type BatchSolver, createBatchSolver, loadsByRow } from '../batch';
import { kernelModule } from '../kernel';
import type { CompiledNetwork } from './compiled';
import { injectionRows, NETWORK_SETTINGS, type NetworkLoads } from './solveNetwork';

const PHASES = 3;

/** Phase-to-earth voltages of some buses. */
export interface BusVoltages {
  /** [row of `buses`][phase][step], pu; NaN where a step has no solution. */
  readonly vPu: Float64Array;
  /** [step]: 1 where the step has a solution. */
  readonly solved: Uint8Array;
}

/**
 * Solves all steps of `loads` for nothing but the voltages of some fed buses: with the bits of `solveNetwork`, at a fraction of
 * its cost. The solver is kept with the list of buses.
 */
export function busVoltages(
  net: CompiledNetwork,
  buses: Int32Array,
  loads: NetworkLoads,
  stepCount: number,
): BusVoltages {
  const vPu = new Float64Array(PHASES * buses.length * stepCount);
  const solved = new Uint8Array(stepCount);
  const { pW, qVar } = injectionRows(net, loads, stepCount);
  solverOf(net, buses).solve(loadsByRow(pW, qVar, stepCount), 0, stepCount, (chunk) => {
    for (let row = 0; row < PHASES * buses.length; row++)
      chunk.copyVoltages(row, vPu, row * stepCount + chunk.fromStep);
    for (let step = 0; step < chunk.stepCount; step++)
      solved[chunk.fromStep + step] = chunk.status[step] === 0 ? 1 : 0;
  });
  return { vPu, solved };
}

const solvers = new WeakMap<CompiledNetwork, WeakMap<Int32Array, BatchSolver>>();

function solverOf(net: CompiledNetwork, buses: Int32Array): BatchSolver {
  const ofNet = solvers.get(net) ?? new WeakMap<Int32Array, BatchSolver>();
  solvers.set(net, ofNet);
  const present = ofNet.get(buses);
  if (present !== undefined) return present;
  const nodes = new Int32Array(PHASES * buses.length);
  buses.forEach((bus, row) => {
    for (let f = 0; f < PHASES; f++) nodes[PHASES * row + f] = PHASES * net.busBlock[bus]! + f;
  });
  const settings = { ...NETWORK_SETTINGS, precision: 'f64' } as const;
  const solver = createBatchSolver(net.flow, settings, kernelModule(), { nodes, voltages: 'magnitude64' });
  ofNet.set(buses, solver);
  return solver;
}
