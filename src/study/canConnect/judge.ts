import type { Limits } from '../../model/limits';
import type { RunRows } from '../../sim/arrays/rows';
import { NO_SOLUTION, type Violation } from '../network/limits';
import type { Extremes } from './solved';

/** A constraint in the step in which it is used most. */
export interface StepViolation extends Violation {
  readonly step: number;
}

export interface Judged {
  /** Beyond a limit, and further than without the addition; the worst first. */
  readonly broken: readonly StepViolation[];
  /** Nearest to its limit among those that the addition uses more; undefined if it uses none. */
  readonly nearest: StepViolation | undefined;
}

/** Rounding must turn neither a value on its limit nor an unchanged one into a finding. */
const SLACK = 1e-6;
/** A use that grows by less than half a percent of the limit is not the addition's constraint, nor what it breaks. */
const NOTICEABLE = 0.005;

type Found = Omit<StepViolation, 'usage' | 'node'>;
type Weigh = (usage: number, usageBefore: number, found: Found) => void;

/**
 * Extremes with an addition against those without. Usage is loading/limit, (1 - v)/(1 - lower), (v - 1)/(upper - 1): 1 at the
 * limit, which of a transformer with a dynamic rating is that of either year. What was broken before counts where it has become
 * noticeably worse.
 */
export function judge(after: Extremes, before: Extremes, rows: RunRows, limits: Limits): Judged {
  if (after.unsolved > before.unsolved) {
    const unsolved = { ...NO_SOLUTION, step: after.unsolvedStep };
    return { broken: [unsolved], nearest: unsolved };
  }
  const broken: StepViolation[] = [];
  let nearest: StepViolation | undefined;
  const weigh: Weigh = (usage, usageBefore, found) => {
    // Without a value before, a branch or bus has no supply.
    if (!(usage > usageBefore + SLACK)) return;
    const violation = { ...found, usage, node: 0 };
    const allowed = usageBefore > 1 ? usageBefore + NOTICEABLE : 1 + SLACK;
    if (usage > allowed) broken.push(violation);
    if (usage > usageBefore + NOTICEABLE && !(nearest !== undefined && usage <= nearest.usage))
      nearest = violation;
  };
  weighLoadings(after, before, rows, limits, weigh);
  weighVoltages(after, before, rows, limits, weigh);
  broken.sort((a, b) => b.usage - a.usage || (a.elementId < b.elementId ? -1 : 1));
  return { broken, nearest };
}

function weighLoadings(
  after: Extremes,
  before: Extremes,
  { branchIds, lineCount }: RunRows,
  { loadingLimit }: Limits,
  weigh: Weigh,
): void {
  branchIds.forEach((elementId, row) => {
    const limitIn = ({ ratings }: Extremes): number => loadingLimit * (ratings[row - lineCount] ?? 1);
    const [value, limit] = [after.loadingMax[row]!, limitIn(after)];
    const kind = row < lineCount ? 'lineLoading' : 'transformerLoading';
    weigh(value / limit, before.loadingMax[row]! / limitIn(before), {
      ...{ kind, elementId, value, limit },
      step: after.loadingMaxStep[row]!,
    });
  });
}

function weighVoltages(
  after: Extremes,
  before: Extremes,
  { busIds }: RunRows,
  { lowerPu, upperPu }: Limits,
  weigh: Weigh,
): void {
  busIds.forEach((elementId, row) => {
    const [low, high] = [after.vMinPu[row]!, after.vMaxPu[row]!];
    weigh((1 - low) / (1 - lowerPu), (1 - before.vMinPu[row]!) / (1 - lowerPu), {
      ...{ kind: 'undervoltage', elementId, value: low, limit: lowerPu },
      step: after.vMinStep[row]!,
    });
    weigh((high - 1) / (upperPu - 1), (before.vMaxPu[row]! - 1) / (upperPu - 1), {
      ...{ kind: 'overvoltage', elementId, value: high, limit: upperPu },
      step: after.vMaxStep[row]!,
    });
  });
}
