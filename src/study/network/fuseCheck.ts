import type { Circuit } from '../../model/circuit';
import { succeed, type Issue, type Outcome } from '../../model/outcome';
import type { FaultKind } from '../../sim/reliability/fault';
import {
  fuseVerdict,
  minimumClearingCurrentA,
  type Fuse,
  type FuseVerdict,
} from '../../sim/reliability/fuse';
import { shortCircuitAt, type ShortCircuitSettings } from './shortCircuit';
import type { TheveninOf } from './solver';
import { feedTree, type FeedTree } from './feedTree';
import { circuitTopology } from './topology';

export interface FuseCheckSettings {
  readonly smallest: ShortCircuitSettings;
  /** Faults that the fuse has to clear; leave phase to earth out where the star point is not earthed. */
  readonly kinds: readonly FaultKind[];
  /** 5 s for distribution circuits, 0.4 s for final circuits, or as the reader's rules ask. */
  readonly withinS: number;
}

export interface FuseCheck {
  readonly fuseId: string;
  readonly lineId: string;
  /** Buses whose faults this fuse is the next to clear: up to the next fuse or transformer. */
  readonly zoneBusIds: readonly string[];
  /** Smallest fault in the zone. */
  readonly busId: string;
  readonly kind: FaultKind;
  readonly currentA: number;
  /** What the fuse's data ask for within the time; NaN = no data. */
  readonly neededA: number;
  readonly verdict: FuseVerdict;
}

/**
 * Does each fuse clear the smallest fault of its zone? Only where the network is a tree and the fuse therefore carries the
 * whole fault current; fuses in a loop are named and not judged.
 */
export function checkFuses(
  circuit: Circuit,
  fuses: readonly Fuse[],
  theveninOf: TheveninOf,
  settings: FuseCheckSettings,
): Outcome<FuseCheck[]> {
  const topology = circuitTopology(circuit);
  const sourceBusIds = circuit.sources.filter((each) => each.enabled).map((each) => each.terminal.busId);
  const tree = feedTree(topology, sourceBusIds);
  const fusedLines = new Set(fuses.map((fuse) => fuse.lineId));
  const issues: Issue[] = [];
  const checks: FuseCheck[] = [];
  // Zones do not overlap, but a bus at a fuse's far end may be asked for by two checks.
  const known = new Map<string, Outcome<FuseCheckFault>>();
  const faultAt = (busId: string): Outcome<FuseCheckFault> => {
    const found = known.get(busId) ?? smallestFault(circuit, busId, theveninOf, settings);
    known.set(busId, found);
    return found;
  };
  for (const fuse of fuses) {
    const group = tree.groups.findIndex((members) => members.some(({ id }) => id === fuse.lineId));
    const reason = group < 0 ? 'stands on no closed line' : unjudged(tree, group);
    if (reason !== undefined) {
      issues.push(notJudged(circuit.name, fuse, reason));
      continue;
    }
    const zoneBusIds = fuseZone(tree, group, fusedLines);
    let least: FuseCheckFault | undefined;
    for (const busId of zoneBusIds) {
      const fault = faultAt(busId);
      if (!fault.ok) return fault;
      if (least === undefined || fault.value.currentA < least.currentA) least = fault.value;
    }
    if (least === undefined || least.currentA === Infinity) {
      issues.push(notJudged(circuit.name, fuse, 'has no fault of the chosen kinds in its zone'));
      continue;
    }
    checks.push({
      fuseId: fuse.id,
      lineId: fuse.lineId,
      zoneBusIds,
      ...least,
      neededA: minimumClearingCurrentA(fuse, settings.withinS),
      verdict: fuseVerdict(fuse, least.currentA, settings.withinS),
    });
  }
  return succeed(checks, issues);
}

/** Fuses that cleared their smallest fault before a change and do not any more. */
export function lostClearing(before: readonly FuseCheck[], after: readonly FuseCheck[]): FuseCheck[] {
  const cleared = new Set(before.filter((check) => check.verdict === 'clears').map((check) => check.fuseId));
  return after.filter((check) => check.verdict === 'tooSlow' && cleared.has(check.fuseId));
}

type FuseCheckFault = Pick<FuseCheck, 'busId' | 'kind' | 'currentA'>;

function smallestFault(
  circuit: Circuit,
  busId: string,
  theveninOf: TheveninOf,
  settings: FuseCheckSettings,
): Outcome<FuseCheckFault> {
  const outcome = shortCircuitAt(circuit, busId, theveninOf, settings.smallest);
  if (!outcome.ok) return outcome;
  let least: FuseCheckFault = { busId, kind: settings.kinds[0] ?? 'phaseEarth', currentA: Infinity };
  for (const { kind, currentA } of outcome.value.faults) {
    if (settings.kinds.includes(kind) && currentA < least.currentA) least = { busId, kind, currentA };
  }
  return succeed(least, outcome.issues);
}

/** The far bus of the fused line and what hangs on it, without crossing another fuse or a transformer. */
function fuseZone(tree: FeedTree, group: number, fusedLines: ReadonlySet<string>): string[] {
  const zone: string[] = [];
  const start = tree.farBus[group]!;
  for (let place = tree.first[start]!; place < tree.end[start]!;) {
    const bus = tree.order[place]!;
    const members = tree.groups[tree.feedingGroup[bus]!]!;
    const ends = members.some(({ kind, id }) => kind !== 'line' || fusedLines.has(id));
    if (bus !== start && ends) {
      place = tree.end[bus]!;
      continue;
    }
    zone.push(tree.topology.busIds[bus]!);
    place += 1;
  }
  return zone;
}

function unjudged(tree: FeedTree, group: number): string | undefined {
  if (tree.inLoop[group] === 1) return 'stands in a loop, where it carries a part of the fault current only';
  if (tree.groups[group]!.length > 1) return 'stands on one of several parallel lines';
  return tree.farBus[group]! < 0 ? 'feeds nothing' : undefined;
}

function notJudged(source: string, fuse: Fuse, reason: string): Issue {
  return {
    severity: 'warning',
    code: 'fuse-not-judged',
    source,
    where: fuse.id,
    field: 'lineId',
    value: fuse.lineId,
    message: `Fuse ${fuse.id} ${reason}; it is not judged.`,
    remedy: 'Open the loop or check this fuse by hand.',
  };
}
