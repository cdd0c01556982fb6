import type { Circuit } from '../../../model/circuit';
import { fail, type Issue, type Outcome, settle } from '../../../model/outcome';
import { type CurveProblem, meetCurves } from '../controls/curveSearch';
import { hasInverterControls, InverterBank, type InverterPower } from '../controls/inverter';
import { hasHeldVoltages, holdVoltages } from '../controls/heldVoltage';
import { type Instruments, instruments } from '../controls/measure';
import { compileFlow } from '../factor/compileFlow';
import type { CompiledFlow, SolveSettings } from '../flow';
import { createScalarSolver, type ScalarSolver } from '../scalar/solver';
import { type CompiledCircuit, compileCircuit } from './compileCircuit';
import { sharesNetwork } from './otherRows';
import type { RowPowers } from './powers';
import { reportBases } from './reportBases';
import { circuitFlows } from './circuitFlows';
import { type CircuitSolution, namedIssues, nodeName, nodeOfSlot } from './solution';

export interface SolvedOnce {
  readonly compiled: CompiledCircuit;
  readonly voltages: Voltages;
  /** With the flows of all elements, which controls do not need. */
  report(): CircuitSolution;
  /** What inverters under control feed, by generator id. */
  readonly inverters: ReadonlyMap<string, InverterPower>;
  /** Inverters stand on their curves, and held voltages are held or their generators at a limit. */
  readonly rests: boolean;
}

/** A circuit compiled and factored. */
export interface Ready {
  readonly compiled: CompiledCircuit;
  readonly flow: CompiledFlow;
  readonly solver: ScalarSolver;
  /** Chosen once, with the taps the circuit came with. */
  readonly bases: Float64Array;
  readonly issues: readonly Issue[];
}

/** Powers of a circuit's injection rows. */
export type PowersOf = (compiled: CompiledCircuit) => RowPowers;

/** Inverters rest when every one is this close to its curve, as a share of its rating. */
const INVERTER_TOLERANCE = 1e-7;

/**
 * A circuit compiled and factored for solving it with loads and generators here and there: they may stand anywhere, and an
 * `earlier` one of the same network lends all but their rows. What it lends does not depend on the rows it had.
 */
export function prepareAnywhere(circuit: Circuit, settings: SolveSettings, earlier?: Ready): Outcome<Ready> {
  if (earlier?.compiled.circuit === circuit) return settle(earlier, earlier.issues);
  const kept = earlier !== undefined && sharesNetwork(earlier.compiled, circuit) ? earlier : undefined;
  return prepare(circuit, settings, kept, true);
}

function prepare(
  circuit: Circuit,
  settings: SolveSettings,
  earlier: Ready | undefined,
  rowsAnywhere: boolean,
): Outcome<Ready> {
  const compiled = compileCircuit(circuit, earlier?.compiled);
  if (!compiled.ok) return compiled;
  const flow = compileFlow(compiled.value.problem, earlier?.flow, { rowsAnywhere });
  if (!flow.ok) return fail([...compiled.issues, ...namedIssues(compiled.value, flow.issues)]);
  const solver = createScalarSolver(flow.value, settings);
  const bases = earlier?.bases ?? reportBases(compiled.value);
  const { issues } = compiled;
  return settle({ compiled: compiled.value, flow: flow.value, solver, bases, issues }, issues);
}

/** Solves circuits that differ in taps, steps and powers; factors are kept while only powers change. */
export class SnapshotSolver {
  constructor(
    private readonly settings: SolveSettings,
    private last?: Ready,
  ) {}

  /** One solution, the inverters moved along their curves until they rest. */
  solve(circuit: Circuit, controlled: boolean, powersOf: PowersOf): Outcome<SolvedOnce> {
    const ready = this.prepare(circuit);
    if (!ready.ok) return ready;
    const { compiled, bases, issues } = ready.value;
    const offered = powersOf(compiled);
    if (controlled && hasInverterControls(circuit)) {
      const bank = new InverterBank(compiled, bases, offered);
      if (!bank.isEmpty) return settle(solveInverters(ready.value, bank), issues);
    }
    const { voltages, rests } = solveHeld(ready.value, offered);
    const report = (): CircuitSolution => reported(ready.value, voltages);
    return settle({ compiled, voltages, report, inverters: new Map(), rests }, issues);
  }

  prepare(circuit: Circuit): Outcome<Ready> {
    const { last } = this;
    if (last?.compiled.circuit === circuit) return settle(last, last.issues);
    if (last !== undefined && sameNetwork(last.compiled.circuit, circuit)) {
      return settle({ ...last, compiled: { ...last.compiled, circuit } }, last.issues);
    }
    const ready = prepare(circuit, this.settings, last, false);
    if (ready.ok) this.last = ready.value;
    return ready;
  }
}

export type Voltages = Pick<
  CircuitSolution,
  'status' | 'iterations' | 'mismatchPu' | 'worstNode' | 'voltageRe' | 'voltageIm'
>;

function solveVoltages({ compiled, solver }: Ready, powers: RowPowers): Voltages {
  solver.restart();
  const { status, iterations, mismatchPu, worstNode } = solver.solveStep(powers.pW, powers.qVar);
  const { re, im } = nodeVoltsOf(compiled, solver.voltage);
  const worst = nodeName(compiled, nodeOfSlot(compiled, worstNode));
  return { status, iterations, mismatchPu, worstNode: worst, voltageRe: re, voltageIm: im };
}

/** Voltages with the reactive powers of the generators that hold theirs. */
function solveHeld(
  ready: Ready,
  offered: RowPowers,
): { readonly voltages: Voltages; readonly rests: boolean } {
  const { compiled } = ready;
  if (!hasHeldVoltages(compiled.circuit)) return { voltages: solveVoltages(ready, offered), rests: true };
  const { powers, settled } = holdVoltages(compiled, offered, (tried) => readSolution(ready, tried));
  const voltages = solveVoltages(ready, powers);
  return { voltages, rests: settled || voltages.status !== 'converged' };
}

function readSolution(ready: Ready, powers: RowPowers): Instruments | null {
  const { status, voltageRe, voltageIm } = solveVoltages(ready, powers);
  return status === 'converged' ? instruments(ready.compiled, voltageRe, voltageIm) : null;
}

function reported({ compiled, bases }: Ready, voltages: Voltages): CircuitSolution {
  const flows = circuitFlows(compiled, voltages.voltageRe, voltages.voltageIm);
  return { ...voltages, baseVoltageV: bases, ...flows };
}

/** What inverters feed in a round, and how the network answers. */
interface Round {
  readonly state: Float64Array;
  readonly voltages: Voltages;
  /** Held voltages are held. */
  readonly holds: boolean;
  /** [inverter], per unit; null without solution. */
  readonly measured: Float64Array | null;
}

function solveInverters(ready: Ready, bank: InverterBank): SolvedOnce {
  const { compiled } = ready;
  const solveRound = (state: Float64Array): Round => {
    const { voltages, rests: holds } = solveHeld(ready, bank.powers(state));
    const { status, voltageRe, voltageIm } = voltages;
    const isSolved = status === 'converged';
    const measured = isSolved ? bank.voltages(instruments(compiled, voltageRe, voltageIm)) : null;
    return { state, voltages, holds, measured };
  };
  const done = ({ state, voltages, holds }: Round, onCurves: boolean): SolvedOnce => {
    const report = (): CircuitSolution => reported(ready, voltages);
    return { compiled, voltages, report, inverters: bank.byId(state), rests: onCurves && holds };
  };
  const offered = solveRound(bank.offer());
  const { measured } = offered;
  if (measured !== null && largestGap(offered.state, bank.targets(measured)) < INVERTER_TOLERANCE) {
    return done(offered, true);
  }
  let latest = offered;
  let sensitivity: Float64Array | undefined;
  const problem: CurveProblem = {
    count: bank.count,
    respond(v) {
      latest = solveRound(bank.targets(v));
      return latest.measured;
    },
    gap: (v, at) => largestGap(bank.targets(v), bank.targets(at)),
    gain(v) {
      sensitivity ??= sensitivities(bank.targets(v), solveRound);
      return gainOf(sensitivity, bank.slopes(v));
    },
  };
  const start = measured ?? new Float64Array(bank.count).fill(1);
  const { v, rests } = meetCurves(problem, start, INVERTER_TOLERANCE);
  const final = rests ? latest : solveRound(bank.targets(v));
  return done(final, rests || final.measured === null);
}

function largestGap(a: Float64Array, b: Float64Array): number {
  return a.reduce((most, value, k) => Math.max(most, Math.abs(value - b[k]!)), 0);
}

/** Share of the rating by which a power is moved to see what voltages do. */
const PROBE = 0.01;

/** Change of each inverter's voltage per share of each inverter's p and q, [count][2 count]. */
function sensitivities(state: Float64Array, solveRound: (state: Float64Array) => Round): Float64Array {
  const columns = state.length;
  const out = new Float64Array((columns / 2) * columns);
  const base = solveRound(state).measured;
  for (let column = 0; column < columns && base !== null; column++) {
    const probed = state.slice();
    probed[column]! -= PROBE;
    solveRound(probed).measured?.forEach((value, row) => {
      out[columns * row + column] = (base[row]! - value) / PROBE;
    });
  }
  return out;
}

/** [count][count]: what an inverter's voltage does to another's through its curves. */
function gainOf(sensitivity: Float64Array, slopes: Float64Array): Float64Array {
  const count = slopes.length / 2;
  return Float64Array.from({ length: count * count }, (_, at) => {
    const row = Math.floor(at / count);
    const from = 2 * (at % count);
    const k = 2 * count * row + from;
    return sensitivity[k]! * slopes[from]! + sensitivity[k + 1]! * slopes[from + 1]!;
  });
}

/** Nothing but powers differs: everything that shapes the admittances is the same object. */
function sameNetwork(a: Circuit, b: Circuit): boolean {
  return (
    a.transformers === b.transformers &&
    a.capacitors === b.capacitors &&
    a.lines === b.lines &&
    a.reactors === b.reactors &&
    a.sources === b.sources &&
    a.loads === b.loads &&
    a.generators === b.generators
  );
}

/** Node voltages in volts from block voltages in per unit; NaN where no source feeds the node. */
function nodeVoltsOf(
  compiled: CompiledCircuit,
  voltage: Float64Array,
): { re: Float64Array; im: Float64Array } {
  const { blockOfNode, slotOfNode, fed } = compiled.nodes;
  const { baseV } = compiled;
  const re = new Float64Array(baseV.length).fill(NaN);
  const im = new Float64Array(baseV.length).fill(NaN);
  for (let node = 0; node < baseV.length; node++) {
    if (fed[node] === 0) continue;
    const at = 2 * (3 * blockOfNode[node]! + slotOfNode[node]!);
    re[node] = baseV[node]! * voltage[at]!;
    im[node] = baseV[node]! * voltage[at + 1]!;
  }
  return { re, im };
}
