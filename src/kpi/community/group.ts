import type { MemberFlows, SharedFlows } from './flows';

/** What crosses the border of a group of members, and what its members give each other, in a year. */
export interface GroupYear {
  /** Mean powers of the steps, non-negative: sum of the imports less what comes from members, and the same of the exports. */
  readonly importW: Float64Array;
  readonly exportW: Float64Array;
  /** Used by members from members. */
  readonly exchangeW: Float64Array;
  readonly importJ: number;
  readonly exportJ: number;
  readonly exchangeJ: number;
  /** The largest of the group, and the step; NaN where nothing flows that way. */
  readonly peakImportW: number;
  readonly peakImportStep: number;
  readonly peakExportW: number;
  readonly peakExportStep: number;
  /** Sum of the members' own largest imports, each at its own time. */
  readonly sumOfPeaksW: number;
}

/** Group = sum of the members less what they give each other, and what its plant or battery gives to the grid, step by step. */
export function groupYear(
  members: readonly MemberFlows[],
  {
    allocatedW,
    creditedW,
    plantSurplusW,
  }: Pick<SharedFlows, 'allocatedW' | 'creditedW'> & Partial<Pick<SharedFlows, 'plantSurplusW'>>,
  stepS: number,
): GroupYear {
  const steps = members[0]?.importW.length ?? 0;
  const importW = new Float64Array(steps);
  const exportW = plantSurplusW?.slice() ?? new Float64Array(steps);
  const exchangeW = new Float64Array(steps);
  let sumOfPeaksW = 0;
  members.forEach((member, at) => {
    let ownPeakW = 0;
    const [taken, given] = [allocatedW[at]!, creditedW[at]!];
    for (let step = 0; step < steps; step += 1) {
      const power = member.importW[step]!;
      if (power > ownPeakW) ownPeakW = power;
      importW[step]! += power - taken[step]!;
      exportW[step]! += member.exportW[step]! - given[step]!;
      exchangeW[step]! += taken[step]!;
    }
    sumOfPeaksW += ownPeakW;
  });
  const [most, mostOut] = [peakOf(importW), peakOf(exportW)];
  return {
    ...{ importW, exportW, exchangeW, sumOfPeaksW },
    importJ: energyJ(importW, stepS),
    exportJ: energyJ(exportW, stepS),
    exchangeJ: energyJ(exchangeW, stepS),
    peakImportW: most.peakW,
    peakImportStep: most.peakStep,
    peakExportW: mostOut.peakW,
    peakExportStep: mostOut.peakStep,
  };
}

const energyJ = (powerW: Float64Array, stepS: number): number =>
  powerW.reduce((sum, power) => sum + power, 0) * stepS;

function peakOf(powerW: Float64Array): { readonly peakW: number; readonly peakStep: number } {
  let [peakW, peakStep] = [0, Number.NaN];
  for (let step = 0; step < powerW.length; step += 1)
    if (powerW[step]! > peakW) [peakW, peakStep] = [powerW[step]!, step];
  return { peakW, peakStep };
}
