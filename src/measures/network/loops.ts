import type { Network } from '../../model/network';
import type { FeedTree } from './feedTree';
import { lineTypeOf, transformerTypeOf } from './types';

/**
 * What closes when an open line is closed: branches from the bus where both ways meet down one side, the open line, and up
 * the other side. `demandW[i]` leaves the loop between branch i and branch i + 1.
 */
export interface Loop {
  /** Where both ways of supply part. */
  readonly meetingBus: number;
  /** Fed along the loop, first down, then up. */
  readonly buses: readonly number[];
  /** Rows of branches in the tree; the open line stands at `openAt`. */
  readonly branches: readonly number[];
  readonly openAt: number;
  readonly demandW: readonly number[];
  /** Rated power of each branch in VA. */
  readonly ratedVa: readonly number[];
  /** Places where it may be open: a switch is there, and every transformer stays fed at its own side. */
  readonly places: readonly number[];
}

/** The loop that an open line would close; null where it has none: an end that nothing feeds, or one bus twice. */
export function loopThrough(tree: FeedTree, lineId: string): Loop | null {
  const row = tree.branches.findIndex(({ line }) => line?.id === lineId);
  if (row < 0) return null;
  const { fromBus, toBus } = tree.branches[row]!;
  const [down, up] = [wayUp(tree, fromBus), wayUp(tree, toBus)];
  if (fromBus === toBus || down === null || up === null) return null;
  const above = new Set(down);
  const meeting = up.find((bus) => above.has(bus))!;
  const left = down.slice(0, down.indexOf(meeting)).reverse();
  const right = up.slice(0, up.indexOf(meeting));
  const feeding = (bus: number): number => tree.feeding[bus]!;
  const branches = [...left.map(feeding), row, ...right.map(feeding)];
  const openAt = left.length;
  const demandW = [
    ...left.map((bus, i) => leaving(tree, bus, left[i + 1])),
    ...right.map((bus, i) => leaving(tree, bus, right[i - 1])),
  ];
  return {
    meetingBus: meeting,
    buses: [...left, ...right],
    branches,
    openAt,
    demandW,
    ratedVa: branches.map((branch) => ratedVaOf(tree, branch)),
    places: placesOf(tree, branches, openAt),
  };
}

/** Buses from one to the source, both included; null where it is not fed. */
function wayUp(tree: FeedTree, bus: number): number[] | null {
  if (bus < 0 || tree.feeding[bus] === -2) return null;
  const way = [bus];
  while (tree.feeding[way.at(-1)!]! >= 0) way.push(tree.parentBus[way.at(-1)!]!);
  return way;
}

/** Demand at a bus of the loop and behind it, less what goes on along the loop. */
function leaving({ behindW }: FeedTree, bus: number, next: number | undefined): number {
  return behindW[bus]! - (next === undefined ? 0 : behindW[next]!);
}

function ratedVaOf({ branches, network }: FeedTree, row: number): number {
  const { line, transformer } = branches[row]!;
  if (transformer !== null)
    return transformerTypeOf(network, transformer.transformerTypeId)?.ratedSVa ?? Number.NaN;
  const bus = network.buses[branches[row]!.fromBus]!;
  const ratedA = lineTypeOf(network, line!.lineTypeId)?.ratedCurrentA ?? Number.NaN;
  return Math.sqrt(3) * bus.nominalVoltageV * ratedA * line!.parallel;
}

function placesOf(tree: FeedTree, branches: readonly number[], openAt: number): number[] {
  const switched = new Set(tree.network.switches.map(({ lineId }) => lineId));
  const isTransformer = (row: number): boolean => tree.branches[row]!.transformer !== null;
  const before = branches.slice(0, openAt).map(isTransformer).lastIndexOf(true);
  const after = branches.slice(openAt).findIndex(isTransformer);
  const first = before + 1;
  const last = after < 0 ? branches.length - 1 : openAt + after - 1;
  return branches
    .map((_, at) => at)
    .filter((at) => at >= first && at <= last)
    .filter((at) => at === openAt || switched.has(tree.branches[branches[at]!]!.line?.id ?? ''));
}

/** Loadings of the loop's branches when it is open at one of them, highest first: power behind a branch per rating. */
export function loadingsOpenAt({ branches, demandW, ratedVa }: Loop, open: number): number[] {
  const flowW = new Float64Array(branches.length);
  for (let at = open - 1; at >= 0; at -= 1) flowW[at] = demandW[at]! + (at + 1 < open ? flowW[at + 1]! : 0);
  for (let at = open + 1; at < branches.length; at += 1)
    flowW[at] = demandW[at - 1]! + (at - 1 > open ? flowW[at - 1]! : 0);
  return Array.from(flowW, (w, at) => w / ratedVa[at]!).sort((a, b) => b - a);
}

/** Rounding is no reason to switch. */
const TOLERANCE = 1e-9;

/** Whether the first list is lower at the highest place where they differ. */
export function isLower(a: readonly number[], b: readonly number[]): boolean {
  for (let at = 0; at < a.length; at += 1) {
    const scale = TOLERANCE * Math.max(Math.abs(a[at]!), Math.abs(b[at]!));
    if (a[at]! < b[at]! - scale) return true;
    if (a[at]! > b[at]! + scale) return false;
  }
  return false;
}

/** Where a loop is best open; its present place unless another one is better. */
export function bestPlace(loop: Loop): number {
  let best = { at: loop.openAt, loadings: loadingsOpenAt(loop, loop.openAt) };
  for (const at of loop.places) {
    const loadings = loadingsOpenAt(loop, at);
    if (isLower(loadings, best.loadings)) best = { at, loadings };
  }
  return best.at;
}

/** Ids of the transformers that hang on the loop or lie in it; for a loop behind one transformer that one. */
export function stationsOf(tree: FeedTree, loop: Loop): readonly string[] {
  const { lines, transformers } = tree.network;
  const buses = new Set(loop.buses);
  const within = new Set(loop.branches);
  const found = transformers.filter(
    (_, at) => within.has(lines.length + at) || buses.has(tree.branches[lines.length + at]!.fromBus),
  );
  if (found.length > 0) return found.map(({ id }) => id);
  for (let bus = loop.meetingBus; bus >= 0; bus = tree.parentBus[bus]!) {
    const above = tree.branches[tree.feeding[bus]!]?.transformer;
    if (above) return [above.id];
  }
  return [];
}

/** The network with one line opened and another closed. */
export function switchedOver(network: Network, openId: string, closeId: string): Network {
  if (openId === closeId) return network;
  return {
    ...network,
    switches: network.switches.map((one) =>
      one.lineId === openId
        ? { ...one, closed: false, normallyOpen: true }
        : one.lineId === closeId
          ? { ...one, closed: true, normallyOpen: false }
          : one,
    ),
  };
}
