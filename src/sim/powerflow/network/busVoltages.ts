import { type BatchSolver, createBatchSolver, loadsByRow } from '../batch';
import { kernelModule } from '../kernel';
import type { CompiledNetwork } from './compiled';
import { regulate, type Regulation } from './regulation';
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
  const given = injectionRows(net, loads, stepCount);
  const regulation =
    net.regulators === null ? null : regulate(net, net.regulators, given, stepCount, NETWORK_SETTINGS);
  const { pW, qVar } = regulation ?? given;
  solverOf(net, buses).solve(loadsByRow(pW, qVar, stepCount), 0, stepCount, (chunk) => {
    for (let row = 0; row < PHASES * buses.length; row++)
      chunk.copyVoltages(row, vPu, row * stepCount + chunk.fromStep);
    for (let step = 0; step < chunk.stepCount; step++)
      solved[chunk.fromStep + step] = chunk.status[step] === 0 ? 1 : 0;
  });
  if (regulation !== null) makeReal(vPu, net, buses, regulation, stepCount);
  return { vPu, solved };
}

/** Behind a regulator voltages are those of the network with all of them in the middle times its factor. */
function makeReal(
  vPu: Float64Array,
  { regulators, busPosition }: CompiledNetwork,
  buses: Int32Array,
  { factor }: Regulation,
  stepCount: number,
): void {
  buses.forEach((bus, row) => {
    const part = regulators!.partOfPosition[busPosition[bus]!]!;
    if (part < 0) return;
    for (let f = 0; f < PHASES; f++)
      for (let step = 0; step < stepCount; step++)
        vPu[(PHASES * row + f) * stepCount + step]! *= factor[part * stepCount + step]!;
  });
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
