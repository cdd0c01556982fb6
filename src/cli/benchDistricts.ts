import { generateTown } from '../synthesis/town';
import type { Building, Point } from '../model/building';

const SEED = 7;
/** Spacing of copies of the reference town, more than its own extent. */
const TOWN_PITCH_M = 1600;
const METRE_PER_DEGREE = 111_320;
const LATITUDE_DEG = 49.5;
const LONGITUDE_DEG = 8.5;
/** Cosine of 49.5 degrees. */
const SHRINK = 0.6494;

/** Buildings of as many copies of the reference town as it takes, side by side. */
export function scaledTown(buildings: number): readonly Building[] {
  const placed: Building[] = [];
  for (let copy = 0; placed.length < buildings; copy += 1) {
    const dx = (copy % 4) * TOWN_PITCH_M;
    const dy = Math.floor(copy / 4) * TOWN_PITCH_M;
    const shift = (ring: readonly Point[]): Point[] => ring.map(([x, y]) => [x + dx, y + dy]);
    for (const building of generateTown(SEED + copy).buildings) {
      if (placed.length === buildings) break;
      const footprint = {
        outer: shift(building.footprint.outer),
        holes: building.footprint.holes.map(shift),
      };
      placed.push({ ...building, id: `${copy}-${building.id}`, footprint });
    }
  }
  return placed;
}

/** The buildings as GeoJSON with height and levels only, as a city might publish them. */
export function asGeoJson(buildings: readonly Building[]): string {
  const ring = (points: readonly Point[]) =>
    [...points, points[0]!].map(([x, y]) => [
      LONGITUDE_DEG + x / (METRE_PER_DEGREE * SHRINK),
      LATITUDE_DEG + y / METRE_PER_DEGREE,
    ]);
  const features = buildings.map((building) => ({
    type: 'Feature',
    id: building.id,
    properties: { height: building.heightM, 'building:levels': building.levels, use: building.use },
    geometry: {
      type: 'Polygon',
      coordinates: [ring(building.footprint.outer), ...building.footprint.holes.map(ring)],
    },
  }));
  return JSON.stringify({ type: 'FeatureCollection', features });
}
