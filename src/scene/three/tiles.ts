import { extrudeBuildings } from '../../geometry/extrude';
import type { CityTile } from '../../geometry/tileBuilder';
import type { District } from '../../model/district';

/** One merged piece of the city. Every vertex knows its building by row, and where on the facade it lies. */
export type SceneTile = Pick<CityTile, 'position' | 'normal' | 'facade' | 'buildingRow' | 'index'>;

/** From this size on, roofs are drawn flat and tiles are larger. */
const LARGE = 20_000;

/** The tiles of a district, for `CityView`. Once per district: about a tenth of a second for 500 buildings. */
export function cityTiles(district: District): readonly SceneTile[] {
  const large = district.buildings.length > LARGE;
  return extrudeBuildings(district.buildings, { flatRoofs: large, tileSizeM: large ? 400 : 200 }).tiles;
}
