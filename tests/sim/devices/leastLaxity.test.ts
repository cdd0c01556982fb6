import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allotByLaxity, headroomW } from '../../../src/sim/devices/leastLaxity';

const CARS = fc.array(
  fc.record({ wanted: fc.integer({ min: 0, max: 100 }), laxity: fc.integer({ min: -3, max: 5 }) }),
  { minLength: 1, maxLength: 12 },
);

function allotted(headroom: number, cars: readonly { wanted: number; laxity: number }[], order?: number[]) {
  const [wanted, laxity] = [cars.map((car) => car.wanted), cars.map((car) => car.laxity)];
  const out = new Float64Array(cars.length).fill(-1);
  const numbers = order ?? cars.map((_, at) => at);
  allotByLaxity(headroom, numbers, Float64Array.from(wanted), Float64Array.from(laxity), out);
  return [...out];
}

describe('power of a station', () => {
  it('goes to the car with the least time to spare, then to the next, and to the first of equals', () => {
    const cars = [
      { wanted: 10, laxity: 3 },
      { wanted: 10, laxity: 1 },
      { wanted: 10, laxity: 1 },
      { wanted: 0, laxity: -2 },
    ];
    expect(allotted(15, cars)).toEqual([0, 10, 5, 0]);
    expect(allotted(15, cars, [2, 1, 0, 3])).toEqual([0, 5, 10, 0]);
    expect(allotted(-4, cars)).toEqual([0, 0, 0, 0]);
  });

  it('is all handed out as long as somebody wants some, and to nobody more than is wanted', () => {
    fc.assert(
      fc.property(CARS, fc.integer({ min: 0, max: 600 }), (cars, headroom) => {
        const given = allotted(headroom, cars);
        const wanted = cars.reduce((sum, car) => sum + car.wanted, 0);
        expect(given.reduce((sum, power) => sum + power, 0)).toBe(Math.min(headroom, wanted));
        given.forEach((power, car) => {
          expect(power).toBeGreaterThanOrEqual(0);
          expect(power).toBeLessThanOrEqual(cars[car]!.wanted);
          // Nobody is passed over for one with more time to spare.
          if (power < cars[car]!.wanted)
            cars.forEach((other, at) => {
              if (other.laxity > cars[car]!.laxity) expect(given[at]).toBe(0);
            });
        });
      }),
    );
  });
});

describe('the headroom of a station', () => {
  it('is the rest of the limit where nothing is reactive, and none beyond it', () => {
    expect(headroomW(100, 60, 0, 0)).toBe(40);
    expect(headroomW(100, -60, 0, 0)).toBe(160);
    expect(headroomW(100, 140, 0, 0)).toBe(0);
    // 60^2 + 80^2 = 100^2.
    expect(headroomW(100, 0, 80, 0)).toBeCloseTo(60, 12);
    expect(headroomW(Infinity, 1e6, 1e5, 0.14249)).toBe(Infinity);
  });

  it('brings the station to its limit in apparent power', () => {
    const power = fc.double({ min: -5e5, max: 5e5, noNaN: true });
    fc.assert(
      fc.property(power, power, fc.double({ min: 0, max: 0.5, noNaN: true }), (pW, qVar, tan) => {
        const limitVa = 4e5;
        const roomW = headroomW(limitVa, pW, qVar, tan);
        const apparent = (p: number) => Math.sqrt((pW + p) ** 2 + (qVar + tan * p) ** 2);
        if (apparent(0) > limitVa && roomW === 0) return;
        expect(apparent(roomW) / limitVa).toBeCloseTo(1, 9);
      }),
    );
  });
});
