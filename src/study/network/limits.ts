import { ANSI_RANGE_A_PU, ANSI_UNBALANCE_MAX } from './ansiC84';
import { EN_50160 } from './en50160';
import {
  supplyPoints,
  supplyVoltagesPu,
  threePhasePoints,
  unbalanceFactors,
  type VoltageReference,
} from './supplyVoltage';
import type { CircuitSolution } from './solver';

/** What a network has to keep at one step. */
export interface NetworkLimits {
  readonly vMinPu: number;
  readonly vMaxPu: number;
  /** Of the normal rating, 1 = full. */
  readonly loadingMax: number;
  /** |V-|/|V+|, ratio; Infinity = not asked. */
  readonly unbalanceMax: number;
  readonly voltageReference: VoltageReference;
  readonly source: string;
}

export const EN_50160_LIMITS: NetworkLimits = {
  vMinPu: EN_50160.bandPu[0],
  vMaxPu: EN_50160.bandPu[1],
  loadingMax: 1,
  unbalanceMax: EN_50160.unbalanceMax,
  voltageReference: 'earth',
  source: 'EN 50160: U_n +-10 %, unbalance 2 %, held at every step; ratings as given',
};

export const ANSI_C84_1_LIMITS: NetworkLimits = {
  vMinPu: ANSI_RANGE_A_PU[0],
  vMaxPu: ANSI_RANGE_A_PU[1],
  loadingMax: 1,
  unbalanceMax: ANSI_UNBALANCE_MAX,
  voltageReference: 'earth',
  source:
    'ANSI C84.1 range A service voltage (114-126 V on 120 V), its unbalance of 3 % asked of |V-|/|V+|; ratings as given',
};

export type ConstraintKind =
  | 'undervoltage'
  | 'overvoltage'
  | 'lineLoading'
  | 'transformerLoading'
  | 'unbalance'
  | 'noSolution'
  /** Of questions that ask for them (src/study/districtHosting): change of a voltage, pu; power that has turned, W. */
  | 'voltageDeviation'
  | 'reversePower';

/** One thing a limit applies to. */
export interface Constraint {
  readonly kind: ConstraintKind;
  /** Bus, line or transformer; empty for `noSolution`. */
  readonly elementId: string;
  /** Phase for voltages, else 0. */
  readonly node: number;
}

/**
 * How far each constraint is used: 0 at nominal or empty, 1 at the limit, linear in between. NaN where there is no rating or
 * no supply; such rows never violate.
 */
export interface ConstraintTable {
  readonly constraints: readonly Constraint[];
  readonly usage: Float64Array;
  /** Pu, loading or unbalance ratio. */
  readonly value: Float64Array;
  readonly limit: Float64Array;
}

export interface Violation extends Constraint {
  readonly value: number;
  readonly limit: number;
  /** > 1 is beyond the limit; Infinity = the power flow has no solution. */
  readonly usage: number;
}

/** Rounding must not turn a value on its limit into a violation. */
const SLACK = 1e-9;

export const NO_SOLUTION: Violation = {
  kind: 'noSolution',
  elementId: '',
  node: 0,
  value: NaN,
  limit: NaN,
  usage: Infinity,
};

/** Every constraint of a solved step. Rows depend on the buses and the branches in service only. */
export function constraintTable(solution: CircuitSolution, limits: NetworkLimits): ConstraintTable {
  const constraints: Constraint[] = [];
  const rows: number[] = [];
  const add = (constraint: Constraint, usage: number, value: number, limit: number): void => {
    constraints.push(constraint);
    rows.push(usage, value, limit);
  };
  const points = supplyPoints(solution, limits.voltageReference);
  supplyVoltagesPu(solution, points).forEach((vPu, row) => {
    const { busId, node } = points[row]!;
    const under = (1 - vPu) / (1 - limits.vMinPu);
    const over = (vPu - 1) / (limits.vMaxPu - 1);
    add({ kind: 'undervoltage', elementId: busId, node }, under, vPu, limits.vMinPu);
    add({ kind: 'overvoltage', elementId: busId, node }, over, vPu, limits.vMaxPu);
  });
  for (const { kind, id, loading } of solution.branches) {
    const constraint = kind === 'line' ? 'lineLoading' : 'transformerLoading';
    const usage = loading / limits.loadingMax;
    add({ kind: constraint, elementId: id, node: 0 }, usage, loading, limits.loadingMax);
  }
  if (limits.unbalanceMax < Infinity) {
    const buses = threePhasePoints(solution);
    unbalanceFactors(solution, buses).forEach((factor, row) => {
      const constraint: Constraint = { kind: 'unbalance', elementId: buses[row]!.busId, node: 0 };
      add(constraint, factor / limits.unbalanceMax, factor, limits.unbalanceMax);
    });
  }
  const column = (offset: number): Float64Array => {
    const values = new Float64Array(constraints.length);
    for (let row = 0; row < values.length; row++) values[row] = rows[3 * row + offset]!;
    return values;
  };
  return { constraints, usage: column(0), value: column(1), limit: column(2) };
}

/**
 * Constraints beyond their limit, worst first. With `base`, only those that the base kept or that have become worse than
 * there: what was wrong before is not the addition's doing.
 */
export function violations(table: ConstraintTable, base?: ConstraintTable): Violation[] {
  const found: Violation[] = [];
  table.usage.forEach((usage, row) => {
    if (!(usage > 1 + SLACK)) return;
    const constraint = table.constraints[row]!;
    const before = base === undefined ? 0 : usageIn(base, row, constraint);
    if (before > 1 && usage <= before + 1e-6) return;
    found.push({ ...constraint, usage, value: table.value[row]!, limit: table.limit[row]! });
  });
  return found.sort((a, b) => b.usage - a.usage);
}

function usageIn(base: ConstraintTable, row: number, wanted: Constraint): number {
  const same = (constraint: Constraint | undefined): boolean =>
    constraint?.kind === wanted.kind &&
    constraint.elementId === wanted.elementId &&
    constraint.node === wanted.node;
  if (same(base.constraints[row])) return base.usage[row]!;
  const found = base.constraints.findIndex(same);
  return found < 0 ? 0 : base.usage[found]!;
}
