import type { Building, Connection } from '../../model/building';
import type { District } from '../../model/district';
import type { LineType, Network, Switch, Transformer } from '../../model/network';
import { fail, settle, type Issue, type Outcome } from '../../model/outcome';
import { MAIN_TYPES, MV_TYPE, SERVICE_TYPES, TRANSFORMER_TYPES, transformerTypeFor } from './catalogue';
import { compareWithSimBench } from './bands';
import { coincidentW } from './demand';
import { layFeeders } from './feeders';
import { drawFeeder, noteOutside, type Drawing } from './lowVoltage';
import { layRings, placePrimary, type Ring } from './mvRing';
import { PhaseAllocation } from './phases';
import { proximityRoutes } from './proximityRoutes';
import { adjacencyOf, linkParts, type Adjacency, type Routes, type Site } from './routes';
import { RULE, sizingRuleText } from './rule';
import { networkStatistics } from './statistics';
import { standBesideStreet } from './stationSite';
import { placeStations, type Station } from './stations';
import { medianStreetGapM, streetRoutes } from './streetRoutes';

export { sizingRuleText } from './rule';
export { compareWithSimBench, formatBandsTable, simBenchBands, type BandRow } from './bands';
export { networkStatistics, type NetworkStatistics, type StationStatistics } from './statistics';

export interface NetworkOptions {
  /** Leave the streets aside and use a proximity graph. */
  readonly ignoreStreets?: boolean;
}

interface Plan {
  readonly routes: Routes;
  readonly adjacency: Adjacency;
  readonly primary: number;
  readonly rings: readonly Ring[];
}

function note(code: string, source: string, message: string, remedy: string): Issue {
  return { severity: 'note', code, source, message, remedy };
}

function planRoutes(
  district: District,
  buildings: readonly Building[],
  options: NetworkOptions,
  issues: Issue[],
): { routes: Routes; sites: Site[] } {
  const gapM = options.ignoreStreets === true ? Infinity : medianStreetGapM(buildings, district.streets);
  if (gapM <= RULE.maxServiceLengthM) return streetRoutes(buildings, district.streets);
  if (district.streets.length > 0) {
    issues.push(
      note(
        'network-streets-unused',
        district.id,
        'The streets lie too far from most buildings; cables follow a proximity graph.',
        'Give the streets in front of the buildings.',
      ),
    );
  }
  return proximityRoutes(buildings);
}

function plan(district: District, options: NetworkOptions, extra: number, issues: Issue[]): Plan {
  const buildings = [...district.buildings].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const { routes, sites } = planRoutes(district, buildings, options, issues);
  const links = linkParts(routes, RULE.detourFactor);
  if (links > 0) {
    issues.push(
      note(
        'network-parts-linked',
        district.id,
        `${links} straight link(s) join parts of the district that no route connects.`,
        'Give the missing streets.',
      ),
    );
  }
  const primary = placePrimary(routes, sites, district.seed);
  const onStreets = adjacencyOf(routes);
  const stations = standBesideStreet(
    routes,
    onStreets,
    sites,
    placeStations(routes, onStreets, sites, extra),
  );
  const adjacency = adjacencyOf(routes);
  return { routes, adjacency, primary, rings: layRings(routes, adjacency, primary, stations) };
}

/** The tap step that brings the LV side without load, with the MV drop at peak, nearest to the target. */
function chooseTapPercent(mvDropShare: number): number {
  const mvPu = RULE.sourceVoltagePu - mvDropShare;
  const off = (tapPercent: number): number => Math.abs(mvPu / (1 + tapPercent / 100) - RULE.lvTargetPu);
  return [0, -2.5, 2.5, -5, 5].reduce((best, tap) => (off(tap) < off(best) - 1e-12 ? tap : best));
}

function drawStation(
  drawing: Drawing,
  adjacency: Adjacency,
  station: Station,
  number: string,
  dropShare: number,
): Transformer {
  const position = drawing.routes.vertices[station.vertex]!;
  const sizes = station.dedicated ? RULE.customerStationSizesVa : RULE.stationSizesVa;
  drawing.buses.push({ id: `MV-${number}`, nominalVoltageV: RULE.mvVoltageV, position, synthetic: true });
  drawing.buses.push({ id: `LV-${number}`, nominalVoltageV: RULE.lvVoltageV, position, synthetic: true });
  const peakW = coincidentW(station.demand);
  const type = transformerTypeFor(peakW, sizes);
  if (peakW > RULE.transformerLoading * type.ratedSVa) {
    noteOutside(drawing, `T-${number}`, 'The demand is above the largest transformer of the catalogue.');
  }
  const tree = layFeeders(adjacency, station);
  tree.feeders.forEach((feeder, i) => {
    drawFeeder(drawing, tree, feeder, {
      stationId: `T-${number}`,
      busbarId: `LV-${number}`,
      vertex: station.vertex,
      label: `${number}-${i + 1}`,
    });
  });
  return {
    id: `T-${number}`,
    fromBusId: `MV-${number}`,
    toBusId: `LV-${number}`,
    transformerTypeId: type.id,
    tapPercent: chooseTapPercent(dropShare),
    position,
    synthetic: true,
  };
}

/** MV sections `MV-1.01` ..; a switch at each section of a ring, the normally open one open. */
function drawRing(drawing: Drawing, ring: Ring, ringNumber: number, numbers: readonly string[]): Switch[] {
  const busId = (row: number): string => (row < 0 ? 'MV-primary' : `MV-${numbers[row]!}`);
  return ring.sections.flatMap((section, row): Switch[] => {
    const id = `MV-ring-${ringNumber}.${String(row + 1).padStart(2, '0')}`;
    const points = section.vertices.map((v) => drawing.routes.vertices[v]!);
    drawing.lines.push({
      id,
      fromBusId: busId(section.from),
      toBusId: busId(section.to),
      lineTypeId: MV_TYPE.id,
      lengthM: section.lengthM,
      role: 'mv',
      parallel: 1,
      path: points.length === 1 ? [points[0]!, points[0]!] : points,
      synthetic: true,
    });
    if (ring.openSection < 0) return [];
    const open = row === ring.openSection;
    return [{ id: `SW-${id}`, lineId: id, closed: !open, normallyOpen: open }];
  });
}

function drawNetwork(
  district: District,
  planned: Plan,
  issues: Issue[],
): { network: Network; connections: Map<string, Connection> } {
  const drawing: Drawing = {
    seed: district.seed,
    routes: planned.routes,
    buses: [],
    lines: [],
    connections: new Map(),
    issues,
    phases: new PhaseAllocation(district.seed),
  };
  const position = planned.routes.vertices[planned.primary]!;
  drawing.buses.push({ id: 'MV-primary', nominalVoltageV: RULE.mvVoltageV, position, synthetic: true });
  const count = planned.rings.reduce((sum, ring) => sum + ring.stations.length, 0);
  const width = Math.max(2, String(count).length);
  const transformers: Transformer[] = [];
  const switches: Switch[] = [];
  planned.rings.forEach((ring, r) => {
    const numbers = ring.stations.map((_, i) => String(transformers.length + i + 1).padStart(width, '0'));
    switches.push(...drawRing(drawing, ring, r + 1, numbers));
    ring.stations.forEach((station, i) => {
      transformers.push(drawStation(drawing, planned.adjacency, station, numbers[i]!, ring.dropShare[i]!));
    });
  });
  const usedTypes = new Set(drawing.lines.map((line) => line.lineTypeId));
  const lineTypes = [...new Set<LineType>([MV_TYPE, ...MAIN_TYPES, ...SERVICE_TYPES])].filter((type) =>
    usedTypes.has(type.id),
  );
  const network: Network = {
    buses: drawing.buses,
    lineTypes,
    lines: drawing.lines,
    transformerTypes: TRANSFORMER_TYPES.filter((type) =>
      transformers.some((t) => t.transformerTypeId === type.id),
    ),
    transformers,
    switches,
    sources: [
      {
        id: 'upstream',
        busId: 'MV-primary',
        voltagePu: RULE.sourceVoltagePu,
        shortCircuitSVa: RULE.sourceShortCircuitVa,
        rOverX: RULE.sourceROverX,
      },
    ],
    storages: [],
    sizingRule: sizingRuleText(),
  };
  return { network, connections: drawing.connections };
}

function connected(building: Building, connection: Connection): Building {
  const lacked = building.connection === null || building.connection.phases.length === 0;
  return {
    ...building,
    connection,
    evidence: {
      ...building.evidence,
      connection: 'assumed',
      ...(lacked ? { phases: 'assumed' as const } : {}),
    },
  };
}

/** Station counts tried around the rule's own, in this order, until all residential networks lie in the bands. */
const EXTRA_STATIONS = [0, -1, 1, -2, 2, 3];
const MOST_BUILDINGS_TO_RETRY = 1500;

interface Attempt {
  readonly district: District;
  readonly issues: readonly Issue[];
  /** Figures outside the SimBench bands. */
  readonly outside: number;
}

function attemptWith(district: District, options: NetworkOptions, extra: number): Attempt {
  const issues: Issue[] = [];
  const { network, connections } = drawNetwork(district, plan(district, options, extra, issues), issues);
  const buildings = district.buildings.map((building) => connected(building, connections.get(building.id)!));
  const value = { ...district, buildings, network };
  const rows = compareWithSimBench(networkStatistics(value));
  const outside = rows.reduce((sum, row) => sum + row.of - row.inside, 0);
  return { district: value, issues, outside };
}

/**
 * Gives a district a plausible LV and MV network by the printed rule (`sizingRuleText`), along its streets or, where
 * they are missing, along a proximity graph. Deterministic by `district.seed`; the order of buildings and streets does
 * not matter. Storages and switches of an earlier network are not kept.
 */
export function synthesiseNetwork(district: District, options: NetworkOptions = {}): Outcome<District> {
  if (district.buildings.length === 0) {
    return fail([
      {
        severity: 'error',
        code: 'network-no-buildings',
        source: district.id,
        message: 'A network needs at least one building.',
        remedy: 'Import footprints first.',
      },
    ]);
  }
  const tries = district.buildings.length <= MOST_BUILDINGS_TO_RETRY ? EXTRA_STATIONS : [0];
  let best: Attempt | null = null;
  for (const extra of tries) {
    const attempt = attemptWith(district, options, extra);
    if (best === null || attempt.outside < best.outside) best = attempt;
    if (best.outside === 0) break;
  }
  return settle(best!.district, best!.issues);
}
