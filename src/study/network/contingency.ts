import type { Circuit, CircuitLine } from '../../model/circuit';
import { fail, succeed, type Issue, type Outcome } from '../../model/outcome';
import { snapshotLoadW, withBranchOpen, withLineClosed } from './circuitEdits';
import { fedPart, lostSupply, type LostSupply } from './fedPart';
import {
  constraintTable,
  NO_SOLUTION,
  violations,
  type ConstraintTable,
  type NetworkLimits,
  type Violation,
} from './limits';
import { isSolved, type BranchKind, type SolveCircuit } from './solver';
import { circuitTopology, type CircuitTopology } from './topology';

export interface ContingencySettings {
  readonly limits: NetworkLimits;
  /** Ties closed together at most; 1 or 2. */
  readonly maxTies: 1 | 2;
}

/** The network after switching: who has supply, and what is wrong with it. */
export interface SwitchingResult {
  /** Normally open lines that were closed; empty = the outage alone. */
  readonly closedLineIds: readonly string[];
  readonly lost: LostSupply;
  readonly lostLoadW: number;
  /** Load brought back against the outage alone. */
  readonly restoredLoadW: number;
  /** Beyond their limit now, and kept or less exceeded before the outage; worst first. */
  readonly violations: readonly Violation[];
  /** Highest loading of any branch, 1 = full; NaN without a solution or ratings. */
  readonly largestLoading: number;
  readonly lowestVoltagePu: number;
  readonly lossW: number;
}

/** One branch out of service, and the ways to restore supply, best first. */
export interface Contingency {
  readonly kind: BranchKind;
  readonly branchId: string;
  readonly outage: SwitchingResult;
  /**
   * Ranked: options within all limits first, then more load restored, fewer switches, smaller worst exceedance, lower
   * largest loading, then by id.
   */
  readonly options: readonly SwitchingResult[];
}

/**
 * N-1: opens a branch, then tries every tie (an open line in service) that joins a part without supply to one with. Fails
 * when the intact network has no solution.
 */
export function contingency(
  circuit: Circuit,
  kind: BranchKind,
  branchId: string,
  solve: SolveCircuit,
  settings: ContingencySettings,
): Outcome<Contingency> {
  const intact = solve(fedPart(circuit, circuitTopology(circuit)));
  if (!intact.ok) return intact;
  if (!isSolved(intact.value)) return fail([noBase(circuit.name, intact.value.status)]);
  const base = constraintTable(intact.value, settings.limits);
  const opened = withBranchOpen(circuit, kind, branchId);
  const outage = afterSwitching(opened, [], solve, settings, base, NaN);
  if (!outage.ok) return outage;
  const options: SwitchingResult[] = [];
  for (const ties of tieChoices(opened, branchId, settings.maxTies)) {
    const closed = ties.reduce((state, line) => withLineClosed(state, line.id), opened);
    const ids = ties.map((line) => line.id);
    const option = afterSwitching(closed, ids, solve, settings, base, outage.value.lostLoadW);
    if (!option.ok) return option;
    options.push(option.value);
  }
  options.sort(better);
  return succeed({ kind, branchId, outage: outage.value, options });
}

function afterSwitching(
  circuit: Circuit,
  closedLineIds: readonly string[],
  solve: SolveCircuit,
  { limits }: ContingencySettings,
  base: ConstraintTable,
  outageLostW: number,
): Outcome<SwitchingResult> {
  const topology = circuitTopology(circuit);
  const lost = lostSupply(circuit, topology);
  const lostIds = new Set(lost.loadIds);
  const lostLoadW = circuit.loads.reduce(
    (sum, load) => sum + (lostIds.has(load.id) ? snapshotLoadW(circuit, load) : 0),
    0,
  );
  const restoredLoadW = Number.isNaN(outageLostW) ? 0 : outageLostW - lostLoadW;
  const common = { closedLineIds, lost, lostLoadW, restoredLoadW };
  const nothing = { largestLoading: NaN, lowestVoltagePu: NaN, lossW: 0 };
  if (lost.busIds.length === circuit.buses.length) return succeed({ ...common, ...nothing, violations: [] });
  const solved = solve(fedPart(circuit, topology));
  if (!solved.ok) return solved;
  if (!isSolved(solved.value))
    return succeed({ ...common, ...nothing, violations: [NO_SOLUTION], lossW: NaN });
  const table = constraintTable(solved.value, limits);
  return succeed({
    ...common,
    violations: violations(table, base),
    largestLoading: extreme(
      table,
      (kind) => kind === 'lineLoading' || kind === 'transformerLoading',
      Math.max,
    ),
    lowestVoltagePu: extreme(table, (kind) => kind === 'undervoltage', Math.min),
    lossW: solved.value.lossW,
  });
}

function extreme(
  table: ConstraintTable,
  of: (kind: Violation['kind']) => boolean,
  pick: (a: number, b: number) => number,
): number {
  let found = NaN;
  table.value.forEach((value, row) => {
    if (!of(table.constraints[row]!.kind) || Number.isNaN(value)) return;
    found = Number.isNaN(found) ? value : pick(found, value);
  });
  return found;
}

/** Single ties between a part without supply and one with; pairs that join two parts without to one with, or one each. */
function tieChoices(opened: Circuit, branchId: string, maxTies: 1 | 2): CircuitLine[][] {
  const topology = circuitTopology(opened);
  const joins = (line: CircuitLine, more: CircuitLine[] = []): number =>
    joinedParts(topology, [line, ...more]);
  const candidates = opened.lines.filter((line) => line.enabled && line.open && line.id !== branchId);
  const singles = candidates.filter((line) => joins(line) > 0);
  const choices: CircuitLine[][] = singles.map((line) => [line]);
  if (maxTies === 1) return choices;
  candidates.forEach((line, row) => {
    for (const other of candidates.slice(row + 1)) {
      const both = joins(line, [other]);
      if (both > Math.max(joins(line), joins(other))) choices.push([line, other]);
    }
  });
  return choices;
}

/** How many islands without supply the closed ties connect to one with supply. */
function joinedParts(topology: CircuitTopology, ties: readonly CircuitLine[]): number {
  const alive = topology.islands.map((island) => island.sourceIds.length > 0);
  let joined = 0;
  for (let round = 0; round < ties.length; round += 1) {
    for (const { from, to } of ties) {
      const a = topology.islandOfBus[topology.rowOfBus.get(from.busId) ?? -1];
      const b = topology.islandOfBus[topology.rowOfBus.get(to.busId) ?? -1];
      if (a === undefined || b === undefined || alive[a] === alive[b]) continue;
      alive[a] = true;
      alive[b] = true;
      joined += 1;
    }
  }
  return joined;
}

function better(a: SwitchingResult, b: SwitchingResult): number {
  const worst = ({ violations: found }: SwitchingResult): number => found[0]?.usage ?? 0;
  const loading = ({ largestLoading }: SwitchingResult): number =>
    Number.isNaN(largestLoading) ? 0 : largestLoading;
  return (
    Math.sign(a.violations.length) - Math.sign(b.violations.length) ||
    b.restoredLoadW - a.restoredLoadW ||
    a.closedLineIds.length - b.closedLineIds.length ||
    compare(worst(a), worst(b)) ||
    compare(loading(a), loading(b)) ||
    (a.closedLineIds.join('/') < b.closedLineIds.join('/') ? -1 : 1)
  );
}

/** Without it nothing tells what is new. */
function noBase(source: string, status: string): Issue {
  return {
    severity: 'error',
    code: 'contingency-no-base',
    source,
    value: status,
    message: 'The power flow of the intact network has no solution: no violation could be called new.',
    remedy: 'Look at the loads and voltages of the circuit first.',
  };
}

/** Infinity compares equal to itself, which a difference does not. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a - b;
}
