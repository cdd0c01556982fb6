import type { Footprint } from '../model/building';

/** Shoelace area of the outer ring less the holes. */
export function footprintAreaM2(footprint: Footprint): number {
  const ringArea = (ring: Footprint['outer']) => {
    let doubled = 0;
    for (let i = 0; i < ring.length; i += 1) {
      const [x0, y0] = ring[i]!;
      const [x1, y1] = ring[(i + 1) % ring.length]!;
      doubled += x0 * y1 - x1 * y0;
    }
    return Math.abs(doubled) / 2;
  };
  return footprint.holes.reduce((area, hole) => area - ringArea(hole), ringArea(footprint.outer));
}
