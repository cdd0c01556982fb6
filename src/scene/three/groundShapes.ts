import type { Point } from '../../model/building';
import type { Street } from '../../model/district';

/** Flat triangles on the ground: xyz per vertex. */
export interface FlatMesh {
  readonly position: Float32Array;
  readonly index: Uint32Array;
}

/** Dashes along the middle of streets wide enough for two lanes. */
export function markingMesh(streets: readonly Street[], minWidthM: number): FlatMesh {
  const position: number[] = [];
  const index: number[] = [];
  for (const street of streets) {
    if (street.widthM < minWidthM) continue;
    street.path.forEach((from, at) => {
      const to = street.path[at + 1];
      if (!to) return;
      const lengthM = Math.hypot(to[0] - from[0], to[1] - from[1]);
      for (let start = 7; start + 3 < lengthM - 5; start += 7) {
        const on = (metres: number): Point => [
          from[0] + ((to[0] - from[0]) * metres) / lengthM,
          from[1] + ((to[1] - from[1]) * metres) / lengthM,
        ];
        appendQuad(position, index, on(start), on(start + 3), 0.14);
      }
    });
  }
  return { position: Float32Array.from(position), index: Uint32Array.from(index) };
}

function appendQuad(position: number[], index: number[], from: Point, to: Point, half: number): void {
  const dx = to[0] - from[0];
  const dy = to[1] - from[1];
  const length = Math.hypot(dx, dy);
  if (length === 0) return;
  const nx = (-dy / length) * half;
  const ny = (dx / length) * half;
  const base = position.length / 3;
  position.push(from[0] - nx, from[1] - ny, 0, to[0] - nx, to[1] - ny, 0);
  position.push(to[0] + nx, to[1] + ny, 0, from[0] + nx, from[1] + ny, 0);
  index.push(base, base + 1, base + 2, base, base + 2, base + 3);
}
