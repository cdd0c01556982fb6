import type { Issue } from '../../model/outcome';

/** Five levels, 1 "existing" to 5 "sustainable" (Policy benchmarks for digital transformation, ITU/U4SSC 2024). */
export const LEVELS = [1, 2, 3, 4, 5] as const;
export type Level = (typeof LEVELS)[number];

/** Targets of levels 2 to 5, ever stricter; null where a level has none of its own. */
export type LadderTargets = readonly [number | null, number | null, number | null, number | null];

/** A technology that calls the policy into question once it passes a mark, for example electric vehicles above 30 %. */
export interface TriggerRule {
  readonly id: string;
  readonly label: string;
  readonly above: number;
}

export interface Policy {
  readonly id: string;
  readonly kpiId: string;
  readonly direction: 'higher' | 'lower';
  readonly targets: LadderTargets;
  readonly triggers: readonly TriggerRule[];
}

/** Household carbon-neutral upgrades: Methodology to assess Net Zero progress in cities (ITU/U4SSC 2025), p. 19-20. */
export const HOUSEHOLD_UPGRADE_TARGETS: LadderTargets = [30, 40, 60, 80];

type Ladder = Pick<Policy, 'direction' | 'targets'>;

export function targetOf({ targets }: Pick<Policy, 'targets'>, level: Level): number | null {
  return level === 1 ? null : targets[level - 2]!;
}

/**
 * Level = 1 + consecutive targets met, from level 2 upwards; on the target counts as met. A level without a target is
 * passed with the next one that has one. Undefined where the value is not told.
 */
export function levelOf(ladder: Ladder, value: number): Level | undefined {
  if (Number.isNaN(value)) return undefined;
  let reached: Level = 1;
  for (const level of LEVELS.slice(1)) {
    const target = targetOf(ladder, level);
    if (target === null) continue;
    if (ladder.direction === 'higher' ? value < target : value > target) break;
    reached = level;
  }
  return reached;
}

/** The next level above that has a target; undefined at the top. */
export function nextLevel(ladder: Pick<Policy, 'targets'>, level: Level): Level | undefined {
  return LEVELS.find((each) => each > level && targetOf(ladder, each) !== null);
}

/** Targets have to be numbers, at least one, each stricter than the one before. */
export function ladderIssues(policyId: string, { direction, targets }: Ladder): readonly Issue[] {
  const given = targets.filter((target) => target !== null);
  const stricter = given.every(
    (target, i) =>
      Math.abs(target) < Infinity &&
      (i === 0 || (direction === 'higher' ? target > given[i - 1]! : target < given[i - 1]!)),
  );
  if (stricter && given.length > 0) return [];
  return [
    {
      severity: 'error',
      code: 'policy-targets',
      source: 'policy ladder',
      where: policyId,
      field: 'targets',
      value: targets.join(', '),
      message: 'The targets are no ladder.',
      remedy: `Give at least one, each ${direction === 'higher' ? 'higher' : 'lower'} than the one before.`,
    },
  ];
}
