import { type BatchSolver, createBatchSolver, loadsByRow } from '../batch';
import type { SolveSettings } from '../flow';
import { kernelModule } from '../kernel';
import type { CompiledNetwork } from './compiled';
import { NetworkSteps, StepRows, type KeptCurrents } from './networkSteps';
import { RegulatedSteps } from './regulatedSteps';
import { regulate } from './regulation';

const PHASES = 3;

/**
 * Where feed-in cancels load, the source carries little of what flows: ten times tighter than a single solution, or the
 * balance of such an hour closes to 2e-6 of 1 kW only.
 */
export const NETWORK_SETTINGS: SolveSettings = { tolerancePu: 1e-9, maxIterations: 30 };

/** Net loads of consecutive steps, step innermost; positive = import from the grid. */
export interface NetworkLoads {
  /** [building][phase][step], W and var. */
  readonly netPW: Float64Array;
  readonly netQVar: Float64Array;
  /** [storage][step]: charge less discharge, balanced over the phases. */
  readonly storageNetW: Float64Array;
}

/**
 * Solves all steps of `loads` and hands their flows over in runs of consecutive steps, from step 0 on. The bits of a step
 * depend on nothing but its own loads.
 */
export function solveNetwork(
  net: CompiledNetwork,
  loads: NetworkLoads,
  stepCount: number,
  record: (steps: NetworkSteps) => void,
  settings: SolveSettings = NETWORK_SETTINGS,
  currents: KeptCurrents = 'phases',
): void {
  const { solver, kept } = solverOf(net, settings, currents);
  const source = sourceLoads(net, loads, stepCount);
  const given = injectionRows(net, loads, stepCount);
  const regulation =
    net.regulators === null ? null : regulate(net, net.regulators, given, stepCount, settings);
  const rows = regulation ?? given;
  solver.solve(loadsByRow(rows.pW, rows.qVar, stepCount), 0, stepCount, (chunk) => {
    const part = (values: Float64Array): Float64Array => values.subarray(chunk.fromStep);
    kept.fill(chunk);
    const real = regulation === null ? null : new RegulatedSteps(net, regulation, stepCount, chunk);
    real?.refer(kept);
    record(new NetworkSteps(net, chunk, kept, part(source.pW), part(source.qVar), real));
  });
}

interface Ready {
  readonly settings: SolveSettings;
  readonly solver: BatchSolver;
  readonly kept: StepRows;
}

const solvers = {
  phases: new WeakMap<CompiledNetwork, Ready>(),
  largest: new WeakMap<CompiledNetwork, Ready>(),
} as const;

function solverOf(net: CompiledNetwork, settings: SolveSettings, currents: KeptCurrents): Ready {
  const present = solvers[currents].get(net);
  if (present !== undefined && present.settings === settings) return present;
  const nodes = new Int32Array(PHASES * net.subtreeEnd.length);
  net.busPosition.forEach((position, bus) => {
    for (let f = 0; position >= 0 && f < PHASES; f++) {
      nodes[PHASES * position + f] = PHASES * net.busBlock[bus]! + f;
    }
  });
  const { branches } = net;
  // A year wants sums and extremes, unbalance among them; a week its currents, and has no row for unbalance.
  const keepsUnbalance = currents === 'largest';
  const solver = createBatchSolver(net.flow, { ...settings, precision: 'f64' }, kernelModule(), {
    nodes,
    voltages: 'magnitude64',
    branches,
    currents,
    unbalance: keepsUnbalance,
  });
  const ready = { settings, solver, kept: new StepRows(net, currents, keepsUnbalance) };
  solvers[currents].set(net, ready);
  return ready;
}

/**
 * Powers of the injection rows: buildings come first, three each, then storages, then regulators without power (networkCircuit);
 * what has no connection has no rows. Where buildings alone make up the rows they are taken as they lie.
 */
export function injectionRows(
  net: CompiledNetwork,
  loads: NetworkLoads,
  stepCount: number,
): { readonly pW: Float64Array; readonly qVar: Float64Array } {
  const { injectionRow } = net;
  const { count } = net.flow.problem.injections;
  if (net.storageIds.length === 0 && net.regulators === null && count * stepCount === loads.netPW.length) {
    return { pW: loads.netPW, qVar: loads.netQVar };
  }
  const pW = new Float64Array(count * stepCount);
  const qVar = new Float64Array(count * stepCount);
  const width = PHASES * stepCount;
  for (let building = 0; building < net.buildingCount; building++) {
    const row = injectionRow[building]!;
    if (row < 0) continue;
    pW.set(loads.netPW.subarray(building * width, (building + 1) * width), row * stepCount);
    qVar.set(loads.netQVar.subarray(building * width, (building + 1) * width), row * stepCount);
  }
  for (let storage = 0; storage < net.storageIds.length; storage++) {
    const row = injectionRow[net.buildingCount + storage]!;
    for (let k = 0; k < width; k++) {
      pW[row * stepCount + k] = loads.storageNetW[storage * stepCount + (k % stepCount)]! / PHASES;
    }
  }
  return { pW, qVar };
}

function sourceLoads(
  net: CompiledNetwork,
  loads: NetworkLoads,
  stepCount: number,
): { pW: Float64Array; qVar: Float64Array } {
  const out = { pW: new Float64Array(stepCount), qVar: new Float64Array(stepCount) };
  const add = (total: Float64Array, values: Float64Array, row: number): void => {
    for (let step = 0; step < stepCount; step++) {
      total[step] = total[step]! + values[row * stepCount + step]!;
    }
  };
  net.loadBus.forEach((bus, building) => {
    if (bus !== net.sourceBus) return;
    for (let f = 0; f < PHASES; f++) {
      add(out.pW, loads.netPW, PHASES * building + f);
      add(out.qVar, loads.netQVar, PHASES * building + f);
    }
  });
  net.storagePosition.forEach((position, storage) => {
    if (position === net.busPosition[net.sourceBus]) add(out.pW, loads.storageNetW, storage);
  });
  return out;
}
