import { describe, expect, it } from 'vitest';
import type { Building, Retrofit, SourcedValue } from '../../../src/model/building';
import { END_USES } from '../../../src/model/run';
import type { BuildingLoads } from '../../../src/sim/arrays/buildingLoads';
import { compileBuildings } from '../../../src/sim/buildings';
import { CURVE_FROM_DEGC } from '../../../src/sim/buildings/deviceCurves';
import { randomOf } from './random';
import { box, calendarOf, districtOf, sineWeather, sumOf, yearOf } from './town';

/**
 * Fans of heat recovery, and heating water that follows the design loss. The cheapest wrong programs: fans draw nothing,
 * draw but warm nothing, or draw in empty offices; the water follows the name of a package and not its insulation.
 */
const weather = sineWeather();
const HOURS = 8760;
const appliancesOf = (out: BuildingLoads): Float64Array => {
  const at = END_USES.indexOf('appliancesAndLight') * HOURS;
  return out.endUseW.subarray(at, at + HOURS);
};

describe('fans of heat recovery', () => {
  const yearWith = (use: 'detached' | 'office', fanWPerM3PerS: number): BuildingLoads =>
    yearOf(
      [box('one', use, { households: 0, retrofit: { heatRecovery: { share: 0.75, fanWPerM3PerS } } })],
      weather,
    );

  it('draw in a home at every hour: W/(m3/s) x 0.4 1/h of the volume, and warm it', () => {
    const [still, blown] = [yearWith('detached', 0), yearWith('detached', 1620)];
    // TABULA: 0.4 1/h, 2.5 m; 0.82 of two storeys of 120 m2 is conditioned.
    const fansW = (1620 * 0.4 * 2.5 * 0.82 * 2 * 120) / 3600;
    const [before, after] = [appliancesOf(still), appliancesOf(blown)];
    for (let hour = 0; hour < HOURS; hour += 1) expect(after[hour]! - before[hour]!).toBeCloseTo(fansW, 6);
    const january = 31 * 24;
    const savedW = (sumOf(still.heatNeedW, 0, january) - sumOf(blown.heatNeedW, 0, january)) / january;
    expect(savedW).toBeGreaterThan(0.7 * fansW);
    expect(savedW).toBeLessThan(1.1 * fansW);
  });

  it('stand still in an empty office', () => {
    const [still, blown] = [appliancesOf(yearWith('office', 0)), appliancesOf(yearWith('office', 1620))];
    const moreW = blown.map((value, hour) => value - still[hour]!);
    // The year begins on a Monday.
    expect(moreW[10]!).toBeGreaterThan(0);
    expect(moreW[2]!).toBe(0);
    expect(moreW[6 * 24 + 12]!).toBe(0);
    // SIA 2024 office in CityEnergyAnalyst: 10 l/s a person on 14 m2; the plant moves all of it, not the share that is heated.
    expect(moreW[10]!).toBeCloseTo((1620 * 0.01 * 0.82 * 2 * 120) / 14, 6);
  });
});

describe('heat recovery at work', () => {
  const JANUARY = 31 * 24;
  const heatOf = (changes: Partial<Building>): number =>
    sumOf(yearOf([box('one', 'office', { households: 0, ...changes })], weather).heatNeedW, 0, JANUARY);
  const recovering = (share: number): Partial<Building> => ({
    retrofit: { heatRecovery: { share, fanWPerM3PerS: 0 } },
  });
  const air = (litrePerS: number): Partial<Building> => ({
    overrides: {
      outdoorAirM3PerSPerPerson: { value: litrePerS / 1000, source: 'x', quality: 'personal_estimation' },
    },
  });

  it('saves nothing where it recovers no more than the heated share of 0.45 counts', () => {
    const without = heatOf({});
    expect(heatOf(recovering(0.3))).toBe(without);
    expect(heatOf(recovering(0.55))).toBeCloseTo(without, 3);
  });

  it('leaves 1 - share of the design air in winter, not 1 - share of what is heated already', () => {
    const left = heatOf(recovering(0.8));
    // 0.45 of 10 l/s x 0.2 / 0.45 is 0.45 of 4.44 l/s.
    expect(left / heatOf(air((10 * 0.2) / 0.45))).toBeCloseTo(1, 9);
    expect(left).toBeLessThan(0.99 * heatOf({}));
    expect(left).toBeGreaterThan(heatOf(air(10 * 0.2)));
  });
});

const own = (value: number): SourcedValue => ({ value, source: 'test', quality: 'estimation_assumptions' });
const perHeatOf = (changes: Partial<Building>): Float64Array =>
  compileBuildings(
    {
      district: districtOf([box('one', 'detached', { heating: 'airHeatPump', ...changes })]),
      weather,
      calendar: calendarOf(3600, 0),
      seed: 1,
      zoneModel: 'fiveR1C',
    },
    0,
    1,
  ).rows[0]!.curves.heatWPerW;
const elements = (wallM: number, roofM: number, floorM: number): Retrofit => ({
  wall: { insulationM: wallM },
  roof: { insulationM: roofM },
  floor: { insulationM: floorM },
});

describe('heating water of a heat pump', () => {
  it('is that of radiators, of half-way and of floor heating for the states of a house', () => {
    // when2heat: 0.85 (6.08 - 0.0941 dT + 0.000464 dT2); sinks of 40, 35 and 30 degC at 0 degC.
    const cop = (liftK: number): number => 0.85 * (6.08 - 0.0941 * liftK + 0.000464 * liftK * liftK);
    const copAtZero = (changes: Partial<Building>): number => 1 / perHeatOf(changes)[-CURVE_FROM_DEGC]!;
    expect(copAtZero({ envelope: 'asBuilt' })).toBeCloseTo(cop(40), 9);
    expect(copAtZero({ envelope: 'usualRefurbishment' })).toBeCloseTo(cop(35), 9);
    expect(copAtZero({ envelope: 'advancedRefurbishment' })).toBeCloseTo(cop(30), 9);
    expect(copAtZero({ envelope: 'asBuilt', constructionYear: 2015 })).toBeCloseTo(cop(30), 9);
    // Leakier than as built needs more heat, not hotter radiators than there are.
    expect(copAtZero({ overrides: { uWallWPerM2K: own(4) } })).toBeCloseTo(cop(40), 9);
  });

  it.each([
    [
      'usualRefurbishment',
      { ...elements(0.12, 0.12, 0.08), window: { uValueWPerM2K: 1.3, gValue: 0.6 } },
      0.2,
      0.1,
    ],
    [
      'advancedRefurbishment',
      { ...elements(0.24, 0.3, 0.12), window: { uValueWPerM2K: 0.8, gValue: 0.5 } },
      0.1,
      0.05,
    ],
  ] as const)(
    'is the same for %s and for the same work on single elements',
    (envelope, work, gaps, bridge) => {
      const single = perHeatOf({
        envelope: 'asBuilt',
        retrofit: { ...work, airTightness: { infiltrationPerH: gaps } },
        overrides: { thermalBridgeWPerM2K: own(bridge) },
      });
      const packaged = perHeatOf({ envelope });
      single.forEach((value, i) => expect(value).toBeCloseTo(packaged[i]!, 9));
    },
  );

  it('is never warmer for more insulation, tightness or recovery, and is cooler for much more', () => {
    const next = randomOf(11);
    let cooler = 0;
    for (let round = 0; round < 60; round += 1) {
      const building: Partial<Building> = {
        use: (['detached', 'terraced', 'apartment', 'office'] as const)[round % 4]!,
        envelope: (['asBuilt', 'usualRefurbishment', 'advancedRefurbishment'] as const)[round % 3]!,
        constructionYear: 1900 + Math.floor(110 * next()),
      };
      let thickM = [0, 0, 0];
      let [windowU, gaps, share] = [3, 0.5, 0];
      let last: Float64Array | null = null;
      for (let step = 0; step < 4; step += 1) {
        const [wallM, roofM, floorM] = thickM;
        const now = perHeatOf({
          ...building,
          retrofit: {
            ...elements(wallM!, roofM!, floorM!),
            window: { uValueWPerM2K: windowU, gValue: 0.5 },
            airTightness: { infiltrationPerH: gaps },
            heatRecovery: { share, fanWPerM3PerS: 0 },
          },
        });
        if (last !== null) {
          const before = last;
          now.forEach((value, i) => expect(value).toBeLessThanOrEqual(before[i]! * (1 + 1e-12)));
          if (now[-CURVE_FROM_DEGC]! < before[-CURVE_FROM_DEGC]!) cooler += 1;
        }
        last = now;
        thickM = thickM.map((value) => value + 0.1 * next());
        windowU *= 1 - 0.5 * next();
        gaps *= 1 - 0.5 * next();
        share += 0.25 * next();
      }
    }
    expect(cooler).toBeGreaterThan(60);
  });
});
