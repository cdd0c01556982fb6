import {
  branchId,
  deviceAt,
  regionOf,
  switchAt,
  type BranchEnd,
  type EndSwitch,
  type Passes,
  type ProtectedBranch,
  type ProtectedNetwork,
  type Region,
} from './protectedNetwork';
import { fedTree, overloadedBus, type FedTree } from './fedTree';

/** How the operator may act: with switches of the control room only, or with all of them. */
export type Stage = 'remote' | 'manual';

/** What a fault does to supply, bus by bus, and how it comes back. */
export interface FaultEffect {
  /** [bus] loses supply when protection trips. */
  readonly interrupted: Uint8Array;
  /** [bus] fed again after switching from the control room alone. */
  readonly afterRemote: Uint8Array;
  /** [bus] fed again after switching by hand too. */
  readonly afterManual: Uint8Array;
  /** Normally open lines that were closed, by id. */
  readonly closedLineIds: readonly string[];
}

/** A place of failure: a branch, or the switches of a line, which then cannot isolate it. */
export interface Fault {
  readonly branch: number;
  readonly ofSwitch: boolean;
}

function isUsed(kind: EndSwitch, stage: Stage): boolean {
  return kind === 'remote' || (stage === 'manual' && kind === 'manual');
}

/** The network with its peaks, and what feeds whom as things stand. */
export interface IntactNetwork {
  readonly net: ProtectedNetwork;
  /** [bus] */
  readonly peakW: Float64Array;
  readonly intact: FedTree;
}

export function intactNetwork(net: ProtectedNetwork, peakW: Float64Array): IntactNetwork {
  return { net, peakW, intact: fedTree(net, peakW, (row) => !net.branches[row]!.open) };
}

/** The three regions of a fault: what trips, and what is isolated in either stage. */
export interface FaultRegions {
  readonly tripped: Region;
  readonly isolated: Readonly<Record<Stage, Region>>;
}

/**
 * Protection opens every device around the fault: what hangs together with it up to the next devices trips. Then it is
 * isolated between the next devices or switches that the stage may use.
 */
export function faultRegions({ net }: IntactNetwork, { branch, ofSwitch }: Fault): FaultRegions {
  const faulted = net.branches[branch]!;
  const isSwitchable = (one: ProtectedBranch, end: BranchEnd, stage: Stage): boolean =>
    !(ofSwitch && one === faulted) && isUsed(switchAt(one, end), stage);
  const upTo =
    (stage: Stage): Passes =>
    (one, end) =>
      deviceAt(one, end) === 'none' && !isSwitchable(one, end, stage);
  return {
    tripped: regionOf(net, branch, (one, end) => deviceAt(one, end) === 'none'),
    isolated: {
      remote: regionOf(net, branch, upTo('remote')),
      manual: regionOf(net, branch, upTo('manual')),
    },
  };
}

/** What the fault does, with regions found by `faultRegions`. An open line is dead: its failure interrupts nobody. */
export function faultEffect(at: IntactNetwork, fault: Fault, regions: FaultRegions): FaultEffect {
  const { net, intact } = at;
  const { tripped } = regions;
  const { supply: left } = withinRatings(
    at,
    (row) => !net.branches[row]!.open && !touches(net, tripped, row),
  );
  const interrupted = intact.fed.map((fed, bus) => (fed === 1 && left.fed[bus] === 0 ? 1 : 0));
  const remote = restored(at, fault, regions, 'remote');
  const manual = restored(at, fault, regions, 'manual');
  return {
    interrupted,
    afterRemote: remote.fed,
    afterManual: manual.fed.map((fed, bus) => Math.max(fed, remote.fed[bus]!)),
    closedLineIds: [...new Set([...remote.closedLineIds, ...manual.closedLineIds])].sort(),
  };
}

/** A branch without supply: in the region, or with an end at a bus of it. */
function touches({ branches }: ProtectedNetwork, { branches: inside, buses }: Region, row: number): boolean {
  const { fromBus, toBus } = branches[row]!;
  return inside[row] === 1 || buses[fromBus] === 1 || buses[toBus] === 1;
}

/** Supply along usable branches; where the way left would be overloaded, it trips too, until nothing is. */
function withinRatings(
  { net, peakW, intact }: IntactNetwork,
  isUsable: (row: number) => boolean,
): { readonly supply: FedTree; readonly cut: ReadonlySet<number> } {
  const cut = new Set<number>();
  for (;;) {
    const supply = fedTree(net, peakW, (row) => isUsable(row) && !cut.has(row));
    const bus = overloadedBus(supply, intact);
    if (bus < 0) return { supply, cut };
    for (const row of net.atBus[bus]!) {
      const { fromBus, toBus } = net.branches[row]!;
      if (fromBus === supply.parent[bus] || toBus === supply.parent[bus]) cut.add(row);
    }
  }
}

interface Restored {
  readonly fed: Uint8Array;
  readonly closedLineIds: readonly string[];
}

/**
 * Supply after isolating: what still hangs on a source by normally closed branches, then ties in the order of their ids, as
 * many sections behind each as its way to the source carries. Sections end at switches that the stage may use.
 */
function restored(at: IntactNetwork, { branch }: Fault, regions: FaultRegions, stage: Stage): Restored {
  const { net } = at;
  const isolated = regions.isolated[stage];
  const operable = (row: number): boolean =>
    isUsed(net.branches[row]!.fromSwitch, stage) || isUsed(net.branches[row]!.toSwitch, stage);
  const isOut = (row: number): boolean =>
    row === branch ||
    touches(net, isolated, row) ||
    (stage === 'remote' && isBlown(net, regions.tripped, row));
  const closed = new Set<number>();
  const opened = new Set<number>();
  const usable = (row: number): boolean =>
    !isOut(row) && !opened.has(row) && (!net.branches[row]!.open || closed.has(row));
  const untied = withinRatings(at, usable);
  for (const row of untied.cut) opened.add(row);
  let { supply } = untied;
  const ties = net.branches
    .map((_, row) => row)
    .filter((row) => net.branches[row]!.open && operable(row) && !isOut(row))
    .sort((a, b) => (branchId(net.branches[a]!) < branchId(net.branches[b]!) ? -1 : 1));
  const useful = (row: number): boolean => {
    const { fromBus, toBus } = net.branches[row]!;
    return !closed.has(row) && supply.fed[fromBus] !== supply.fed[toBus];
  };
  const refused = new Set<number>();
  for (
    let tie = ties.find(useful);
    tie !== undefined;
    tie = ties.find((row) => useful(row) && !refused.has(row))
  ) {
    const grown = closeTie({ at, tie, supply, usable, operable });
    if (grown === null) {
      refused.add(tie);
      continue;
    }
    closed.add(tie);
    for (const row of grown.opened) opened.add(row);
    supply = grown.supply;
  }
  return { fed: supply.fed, closedLineIds: [...closed].map((row) => branchId(net.branches[row]!)) };
}

/** A fuse that has blown is replaced on the spot: its line is of no use to the control room. */
function isBlown({ branches }: ProtectedNetwork, tripped: Region, row: number): boolean {
  const { fromDevice, toDevice } = branches[row]!;
  return tripped.branches[row] === 1 && (fromDevice === 'fuse' || toDevice === 'fuse');
}

interface Tie {
  readonly at: IntactNetwork;
  readonly tie: number;
  readonly supply: FedTree;
  readonly usable: (row: number) => boolean;
  readonly operable: (row: number) => boolean;
}

/**
 * Closes a tie and takes section after section behind it, nearest first, while every way holds; switches towards sections
 * that it does not carry are opened. Null if it carries none.
 */
function closeTie({
  at,
  tie,
  supply,
  usable,
  operable,
}: Tie): { supply: FedTree; opened: Set<number> } | null {
  const { net } = at;
  const sectionOf = sections(net, supply, usable, operable);
  const { fromBus, toBus } = net.branches[tie]!;
  const waiting = [sectionOf[supply.fed[fromBus] === 1 ? toBus : fromBus]!];
  const [taken, refused] = [new Set<number>(), new Set<number>()];
  let best: FedTree | null = null;
  const isWithin = (bus: number): boolean => supply.fed[bus] === 1 || taken.has(sectionOf[bus]!);
  for (const section of waiting) {
    taken.add(section);
    const tried = fedTree(net, at.peakW, (row) => {
      const { fromBus: a, toBus: b } = net.branches[row]!;
      return (row === tie || usable(row)) && isWithin(a) && isWithin(b);
    });
    if (overloadedBus(tried, at.intact) >= 0) {
      taken.delete(section);
      refused.add(section);
      continue;
    }
    best = tried;
    for (const next of neighbours(net, section, sectionOf, usable))
      if (!taken.has(next) && !refused.has(next) && !waiting.includes(next)) waiting.push(next);
  }
  if (best === null) return null;
  const opened = new Set<number>();
  net.branches.forEach(({ fromBus: a, toBus: b }, row) => {
    if (usable(row) && isWithin(a) !== isWithin(b)) opened.add(row);
  });
  return { supply: best, opened };
}

/** [bus] number of its section among those without supply: what closed branches join without a switch that may be used. */
function sections(
  net: ProtectedNetwork,
  supply: FedTree,
  usable: Tie['usable'],
  operable: Tie['operable'],
): Int32Array {
  const sectionOf = new Int32Array(net.atBus.length).fill(-1);
  net.atBus.forEach((_, start) => {
    if (supply.fed[start] === 1 || sectionOf[start] !== -1) return;
    sectionOf[start] = start;
    const waiting = [start];
    for (let bus = waiting.pop(); bus !== undefined; bus = waiting.pop()) {
      for (const row of net.atBus[bus]!) {
        const { fromBus, toBus } = net.branches[row]!;
        const other = fromBus === bus ? toBus : fromBus;
        if (other < 0 || !usable(row) || operable(row) || sectionOf[other] !== -1) continue;
        sectionOf[other] = start;
        waiting.push(other);
      }
    }
  });
  return sectionOf;
}

function neighbours(
  net: ProtectedNetwork,
  section: number,
  sectionOf: Int32Array,
  usable: Tie['usable'],
): number[] {
  const found: number[] = [];
  net.branches.forEach(({ fromBus, toBus }, row) => {
    if (!usable(row)) return;
    const [a, b] = [sectionOf[fromBus] ?? -1, sectionOf[toBus] ?? -1];
    if (a === b || a < 0 || b < 0) return;
    if (a === section) found.push(b);
    if (b === section) found.push(a);
  });
  return found;
}
