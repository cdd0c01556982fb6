import { fail, succeed, type Outcome } from '../../model/outcome';
import { END_USES, NET_SIGNS, type EndUse } from '../../model/run';
import type { Scenario } from '../../model/scenario';
import type { Attribution } from '../attribution';
import type { Violation } from './violations';

/** Which buildings make up a branch's load at a step of a scenario's year; a shell answers with the engine. */
export type AttributeLoad = (
  scenario: Scenario,
  branchId: string,
  step: number,
) => Promise<Outcome<Attribution>>;

export interface ContributorRow {
  readonly buildingId: string;
  readonly netW: number;
}

/**
 * What makes up the load of a branch in one hour, in two ways that both sum to it:
 *
 *     load = sum of end uses (generation negative) + storage + losses = contributors + others + storage + losses
 */
export interface LoadAtHour {
  readonly step: number;
  readonly loadW: number;
  /** With the sign of the net load: what feeds is negative. Uses that are nil are left out. */
  readonly endUses: readonly { readonly use: EndUse; readonly powerW: number }[];
  /** The largest. */
  readonly contributors: readonly ContributorRow[];
  readonly others: { readonly count: number; readonly netW: number };
  /** Net charging of storages behind the branch. */
  readonly storageW: number;
  readonly lossW: number;
  /** Load less the sum: rounding and the tolerance of the power flow. */
  readonly residualW: number;
}

/** The hours of a violation, each with what makes it up. */
export interface Explanation {
  readonly violation: Violation;
  readonly hours: readonly LoadAtHour[];
}

const NAMED_CONTRIBUTORS = 10;

/** What one hour's load at an element is made of, in W: end uses, losses, storage, and the buildings behind it by size. */
export function loadAtHour({ step, branchPW, contributors, storageW, lossW }: Attribution): LoadAtHour {
  const netW = contributors.reduce((total, each) => total + each.netW, 0);
  const endUses = END_USES.map((use, row) => ({
    use,
    powerW: NET_SIGNS[row]! * contributors.reduce((total, { endUseW }) => total + endUseW[use], 0),
  })).filter(({ powerW }) => powerW !== 0);
  const others = contributors.slice(NAMED_CONTRIBUTORS);
  return {
    step,
    loadW: branchPW,
    endUses,
    contributors: contributors
      .slice(0, NAMED_CONTRIBUTORS)
      .map(({ buildingId, netW: powerW }) => ({ buildingId, netW: powerW })),
    others: { count: others.length, netW: others.reduce((total, each) => total + each.netW, 0) },
    storageW,
    lossW,
    residualW: branchPW - (netW + storageW + lossW),
  };
}

/** Explains the worst violations of branches: voltages are owed to all that flows, and have no contributors of their own. */
export async function explainViolations(
  scenario: Scenario,
  violations: readonly Violation[],
  attribute: AttributeLoad,
  count: number,
): Promise<Outcome<readonly Explanation[]>> {
  const explained = violations.filter(({ kind }) => kind !== 'bus').slice(0, count);
  // All at once: the engine computes the week of each hour anew, on whichever worker is free.
  const outcomes = await Promise.all(
    explained.map((violation) =>
      Promise.all(violation.topSteps.map((step) => attribute(scenario, violation.elementId, step))),
    ),
  );
  const failed = outcomes.flat().find((outcome) => !outcome.ok);
  if (failed !== undefined) return fail(failed.issues);
  return succeed(
    explained.map((violation, row) => ({
      violation,
      hours: outcomes[row]!.flatMap((outcome) => (outcome.ok ? [loadAtHour(outcome.value)] : [])),
    })),
  );
}
