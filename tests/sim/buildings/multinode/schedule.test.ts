import { describe, expect, it } from 'vitest';
import type { Schedule } from '../../../../src/model/buildingModel/types';
import { courseValues, dayOfYear, monthOfDay } from '../../../../src/sim/buildings/multinode/schedule';

const AXIS = { stepsPerHour: 4, startWeekday: 5 };
const hourly = (value: (hour: number) => number | null): { hourly: (number | null)[] } => ({
  hourly: Array.from({ length: 24 }, (_, hour) => value(hour)),
});
const valuesOf = (schedule: Omit<Schedule, 'id'>): Float64Array =>
  courseValues('s', [{ id: 's', ...schedule }], AXIS)!;

describe('courses through the year', () => {
  it('a constant is the same all year, an unknown name is nothing', () => {
    expect(new Set(courseValues(3, [], AXIS))).toEqual(new Set([3]));
    expect(courseValues('s', [], AXIS)).toBeUndefined();
  });

  it('a ramp gives its mean over every step, and jumps between two points at the same hour', () => {
    const points: [number, number | null][] = [[0, 10], [7, 10], [8, 20], [23, 20], [23, 10], [24, 10]]; // prettier-ignore
    const day = valuesOf({ weekday: { points } }).subarray(0, 96);
    expect([...day.subarray(27, 33)]).toEqual([10, 11.25, 13.75, 16.25, 18.75, 20]);
    expect([day[91], day[92]]).toEqual([20, 10]);
  });

  it('a jump within a step is met in the middle', () => {
    const points: [number, number | null][] = [[0, 0], [6.125, 0], [6.125, 8], [24, 8]]; // prettier-ignore
    expect(valuesOf({ weekday: { points } })[24]).toBeCloseTo(4, 12);
  });

  it('null is off, also between points, and a step that is off for most of it is off', () => {
    const off = valuesOf({ weekday: hourly((hour) => (hour < 7 ? null : 27)) });
    expect([off[27], off[28]]).toEqual([NaN, 27]);
    const points: [number, number | null][] = [[0, 5], [6, 5], [6, null], [7.1, null], [7.1, 5], [24, 5]]; // prettier-ignore
    const gap = valuesOf({ weekday: { points } });
    expect([gap[23], gap[24], gap[28], gap[29]]).toEqual([5, NaN, 5, 5]);
  });

  it('knows Saturday and Sunday from the weekday of 1 January', () => {
    const values = valuesOf({ weekday: hourly(() => 1), saturday: hourly(() => 6), sunday: hourly(() => 7) });
    // 1 January is a Saturday here.
    expect([0, 1, 2, 6, 7, 8].map((day) => values[day * 96])).toEqual([6, 7, 1, 1, 6, 7]);
  });

  it('periods replace days, across the turn of the year too, the last listed first', () => {
    const values = valuesOf({
      weekday: hourly(() => 1),
      periods: [
        { from: '12-24', to: '01-02', weekday: hourly(() => 2) },
        { from: '07-01', to: '08-31', weekday: hourly(() => 3) },
        { from: '08-31', to: '08-31', weekday: hourly(() => 4) },
      ],
    });
    const on = (day: string): number => values[dayOfYear(day) * 96]!;
    expect(
      ['01-01', '01-02', '01-03', '06-30', '07-01', '08-30', '08-31', '09-01', '12-23', '12-24'].map(on),
    ).toEqual([2, 2, 1, 1, 3, 3, 4, 1, 1, 2]);
  });

  it('counts days and months of a common year', () => {
    expect(['01-01', '02-28', '03-01', '12-31'].map(dayOfYear)).toEqual([0, 58, 59, 364]);
    expect([0, 30, 31, 58, 59, 364].map(monthOfDay)).toEqual([0, 0, 1, 1, 2, 11]);
  });
});
