import { describe, expect, it } from 'vitest';
import type { BuildingModel, Element, Zone } from '../../../../src/model/buildingModel/types';
import { cube, darkWeather, yearOf } from './rooms';

const WAVE = (hour: number): number =>
  20 + 10 * Math.sin((2 * Math.PI * (hour - 9)) / 24) - 12 * Math.cos((2 * Math.PI * hour) / 8760);
const WEATHER = darkWeather(WAVE);
const BAND = { heating: { setpointDegC: 20 }, cooling: { setpointDegC: 22 } };

describe('heating and cooling', () => {
  it('hold the set-points exactly and never both in one step', () => {
    const [zone] = yearOf(cube({ zone: BAND }), WEATHER, { stepsPerHour: 1 }).zones;
    let heated = 0;
    let cooled = 0;
    for (let hour = 0; hour < 8760; hour += 1) {
      const [air, heat, cool] = [zone!.airDegC[hour]!, zone!.heatingW[hour]!, zone!.coolingW[hour]!];
      expect(Math.min(heat, cool)).toBe(0);
      expect(heat >= 0 && cool >= 0).toBe(true);
      if (heat > 0) expect(Math.abs(air - 20)).toBeLessThan(1e-8);
      if (cool > 0) expect(Math.abs(air - 22)).toBeLessThan(1e-8);
      expect(air > 20 - 1e-8 && air < 22 + 1e-8).toBe(true);
      if (heat > 0) heated += 1;
      if (cool > 0) cooled += 1;
    }
    expect(heated).toBeGreaterThan(1000);
    expect(cooled).toBeGreaterThan(1000);
    expect(heated + cooled).toBeLessThan(8760);
  });

  it('a capacity is never passed and used in full while the zone is colder', () => {
    const need = yearOf(cube({ zone: BAND }), WEATHER).zones[0]!;
    const capacityW = need.peakHeatingW.value / 2;
    const zone = { heating: { setpointDegC: 20, capacityW } };
    const { heatingW, airDegC } = yearOf(cube({ zone }), WEATHER, { stepsPerHour: 1 }).zones[0]!;
    let full = 0;
    heatingW.forEach((power, hour) => {
      expect(power).toBeLessThanOrEqual(capacityW + 1e-9);
      if (airDegC[hour]! > 20 - 1e-6) return;
      expect(power).toBeCloseTo(capacityW, 6);
      full += 1;
    });
    expect(full).toBeGreaterThan(100);
  });

  it('a plant of no power leaves the building alone', () => {
    const free = yearOf(cube(), WEATHER).zones[0]!;
    const none = yearOf(cube({ zone: { heating: { setpointDegC: 20, capacityW: 0 } } }), WEATHER).zones[0]!;
    expect(none.airDegC).toEqual(free.airDegC);
  });

  it('radiant heating warms surfaces above the air, and needs more power than warm air where walls lose most', () => {
    const heated = (convectiveShare: number): { power: number; radiant: number } => {
      const zone = { heating: { setpointDegC: 20, convectiveShare } };
      const { heatingW, meanRadiantDegC } = yearOf(cube({ zone }), darkWeather(0)).zones[0]!;
      return { power: heatingW[8759]!, radiant: meanRadiantDegC[8759]! };
    };
    const [air, mixed] = [heated(1), heated(0.3)];
    expect(mixed.radiant).toBeGreaterThan(air.radiant + 1);
    expect(mixed.power).toBeGreaterThan(1.05 * air.power);
  });

  it('off by schedule is off', () => {
    const schedules = [
      { id: 'day', weekday: { hourly: Array.from({ length: 24 }, (_, h) => (h < 8 ? null : 20)) } },
    ];
    const model = { ...cube({ zone: { heating: { setpointDegC: 'day' } } }), schedules };
    const { heatingW } = yearOf(model, darkWeather(0)).zones[0]!;
    expect(heatingW[31]).toBe(0);
    expect(heatingW[32]).toBeGreaterThan(0);
  });

  it('twice of everything needs twice the power', () => {
    const one = cube({ zone: { ...BAND, infiltration: { airChangesPerH: 0.7 } } });
    const twice: BuildingModel = {
      ...one,
      zones: one.zones.map((zone) => ({ ...zone, volumeM3: 2 * zone.volumeM3, floorAreaM2: 18 })),
      elements: one.elements.map((element) => ({
        ...element,
        widthM: 2 * element.widthM,
        centreHeightM: element.tiltDeg === 90 ? 1.5 : element.tiltDeg === 0 ? 3 : 0,
      })),
    };
    const [a, b] = [yearOf(one, WEATHER).zones[0]!, yearOf(twice, WEATHER).zones[0]!];
    expect(b.heatingKWh / a.heatingKWh).toBeCloseTo(2, 9);
    expect(b.coolingKWh / a.coolingKWh).toBeCloseTo(2, 9);
  });
});

/** Two rooms side by side; the wall between them belongs to the first. */
function pair(zones: readonly [Partial<Zone>, Partial<Zone>], outside: Partial<Element> = {}): BuildingModel {
  const a = cube({ prefix: 'a', zone: zones[0], each: outside });
  const b = cube({ prefix: 'b', zone: zones[1], each: outside });
  const wall = (element: Element): Element => ({ ...element, boundary: { kind: 'zone', zone: 'b' } });
  return {
    ...a,
    zones: [...a.zones, ...b.zones],
    elements: [
      ...a.elements.map((element) => (element.id === 'a-east' ? wall(element) : element)),
      ...b.elements.filter(({ id }) => id !== 'b-west'),
    ],
  };
}

describe('several zones', () => {
  it('two alike rooms have the same year, whichever owns the wall between', () => {
    const year = yearOf(pair([BAND, BAND]), WEATHER);
    expect(year.zones[0]!.heatingKWh / year.zones[1]!.heatingKWh).toBeCloseTo(1, 6);
    expect(year.zones[0]!.coolingKWh / year.zones[1]!.coolingKWh).toBeCloseTo(1, 6);
  });

  it('what one gives through the wall between the other gets, and each balance closes', () => {
    const { zones } = yearOf(pair([{ heating: { setpointDegC: 22 } }, {}]), WEATHER);
    expect(zones[1]!.balance.zonesJ).toBeGreaterThan(1e8);
    for (const { balance } of zones) {
      const { storedJ, ...flows } = balance;
      const sum = Object.values(flows).reduce((total, flow) => total + flow, 0);
      const turnover = Object.values(flows).reduce((total, flow) => total + Math.abs(flow), 0);
      expect(Math.abs(sum - storedJ)).toBeLessThan(1e-6 * turnover);
    }
    const between = zones[0]!.balance.zonesJ + zones[1]!.balance.zonesJ;
    expect(Math.abs(between)).toBeLessThan(1e-9 * zones[1]!.balance.zonesJ);
  });

  it('an unheated room between a heated one and the cold takes the temperature of its conductances', () => {
    const dull = { solarAbsorptance: 0.6, emissivity: 0 };
    const films = { insideConvectionWPerM2K: 4, outsideConvectionWPerM2K: 4 };
    const model = pair([{ heating: { setpointDegC: 20 } }, {}], { inside: dull, outside: dull, films });
    const { airDegC } = yearOf(model, darkWeather(0)).zones[1]!;
    // One wall of six shares towards 20 degC, five towards 0 degC, all with the same U.
    expect(airDegC[8759]).toBeCloseTo(20 / 6, 4);
  });

  it('air exchange pulls them together by its share', () => {
    const closed = { boundary: { kind: 'adiabatic' } } as const;
    const outdoors = { infiltration: { airChangesPerH: 1 } };
    const base = pair([{ heating: { setpointDegC: 20 } }, outdoors], closed);
    const model: BuildingModel = {
      ...base,
      elements: base.elements.map((element) => ({ ...element, ...closed })),
      airExchanges: [{ zones: ['a', 'b'], flowM3PerS: 27 / 3600 }],
    };
    // Outdoor air at 20 degC would weigh the same; at 0 degC it is denser by 293.15 / 273.15.
    const weight = 293.15 / 273.15;
    const { airDegC } = yearOf(model, darkWeather(0)).zones[1]!;
    expect(airDegC[8759]).toBeCloseTo(20 / (1 + weight), 2);
  });

  it('one heats while its neighbour cools, and both are held', () => {
    const model = pair([{ heating: { setpointDegC: 24 } }, { cooling: { setpointDegC: 18 } }]);
    const [a, b] = yearOf(model, darkWeather(20), { stepsPerHour: 1 }).zones;
    expect(a!.airDegC[8759]).toBeCloseTo(24, 8);
    expect(b!.airDegC[8759]).toBeCloseTo(18, 8);
    expect(a!.heatingW[8759]).toBeGreaterThan(0);
    expect(b!.coolingW[8759]).toBeGreaterThan(0);
  });
});

describe('air', () => {
  const fans = (onlyCooling?: { byK: number; aboveDegC: number }): Partial<Zone> => ({
    gains: [{ powerW: 500, radiativeShare: 0 }],
    ventilation: [{ airChangesPerH: 10, ...(onlyCooling && { onlyCooling }) }],
  });

  it('recovery leaves its share of the ventilation loss', () => {
    const zone = (heatRecoveryShare: number): Partial<Zone> => ({
      heating: { setpointDegC: 20 },
      ventilation: [{ airChangesPerH: 2, heatRecoveryShare }],
    });
    const each = { boundary: { kind: 'adiabatic' } } as const;
    const lossOf = (share: number): number =>
      yearOf(cube({ each, zone: zone(share) }), darkWeather(0)).zones[0]!.heatingW[8759]!;
    expect(lossOf(0.8) / lossOf(0)).toBeCloseTo(0.2, 6);
  });

  it('recovery is bypassed in a warm room while it is cooler outdoors', () => {
    const zone: Partial<Zone> = {
      heating: { setpointDegC: 20 },
      gains: [{ powerW: 800, radiativeShare: 0 }],
      ventilation: [{ airChangesPerH: 4, heatRecoveryShare: 0.8 }],
    };
    const each = { boundary: { kind: 'adiabatic' } } as const;
    const { airMax } = yearOf(cube({ each, zone }), darkWeather(10)).zones[0]!;
    // Unbypassed: 10 + 800 / (0.2 x 36 W/K) = 120 degC; bypassed it stays where the bypass opens.
    expect(airMax.value).toBeLessThan(35);
  });

  it('night air is let in only while it cools', () => {
    const always = yearOf(cube({ zone: fans() }), darkWeather(30)).zones[0]!;
    const wise = yearOf(cube({ zone: fans({ byK: 2, aboveDegC: 24 }) }), darkWeather(15)).zones[0]!;
    expect(always.airDegC[8759]).toBeGreaterThan(30);
    // Runs when above 24 degC: never colder than that by its own doing.
    expect(wise.airMax.value).toBeLessThan(25.5);
    expect(wise.airDegC[8759]).toBeGreaterThan(21);
  });
});
