import { succeed, type Outcome } from '../../model/outcome';
import {
  constraintTable,
  NO_SOLUTION,
  violations,
  type ConstraintTable,
  type NetworkLimits,
  type Violation,
} from './limits';
import { isSolved, type CircuitSolution } from './solver';

export interface CapacitySearch {
  /** The network with this much added; monotone in what is added. */
  readonly solveAt: (addedW: number) => Outcome<CircuitSolution>;
  readonly base: ConstraintTable;
  readonly limits: NetworkLimits;
  readonly maxW: number;
  readonly resolutionW: number;
}

export interface Capacity {
  /** Largest amount that the full power flow found within all limits, to `resolutionW`. */
  readonly capacityW: number;
  /** What stops it: the worst violation just above. Absent when `maxW` itself is fine. */
  readonly binding: Violation | undefined;
  /** Power flows solved. */
  readonly solves: number;
}

/**
 * Largest addition without a violation. Each constraint's usage is taken as linear between the base and the last amount that
 * was fine, which says where to look next; the verdict at every amount is the full power flow's. Ends when the bracket
 * between fine and not fine is narrower than the resolution.
 */
export function searchCapacity(asked: CapacitySearch): Outcome<Capacity> {
  // A bracket has to be able to close, whatever was asked for.
  const search = { ...asked, resolutionW: Math.max(asked.resolutionW, 1e-6 * asked.maxW) };
  const { maxW, resolutionW, base } = search;
  let fineW = 0;
  let fine: ConstraintTable = base;
  let brokenW = Infinity;
  let binding: Violation | undefined;
  let probeW = Math.min(maxW, Math.max(resolutionW, maxW / 256));
  for (let solves = 1; ; solves += 1) {
    const outcome = judge(search, probeW);
    if (!outcome.ok) return outcome;
    const { table, found } = outcome.value;
    if (found === undefined) {
      fineW = probeW;
      fine = table ?? fine;
    } else {
      brokenW = probeW;
      binding = found;
    }
    if (fineW >= maxW || brokenW - fineW <= resolutionW) {
      return succeed({ capacityW: fineW, binding: brokenW === Infinity ? undefined : binding, solves });
    }
    probeW = nextProbe(search, { fineW, fine, brokenW, binding, solves });
  }
}

interface Judgement {
  readonly table: ConstraintTable | undefined;
  readonly found: Violation | undefined;
}

function judge({ solveAt, limits, base }: CapacitySearch, addedW: number): Outcome<Judgement> {
  const solved = solveAt(addedW);
  if (!solved.ok) return solved;
  if (!isSolved(solved.value)) return succeed({ table: undefined, found: NO_SOLUTION });
  const table = constraintTable(solved.value, limits);
  return succeed({ table, found: violations(table, base)[0] });
}

interface Bracket {
  readonly fineW: number;
  readonly fine: ConstraintTable;
  readonly brokenW: number;
  readonly binding: Violation | undefined;
  readonly solves: number;
}

/** Nothing broken yet: a little beyond the linear estimate, at least twice and at most 64 times what was fine. */
function nextProbe({ base, maxW, resolutionW }: CapacitySearch, bracket: Bracket): number {
  const { fineW, fine, brokenW } = bracket;
  if (brokenW < Infinity) return insideProbe(bracket, resolutionW);
  const beyondW = linearLimitW(base, fine, fineW) * 1.02 + resolutionW / 2;
  return Math.min(maxW, Math.max(2 * fineW, Math.min(beyondW, 64 * fineW)));
}

/**
 * Inside the bracket: just above and just below where the binding constraint would cross its limit on a straight line; every
 * third time the middle, so that the bracket always shrinks.
 */
function insideProbe({ fineW, fine, brokenW, binding, solves }: Bracket, resolutionW: number): number {
  const width = brokenW - fineW;
  const middleW = fineW + width / 2;
  if (binding === undefined || solves % 3 === 0) return middleW;
  const before = usageOf(fine, binding);
  const rootW = fineW + (width * (1 - before)) / (binding.usage - before);
  if (!(before < 1 && rootW > fineW && rootW < brokenW)) return middleW;
  const nudgeW = 0.4 * resolutionW;
  const aimW = brokenW - rootW > 0.9 * resolutionW ? rootW + nudgeW : rootW - nudgeW;
  return Math.min(Math.max(aimW, fineW + nudgeW), brokenW - nudgeW);
}

function usageOf({ constraints, usage }: ConstraintTable, { kind, elementId, node }: Violation): number {
  const row = constraints.findIndex(
    (each) => each.kind === kind && each.elementId === elementId && each.node === node,
  );
  return row < 0 ? NaN : usage[row]!;
}

/** Added power at which the first constraint would reach its limit if all kept their slope; Infinity if none rises. */
function linearLimitW(base: ConstraintTable, at: ConstraintTable, atW: number): number {
  let leastW = Infinity;
  at.usage.forEach((usage, row) => {
    const before = base.usage[row]!;
    const slope = (usage - before) / atW;
    // Constraints already broken are judged by getting worse, not by their distance to the limit.
    if (!(slope > 0) || before > 1) return;
    leastW = Math.min(leastW, (1 - before) / slope);
  });
  return leastW;
}
