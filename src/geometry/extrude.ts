import type { Building, Point } from '../model/building';
import { centroid, distanceM, orientFootprint } from './polygon';
import { addFlatRoof, addRidgeVolume, addSlopedRoof, addWalls } from './roofs';
import { roofPieces, type RoofPiece } from './roofPieces';
import { sharedWalls, type SharedWall } from './sharedWalls';
import { TileBuilder, type CityTile } from './tileBuilder';

export interface ExtrusionOptions {
  /** Side of the square tiles the city is merged into. */
  readonly tileSizeM?: number;
  /** Everything flat: for very large imports. */
  readonly flatRoofs?: boolean;
}

export interface CityMesh {
  readonly tiles: readonly CityTile[];
}

/**
 * The city as merged tiles of triangles with roofs, walls and courtyards; a building belongs to the tile of its centre.
 * Pure, and every array stands alone, so a worker can hand them over (`cityTransferables`).
 */
export function extrudeBuildings(buildings: readonly Building[], options: ExtrusionOptions = {}): CityMesh {
  const sizeM = options.tileSizeM ?? 200;
  const builders = new Map<string, TileBuilder>();
  const partyWalls = options.flatRoofs === true ? [] : sharedWalls(buildings);
  buildings.forEach((building, row) => {
    const [x, y] = centroid(building.footprint.outer);
    const key = `${String(Math.floor(x / sizeM))},${String(Math.floor(y / sizeM))}`;
    let tile = builders.get(key);
    if (tile === undefined) {
      tile = new TileBuilder();
      builders.set(key, tile);
    }
    addBuilding(tile, building, row, partyWalls[row] ?? [], options.flatRoofs === true);
  });
  return { tiles: [...builders.values()].map((builder) => builder.finish()) };
}

/** All buffers of a mesh, for a transfer list. */
export function cityTransferables(mesh: CityMesh): ArrayBuffer[] {
  return mesh.tiles.flatMap((tile) =>
    [tile.position, tile.normal, tile.facade, tile.buildingRow, tile.surface, tile.index].map(
      (array) => array.buffer as ArrayBuffer,
    ),
  );
}

function addBuilding(
  tile: TileBuilder,
  building: Building,
  row: number,
  walls: readonly SharedWall[],
  flatRoofs: boolean,
): void {
  const footprint = orientFootprint(building.footprint);
  const groundZ = building.baseElevationM;
  const stand = { row, groundZ, eavesZ: groundZ + building.heightM };
  if (building.roof !== 'flat' && !flatRoofs) {
    const pieces = footprint.holes.length === 0 ? roofPieces(footprint.outer) : null;
    if (pieces !== null && pieces.length > 0) {
      for (const piece of pieces)
        addRidgeVolume(tile, stand, piece, ridgeEnd(piece, building.footprint.outer, walls), building.roof);
      return;
    }
  }
  for (const ring of [footprint.outer, ...footprint.holes])
    addWalls(tile, stand, ring, groundZ, stand.eavesZ);
  const sloped = building.roof !== 'flat' && !flatRoofs && addSlopedRoof(tile, stand, footprint);
  if (!sloped) addFlatRoof(tile, stand, footprint);
}

/** The segment a ridge starts over: a valley, else the pair of party walls, else the shorter pair of walls. */
function ridgeEnd(piece: RoofPiece, outer: readonly Point[], walls: readonly SharedWall[]): number {
  if (piece.valleySegment >= 0) return piece.valleySegment;
  const c = piece.corners;
  const along = [0, 1].map((k) => {
    const lengthM = distanceM(c[k]!, c[k + 1]!) + distanceM(c[k + 2]!, c[(k + 3) % 4]!);
    return { lengthM, sharedM: sharedAlong(c[k]!, c[k + 1]!, outer, walls) };
  });
  const [first, second] = [along[0]!, along[1]!];
  if (Math.abs(first.sharedM - second.sharedM) > 2) return first.sharedM > second.sharedM ? 0 : 1;
  return first.lengthM <= second.lengthM ? 0 : 1;
}

/** Party wall length parallel to a direction. */
function sharedAlong(a: Point, b: Point, outer: readonly Point[], walls: readonly SharedWall[]): number {
  const lengthM = distanceM(a, b);
  let sum = 0;
  for (const wall of walls) {
    const p = outer[wall.edgeIndex]!;
    const q = outer[(wall.edgeIndex + 1) % outer.length]!;
    const cosine =
      ((q[0] - p[0]) * (b[0] - a[0]) + (q[1] - p[1]) * (b[1] - a[1])) / (distanceM(p, q) * lengthM);
    if (Math.abs(cosine) > 0.8) sum += wall.sharedLengthM;
  }
  return sum;
}
