import { describe, expect, test } from 'vitest';
import {
  dayOfYear,
  energyPriceAt,
  priceTableOf,
  type PriceTable,
  type Tariff,
} from '../../../src/model/tariff';
import { inBlocks, price, tariffOf } from './tariffs';

const HOURLY = { stepS: 3600, startWeekday: 0 } as const;
const at = (table: PriceTable, day: number, hour: number): number =>
  energyPriceAt(table, Math.floor((day * 24 + hour) * (3600 / table.stepS)));

/** 1 in winter weekday evenings, 2 in other winter hours, 3 in summer. */
const SEASONS: Tariff = inBlocks([
  {
    id: 'evening',
    months: [12, 1],
    days: ['weekday'],
    hours: { fromHour: 17, toHour: 21 },
    perKWh: [price(1)],
  },
  {
    id: 'rest',
    months: [12, 1],
    days: ['weekday'],
    hours: { fromHour: 21, toHour: 17 },
    perKWh: [price(2)],
  },
  { id: 'weekend', months: [12, 1], days: ['saturday', 'sunday'], perKWh: [price(2)] },
  { id: 'summer', months: [2, 3, 4, 5, 6, 7, 8, 9, 10, 11], perKWh: [price(0, 3)] },
]);

describe('prices by step', () => {
  test('follow months, kinds of day, hours and holidays', () => {
    const table = priceTableOf(SEASONS, { ...HOURLY, holidays: new Set([1]) });
    // 1 January is a Monday; the 6th and 7th are the weekend.
    expect([16, 17, 20, 21].map((hour) => at(table, 0, hour))).toEqual([2, 1, 1, 2]);
    expect([1, 5, 6].map((day) => at(table, day, 18))).toEqual([2, 2, 2]);
    expect([30, 31, 333, 334].map((day) => at(table, day, 18))).toEqual([1, 3, 3, 2]);
    // 334 = 1 December, a Saturday; 336 a Monday.
    expect(at(table, 336, 18)).toBe(1);
    expect(at(priceTableOf(SEASONS, { ...HOURLY, startWeekday: 5 }), 0, 18)).toBe(2);
  });

  test('of an hour that a change cuts are the mean of its quarter-hours; quarter-hours have their own', () => {
    const halves = inBlocks([
      { id: 'a', hours: { fromHour: 6.25, toHour: 20.5 }, perKWh: [price(0.4)] },
      { id: 'b', hours: { fromHour: 20.5, toHour: 6.25 }, perKWh: [price(0.2)] },
    ]);
    const hourly = priceTableOf(halves, HOURLY);
    expect(at(hourly, 3, 6)).toBeCloseTo(0.35, 12);
    expect(at(hourly, 3, 20)).toBeCloseTo(0.3, 12);
    const quarters = priceTableOf(halves, { ...HOURLY, stepS: 900 });
    expect([6, 6.25, 20.25, 20.5].map((hour) => at(quarters, 3, hour))).toEqual([0.2, 0.4, 0.4, 0.2]);
  });

  test('of equal blocks are the price itself, to the bit, wherever they are cut', () => {
    const p = price(0.1 + 0.2, 0.7 / 3);
    const cut = inBlocks([
      { id: 'a', hours: { fromHour: 6.25, toHour: 20.5 }, perKWh: [p] },
      { id: 'b', hours: { fromHour: 20.5, toHour: 6.25 }, perKWh: [p] },
    ]);
    const table = priceTableOf(cut, HOURLY);
    for (const row of table.rowOfStep) expect(table.perKWh.supplier[row]).toBe(p.supplier);
  });

  test('give way to the critical price on named days alone', () => {
    const critical = tariffOf({
      criticalPeak: {
        days: [{ name: 'x', month: 3, day: 1 }],
        hours: { fromHour: 17, toHour: 19 },
        perKWh: price(1, 0.5),
      },
    });
    const table = priceTableOf(critical, HOURLY);
    expect([16, 17, 18, 19].map((hour) => at(table, 59, hour))).toEqual(
      [0.35, 1.5, 1.5, 0.35].map((p) => expect.closeTo(p, 12) as number),
    );
    expect([58, 60].map((day) => at(table, day, 17))).toEqual(
      [0.35, 0.35].map((p) => expect.closeTo(p, 12) as number),
    );
    expect([...table.criticalDays]).toEqual([59]);
  });

  test('of the market are held within bounds, then added to', () => {
    const marketPerKWh = Array.from({ length: 8760 }, (_, hour) => [-0.5, 0.05, 0.3, 9][hour % 4]!);
    const tariff = tariffOf({
      energy: {
        kind: 'dynamic',
        marketPerKWh,
        leastPerKWh: -0.1,
        mostPerKWh: 0.4,
        addedPerKWh: price(0.01, 0.1),
      },
    });
    const expected = [0.01, 0.16, 0.41, 0.51].map((p) => expect.closeTo(p, 12) as number);
    expect([0, 1, 2, 3].map((hour) => at(priceTableOf(tariff, HOURLY), 364, hour + 20))).toEqual(expected);
    const quarters = priceTableOf(tariff, { ...HOURLY, stepS: 900 });
    expect([0, 1, 2, 3].map((hour) => at(quarters, 364, hour + 20.75))).toEqual(expected);
  });
});

test('days of the year are counted without 29 February', () => {
  expect([dayOfYear(1, 1), dayOfYear(3, 1), dayOfYear(12, 31)]).toEqual([0, 59, 364]);
  expect([dayOfYear(2, 29), dayOfYear(4, 31), dayOfYear(13, 1), dayOfYear(0, 1), dayOfYear(1, 0)]).toEqual(
    new Array(5).fill(Number.NaN),
  );
});
