import type { Factors } from '../../kpi';
import type { Interruption } from '../../kpi/reliability';
import type { BusDemand } from './customers';
import { switchingTimes, type SwitchingTimes } from './figures';
import { faultPlaces, type FaultPlace } from './faults';
import type { ProtectedNetwork, Region } from './protectedNetwork';
import { faultEffect, faultRegions, intactNetwork, type FaultEffect, type FaultRegions } from './restoration';

/** How supply comes back to those who lost it. */
export const RESTORED_BY = ['remote', 'manual', 'repair'] as const;
export type RestoredBy = (typeof RESTORED_BY)[number];

/** Those who get supply back together. */
export interface OutageGroup extends Interruption {
  readonly restoredBy: RestoredBy;
  /** Mean power that is not supplied; NaN without a run. */
  readonly meanW: number;
}

/** What happens each time a place fails. */
export interface Outage {
  readonly place: FaultPlace;
  /** Customers who lose supply. */
  readonly customers: number;
  /** In the order of RESTORED_BY; groups without customers are left out. */
  readonly groups: readonly OutageGroup[];
  readonly closedLineIds: readonly string[];
  /** [bus] how long, in s; 0 = not interrupted. */
  readonly durationS: Float64Array;
}

/** Outages of all places, in the order of `faultPlaces`. Places that protection and switching cannot tell apart share one. */
export function outages(net: ProtectedNetwork, demand: BusDemand, factors: Factors): Outage[] {
  const at = intactNetwork(net, demand.peakW);
  const times = switchingTimes(factors);
  const known = new Map<string, FaultEffect>();
  return faultPlaces(net, factors).map((place) => {
    const regions = faultRegions(at, place);
    const key = regionsKey(regions, place);
    const effect = known.get(key) ?? faultEffect(at, place, regions);
    known.set(key, effect);
    return outageOf(place, effect, demand, times);
  });
}

/**
 * Failures of branches that protection and switches do not tell apart hang together, and are named by their first branch; one
 * of switches is a case of its own.
 */
function regionsKey({ tripped, isolated }: FaultRegions, { ofSwitch, branch }: FaultPlace): string {
  const first = ({ branches }: Region): number => branches.indexOf(1);
  if (ofSwitch) return `switch ${branch}`;
  return [tripped, isolated.remote, isolated.manual].map(first).join('/');
}

function outageOf(
  place: FaultPlace,
  { interrupted, afterRemote, afterManual, closedLineIds }: FaultEffect,
  { customers, meanW }: BusDemand,
  { remoteS, manualS }: SwitchingTimes,
): Outage {
  const { repairS } = place;
  const durations = {
    remote: Math.min(remoteS, manualS, repairS),
    manual: Math.min(manualS, repairS),
    repair: repairS,
  };
  const sums = new Map(RESTORED_BY.map((by) => [by, { customers: 0, meanW: 0 }]));
  const durationS = new Float64Array(interrupted.length);
  interrupted.forEach((flag, bus) => {
    if (flag === 0) return;
    const by: RestoredBy = afterRemote[bus] === 1 ? 'remote' : afterManual[bus] === 1 ? 'manual' : 'repair';
    durationS[bus] = durations[by];
    const sum = sums.get(by)!;
    sum.customers += customers[bus]!;
    sum.meanW += meanW[bus]!;
  });
  const groups = RESTORED_BY.map((restoredBy): OutageGroup => {
    const sum = sums.get(restoredBy)!;
    return { restoredBy, durationS: durations[restoredBy], ...sum };
  }).filter((group) => group.customers > 0);
  const all = groups.reduce((total, group) => total + group.customers, 0);
  return { place, customers: all, groups, closedLineIds, durationS };
}
