import { DEFAULT_SETTINGS, type SolveSettings } from '../../../src/sim/powerflow/flow';
import {
  type CompiledNetwork,
  type CompileOptions,
  type NetworkLoads,
  solveNetwork,
} from '../../../src/sim/powerflow/network';
import {
  createScalarSolver,
  type ScalarSolver,
  type StepResult,
} from '../../../src/sim/powerflow/scalar/solver';
import { type Case, compiled } from './networks';

/** One step's flows of every branch, copied out of `NetworkSteps`. Rows as in `CompiledNetwork`. */
export interface StepFlows {
  /** As reported: negative when the step has no solution. */
  readonly iterations: number;
  /** [bus][phase] */
  readonly vMagPu: Float64Array;
  /** [branch][phase] */
  readonly currentA: Float64Array;
  readonly loading: Float64Array;
  readonly pFromW: Float64Array;
  readonly qFromVar: Float64Array;
  readonly lossW: Float64Array;
  readonly totalLossW: number;
  readonly sourcePW: number;
  readonly sourceQVar: number;
}

/** Flows of every step, through the solver of many steps. */
export function networkFlows(
  net: CompiledNetwork,
  loads: NetworkLoads,
  stepCount: number,
  settings: SolveSettings = DEFAULT_SETTINGS,
): StepFlows[] {
  const out: StepFlows[] = [];
  const buses = net.busIds.length;
  const branches = net.branchIds.length;
  solveNetwork(
    net,
    loads,
    stepCount,
    (steps) => {
      if (steps.fromStep !== out.length) throw new Error(`Step ${steps.fromStep} after ${out.length}.`);
      const loadings = net.branchIds.map((_, branch) => {
        const row = new Float64Array(steps.stepCount);
        steps.writeLoading(branch, row);
        return row;
      });
      for (let step = 0; step < steps.stepCount; step++) {
        const each = (of: (branch: number, step: number) => number): Float64Array =>
          Float64Array.from({ length: branches }, (_, branch) => of.call(steps, branch, step));
        out.push({
          iterations: steps.iterations(step),
          vMagPu: Float64Array.from({ length: 3 * buses }, (_, k) =>
            steps.vMagPu(Math.floor(k / 3), k % 3, step),
          ),
          currentA: Float64Array.from({ length: 3 * branches }, (_, k) =>
            steps.currentA(Math.floor(k / 3), k % 3, step),
          ),
          loading: Float64Array.from(loadings, (row) => row[step]!),
          pFromW: each(steps.pFromW),
          qFromVar: each(steps.qFromVar),
          lossW: each(steps.lossW),
          totalLossW: steps.totalLossW(step),
          sourcePW: steps.sourcePW(step),
          sourceQVar: steps.sourceQVar(step),
        });
      }
    },
    settings,
  );
  if (out.length !== stepCount) throw new Error(`${out.length} steps of ${stepCount}.`);
  return out;
}

/** Powers of the flow problem's rows for [building][phase] loads: three rows a building, then three a storage. */
export function rowPowers(
  net: CompiledNetwork,
  pW: Float64Array,
  qVar: Float64Array,
  storageW: Float64Array = new Float64Array(net.storageIds.length),
): { pW: Float64Array; qVar: Float64Array } {
  const loadRow = net.injectionRow;
  const table = net.flow.problem.injections;
  const out = { pW: new Float64Array(table.count), qVar: new Float64Array(table.count) };
  for (let f = 0; f < 3; f++) {
    for (let building = 0; building < net.buildingCount; building++) {
      if (loadRow[building]! < 0) continue;
      out.pW[loadRow[building]! + f] = pW[3 * building + f]!;
      out.qVar[loadRow[building]! + f] = qVar[3 * building + f]!;
    }
    storageW.forEach((w, storage) => {
      out.pW[loadRow[net.buildingCount + storage]! + f] = w / 3;
    });
  }
  return out;
}

/** [bus][phase][re, im] in per unit from voltages by block; NaN at unfed buses. */
export function busPhasors(net: CompiledNetwork, voltage: Float64Array): Float64Array {
  const out = new Float64Array(6 * net.busIds.length).fill(NaN);
  net.busBlock.forEach((block, row) => {
    if (net.busPosition[row]! >= 0) out.set(voltage.subarray(6 * block, 6 * block + 6), 6 * row);
  });
  return out;
}

/** One case solved twice: phasors by the scalar solver, flows and magnitudes by the solver of many steps. */
export interface SolvedCase {
  readonly net: CompiledNetwork;
  readonly solver: ScalarSolver;
  readonly result: Readonly<StepResult>;
  readonly phasors: Float64Array;
  readonly flows: StepFlows;
}

export function solveCase(
  item: Case,
  settings: SolveSettings = DEFAULT_SETTINGS,
  options: CompileOptions = {},
): SolvedCase {
  const net = compiled(item.network, item.connections, options);
  const solver = createScalarSolver(net.flow, settings);
  const powers = rowPowers(net, item.pW, item.qVar, item.storageW);
  const result = { ...solver.solveStep(powers.pW, powers.qVar) };
  const phasors = busPhasors(net, solver.voltage);
  const loads = { netPW: item.pW, netQVar: item.qVar, storageNetW: item.storageW };
  return { net, solver, result, phasors, flows: networkFlows(net, loads, 1, settings)[0]! };
}

export const tolerance = (tolerancePu: number): SolveSettings => ({ tolerancePu, maxIterations: 60 });
