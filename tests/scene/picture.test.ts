import { describe, expect, it } from 'vitest';
import { frameFrom, homeView } from '../../src/scene/three/framing';
import { reachOut } from '../../src/scene/three/riverReach';
import { clearestRoofs, coverSegment } from '../../src/scene/three/seenRoofs';
import { PerspectiveCamera, Vector3 } from 'three';

/** Normalised device coordinates of the points, through three's own camera, as an independent reference. */
function seen(points: Float64Array, view: ReturnType<typeof frameFrom>, fovDeg: number, aspect: number) {
  const camera = new PerspectiveCamera(fovDeg, aspect, 1, 1e5);
  const level = Math.sin(view.polarRad) * view.distanceM;
  camera.up.set(0, 0, 1);
  camera.position.set(
    view.x - Math.sin(view.azimuthRad) * level,
    view.y - Math.cos(view.azimuthRad) * level,
    Math.cos(view.polarRad) * view.distanceM,
  );
  camera.lookAt(view.x, view.y, 0);
  camera.updateMatrixWorld();
  const places: Vector3[] = [];
  for (let at = 0; at < points.length; at += 3) {
    places.push(new Vector3(points[at], points[at + 1], points[at + 2]).project(camera));
  }
  return places;
}

describe('the first view', () => {
  const corners: number[] = [];
  for (const x of [900, 2000]) for (const y of [-300, 250]) for (const z of [0, 30]) corners.push(x, y, z);
  const points = Float64Array.from(corners);

  it.each([
    [34, 1.46],
    [34, 0.46],
    [34, 2.4],
    [50, 1],
  ])('holds every corner and no closer one would, at %d degrees and aspect %d', (fovDeg, aspect) => {
    const upright = Math.tan((fovDeg * Math.PI) / 360);
    const places = seen(points, frameFrom(points, [upright * aspect, upright], 0.5, 0.9), fovDeg, aspect);
    const across = Math.max(...places.map((place) => Math.abs(place.x)));
    const high = Math.max(...places.map((place) => Math.abs(place.y)));
    expect(Math.max(across, high)).toBeCloseTo(1, 6);
    expect(Math.min(across, high)).toBeLessThanOrEqual(1 + 1e-9);
  });
  it('leaves air around the town and stays above the ground', () => {
    const view = homeView(points, (34 * Math.PI) / 180, 1.46);
    for (const { x, y } of seen(points, view, 34, 1.46)) {
      expect(Math.abs(x)).toBeLessThan(0.95);
      expect(Math.abs(y)).toBeLessThan(0.95);
    }
    expect(view.polarRad).toBeLessThan(1.2);
  });
});

describe('the clearest roof pixel', () => {
  const roof = (row: number, face = 130): number => ((face << 24) | (row + 1)) >>> 0;
  const picture = (width: number, height: number, at: (x: number, y: number) => number): Uint32Array => {
    const faces = new Uint32Array(width * height);
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) faces[(height - 1 - y) * width + x] = at(x, y);
    }
    return faces;
  };

  it('lies in the middle of the largest face, not on a crease, a wall or the rim', () => {
    // Left half one face of row 4, right half another; below it a wall of the same row.
    const faces = picture(20, 12, (x, y) =>
      y >= 9 ? roof(4, 5) : x < 2 ? 0 : x < 13 ? roof(4) : roof(4, 131),
    );
    const found = clearestRoofs(faces, new Uint8Array(240), 20, 12).get(4)!;
    expect(found.x).toBeGreaterThan(2 + found.clearPx);
    expect(found.x).toBeLessThan(13 - found.clearPx);
    expect(found.y).toBeLessThan(9 - found.clearPx);
    expect(found.clearPx).toBe(3);
  });
  it('moves away from what lies over the roof, and is absent for walls and for nothing', () => {
    const faces = picture(30, 11, (x) => (x < 28 ? roof(0) : roof(1, 5)));
    const covered = new Uint8Array(330);
    coverSegment(covered, 30, 11, [6, -5], [6, 20], 3);
    const found = clearestRoofs(faces, covered, 30, 11);
    expect(found.get(0)!.x).toBeGreaterThan(10);
    expect(found.has(1)).toBe(false);
    expect(found.has(-1)).toBe(false);
  });
  it('covers a whole segment and nothing far from it', () => {
    const covered = new Uint8Array(100 * 50);
    coverSegment(covered, 100, 50, [10, 10], [80, 40], 2);
    for (let step = 0; step <= 1; step += 0.01) {
      expect(covered[Math.floor(10 + 30 * step) * 100 + Math.floor(10 + 70 * step)]).toBe(1);
    }
    expect(covered[45 * 100 + 10]).toBe(0);
    expect(covered[5 * 100 + 80]).toBe(0);
  });
});

describe('the river', () => {
  const extent = {
    centre: [0, 0],
    radiusM: 300,
    minM: [-200, -200],
    maxM: [200, 200],
    groundM: 0,
  } as const;
  it('runs on from both blunt ends with its width, and keeps every point it had', () => {
    const outline: [number, number][] = [
      [-400, 0],
      [0, 10],
      [400, 0],
      [400, 30],
      [0, 40],
      [-400, 30],
    ];
    const drawn = reachOut(outline, extent);
    for (const point of outline) expect(drawn).toContainEqual(point);
    expect(Math.max(...drawn.map(([x]) => x))).toBeGreaterThan(4000);
    expect(Math.min(...drawn.map(([x]) => x))).toBeLessThan(-4000);
    // The area of a 30 m wide band 7 km long at either end; a twisted band would have about none.
    const area = Math.abs(
      drawn.reduce((sum, [x, y], at) => {
        const [nextX, nextY] = drawn[(at + 1) % drawn.length]!;
        return sum + (x * nextY - nextX * y) / 2;
      }, 0),
    );
    expect(area).toBeGreaterThan(0.9 * 30 * 14000);
  });
  it('is nothing for a pond in the town', () => {
    const pond: [number, number][] = [
      [0, 0],
      [100, 0],
      [100, 10],
      [0, 10],
    ];
    expect(reachOut(pond, extent)).toEqual(pond);
  });
});
