import { END_USES, type EndUse } from '../model/run';
import type { WeekTable } from '../sim/arrays/results';
import { downstreamBranches, downstreamBuildings, downstreamStorages } from '../sim/powerflow/network';
import type { CompiledRun } from './compiledRun';

/** One building's part in a branch's load. */
export interface Contributor {
  readonly buildingId: string;
  readonly netW: number;
  /** Electric power by end use, non-negative; GENERATION_USES feed the building. */
  readonly endUseW: Readonly<Record<EndUse, number>>;
}

/** "Which buildings cause it": active power at one branch and step. Contributors, storages and losses sum to the load. */
export interface Attribution {
  readonly branchId: string;
  readonly step: number;
  /** Active power into the branch at its feeding end. */
  readonly branchPW: number;
  /** Largest first. */
  readonly contributors: readonly Contributor[];
  /** Net charging of downstream storages. */
  readonly storageW: number;
  /** Losses in this branch and everything downstream. */
  readonly lossW: number;
}

/** Buildings, storages and losses behind a branch at a step of the week. The parts come from the same arrays as the whole. */
export function attribute(
  run: CompiledRun,
  week: WeekTable,
  fromStep: number,
  branchRow: number,
  step: number,
): Attribution {
  const weekSteps = week.buildingNetW.length / run.rows.buildingIds.length;
  const local = step - fromStep;
  const contributors = Array.from(downstreamBuildings(run.network, branchRow), (row): Contributor => {
    const endUseW = Object.fromEntries(
      END_USES.map((endUse, use) => [
        endUse,
        week.buildingEndUseW[(row * END_USES.length + use) * weekSteps + local]!,
      ]),
    ) as Record<EndUse, number>;
    return {
      buildingId: run.rows.buildingIds[row]!,
      netW: week.buildingNetW[row * weekSteps + local]!,
      endUseW,
    };
  });
  contributors.sort((a, b) => b.netW - a.netW);
  const branches = downstreamBranches(run.network, branchRow);
  const lossW = branches.reduce((sum, row) => sum + week.branchLossW[row * weekSteps + local]!, 0);
  // By the bus it stands on: a battery along a feeder counts on the cables that feed it too.
  const storageW = downstreamStorages(run.network, branchRow).reduce(
    (sum, row) => sum + week.storageNetW[row * weekSteps + local]!,
    0,
  );
  const fromEndW = week.branchPFromW[branchRow * weekSteps + local]!;
  const branchLossW = week.branchLossW[branchRow * weekSteps + local]!;
  // A line drawn towards its feeding end reports what it delivers there with the opposite sign.
  const branchPW = run.network.branchReversed[branchRow] === 1 ? branchLossW - fromEndW : fromEndW;
  return { branchId: run.rows.branchIds[branchRow]!, step, branchPW, contributors, storageW, lossW };
}
