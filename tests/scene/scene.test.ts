import { describe, expect, it } from 'vitest';
import { daylightAt, litShare } from '../../src/scene/three/daylight';
import { distanceToSegment } from '../../src/scene/three/linesOnScreen';
import { buildRibbons } from '../../src/scene/three/ribbons';
import { sunPosition } from '../../src/scene/three/sun';

const DEGREES = 180 / Math.PI;

describe('the sun of the picture', () => {
  const site = { latitudeDeg: 52.5, longitudeDeg: 15, utcOffsetMin: 60 };
  it('stands at 90 - latitude + 23.44 degrees in the south at the summer solstice noon', () => {
    const { altitudeRad, azimuthRad } = sunPosition(site, { dayOfYear: 172, hourOfDay: 12.03 });
    expect(altitudeRad * DEGREES).toBeCloseTo(90 - 52.5 + 23.44, 0);
    expect(Math.abs(azimuthRad * DEGREES)).toBeGreaterThan(178);
  });
  it('rises in the east, sets in the west, and stands in the north at noon south of the equator', () => {
    expect(sunPosition(site, { dayOfYear: 80, hourOfDay: 7 }).direction[0]).toBeGreaterThan(0.9);
    expect(sunPosition(site, { dayOfYear: 80, hourOfDay: 17 }).direction[0]).toBeLessThan(-0.9);
    const south = sunPosition({ ...site, latitudeDeg: -35 }, { dayOfYear: 355, hourOfDay: 12 });
    expect(south.direction[1]).toBeLessThan(0.25);
    expect(
      sunPosition({ ...site, latitudeDeg: -35 }, { dayOfYear: 172, hourOfDay: 12 }).direction[1],
    ).toBeGreaterThan(0.7);
  });
});

describe('daylight', () => {
  it('never darkens while the sun climbs, and lamps go out', () => {
    let before = daylightAt(-0.5);
    expect(before.night).toBe(1);
    for (let altitude = -0.45; altitude < 1.2; altitude += 0.02) {
      const now = daylightAt(altitude);
      expect(now.sunIntensity).toBeGreaterThanOrEqual(before.sunIntensity);
      expect(now.night).toBeLessThanOrEqual(before.night);
      before = now;
    }
    expect(before.night).toBe(0);
  });
  it('lights homes in the evening and workplaces at noon, hardly anybody at four', () => {
    expect(litShare(20, true)).toBeGreaterThan(litShare(14, true) + 0.3);
    expect(litShare(13, false)).toBeGreaterThan(litShare(22, false) + 0.3);
    expect(litShare(4, true)).toBeLessThan(0.1);
  });
});

describe('ribbons', () => {
  it('carry two vertices per point, the row of their line, metres along it, and no quad between two lines', () => {
    const mesh = buildRibbons(
      [
        {
          points: [
            [0, 0],
            [3, 4],
            [3, 10],
          ],
          row: 7,
        },
        { points: [[9, 9]], row: 8 },
        {
          points: [
            [100, 0],
            [110, 0],
          ],
          row: 9,
        },
      ],
      0.5,
    );
    expect(mesh.position.length).toBe(5 * 6);
    expect([...mesh.along.slice(0, 18)]).toEqual([-1, 0, 7, 1, 0, 7, -1, 5, 7, 1, 5, 7, -1, 11, 7, 1, 11, 7]);
    for (let at = 0; at < mesh.index.length; at += 3) {
      const rows = [0, 1, 2].map((corner) => mesh.along[mesh.index[at + corner]! * 3 + 2]);
      expect(new Set(rows).size).toBe(1);
    }
    expect(mesh.index.length).toBe(3 * 6);
  });
  it('are found by distance to the segment, not to its line', () => {
    expect(distanceToSegment(5, 3, [0, 0], [10, 0])).toBe(3);
    expect(distanceToSegment(13, 4, [0, 0], [10, 0])).toBe(5);
  });
});
