import { addDemand, coincidentW, demandOf, NO_DEMAND, type Demand } from './demand';
import type { Adjacency, Site } from './routes';
import { RULE } from './rule';
import { shortestPaths, type ShortestPaths } from './shortestPaths';
import { feederCapacityW } from './cables';
import type { Station } from './stations';

/** A radial LV feeder: its joints with their customers, on the tree of shortest paths from the station. */
export interface Feeder {
  readonly jointSites: ReadonlyMap<number, readonly Site[]>;
  readonly demand: Demand;
  readonly customers: number;
}

export interface StationTree {
  readonly paths: ShortestPaths;
  readonly feeders: readonly Feeder[];
}

interface Part {
  readonly joints: readonly number[];
  readonly demand: Demand;
  readonly customers: number;
}

const EMPTY: Part = { joints: [], demand: NO_DEMAND, customers: 0 };

function join(a: Part, b: Part): Part {
  return {
    joints: [...a.joints, ...b.joints],
    demand: addDemand(a.demand, b.demand),
    customers: a.customers + b.customers,
  };
}

function fits(part: Part, limitW: number, limitCustomers: number): boolean {
  return coincidentW(part.demand) <= limitW && part.customers <= limitCustomers;
}

/**
 * Cuts the tree into feeders from the leaves inwards: what hangs below a vertex stays together while it fits one cable;
 * else the fullest branches leave as feeders of their own, whose cable runs back to the station in the same trench.
 */
function cutTree(
  paths: ShortestPaths,
  root: number,
  own: ReadonlyMap<number, Part>,
  limitW: number,
  limitCustomers: number,
): Part[] {
  const needed = new Set<number>();
  for (const joint of own.keys())
    for (let v = joint; v >= 0 && !needed.has(v); v = paths.before[v]!) needed.add(v);
  const branches = new Map<number, Part[]>();
  const feeders: Part[] = [];
  for (let i = paths.order.length - 1; i >= 0; i -= 1) {
    const v = paths.order[i]!;
    if (!needed.has(v)) continue;
    const below = branches.get(v) ?? [];
    const here = own.get(v);
    if (v === root) {
      feeders.push(...below);
      if (here !== undefined) feeders.push(here);
      break;
    }
    let rest = [...(here === undefined ? [] : [here]), ...below].sort(
      (a, b) => coincidentW(b.demand) - coincidentW(a.demand),
    );
    while (rest.length > 1 && !fits(rest.reduce(join, EMPTY), limitW, limitCustomers)) {
      feeders.push(rest[0]!);
      rest = rest.slice(1);
    }
    const up = rest.reduce(join, EMPTY);
    const before = paths.before[v]!;
    branches.set(before, [...(branches.get(before) ?? []), up]);
  }
  return feeders;
}

/** Joins the two smallest feeders that still fit one cable while there are more than the rule's number. */
function joinSmall(parts: readonly Part[], limitW: number, most: number): Part[] {
  let current = [...parts];
  while (current.length > most) {
    current.sort((a, b) => coincidentW(a.demand) - coincidentW(b.demand));
    const joined = join(current[0]!, current[1]!);
    if (!fits(joined, limitW, RULE.feederMaxCustomers)) return current;
    current = [joined, ...current.slice(2)];
  }
  return current;
}

interface Wanted {
  readonly fewest: number;
  readonly most: number;
}

/** Feeders of one cable size, the limit lowered until there are enough of them. */
function cutToNumber(
  paths: ShortestPaths,
  root: number,
  own: ReadonlyMap<number, Part>,
  wanted: Wanted,
  capacityW: number,
): Part[] {
  const totalW = coincidentW([...own.values()].reduce(join, EMPTY).demand);
  const cut = (limitW: number): Part[] =>
    joinSmall(cutTree(paths, root, own, limitW, RULE.feederMaxCustomers), capacityW, wanted.most);
  let limitW = Math.min(capacityW, Math.max(totalW / wanted.fewest, RULE.dwellingW) * 1.25);
  let parts = cut(limitW);
  for (let round = 0; round < 12 && parts.length < wanted.fewest; round += 1) {
    limitW *= 0.8;
    parts = cut(limitW);
  }
  return parts;
}

/** Length of all main cables of a cut: feeders in one trench count each. */
function mainLengthM(paths: ShortestPaths, parts: readonly Part[]): number {
  let sumM = 0;
  for (const { joints } of parts) {
    const used = new Set<number>();
    for (const joint of joints) {
      for (let v = joint; paths.before[v]! >= 0 && !used.has(v); v = paths.before[v]!) {
        used.add(v);
        sumM += paths.distanceM[v]! - paths.distanceM[paths.before[v]!]!;
      }
    }
  }
  return sumM;
}

const LONG_M_PER_CUSTOMER = 28;

/** The smaller cable where it serves; the larger one where it saves a sixth of a normal, or any of a long, network. */
function cutBest(paths: ShortestPaths, root: number, own: ReadonlyMap<number, Part>, wanted: Wanted): Part[] {
  const narrow = cutToNumber(paths, root, own, wanted, feederCapacityW(0));
  const wide = cutToNumber(paths, root, own, wanted, feederCapacityW(1));
  if (narrow.length > wanted.most) return wide;
  const customers = narrow.reduce((sum, part) => sum + part.customers, 0);
  const narrowM = mainLengthM(paths, narrow);
  const share = narrowM > LONG_M_PER_CUSTOMER * customers ? 1 : 5 / 6;
  return wide.length >= wanted.fewest && mainLengthM(paths, wide) < narrowM * share ? wide : narrow;
}

/** Feeders of one station. `adjacency` covers all routes; the station's cell keeps its shortest paths inside. */
export function layFeeders(adjacency: Adjacency, station: Station): StationTree {
  const paths = shortestPaths(adjacency, [station.vertex]);
  const own = new Map<number, Part>();
  const sitesAt = new Map<number, Site[]>();
  const single: Feeder[] = [];
  for (const site of station.sites) {
    const demand = demandOf(site.building);
    if (station.dedicated || coincidentW(demand) > RULE.ownFeederW) {
      single.push({ jointSites: new Map([[site.joint, [site]]]), demand, customers: 1 });
      continue;
    }
    own.set(site.joint, join(own.get(site.joint) ?? EMPTY, { joints: [], demand, customers: 1 }));
    sitesAt.set(site.joint, [...(sitesAt.get(site.joint) ?? []), site]);
  }
  for (const [joint, part] of own) own.set(joint, { ...part, joints: [joint] });
  const fewest = Math.max(1, Math.min(RULE.feedersMin - single.length, own.size));
  const most = Math.max(1, RULE.feedersMax - single.length);
  const parts = own.size === 0 ? [] : cutBest(paths, station.streetVertex, own, { fewest, most });
  const rank = new Map([...paths.order].map((v, i) => [v, i]));
  const first = (part: Part): number => Math.min(...part.joints.map((joint) => rank.get(joint)!));
  const ordered = [...parts].sort((a, b) => first(a) - first(b));
  const feeders = ordered.map((part): Feeder => ({
    jointSites: new Map(part.joints.map((joint) => [joint, sitesAt.get(joint)!])),
    demand: part.demand,
    customers: part.customers,
  }));
  return { paths, feeders: [...feeders, ...single] };
}
