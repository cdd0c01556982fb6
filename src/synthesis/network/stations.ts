import { addDemand, coincidentW, demandOf, NO_DEMAND, type Demand } from './demand';
import { distanceM } from './plane';
import type { Adjacency, Routes, Site } from './routes';
import { RULE } from './rule';
import { shortestPaths, type ShortestPaths } from './shortestPaths';

/** A transformer station: where it stands and whom it feeds. */
export interface Station {
  /** Where the station stands. */
  readonly vertex: number;
  /** The point of the street it stands at; its feeders leave from here. */
  readonly streetVertex: number;
  readonly sites: readonly Site[];
  readonly demand: Demand;
  /** True for a customer with a station of its own. */
  readonly dedicated: boolean;
}

interface Cell {
  vertex: number;
  offsetM: number;
  demand: Demand;
  customers: number;
  bigCustomers: number;
  reachM: number;
  farthest: number;
}

const OFFSET_LIMIT_M = 120;
const OFFSET_STEP_M = 40;
const ROUNDS = 16;
const REPAIRS = 40;
const MAX_BIG_CUSTOMERS = 4;

interface Field {
  readonly routes: Routes;
  readonly adjacency: Adjacency;
  readonly sites: readonly Site[];
  readonly demands: readonly Demand[];
}

function assign(field: Field, cells: Cell[]): ShortestPaths {
  const leastM = Math.min(...cells.map((cell) => cell.offsetM));
  for (const cell of cells) cell.offsetM -= leastM;
  const paths = shortestPaths(
    field.adjacency,
    cells.map((cell) => cell.vertex),
    cells.map((cell) => cell.offsetM),
  );
  for (const cell of cells) {
    Object.assign(cell, {
      demand: NO_DEMAND,
      customers: 0,
      bigCustomers: 0,
      reachM: 0,
      farthest: cell.vertex,
    });
  }
  field.sites.forEach((site, i) => {
    const cell = cells[paths.owner[site.joint]!];
    if (cell === undefined) return;
    cell.demand = addDemand(cell.demand, field.demands[i]!);
    cell.customers += 1;
    if (coincidentW(field.demands[i]!) > RULE.ownFeederW) cell.bigCustomers += 1;
    const reachM =
      paths.distanceM[site.joint]! - cell.offsetM + distanceM(field.routes.vertices[site.joint]!, site.entry);
    if (reachM > cell.reachM) {
      cell.reachM = reachM;
      cell.farthest = site.joint;
    }
  });
  return paths;
}

/** Moves every station to the vertex of its cell nearest to the cell's centre of demand. */
function recentre(field: Field, cells: Cell[], paths: ShortestPaths): void {
  const sums = cells.map(() => ({ x: 0, y: 0, w: 0 }));
  field.sites.forEach((site, i) => {
    const sum = sums[paths.owner[site.joint]!];
    if (sum === undefined) return;
    const p = field.routes.vertices[site.joint]!;
    const weight = coincidentW(field.demands[i]!);
    sum.x += p[0] * weight;
    sum.y += p[1] * weight;
    sum.w += weight;
  });
  const best = cells.map(() => Infinity);
  field.routes.vertices.forEach((p, v) => {
    const k = paths.owner[v]!;
    const sum = sums[k];
    if (sum === undefined || sum.w === 0) return;
    const gapM = distanceM(p, [sum.x / sum.w, sum.y / sum.w]);
    if (gapM < best[k]!) {
      best[k] = gapM;
      cells[k]!.vertex = v;
    }
  });
}

/** How full a cell is against the tightest of its limits; above 1 it breaks one. */
function fullness(cell: Cell): number {
  const largestVa = RULE.stationSizesVa[RULE.stationSizesVa.length - 1]!;
  return Math.max(
    coincidentW(cell.demand) / (RULE.transformerLoading * largestVa),
    cell.customers / RULE.stationMaxCustomers,
    cell.reachM / RULE.stationMaxReachM,
    cell.bigCustomers / (MAX_BIG_CUSTOMERS + 0.5),
  );
}

function newCell(vertex: number): Cell {
  return {
    vertex,
    offsetM: 0,
    demand: NO_DEMAND,
    customers: 0,
    bigCustomers: 0,
    reachM: 0,
    farthest: vertex,
  };
}

/** Rounds of: cut into cells, move stations to the middle, push the borders of full cells inwards. */
function settleCells(field: Field, start: readonly Cell[]): Cell[] {
  let cells = start.map((cell) => ({ ...cell }));
  for (let round = 0; round < ROUNDS; round += 1) {
    const paths = assign(field, cells);
    if (cells.some((cell) => cell.customers === 0)) {
      cells = cells.filter((cell) => cell.customers > 0);
      continue;
    }
    recentre(field, cells, paths);
    const loads = cells.map((cell) => fullness(cell));
    const mean = loads.reduce((sum, load) => sum + load, 0) / loads.length;
    cells.forEach((cell, k) => {
      const push = OFFSET_STEP_M * Math.max(-1, Math.min(1, loads[k]! / mean - 1));
      cell.offsetM = Math.max(0, Math.min(OFFSET_LIMIT_M, cell.offsetM + push));
    });
  }
  assign(field, cells);
  if (cells.some((cell) => cell.customers === 0)) {
    cells = cells.filter((cell) => cell.customers > 0);
    assign(field, cells);
  }
  return cells;
}

/** First stations: the joint in the middle of the demand, then always the joint farthest from all stations. */
function seedCells(field: Field, count: number): Cell[] {
  const total = field.demands.map((demand) => coincidentW(demand));
  const sumW = Math.max(
    1,
    total.reduce((sum, w) => sum + w, 0),
  );
  const x =
    field.sites.reduce((sum, site, i) => sum + field.routes.vertices[site.joint]![0] * total[i]!, 0) / sumW;
  const y =
    field.sites.reduce((sum, site, i) => sum + field.routes.vertices[site.joint]![1] * total[i]!, 0) / sumW;
  const nearestFirst = field.sites.reduce((best, site) => {
    const gap = (s: Site): number => distanceM(field.routes.vertices[s.joint]!, [x, y]);
    return gap(site) < gap(best) ? site : best;
  });
  const chosen = [nearestFirst.joint];
  while (chosen.length < count) {
    const paths = shortestPaths(field.adjacency, chosen);
    let farthest = -1;
    for (const { joint } of field.sites) {
      if (farthest < 0 || paths.distanceM[joint]! > paths.distanceM[farthest]!) farthest = joint;
    }
    if (farthest < 0 || paths.distanceM[farthest] === 0) break;
    chosen.push(farthest);
  }
  return chosen.map(newCell);
}

/** Adds a station in every cell that breaks a limit, at its farthest joint, until none does. */
function repair(field: Field, cells: Cell[]): Cell[] {
  let current = cells;
  for (let i = 0; i < REPAIRS; i += 1) {
    // A third of the broken ones at a time: the cells around a new station often mend with it.
    const all = current.filter((cell) => fullness(cell) > 1 && cell.customers > 1);
    const broken = all.sort((a, b) => fullness(b) - fullness(a)).slice(0, Math.ceil(all.length / 3));
    const taken = new Set(current.map((cell) => cell.vertex));
    const added = broken.filter((cell) => !taken.has(cell.farthest)).map((cell) => newCell(cell.farthest));
    if (added.length === 0) return current;
    current = settleCells(field, [...current, ...added]);
  }
  return current;
}

/**
 * Moves a station that stands in the middle of a dense cell to the nearest site, in its own cell if possible, from which the farthest
 * customer lies at the rule's least distance; its customers stay. Real stations stand where there is room, not in the
 * middle: SimBench's farthest customers lie at 229 m and more in every type.
 */
function moveOffMiddle(field: Field, cells: readonly Cell[], paths: ShortestPaths): number[] {
  return cells.map((cell, k) => {
    if (cell.reachM >= RULE.stationMinReachM) return cell.vertex;
    const fromMiddle = shortestPaths(field.adjacency, [cell.vertex]).distanceM;
    const fromFarthest = shortestPaths(field.adjacency, [cell.farthest]).distanceM;
    let best = cell.vertex;
    const short = (v: number): number => Math.max(0, RULE.stationMinReachM - fromFarthest[v]!);
    const awayM = (v: number): number =>
      fromMiddle[v]! + (paths.owner[v] === k ? 0 : RULE.stationMinReachM / 2);
    field.routes.vertices.forEach((_, v) => {
      if (short(v) > short(best) || fromMiddle[v]! > RULE.stationMinReachM) return;
      if (short(v) < short(best) || awayM(v) < awayM(best)) best = v;
    });
    return best;
  });
}

/**
 * Places stations and shares the customers out among them: capacitated weighted Voronoi cells over route distance.
 * Customers above the rule's limit get a station of their own first. `extra` stations more than the rule's number are
 * tried by the caller.
 */
export function placeStations(
  routes: Routes,
  adjacency: Adjacency,
  sites: readonly Site[],
  extra = 0,
): Station[] {
  const demands = sites.map((site) => demandOf(site.building));
  const own = sites.flatMap((site, i): Station[] =>
    coincidentW(demands[i]!) > RULE.ownStationW
      ? [
          {
            vertex: site.joint,
            streetVertex: site.joint,
            sites: [site],
            demand: demands[i]!,
            dedicated: true,
          },
        ]
      : [],
  );
  const shared = sites.map((_, i) => i).filter((i) => coincidentW(demands[i]!) <= RULE.ownStationW);
  if (shared.length === 0) return own;
  const field: Field = {
    routes,
    adjacency,
    sites: shared.map((i) => sites[i]!),
    demands: shared.map((i) => demands[i]!),
  };
  const totalW = coincidentW(field.demands.reduce(addDemand, NO_DEMAND));
  const wanted = Math.max(
    Math.round(totalW / RULE.stationTargetW),
    Math.round(shared.length / RULE.stationTargetCustomers),
  );
  const count = Math.max(1, wanted + extra);
  const cells = repair(field, settleCells(field, seedCells(field, count)));
  const paths = assign(field, cells);
  const vertices = moveOffMiddle(field, cells, paths);
  const stations = cells.map((cell, k): Station => ({
    vertex: vertices[k]!,
    streetVertex: vertices[k]!,
    sites: field.sites.filter((site) => paths.owner[site.joint] === k),
    demand: cell.demand,
    dedicated: false,
  }));
  return [...stations.filter((station) => station.sites.length > 0), ...own];
}
