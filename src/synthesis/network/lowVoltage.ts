import type { Building, Connection, Phase, Point } from '../../model/building';
import type { Bus, Line } from '../../model/network';
import type { Issue } from '../../model/outcome';
import { chooseFuseA, chooseMain, chooseService, type LoadedStretch } from './cables';
import { addDemand, balancedCurrentA, coincidentW, demandOf, NO_DEMAND, type Demand } from './demand';
import type { Feeder, StationTree } from './feeders';
import { ALL_PHASES, isSinglePhase, type PhaseAllocation } from './phases';
import { distanceM } from './plane';
import type { Routes, Site } from './routes';
import { RULE } from './rule';

/** What the parts of the network are collected in while it is drawn. */
export interface Drawing {
  readonly seed: number;
  readonly routes: Routes;
  readonly buses: Bus[];
  readonly lines: Line[];
  readonly connections: Map<string, Connection>;
  readonly issues: Issue[];
  readonly phases: PhaseAllocation;
}

interface Piece {
  readonly vertex: number;
  /** Row of the piece before it; -1 at the busbar. */
  readonly before: number;
  readonly route: readonly number[];
  readonly lengthM: number;
}

/** Cuts the feeder's tree into pieces between joints and forks, nearest the station first. */
function piecesOf(tree: StationTree, feeder: Feeder, root: number): Piece[] {
  const { before, distanceM: reachM, order } = tree.paths;
  const children = new Map<number, number>();
  const used = new Set<number>();
  for (const joint of feeder.jointSites.keys()) {
    for (let v = joint; v !== root && !used.has(v); v = before[v]!) {
      used.add(v);
      children.set(before[v]!, (children.get(before[v]!) ?? 0) + 1);
    }
  }
  const isKey = (v: number): boolean =>
    feeder.jointSites.has(v) || (v !== root && (children.get(v) ?? 0) > 1);
  const rows = new Map<number, number>();
  const pieces: Piece[] = [];
  for (const v of order) {
    if (!isKey(v) || (v !== root && !used.has(v))) continue;
    const route = [v];
    let up = v;
    do {
      if (up === root) break;
      up = before[up]!;
      route.push(up);
    } while (up !== root && !isKey(up));
    const startsAtJoint = up !== v && rows.has(up);
    rows.set(v, pieces.length);
    pieces.push({
      vertex: v,
      before: startsAtJoint ? rows.get(up)! : -1,
      route: route.reverse(),
      lengthM: Math.max(1, reachM[v]! - reachM[up]!),
    });
  }
  return pieces;
}

function loadedPieces(pieces: readonly Piece[], feeder: Feeder): LoadedStretch[] {
  const behind: Demand[] = pieces.map(({ vertex }) =>
    (feeder.jointSites.get(vertex) ?? []).reduce(
      (sum, site) => addDemand(sum, demandOf(site.building)),
      NO_DEMAND,
    ),
  );
  for (let i = pieces.length - 1; i >= 0; i -= 1) {
    const up = pieces[i]!.before;
    if (up >= 0) behind[up] = addDemand(behind[up]!, behind[i]!);
  }
  return pieces.map(({ lengthM, before }, i) => ({ lengthM, before, peakW: coincidentW(behind[i]!) }));
}

/** Says which element could not be brought within the rule. */
export function noteOutside(drawing: Drawing, where: string, message: string): void {
  drawing.issues.push({
    severity: 'warning',
    code: 'network-rule-not-met',
    source: 'network synthesis',
    where,
    message,
    remedy:
      'Give the network for this part of the district, or check the position and size of the buildings it feeds.',
  });
}

/** Phases and fuse of a building: kept where the district gave them, else by the rule. */
function serviceOf(building: Building, given: ReadonlyMap<string, Phase>): Omit<Connection, 'busId'> {
  const kept = building.connection;
  const drawn = given.get(building.id);
  const phases =
    kept !== null && kept.phases.length > 0 ? kept.phases : drawn === undefined ? ALL_PHASES : [drawn];
  if (kept !== null && kept.mainFuseA > 0) return { phases, mainFuseA: kept.mainFuseA };
  if (phases.length === 1) return { phases, mainFuseA: RULE.singlePhaseFuseA };
  return {
    phases,
    mainFuseA: chooseFuseA(RULE.fuseReserve * balancedCurrentA(coincidentW(demandOf(building)))),
  };
}

function drawService(
  drawing: Drawing,
  site: Site,
  jointBusId: string,
  phases: ReadonlyMap<string, Phase>,
): void {
  const { building, entry, joint } = site;
  const from = drawing.routes.vertices[joint]!;
  const service = serviceOf(building, phases);
  const lengthM = Math.max(RULE.minServiceLengthM, distanceM(from, entry));
  const single = service.phases.length === 1;
  const singleW = (service.mainFuseA * RULE.lvVoltageV) / Math.sqrt(3);
  const peakW = coincidentW(demandOf(building));
  const cable = chooseService(lengthM, single ? Math.min(peakW, singleW) : peakW, service.mainFuseA, single);
  if (!cable.withinRule)
    noteOutside(drawing, building.id, 'The service cable keeps neither rating nor voltage budget.');
  const busId = `B-${building.id}`;
  drawing.buses.push({ id: busId, nominalVoltageV: RULE.lvVoltageV, position: entry, synthetic: true });
  drawing.lines.push({
    id: `S-${building.id}`,
    fromBusId: jointBusId,
    toBusId: busId,
    lineTypeId: cable.type.id,
    lengthM,
    role: 'service',
    parallel: cable.parallel,
    path: [from, entry],
    synthetic: true,
  });
  drawing.connections.set(building.id, { busId, ...service });
}

/** Draws one feeder: main cable pieces `F-01-2`, `F-01-2.02` .., joints `J-01-2.01` .., services and house buses. */
export function drawFeeder(
  drawing: Drawing,
  tree: StationTree,
  feeder: Feeder,
  at: {
    readonly stationId: string;
    readonly busbarId: string;
    readonly vertex: number;
    readonly label: string;
  },
): void {
  const pieces = piecesOf(tree, feeder, at.vertex);
  const choice = chooseMain(loadedPieces(pieces, feeder));
  if (!choice.withinRule)
    noteOutside(drawing, `F-${at.label}`, 'The feeder keeps neither rating nor voltage budget.');
  const mayBeSingle = [...feeder.jointSites.values()]
    .flat()
    .map((site) => site.building)
    .filter((building) => building.connection === null && isSinglePhase(building, drawing.seed));
  const phases = drawing.phases.allocate(
    at.stationId,
    mayBeSingle.map((building) => building.id),
  );
  const jointId = (row: number): string => `J-${at.label}.${String(row + 1).padStart(2, '0')}`;
  pieces.forEach((piece, row) => {
    const points = piece.route.map((v): Point => drawing.routes.vertices[v]!);
    const position = points[points.length - 1]!;
    drawing.buses.push({ id: jointId(row), nominalVoltageV: RULE.lvVoltageV, position, synthetic: true });
    drawing.lines.push({
      id: row === 0 ? `F-${at.label}` : `F-${at.label}.${String(row + 1).padStart(2, '0')}`,
      fromBusId: piece.before < 0 ? at.busbarId : jointId(piece.before),
      toBusId: jointId(row),
      lineTypeId: choice.type.id,
      lengthM: piece.lengthM,
      role: 'lvMain',
      parallel: choice.parallel,
      path: points.length === 1 ? [position, position] : points,
      synthetic: true,
    });
    for (const site of feeder.jointSites.get(piece.vertex) ?? [])
      drawService(drawing, site, jointId(row), phases);
  });
}
