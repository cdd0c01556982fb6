/** Where on the screen a roof can be read without doubt. */
export interface SeenRoof {
  /** CSS pixels, middle of the pixel. */
  readonly x: number;
  readonly y: number;
  /** Pixels in every direction that show the same face of the same building. */
  readonly clearPx: number;
}

/** Alpha of the identity picture for faces that look up; see `identityMaterial`. */
export const UPWARD = 128;

/**
 * The clearest pixel of every roof in an identity picture. One pass down and one up give each pixel its chessboard distance
 * to the next other face (Rosenfeld and Pfaltz, "Sequential operations in digital picture processing", J. ACM 13, 1966).
 *
 * `faces`: one word per pixel, row by row from the bottom as WebGL reads it; the low three bytes are the building's row + 1,
 * the high byte its face. `covered`: pixels, row by row from the top, under which something else would be found.
 */
export function clearestRoofs(
  faces: Uint32Array,
  covered: Uint8Array,
  width: number,
  height: number,
): Map<number, SeenRoof> {
  const distance = new Uint16Array(width * height);
  const faceAt = (x: number, y: number): number => faces[(height - 1 - y) * width + x]!;
  const sweep = (x: number, y: number, dx: number, dy: number): void => {
    const at = y * width + x;
    const face = faceAt(x, y);
    if (face >>> 24 < UPWARD || covered[at] === 1) return;
    if (x === 0 || y === 0 || x === width - 1 || y === height - 1) return;
    const back = at - dy * width;
    const rim =
      faceAt(x - dx, y) !== face ||
      faceAt(x, y - dy) !== face ||
      faceAt(x - dx, y - dy) !== face ||
      faceAt(x + dx, y - dy) !== face;
    const next = rim
      ? 1
      : 1 + Math.min(distance[at - dx]!, distance[back]!, distance[back - dx]!, distance[back + dx]!);
    distance[at] = dy > 0 ? next : Math.min(distance[at]!, next);
  };
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) sweep(x, y, 1, 1);
  for (let y = height - 1; y >= 0; y -= 1) for (let x = width - 1; x >= 0; x -= 1) sweep(x, y, -1, -1);
  const found = new Map<number, SeenRoof>();
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const clearPx = distance[y * width + x]! - 1;
      if (clearPx < 0) continue;
      const row = (faceAt(x, y) & 0xffffff) - 1;
      const best = found.get(row);
      if (!best || clearPx > best.clearPx) found.set(row, { x: x + 0.5, y: y + 0.5, clearPx });
    }
  }
  return found;
}

/** Marks every pixel within `reachPx` of a segment; coordinates from the top left. */
export function coverSegment(
  covered: Uint8Array,
  width: number,
  height: number,
  from: readonly [number, number],
  to: readonly [number, number],
  reachPx: number,
): void {
  const steps = Math.max(
    1,
    Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / Math.max(1, reachPx / 2)),
  );
  if (steps > 4 * (width + height)) return;
  for (let step = 0; step <= steps; step += 1) {
    const x = from[0] + ((to[0] - from[0]) * step) / steps;
    const y = from[1] + ((to[1] - from[1]) * step) / steps;
    const [left, right] = [Math.max(0, Math.floor(x - reachPx)), Math.min(width - 1, Math.ceil(x + reachPx))];
    const [top, bottom] = [
      Math.max(0, Math.floor(y - reachPx)),
      Math.min(height - 1, Math.ceil(y + reachPx)),
    ];
    for (let row = top; row <= bottom; row += 1) {
      if (right >= left) covered.fill(1, row * width + left, row * width + right + 1);
    }
  }
}
