import type { Point } from '../model/building';
import type { District } from '../model/district';
import { boundingBox, type Box } from './polygon';

export interface Extent extends Readonly<Box> {
  readonly centre: Point;
  readonly widthM: number;
  readonly heightM: number;
}

/** Box around all buildings and streets; open spaces may run out of the picture. A unit box for an empty district. */
export function districtExtent(district: Pick<District, 'buildings' | 'streets'>): Extent {
  const points: Point[] = [];
  for (const building of district.buildings) points.push(...building.footprint.outer);
  for (const street of district.streets) points.push(...street.path);
  const box = points.length > 0 ? boundingBox(points) : { minX: 0, minY: 0, maxX: 1, maxY: 1 };
  return {
    ...box,
    centre: [(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2],
    widthM: box.maxX - box.minX,
    heightM: box.maxY - box.minY,
  };
}
