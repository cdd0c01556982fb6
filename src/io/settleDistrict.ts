import { orientFootprint } from '../geometry/polygon';
import type { Building, BuildingUse, Footprint, Point } from '../model/building';
import type { ArchetypeRegion, District, WeatherReference } from '../model/district';
import { fail, settle, type Issue, type Outcome } from '../model/outcome';
import { completeBuilding, footprintAreaM2, type BuildingDraft } from '../synthesis/archetypes';
import type { ImportedFootprint, ImportedFootprints, LonLat } from './footprints';
import { localProjection, type LocalProjection } from './projection';
import type { ImportReport } from './importReport';
import { withoutRepeats } from './rings';

export interface PlacementOptions {
  readonly name: string;
  readonly seed: number;
  readonly region: ArchetypeRegion | null;
  readonly weatherAt: (lonDeg: number, latDeg: number) => WeatherReference;
  readonly regionAt: (lonDeg: number, latDeg: number) => ArchetypeRegion;
}

export interface Placement {
  readonly district: District;
  readonly bounds: ImportReport['bounds'];
  readonly remarks: readonly string[];
}

/** A local frame is true to a millimetre per metre up to here; a district is far smaller. */
const LARGEST_EXTENT_DEG = 0.6;

/** Lays imported footprints into a local metre frame and completes their attributes. */
export function settleDistrict(
  maps: readonly ImportedFootprints[],
  options: PlacementOptions,
): Outcome<Placement> {
  const bounds = boundsOf(maps.flatMap((map) => map.footprints));
  const issues = [...duplicates(maps), ...extentIssues(maps, bounds)];
  if (issues.length > 0) return fail(issues);
  const lonDeg = roundDegrees((bounds.west + bounds.east) / 2);
  const latDeg = roundDegrees((bounds.south + bounds.north) / 2);
  const projection = localProjection(lonDeg, latDeg);
  const toLocal = (ring: readonly LonLat[]): Point[] =>
    ring.map(([lon, lat]) => projection.toLocal(lon, lat));
  const region = options.region ?? options.regionAt(lonDeg, latDeg);
  const weather = options.weatherAt(lonDeg, latDeg);
  const remarks: string[] = [];
  if (options.region === null) remarks.push(`Archetype region "${region}" follows from the latitude.`);
  if (weather.kind === 'synthetic') remarks.push(`Weather: synthetic climate "${weather.climate}".`);
  const lowestM = lowestBase(maps);
  if (lowestM !== 0)
    remarks.push(`Elevations are counted from the lowest building, at ${lowestM} m in the file.`);
  const buildings = maps.flatMap((map) =>
    map.footprints.map((one) => settleBuilding(one, projection, lowestM, region, options.seed)),
  );
  const district: District = {
    schema: 'gridtwin-district/1',
    id: slug(options.name),
    name: options.name,
    description: `Imported from ${maps.map((map) => map.fileName).join(', ')}.`,
    seed: options.seed,
    frame: {
      longitudeDeg: lonDeg,
      latitudeDeg: latDeg,
      sourceCrs: [...new Set(maps.map((map) => map.crs))].join(', '),
    },
    archetypeRegion: region,
    weather,
    buildings,
    streets: maps.flatMap((map) =>
      map.streets.map((street) => ({ ...street, path: withoutRepeats(toLocal(street.path)) })),
    ),
    openSpaces: maps.flatMap((map) =>
      map.openSpaces.map((space) => ({ ...space, outline: withoutRepeats(toLocal(space.outline)) })),
    ),
    network: null,
  };
  return settle({ district, bounds, remarks }, []);
}

function settleBuilding(
  one: ImportedFootprint,
  projection: LocalProjection,
  lowestM: number,
  region: ArchetypeRegion,
  seed: number,
): Building {
  // Two points of a degree ring may fall on the same millimetre.
  const ring = (points: readonly LonLat[]): Point[] =>
    withoutRepeats(points.map(([lon, lat]) => projection.toLocal(lon, lat)));
  const footprint = orientFootprint({
    outer: ring(one.outer),
    holes: one.holes.map(ring).filter((hole) => hole.length >= 3),
  });
  const { outer: _outer, holes: _holes, residential: _residential, outbuilding, ...known } = one;
  const use = one.use ?? derivedUse(one, footprint);
  const draft: BuildingDraft = {
    ...known,
    footprint,
    baseElevationM: Math.round(((one.baseElevationM ?? lowestM) - lowestM) * 1000) / 1000,
    ...(use === undefined ? {} : { use }),
    ...(outbuilding ? { heating: 'none', cooling: 'none', households: 0 } : {}),
  };
  const building = completeBuilding(draft, region, seed);
  if (one.use !== undefined || use === undefined) return building;
  const assumed = outbuilding
    ? ({ heating: 'assumed', cooling: 'assumed', households: 'derived' } as const)
    : {};
  return { ...building, evidence: { ...building.evidence, use: 'derived', ...assumed } };
}

/** Rule I3: "residential" is a block of flats from three storeys or 300 m2 on; an outbuilding is an unheated store. */
function derivedUse(one: ImportedFootprint, footprint: Footprint): BuildingUse | undefined {
  if (one.outbuilding) return 'warehouse';
  if (!one.residential) return undefined;
  const levels = one.levels ?? (one.heightM === undefined ? 2 : one.heightM / 3);
  const areaM2 = footprintAreaM2(footprint);
  if (levels >= 3 || areaM2 >= 300) return 'apartment';
  return areaM2 < 90 ? 'terraced' : 'detached';
}

function boundsOf(footprints: readonly ImportedFootprint[]): ImportReport['bounds'] {
  const bounds = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const { outer } of footprints) {
    for (const [lon, lat] of outer) {
      bounds.west = Math.min(bounds.west, lon);
      bounds.east = Math.max(bounds.east, lon);
      bounds.south = Math.min(bounds.south, lat);
      bounds.north = Math.max(bounds.north, lat);
    }
  }
  return bounds;
}

function lowestBase(maps: readonly ImportedFootprints[]): number {
  let lowest = Infinity;
  for (const map of maps)
    for (const one of map.footprints) lowest = Math.min(lowest, one.baseElevationM ?? Infinity);
  return lowest === Infinity ? 0 : lowest;
}

function duplicates(maps: readonly ImportedFootprints[]): Issue[] {
  const seen = new Map<string, string>();
  const issues: Issue[] = [];
  for (const map of maps) {
    for (const { id } of map.footprints) {
      const other = seen.get(id);
      if (other !== undefined) {
        issues.push({
          severity: 'error',
          code: 'duplicate-id',
          source: map.fileName,
          where: id,
          field: 'id',
          value: id,
          message: `The building "${id}" is also in ${other}.`,
          remedy: 'Import each building from one file only.',
        });
      }
      seen.set(id, map.fileName);
    }
  }
  return issues.slice(0, 200);
}

function extentIssues(maps: readonly ImportedFootprints[], bounds: ImportReport['bounds']): Issue[] {
  const widthDeg = Math.max(bounds.east - bounds.west, bounds.north - bounds.south);
  if (widthDeg <= LARGEST_EXTENT_DEG) return [];
  return [
    {
      severity: 'error',
      code: 'extent-too-large',
      source: maps.map((map) => map.fileName).join(', '),
      field: 'coordinates',
      value: `${widthDeg.toFixed(2)} degrees`,
      message: 'The buildings are spread over more than 0.6 degrees; that is no district.',
      remedy: 'Look for a stray feature or a wrong reference system, or cut the area down.',
    },
  ];
}

/** Centimetres on the ground: keeps the frame's origin readable and the same wherever it is read. */
function roundDegrees(angleDeg: number): number {
  return Math.round(angleDeg * 1e7) / 1e7;
}

function slug(name: string): string {
  const text = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);
  return text === '' ? 'district' : text;
}
