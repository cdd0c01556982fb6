import type { Connection } from '../../model/building';
import type { Network } from '../../model/network';
import { succeed, type Outcome } from '../../model/outcome';
import type { RunTable } from '../../sim/arrays/results';
import {
  compileNetwork,
  solveNetwork,
  type CompiledNetwork,
  type NetworkSteps,
} from '../../sim/powerflow/network';
import type { CompiledRun } from '../compiledRun';
import { networkChunk } from '../networkChunk';
import { addNetworkChunk, closeYear, startYear } from '../year';
import type { YearBefore } from './answer';
import type { StepLoads, YearLoads } from './yearLoads';

const PHASES = 3;

/** Worst of every branch and bus over the steps that were solved, with the step of each; rows as in the run. */
export interface Extremes {
  /** 1 = rated. */
  readonly loadingMax: Float64Array;
  readonly loadingMaxStep: Float64Array;
  /** Any phase, pu; NaN without supply. */
  readonly vMinPu: Float64Array;
  readonly vMinStep: Float64Array;
  readonly vMaxPu: Float64Array;
  readonly vMaxStep: Float64Array;
  /** Steps without a solution, and the first of them; -1 where there is none. */
  readonly unsolved: number;
  readonly unsolvedStep: number;
  /** What each transformer may carry, 1 = nameplate. */
  readonly ratings: Float64Array;
}

export function extremesOf(table: YearBefore['table'], ratings: Float64Array): Extremes {
  return {
    loadingMax: table.branchLoadingMax,
    loadingMaxStep: table.branchLoadingMaxStep,
    vMinPu: table.busVMinPu,
    vMinStep: table.busVMinStep,
    vMaxPu: table.busVMaxPu,
    vMaxStep: table.busVMaxStep,
    unsolved: table.iterations.reduce((count, used) => count + (used < 0 ? 1 : 0), 0),
    unsolvedStep: table.iterations.findIndex((used) => used < 0),
    ratings,
  };
}

/** Power at one connection beside the buildings, by phase a, b, c, W and var drawn; below 0 for generation. */
export interface AddedLoad {
  readonly pW: readonly [number, number, number];
  readonly qVar: readonly [number, number, number];
}

/** A network with one connection more than the district's buildings have: the row behind theirs. */
export function withConnection(
  network: Network,
  buildings: readonly { readonly connection: Connection | null }[],
  added: Connection,
): Outcome<CompiledNetwork> {
  const compiled = compileNetwork(network, [...buildings.map(({ connection }) => connection), added]);
  // What the network has to say of itself has been said by the run.
  return compiled.ok ? succeed(compiled.value) : compiled;
}

function withAdded(loads: StepLoads, { pW, qVar }: AddedLoad): StepLoads {
  const { steps } = loads;
  const extended = (column: Float64Array, power: readonly number[]): Float64Array => {
    const more = new Float64Array(column.length + PHASES * steps);
    more.set(column);
    power.forEach((value, phase) =>
      more.fill(value, column.length + phase * steps, column.length + (phase + 1) * steps),
    );
    return more;
  };
  return { ...loads, netPW: extended(loads.netPW, pW), netQVar: extended(loads.netQVar, qVar) };
}

/**
 * The power flow of every step of the year with a constant power added, chunk by chunk, the share that is done after each;
 * the rest of the table is empty.
 */
export function* solvingYear(
  run: CompiledRun,
  network: CompiledNetwork,
  loads: YearLoads,
  added: AddedLoad,
): Generator<number, RunTable> {
  const table = startYear(run.rows, run.calendar);
  const extended = { ...run, network };
  const { chunkCount } = run.calendar;
  for (let chunk = 0; chunk < chunkCount; chunk += 1) {
    const part = networkChunk(extended, chunk, withAdded(loads.chunk(chunk), added));
    addNetworkChunk(table, run.calendar, chunk, part);
    yield (chunk + 1) / chunkCount;
  }
  closeYear(table);
  return table;
}

/** The same of single steps, whose numbers are `steps`; what transformers may carry is a matter of whole years, and is given. */
export function solveSteps(
  network: CompiledNetwork,
  steps: readonly number[],
  loads: StepLoads,
  added: AddedLoad,
  ratings: Float64Array,
): Extremes {
  return solveGroups(network, steps, withAdded(loads, added), ratings)[0]!;
}

/**
 * Extremes of groups of columns, each over the same steps: column g n + i is step `steps[i]` of group g, n steps a group. All
 * are solved at once; the bits of a column depend on nothing but its own loads. `look` sees the flows as they come.
 */
export function solveGroups(
  network: CompiledNetwork,
  steps: readonly number[],
  loads: StepLoads,
  ratings: Float64Array,
  look?: (flows: NetworkSteps) => void,
): Extremes[] {
  const groups = Array.from({ length: loads.steps / steps.length }, () => new Worst(network, steps, ratings));
  solveNetwork(network, loads, loads.steps, (flows) => {
    look?.(flows);
    const loading = new Float64Array(flows.stepCount);
    const place = (local: number): readonly [Worst, number] => {
      const column = flows.fromStep + local;
      return [groups[Math.floor(column / steps.length)]!, column % steps.length];
    };
    const isSolved = Array.from(loading, (_, local) => flows.iterations(local) >= 0);
    isSolved.forEach((solved, local) => {
      if (solved) return;
      const [worst, step] = place(local);
      worst.withoutSolution(step);
    });
    for (let branch = 0; branch < network.branchIds.length; branch += 1) {
      flows.writeLoading(branch, loading);
      for (let local = 0; local < flows.stepCount; local += 1) {
        const [worst, step] = place(local);
        if (isSolved[local]) worst.load(branch, step, loading[local]!);
      }
    }
    for (let bus = 0; bus < network.busIds.length; bus += 1) {
      for (let phase = 0; phase < PHASES; phase += 1) {
        const row = flows.vMagRowPu(bus, phase);
        for (let local = 0; row !== null && local < flows.stepCount; local += 1) {
          const [worst, step] = place(local);
          if (isSolved[local]) worst.voltage(bus, step, row[local]!);
        }
      }
    }
  });
  return groups;
}

/** Extremes as they are found. */
class Worst implements Extremes {
  readonly loadingMax: Float64Array;
  readonly loadingMaxStep: Float64Array;
  readonly vMinPu: Float64Array;
  readonly vMinStep: Float64Array;
  readonly vMaxPu: Float64Array;
  readonly vMaxStep: Float64Array;
  unsolved = 0;
  unsolvedStep = -1;

  constructor(
    { branchIds, busIds }: CompiledNetwork,
    private readonly steps: readonly number[],
    readonly ratings: Float64Array,
  ) {
    const unknown = (count: number) => new Float64Array(count).fill(Number.NaN);
    this.loadingMax = unknown(branchIds.length);
    this.loadingMaxStep = new Float64Array(branchIds.length);
    this.vMinPu = unknown(busIds.length);
    this.vMinStep = new Float64Array(busIds.length);
    this.vMaxPu = unknown(busIds.length);
    this.vMaxStep = new Float64Array(busIds.length);
  }

  withoutSolution(at: number): void {
    const step = this.steps[at]!;
    this.unsolved += 1;
    if (this.unsolvedStep < 0 || step < this.unsolvedStep) this.unsolvedStep = step;
  }

  load(branch: number, at: number, value: number): void {
    if (value <= this.loadingMax[branch]!) return;
    this.loadingMax[branch] = value;
    this.loadingMaxStep[branch] = this.steps[at]!;
  }

  voltage(bus: number, at: number, vPu: number): void {
    if (!(vPu >= this.vMinPu[bus]!)) {
      this.vMinPu[bus] = vPu;
      this.vMinStep[bus] = this.steps[at]!;
    }
    if (!(vPu <= this.vMaxPu[bus]!)) {
      this.vMaxPu[bus] = vPu;
      this.vMaxStep[bus] = this.steps[at]!;
    }
  }
}
