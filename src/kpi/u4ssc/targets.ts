import { fail, succeed, type Issue, type Outcome } from '../../model/outcome';
import type { U4sscIndicator } from './indicator';
import { percentOfTarget, type Target } from './scoring';

/** A target of one indicator or data point. The set's own numeric targets are not public: none here is theirs. */
export interface U4sscTarget extends Target {
  readonly indicatorId: string;
  readonly setBy: 'user' | 'projectDefault';
  readonly because: string;
}

/** Beside every score. */
export function targetLabel({ setBy }: U4sscTarget): string {
  return setBy === 'user'
    ? 'target set by you, not a U4SSC benchmark'
    : 'project default, not a U4SSC benchmark';
}

/** Only where complete coverage is what the indicator asks for; all others have no target until somebody sets one. */
export const DEFAULT_TARGETS: readonly U4sscTarget[] = [
  {
    indicatorId: 'EC: I: ES: 3C',
    because: 'SDG 7.1: universal access',
    target: 100,
    setBy: 'projectDefault',
  },
  ...['EC: ICT: ES: 1C', 'EC: ICT: ES: 2A', 'EC: ICT: PS: 1A, share'].map((indicatorId): U4sscTarget => ({
    indicatorId,
    because: 'complete coverage',
    target: 100,
    setBy: 'projectDefault',
  })),
];

/** The targets with the user's own for one indicator; in place of the one there was. */
export function setTarget(
  targets: readonly U4sscTarget[],
  indicator: U4sscIndicator,
  target: Target,
  because: string,
): Outcome<readonly U4sscTarget[]> {
  const issues = targetIssues(indicator, target);
  if (issues.length > 0) return fail(issues);
  const others = targets.filter(({ indicatorId }) => indicatorId !== indicator.id);
  return succeed([...others, { ...target, indicatorId: indicator.id, setBy: 'user', because }]);
}

/** Without a target: the indicator is no longer scored. */
export function clearTarget(targets: readonly U4sscTarget[], indicatorId: string): readonly U4sscTarget[] {
  return targets.filter((each) => each.indicatorId !== indicatorId);
}

function targetIssues({ id, direction, unit }: U4sscIndicator, target: Target): Issue[] {
  const fit = percentOfTarget(target.target, direction, target);
  if (fit === 100 && target.target < Infinity && (target.worst ?? 0) < Infinity) return [];
  return [
    {
      severity: 'error',
      code: 'u4ssc-target',
      source: 'U4SSC targets',
      where: id,
      field: 'target',
      value: `${target.target}${target.worst === undefined ? '' : `, worst ${target.worst}`}`,
      message:
        direction === 'lower'
          ? 'Less is better here: a worst value above the target is needed.'
          : 'More is better here: the target has to be above zero.',
      remedy: `Give ${direction === 'lower' ? 'target and worst value' : 'a target'} in ${unit}.`,
    },
  ];
}
