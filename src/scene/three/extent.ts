import type { District } from '../../model/district';

export interface Extent {
  readonly centre: readonly [number, number];
  readonly radiusM: number;
  readonly minM: readonly [number, number];
  readonly maxM: readonly [number, number];
  /** Lowest base of any building: the height of the drawn ground. */
  readonly groundM: number;
}

/** Where the buildings lie. An empty district still has a place to look at. */
export function extentOf(district: District): Extent {
  let [minX, minY, maxX, maxY, groundM] = [Infinity, Infinity, -Infinity, -Infinity, Infinity];
  for (const building of district.buildings) {
    groundM = Math.min(groundM, building.baseElevationM);
    for (const [x, y] of building.footprint.outer) {
      minX = Math.min(minX, x);
      minY = Math.min(minY, y);
      maxX = Math.max(maxX, x);
      maxY = Math.max(maxY, y);
    }
  }
  if (minX > maxX) [minX, minY, maxX, maxY, groundM] = [-100, -100, 100, 100, 0];
  return {
    centre: [(minX + maxX) / 2, (minY + maxY) / 2],
    radiusM: Math.max(60, Math.hypot(maxX - minX, maxY - minY) / 2),
    minM: [minX, minY],
    maxM: [maxX, maxY],
    groundM,
  };
}

/** Corners of the buildings and places of the grid's stations, drawn ground at 0: what the first view must hold. */
export function subjectOf(district: District, extent: Extent): Float64Array {
  const points: number[] = [];
  for (const { footprint, baseElevationM, heightM } of district.buildings) {
    const top = baseElevationM - extent.groundM + heightM;
    for (const [x, y] of footprint.outer) points.push(x, y, 0, x, y, top);
  }
  for (const { position } of district.network?.transformers ?? []) points.push(...position, 0);
  if (points.length === 0) {
    for (const sx of [-1, 1]) for (const sy of [-1, 1]) points.push(sx * 100, sy * 100, 0);
  }
  return Float64Array.from(points);
}
