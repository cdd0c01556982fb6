import { describe, expect, it } from 'vitest';
import { calendarOf } from '../../../src/sim/arrays/calendar';
import type { HomePool } from '../../../src/study/worldChecks/homes';
import {
  addedPeakKw,
  admdKw,
  eveningAddedPeakKw,
  meanDayPeakHour,
  type StreetsAsked,
} from '../../../src/study/worldChecks/streets';
import { coldestChunks, sunniestChunk } from '../../../src/study/worldChecks/weeks';
import type { WeatherYear } from '../../../src/model/weather';

const HOMES = 5;
const HOUR_S = 3600;
const calendar = calendarOf(HOUR_S, 0);

/** A day of 24 hours, W: `at` names the hours that differ from `else`. */
function day(at: Readonly<Record<number, number>>, otherW: number): Float64Array {
  return Float64Array.from({ length: 24 }, (_, hour) => at[hour] ?? otherW);
}

const same = (series: Float64Array) => Array.from({ length: HOMES }, () => series);
const pool: HomePool = {
  ...{ calendar, chunks: [0], ids: ['a', 'b', 'c', 'd', 'e'] },
  // 2 kW at noon, 1 kW at 18 h.
  baseW: same(day({ 12: 2000, 18: 1000 }, 500)),
  heatPumpW: same(day({ 7: 3000 }, 1000)),
  // Nothing at noon, 1.5 kW at 18 h.
  vehicleW: same(day({ 18: 1500 }, 0)),
  chargerW: [3700, 3700, 7400, 11000, 11000],
};
const asked: StreetsAsked = {
  ...{ seed: 1, streets: 7, connections: 4, devices: 4, purpose: 'test' },
  ...{ mayHave: () => true, deviceW: pool.vehicleW },
};

const valueOf = (found: ReturnType<typeof addedPeakKw>) => ('value' in found ? found.value : found.reason);

describe('added peak of a street', () => {
  it('is the difference of two peaks, wherever they lie, and not the peak of the device', () => {
    // 4 homes: 8 kW at noon before, 10 kW at 18 h after: 2 kW by four cars.
    expect(valueOf(addedPeakKw(pool, asked))).toBeCloseTo(0.5, 12);
    // Heat pumps add 1 kW at noon and 3.5 kW in all at 7 h: (4 x 3.5 - 8) / 4.
    expect(valueOf(addedPeakKw(pool, { ...asked, deviceW: pool.heatPumpW }))).toBeCloseTo(1.5, 12);
  });

  it('of some homes is shared by those that have the device', () => {
    // Two cars: noon 8 kW stays the peak, 4 + 3 = 7 kW at 18 h.
    expect(valueOf(addedPeakKw(pool, { ...asked, devices: 2 }))).toBe(0);
    // In the evening alone: from 4 to 7 kW by two cars.
    expect(valueOf(eveningAddedPeakKw(pool, { ...asked, devices: 2 }))).toBeCloseTo(1.5, 12);
  });

  it('takes devices from those who may have them, and judges nothing with too few', () => {
    const isFast = (home: number) => pool.chargerW[home]! > 6500;
    const own = pool.vehicleW.map((series, home) => (isFast(home) ? series : series.map(() => 9e9)));
    const two = { ...asked, devices: 2, mayHave: isFast, deviceW: own };
    expect(valueOf(eveningAddedPeakKw(pool, two))).toBeCloseTo(1.5, 12);
    expect(valueOf(addedPeakKw(pool, { ...two, devices: 4 }))).toContain('5 homes');
    expect(valueOf(addedPeakKw(pool, { ...asked, connections: 6 }))).toContain('6 and 4 are needed');
  });

  it('never takes a home twice', () => {
    const last = Float64Array.from({ length: HOMES }, (_, home) => home);
    const marked = Array.from(last, (home) => day({ 18: home === 0 ? 5e6 : 0 }, 0));
    const all = addedPeakKw(pool, { ...asked, connections: 5, devices: 5, deviceW: marked });
    // One of five brings 5 MW, in each street once: 5,000 kW + 5 kW at 18 h less 10 kW at noon, by five.
    expect(valueOf(all)).toBeCloseTo((5000 + 5 - 10) / 5, 9);
    expect('spread' in all && all.spread![0] === all.spread![1]).toBe(true);
    // Bases of 0 to 4 kW at 18 h, 10 kW in all where nobody stands twice; two devices of 20 kW at noon.
    const uneven = { ...pool, baseW: Array.from(last, (home) => day({ 18: 1000 * home }, 0)) };
    const noon = pool.ids.map(() => day({ 12: 20_000 }, 0));
    const some = addedPeakKw(uneven, { ...asked, connections: 5, devices: 2, deviceW: noon });
    expect(some).toMatchObject({ value: 15, spread: [15, 15] });
  });

  it('gives the demand of devices alone with its hour, and the hour of the mean day', () => {
    const { value, hour, dayMean } = admdKw(pool, pool.heatPumpW);
    expect([value, hour]).toEqual([3, 7]);
    expect(dayMean).toBeCloseTo(26 / 24, 12);
    expect(meanDayPeakHour(pool, [0, 1], pool.vehicleW)).toBe(18);
  });
});

describe('weeks', () => {
  it('are chosen by the mean of whole weeks, and named in order of time', () => {
    const tempDegC = new Float64Array(8760).fill(10);
    tempDegC.fill(-5, 30 * 168, 31 * 168);
    tempDegC.fill(-2, 3 * 168, 4 * 168);
    // One hour of deep cold makes no cold week.
    tempDegC[10 * 168] = -60;
    const ghiWPerM2 = new Float64Array(8760).fill(100);
    ghiWPerM2.fill(300, 26 * 168, 27 * 168);
    const weather = { tempDegC, ghiWPerM2 } as unknown as WeatherYear;
    expect(coldestChunks(weather, 2)).toEqual([3, 30]);
    expect(sunniestChunk(weather)).toBe(26);
  });
});
