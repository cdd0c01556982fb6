import type { Point } from '../../model/building';
import type { District } from '../../model/district';
import { randomKey, uniform } from '../../sim/numeric/random';
import { extentOf } from './extent';

export interface TreeSite {
  readonly x: number;
  readonly y: number;
  readonly heightM: number;
  /** 0..1, for the tint. */
  readonly tint: number;
}

const CELL_M = 8;
/** Free distance between a trunk and a wall. */
const CLEAR_M = 2.6;

/**
 * Trees in parks, along streets and in gardens, where no building or roadway stands. Keyed: the same town, the same trees; `rich`
 * adds bushes and hedges to the gardens.
 */
export function placeTrees(district: District, limit: number, rich = false): TreeSite[] {
  const taken = takenCells(district);
  const key = randomKey(district.seed, district.id, 'trees');
  const sites: TreeSite[] = [];
  let counter = 0;
  const draw = (): number => uniform(key, counter++);
  const plant = (x: number, y: number, low: number, high: number): void => {
    if (sites.length >= limit || taken.near(x, y)) return;
    sites.push({ x, y, heightM: low + (high - low) * draw(), tint: draw() });
  };
  for (const space of district.openSpaces) {
    if (space.kind === 'water') continue;
    const everyM2 = space.kind === 'park' ? 110 : 420;
    const box = boxOf(space.outline);
    const wanted = Math.floor(((box.maxX - box.minX) * (box.maxY - box.minY)) / everyM2);
    for (let n = 0; n < wanted; n += 1) {
      const x = box.minX + (box.maxX - box.minX) * draw();
      const y = box.minY + (box.maxY - box.minY) * draw();
      if (contains(space.outline, x, y)) plant(x, y, 6, 12);
    }
  }
  for (const street of district.streets) {
    street.path.forEach((from, at) => {
      const to = street.path[at + 1];
      if (!to) return;
      const lengthM = Math.hypot(to[0] - from[0], to[1] - from[1]);
      const side = street.widthM / 2 + 1.4;
      for (let along = 8; along < lengthM - 6; along += 13) {
        for (const hand of [-1, 1]) {
          if (draw() < 0.35) continue;
          const ux = (to[0] - from[0]) / lengthM;
          const uy = (to[1] - from[1]) / lengthM;
          plant(from[0] + ux * along - uy * side * hand, from[1] + uy * along + ux * side * hand, 5, 8);
        }
      }
    });
  }
  for (const building of district.buildings) {
    if (building.use !== 'detached' && building.use !== 'terraced') continue;
    const box = boxOf(building.footprint.outer);
    const turn = draw() * 2 * Math.PI;
    const reach = 4 + Math.hypot(box.maxX - box.minX, box.maxY - box.minY) / 2 + 5 * draw();
    const x = (box.minX + box.maxX) / 2 + Math.cos(turn) * reach;
    const y = (box.minY + box.maxY) / 2 + Math.sin(turn) * reach;
    plant(x, y, 3.5, 7);
  }
  plantCopses(district, draw, plant);
  if (rich) plantGardens(district, draw, plant);
  return sites;
}

/** More in the gardens: a fruit tree or two, and bushes along one side. */
function plantGardens(
  district: District,
  draw: () => number,
  plant: (x: number, y: number, low: number, high: number) => void,
): void {
  for (const { use, footprint } of district.buildings) {
    if (use !== 'detached' && use !== 'terraced') continue;
    const box = boxOf(footprint.outer);
    const [middleX, middleY] = [(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2];
    const reach = Math.hypot(box.maxX - box.minX, box.maxY - box.minY) / 2;
    for (let n = 0; n < 3; n += 1) {
      const turn = draw() * 2 * Math.PI;
      const farM = reach + 5 + 11 * draw();
      plant(middleX + Math.cos(turn) * farM, middleY + Math.sin(turn) * farM, 3, 6.5);
    }
    const side = Math.floor(draw() * 4) * (Math.PI / 2) + 0.4;
    for (let n = -4; n <= 4; n += 1) {
      const [ahead, across] = [reach + 9, n * 2.3];
      const x = middleX + Math.cos(side) * ahead - Math.sin(side) * across;
      const y = middleY + Math.sin(side) * ahead + Math.cos(side) * across;
      plant(x, y, 1.6, 2.4);
    }
  }
}

/** Small woods in the fields around: they give the picture depth and mean nothing. */
function plantCopses(
  district: District,
  draw: () => number,
  plant: (x: number, y: number, low: number, high: number) => void,
): void {
  const { centre, radiusM } = extentOf(district);
  for (let copse = 0; copse < 34; copse += 1) {
    const turn = draw() * 2 * Math.PI;
    const far = radiusM * (0.85 + 1.3 * draw());
    const size = 8 + Math.floor(14 * draw());
    const spread = 14 + 26 * draw();
    for (let n = 0; n < size; n += 1) {
      const x = centre[0] + Math.cos(turn) * far + (draw() + draw() - 1) * spread;
      const y = centre[1] + Math.sin(turn) * far + (draw() + draw() - 1) * spread * 0.6;
      plant(x, y, 7, 13);
    }
  }
}

/** Cells that walls, water or roadways reach. */
function takenCells(district: District): { near(x: number, y: number): boolean } {
  const footprints = new Map<string, (readonly Point[])[]>();
  const file = (outline: readonly Point[]): void => {
    const box = boxOf(outline);
    for (let cx = cell(box.minX - CLEAR_M); cx <= cell(box.maxX + CLEAR_M); cx += 1) {
      for (let cy = cell(box.minY - CLEAR_M); cy <= cell(box.maxY + CLEAR_M); cy += 1) {
        const name = `${cx},${cy}`;
        const list = footprints.get(name);
        if (list) list.push(outline);
        else footprints.set(name, [outline]);
      }
    }
  };
  for (const building of district.buildings) file(building.footprint.outer);
  for (const space of district.openSpaces) if (space.kind === 'water') file(space.outline);
  for (const street of district.streets) {
    street.path.forEach((from, at) => {
      const to = street.path[at + 1];
      if (to) file(stripOf(from, to, street.widthM / 2 - CLEAR_M + 1));
    });
  }
  return {
    near(x, y) {
      const list = footprints.get(`${cell(x)},${cell(y)}`);
      return list
        ? list.some((outline) => contains(outline, x, y) || distanceM(outline, x, y) < CLEAR_M)
        : false;
    },
  };
}

const cell = (metres: number): number => Math.floor(metres / CELL_M);

function stripOf(from: Point, to: Point, half: number): Point[] {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
  const nx = (-(to[1] - from[1]) / length) * Math.max(0.1, half);
  const ny = ((to[0] - from[0]) / length) * Math.max(0.1, half);
  return [
    [from[0] - nx, from[1] - ny],
    [to[0] - nx, to[1] - ny],
    [to[0] + nx, to[1] + ny],
    [from[0] + nx, from[1] + ny],
  ];
}

function boxOf(outline: readonly Point[]): { minX: number; minY: number; maxX: number; maxY: number } {
  const box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };
  for (const [x, y] of outline) {
    box.minX = Math.min(box.minX, x);
    box.minY = Math.min(box.minY, y);
    box.maxX = Math.max(box.maxX, x);
    box.maxY = Math.max(box.maxY, y);
  }
  return box;
}

function contains(outline: readonly Point[], x: number, y: number): boolean {
  let inside = false;
  let previous = outline[outline.length - 1]!;
  for (const point of outline) {
    if (point[1] > y !== previous[1] > y) {
      const crossing = ((previous[0] - point[0]) * (y - point[1])) / (previous[1] - point[1]) + point[0];
      if (x < crossing) inside = !inside;
    }
    previous = point;
  }
  return inside;
}

function distanceM(outline: readonly Point[], x: number, y: number): number {
  let nearest = Infinity;
  let from = outline[outline.length - 1]!;
  for (const to of outline) {
    const dx = to[0] - from[0];
    const dy = to[1] - from[1];
    const share = Math.max(
      0,
      Math.min(1, ((x - from[0]) * dx + (y - from[1]) * dy) / (dx * dx + dy * dy || 1)),
    );
    nearest = Math.min(nearest, Math.hypot(x - from[0] - share * dx, y - from[1] - share * dy));
    from = to;
  }
  return nearest;
}
