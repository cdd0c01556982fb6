import { extrudeBuildings } from '../../geometry/extrude';
import type { CityTile } from '../../geometry/tileBuilder';
import type { District } from '../../model/district';
import { extentOf } from './extent';

/** One merged piece of the city. Every vertex knows its building by row, and where on the facade it lies. */
export type SceneTile = Pick<CityTile, 'position' | 'normal' | 'facade' | 'buildingRow' | 'index'>;

/** From this size on, roofs are drawn flat. */
const LARGE = 20_000;
/** Tiles are no smaller than a few streets, and no more than about so many: each is drawn by a call of its own. */
const SMALLEST_TILE_M = 200;
const MOST_TILES = 16;

/** The tiles of a district, for `CityView`. Once per district: about a tenth of a second for 500 buildings. */
export function cityTiles(district: District): readonly SceneTile[] {
  const { buildings } = district;
  const tileSizeM = Math.max(SMALLEST_TILE_M, Math.sqrt(boxAreaM2(district) / MOST_TILES));
  return extrudeBuildings(buildings, { flatRoofs: buildings.length > LARGE, tileSizeM }).tiles;
}

function boxAreaM2(district: District): number {
  const { minM, maxM } = extentOf(district);
  return (maxM[0] - minM[0]) * (maxM[1] - minM[1]);
}
