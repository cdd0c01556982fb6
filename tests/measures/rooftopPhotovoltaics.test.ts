import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MEASURES } from '../../src/measures';
import type { District } from '../../src/model/district';
import { manyHouses, measureOf } from './districts';

const houses = manyHouses(1);

describe('rooftop photovoltaics', () => {
  const rectangle = (angleDeg: number, latitudeDeg = 50): District => {
    const angle = (angleDeg * Math.PI) / 180;
    const turn = ([x, y]: readonly [number, number]) =>
      [x * Math.cos(angle) - y * Math.sin(angle), x * Math.sin(angle) + y * Math.cos(angle)] as const;
    const outer = (
      [
        [0, 0],
        [20, 0],
        [20, 8],
        [0, 8],
      ] as const
    ).map(turn);
    const hole = (
      [
        [2, 2],
        [2, 4],
        [5, 4],
        [5, 2],
      ] as const
    ).map(turn);
    const building = {
      ...houses.buildings[0]!,
      roof: 'gabled' as const,
      footprint: { outer, holes: [hole] },
    };
    return { ...houses, frame: { ...houses.frame, latitudeDeg }, buildings: [building] };
  };
  const arrayOn = (district: District, parameters = {}) =>
    MEASURES.rooftopPhotovoltaics.apply(district, measureOf('rooftopPhotovoltaics', 1, parameters), 1)
      .buildings[0]!.photovoltaics!;

  it('on a pitch faces the southern half for any turn of the house, square to its long wall', () => {
    fc.assert(
      fc.property(fc.double({ min: -360, max: 360, noNaN: true }), (angleDeg) => {
        const { azimuthDeg } = arrayOn(rectangle(angleDeg));
        expect(azimuthDeg).toBeGreaterThanOrEqual(90 - 1e-9);
        expect(azimuthDeg).toBeLessThanOrEqual(270 + 1e-9);
        // The long wall runs at azimuth 90 - angle; the pitch stands square to it, to the whole degree.
        const off = (azimuthDeg - (90 - angleDeg)) * (Math.PI / 180);
        expect(Number.isInteger(azimuthDeg)).toBe(true);
        expect(Math.abs(Math.cos(off))).toBeLessThan(Math.sin((0.5 * Math.PI) / 180) + 1e-9);
      }),
    );
  });

  it('faces the northern half south of the equator', () => {
    for (const angleDeg of [0, 30, 100, 170]) {
      const south = arrayOn(rectangle(angleDeg, -33)).azimuthDeg;
      expect(Math.cos((south * Math.PI) / 180)).toBeGreaterThanOrEqual(-1e-9);
    }
    const flat = rectangle(0, -33);
    expect(arrayOn({ ...flat, buildings: [{ ...flat.buildings[0]!, roof: 'flat' }] }).azimuthDeg).toBe(0);
  });

  it('has the power of its share of the roof, courtyards left out', () => {
    // (20 m * 8 m - 3 m * 2 m) * 0.35 * 200 W/m2 = 154 m2 * 70 W/m2 = 10,780 W; at 0.5 and 220: 16,940 W.
    expect(arrayOn(rectangle(25)).peakW).toBeCloseTo(10_780, 6);
    expect(arrayOn(rectangle(25), { roofCoverage: 0.5, powerDensityWPerM2: 220 }).peakW).toBeCloseTo(
      16_940,
      6,
    );
    expect(arrayOn(rectangle(25)).tiltDeg).toBe(35);
  });
});
