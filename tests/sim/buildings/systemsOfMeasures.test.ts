import { describe, expect, it } from 'vitest';
import { MEASURES } from '../../../src/measures';
import type { Building } from '../../../src/model/building';
import { END_USES, type EndUse } from '../../../src/model/run';
import type { MeasureType } from '../../../src/model/scenario';
import type { BuildingLoads } from '../../../src/sim/arrays/buildingLoads';
import { sumOf, box, districtOf, sineWeather, yearOf } from './town';
import { measureOf } from '../../measures/districts';

/**
 * A new boiler, appliances, and a heat pump's cut-off and size inside the year of a building. The cheapest wrong programs: the
 * field is ignored, hot water is forgotten, the gains of the rooms stay, the cut-off stops at the wrong side, a default takes a new path.
 */
const weather = sineWeather();
const HOURS = 8760;
const useOf = (out: BuildingLoads, use: EndUse): Float64Array =>
  out.endUseW.subarray(END_USES.indexOf(use) * HOURS, (END_USES.indexOf(use) + 1) * HOURS);
const home = (changes: Partial<Building> = {}): Building =>
  box('home', 'detached', { households: 2, heating: 'gasBoiler', constructionYear: 1960, ...changes });
const taken = (
  building: Building,
  type: MeasureType,
  parameters: Readonly<Record<string, number>> = {},
): Building => MEASURES[type].apply(districtOf([building]), measureOf(type, 1, parameters), 1).buildings[0]!;
const year = (building: Building): BuildingLoads => yearOf([building], weather);

describe('a new boiler', () => {
  it.each([
    ['gasBoiler', 0.92],
    ['oilBoiler', 0.87],
  ] as const)('for %s makes the same heat and hot water of less', (heating, present) => {
    const before = year(home({ heating }));
    const after = year(taken(home({ heating }), 'newBoiler', { efficiency: 0.97 }));
    expect(after.heatNeedW).toEqual(before.heatNeedW);
    expect(sumOf(after.fuelW) / sumOf(before.fuelW)).toBeCloseTo(present / 0.97, 12);
    expect(sumOf(before.fuelW)).toBeGreaterThan(0);
  });

  it('is not taken where the present one is as good, nor twice, and means nothing to a heat pump', () => {
    const good = home({
      boilerEfficiency: { value: 0.95, source: 'plate', quality: 'accurate_measurement' },
    });
    expect(taken(good, 'newBoiler')).toBe(good);
    const once = taken(home(), 'newBoiler');
    expect(once.boilerEfficiency?.value).toBe(0.95);
    expect(taken(once, 'newBoiler')).toBe(once);
    const pump = home({ heating: 'airHeatPump' });
    expect(taken(pump, 'newBoiler')).toBe(pump);
    expect(year({ ...pump, boilerEfficiency: good.boilerEfficiency! })).toEqual(year(pump));
  });
});

describe('efficient appliances', () => {
  const [before, after] = [year(home()), year(taken(home(), 'efficientAppliances', { powerShare: 0.75 }))];

  it('leave the share in every hour, and the rooms ask for what they no longer give', () => {
    const [drawn, left] = [useOf(before, 'appliancesAndLight'), useOf(after, 'appliancesAndLight')];
    drawn.forEach((power, hour) => expect(left[hour]! - 0.75 * power).toBeCloseTo(0, 1));
    expect(sumOf(after.heatNeedW)).toBeGreaterThan(1.01 * sumOf(before.heatNeedW));
    expect(after.hotWaterNeedW).toEqual(before.hotWaterNeedW);
  });

  it('stand beside what calibration made of the households', () => {
    const householdElectricity = { value: 2, source: 'meter', quality: 'accurate_measurement' } as const;
    const both = year(taken(home({ householdElectricity }), 'efficientAppliances', { powerShare: 0.5 }));
    const drawn = useOf(before, 'appliancesAndLight');
    useOf(both, 'appliancesAndLight').forEach((power, hour) =>
      expect(power - drawn[hour]!).toBeCloseTo(0, 1),
    );
  });
});

describe('a heat pump', () => {
  const plain = taken(home(), 'heatPumps');
  const space = (parameters: Readonly<Record<string, number>>): Float64Array =>
    useOf(year(taken(home(), 'heatPumps', parameters)), 'spaceHeating');

  it('with the usual figures is the one that was there before there were any', () => {
    expect(plain).toEqual({ ...home(), heating: 'airHeatPump' });
    expect(taken(home(), 'heatPumps', { cutOffDegC: -50, sizeShare: 1 })).toEqual(plain);
  });

  it('below its cut-off is an electric heater, above it what it was', () => {
    const [usual, cut] = [year(plain), space({ cutOffDegC: 2 })];
    const whole = useOf(usual, 'spaceHeating');
    let [colder, warmer] = [0, 0];
    for (let hour = 0; hour < HOURS; hour += 1) {
      const outdoor = weather.tempDegC[hour]!;
      if (outdoor < 2) {
        expect(cut[hour]).toBeCloseTo(usual.heatNeedW[hour]!, 6);
        colder += usual.heatNeedW[hour]! > whole[hour]! ? 1 : 0;
      } else if (outdoor >= 4) {
        expect(cut[hour]).toBe(whole[hour]);
        warmer += 1;
      }
    }
    expect(colder).toBeGreaterThan(50);
    expect(warmer).toBeGreaterThan(50);
  });

  it('of a smaller size leaves more to the heater, never less heat', () => {
    const sums = [1, 0.6, 0.3].map((sizeShare) => sumOf(space({ sizeShare })));
    expect(sums[1]!).toBeGreaterThan(sums[0]!);
    expect(sums[2]!).toBeGreaterThan(sums[1]!);
    expect(sums[2]!).toBeLessThan(sumOf(year(plain).heatNeedW));
  });
});

describe('a home battery', () => {
  const panels = home({ photovoltaics: { peakW: 6000, tiltDeg: 35, azimuthDeg: 180 } });
  const controlOf = (parameters: Readonly<Record<string, number>>) =>
    taken(panels, 'homeBattery', parameters).battery?.control;

  it('runs for what it was bought for', () => {
    expect(controlOf({})).toEqual({ kind: 'selfConsumption' });
    expect(controlOf({ control: 2, limitKWPerKWp: 0.4 })).toEqual({
      kind: 'peakShaving',
      limitW: 2400,
      fillBelowW: 1200,
    });
    expect(controlOf({ control: 3, cheapFromHour: 23, dearToHour: 22 })).toEqual({
      kind: 'tariff',
      cheapHours: { fromHour: 23, toHour: 6 },
      dearHours: { fromHour: 17, toHour: 22 },
    });
  });

  it('holds the import, or moves it out of the dear hours, and nothing of it goes out', () => {
    const before = year(panels);
    const net = (parameters: Readonly<Record<string, number>>) =>
      year(taken(panels, 'homeBattery', { usableKWhPerKWp: 3, ...parameters })).netPW;
    const hoursAbove = (values: Float64Array, limitW: number) =>
      total(values).filter((power) => power > limitW).length;
    const shaved = net({ control: 2, limitKWPerKWp: 0.3 });
    expect(hoursAbove(shaved, 1801)).toBeLessThan(0.5 * hoursAbove(before.netPW, 1801));
    const dear = (values: Float64Array) =>
      total(values).reduce(
        (sum, power, hour) => sum + (hour % 24 >= 17 && hour % 24 < 21 ? Math.max(0, power) : 0),
        0,
      );
    const moved = net({ control: 3 });
    expect(dear(moved)).toBeLessThan(0.7 * dear(before.netPW));
    const most = (values: Float64Array) => Math.max(...total(values).map((power) => -power));
    for (const values of [shaved, moved]) expect(most(values)).toBeLessThanOrEqual(most(before.netPW) + 1e-6);
  });
});

/** Of the three phases together. */
function total(netPW: Float64Array): readonly number[] {
  return Array.from(
    { length: HOURS },
    (_, hour) => netPW[hour]! + netPW[HOURS + hour]! + netPW[2 * HOURS + hour]!,
  );
}
