import type { Circuit } from '../../model/circuit';
import { fail, succeed, type Issue, type Outcome } from '../../model/outcome';
import { busSupply, solveWithAdded, type AddedPower } from './addedPower';
import { searchCapacity } from './capacitySearch';
import { withScaledPower } from './circuitEdits';
import { reactivePowerVar } from './hostedTechnology';
import {
  constraintTable,
  NO_SOLUTION,
  violations,
  type ConstraintTable,
  type NetworkLimits,
  type Violation,
} from './limits';
import { isSolved, type CircuitSolution, type SolveCircuit } from './solver';
import { circuitTopology } from './topology';

/** Can this bus take so much? */
export interface PointQuestion {
  readonly busId: string;
  readonly direction: AddedPower['direction'];
  readonly pW: number;
  readonly powerFactor: number;
  /** Phases asked for: all the bus has, or one. */
  readonly phases: readonly number[];
  readonly limits: NetworkLimits;
  /**
   * The circuit's loads and generation at a quiet hour, as factors of the present; absent = no off-peak condition is tried.
   * For generation the quiet hour is one with more load.
   */
  readonly offPeak?: { readonly loadFactor: number; readonly generationFactor: number };
  /** Width of the bracket of "at most X"; X is its lower end. */
  readonly resolutionW: number;
  /** An "at most" below this share of `pW` is a no. */
  readonly leastShare: number;
}

export type PointCondition =
  | { readonly kind: 'threePhase' }
  | { readonly kind: 'onPhase'; readonly phase: number }
  | { readonly kind: 'offPeak'; readonly loadFactor: number; readonly generationFactor: number }
  | { readonly kind: 'atMost'; readonly pW: number };

export interface PointAnswer {
  readonly question: PointQuestion;
  readonly verdict: 'yes' | 'yesIf' | 'no';
  /** What stops the amount that was asked for; for a yes, what is nearest to its limit (usage below 1). */
  readonly binding: Violation;
  /** Conditions under which it fits, simplest first: another connection, another hour, less. */
  readonly conditions: readonly PointCondition[];
  /** 1 - usage of the binding constraint at the amount asked for; negative = beyond, -Infinity = no solution. */
  readonly margin: number;
  /** Largest amount with the connection asked for, up to the amount itself. */
  readonly capacityW: number;
  /** Limits exceeded without the addition. They do not count unless it makes them worse. */
  readonly existing: readonly Violation[];
  readonly label: 'screening';
}

/** Answers for the step that the circuit stands for; every verdict is a full power flow. */
export function answerPointQuestion(
  circuit: Circuit,
  question: PointQuestion,
  solve: SolveCircuit,
): Outcome<PointAnswer> {
  const topology = circuitTopology(circuit);
  const fed = topology.fedPhases[topology.rowOfBus.get(question.busId) ?? -1] ?? [];
  const missing = question.phases.filter((phase) => !fed.includes(phase));
  if (question.phases.length === 0 || missing.length > 0)
    return fail([noSupply(circuit.name, question, missing)]);
  const solved = solve(circuit);
  if (!solved.ok) return solved;
  if (!isSolved(solved.value)) return fail([noBase(circuit.name, solved.value.status)]);
  const base = constraintTable(solved.value, question.limits);
  const supply = busSupply(topology, solved.value);
  const added = (state: Circuit, pW: number, phases: readonly number[]): Outcome<CircuitSolution> => {
    const { busId, direction } = question;
    const qVar = reactivePowerVar(direction, pW, question.powerFactor);
    return solveWithAdded(state, [{ busId, phases, direction, pW, qVar }], supply, solve);
  };
  const asked = judge(added(circuit, question.pW, question.phases), question.limits, base);
  if (!asked.ok) return asked;
  const { binding, found } = asked.value;
  const common = { question, binding, existing: violations(base), label: 'screening' } as const;
  const margin = 1 - binding.usage;
  if (!found) {
    return succeed(
      { ...common, verdict: 'yes', conditions: [], margin, capacityW: question.pW },
      solved.issues,
    );
  }
  const conditions = otherConnections(circuit, question, fed, added, base);
  if (!conditions.ok) return conditions;
  const quiet = offPeakCondition(circuit, question, added, solve);
  if (!quiet.ok) return quiet;
  const capacity = searchCapacity({
    solveAt: (pW) => added(circuit, pW, question.phases),
    base,
    limits: question.limits,
    maxW: question.pW,
    resolutionW: question.resolutionW,
  });
  if (!capacity.ok) return capacity;
  const { capacityW } = capacity.value;
  const all = [...conditions.value, ...quiet.value];
  if (capacityW > 0 && capacityW >= question.leastShare * question.pW) {
    all.push({ kind: 'atMost', pW: capacityW });
  }
  const verdict = all.length > 0 ? 'yesIf' : 'no';
  return succeed({ ...common, verdict, conditions: all, margin, capacityW }, solved.issues);
}

interface Judgement {
  readonly found: boolean;
  readonly binding: Violation;
}

/** The worst new violation; without one, the constraint nearest to its limit among those the base kept. */
function judge(
  solved: Outcome<CircuitSolution>,
  limits: NetworkLimits,
  base: ConstraintTable,
): Outcome<Judgement> {
  if (!solved.ok) return solved;
  if (!isSolved(solved.value)) return succeed({ found: true, binding: NO_SOLUTION });
  const table = constraintTable(solved.value, limits);
  const [worst] = violations(table, base);
  if (worst !== undefined) return succeed({ found: true, binding: worst });
  let nearest = -1;
  table.usage.forEach((usage, row) => {
    if (usage <= 1 && (nearest < 0 || usage > table.usage[nearest]!)) nearest = row;
  });
  const { usage, value, limit, constraints } = table;
  const binding =
    nearest < 0
      ? { ...NO_SOLUTION, usage: NaN }
      : { ...constraints[nearest]!, usage: usage[nearest]!, value: value[nearest]!, limit: limit[nearest]! };
  return succeed({ found: false, binding });
}

type Added = (state: Circuit, pW: number, phases: readonly number[]) => Outcome<CircuitSolution>;

/** The full amount on three phases, then on another single phase (least used first). */
function otherConnections(
  circuit: Circuit,
  question: PointQuestion,
  fed: readonly number[],
  added: Added,
  base: ConstraintTable,
): Outcome<PointCondition[]> {
  if (question.phases.length > 1) return succeed([]);
  const conditions: PointCondition[] = [];
  const phases: { readonly phase: number; readonly usage: number }[] = [];
  for (const phase of fed) {
    if (question.phases.includes(phase)) continue;
    const outcome = judge(added(circuit, question.pW, [phase]), question.limits, base);
    if (!outcome.ok) return outcome;
    if (!outcome.value.found) phases.push({ phase, usage: outcome.value.binding.usage });
  }
  phases.sort((a, b) => a.usage - b.usage);
  for (const { phase } of phases) conditions.push({ kind: 'onPhase', phase });
  if (fed.length === 3) {
    const outcome = judge(added(circuit, question.pW, fed), question.limits, base);
    if (!outcome.ok) return outcome;
    if (!outcome.value.found) conditions.push({ kind: 'threePhase' });
  }
  return succeed(conditions);
}

function offPeakCondition(
  circuit: Circuit,
  question: PointQuestion,
  added: Added,
  solve: SolveCircuit,
): Outcome<PointCondition[]> {
  if (question.offPeak === undefined) return succeed([]);
  const { loadFactor, generationFactor } = question.offPeak;
  const quiet = withScaledPower(circuit, loadFactor, generationFactor);
  const before = solve(quiet);
  if (!before.ok) return before;
  if (!isSolved(before.value)) return succeed([]);
  const base = constraintTable(before.value, question.limits);
  const outcome = judge(added(quiet, question.pW, question.phases), question.limits, base);
  if (!outcome.ok) return outcome;
  return succeed(outcome.value.found ? [] : [{ kind: 'offPeak', loadFactor, generationFactor }]);
}

function noSupply(source: string, { busId, phases }: PointQuestion, missing: readonly number[]): Issue {
  return {
    severity: 'error',
    code: 'point-no-supply',
    source,
    where: busId,
    field: 'phases',
    value: phases.join(', '),
    message: `Bus ${busId} has no supply on ${missing.length > 0 ? `phase ${missing.join(', ')}` : 'the phases asked for'}.`,
    remedy: 'Ask for phases that the bus has.',
  };
}

function noBase(source: string, status: string): Issue {
  return {
    severity: 'error',
    code: 'point-no-base',
    source,
    value: status,
    message: 'The power flow has no solution even without the addition.',
    remedy: 'Look at the loads and voltages of the circuit first.',
  };
}
