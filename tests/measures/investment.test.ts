import { describe, expect, it } from 'vitest';
import { embodiedCarbonOf, investmentOf, MEASURES, unitCostsOf, type ElementAreas } from '../../src/measures';
import { QUALITY_CLASSES, type Building } from '../../src/model/building';
import { MEASURE_TYPES, type Measure, type MeasureType } from '../../src/model/scenario';
import { manyHouses } from './districts';

const [house] = manyHouses(1).buildings;
const areas: ElementAreas = {
  wallM2: 150,
  roofM2: 100,
  floorM2: 80,
  windowM2: 25,
  floorAreaM2: 140,
  dwellings: 1,
  enrolledHouseholds: 1,
  heatLoadW: 8000,
  panelsW: 6000,
};
const cost = (
  type: MeasureType,
  parameters: Measure['parameters'] = {},
  change: Partial<Building> = {},
  at = areas,
) => investmentOf({ ...house!, ...change }, MEASURES[type], { parameters }, 'centralEurope', at);
/** A house that every measure with prices can be taken at, some only where something else stands. */
const NEEDED: Partial<Record<MeasureType, Partial<Building>>> = {
  homeBattery: { photovoltaics: { peakW: 6000, tiltDeg: 35, azimuthDeg: 180 } },
  voltVar: { photovoltaics: { peakW: 6000, tiltDeg: 35, azimuthDeg: 180 } },
  voltWatt: { photovoltaics: { peakW: 6000, tiltDeg: 35, azimuthDeg: 180 } },
  exportLimit: { photovoltaics: { peakW: 6000, tiltDeg: 35, azimuthDeg: 180 } },
  flexibleHeatPumps: { heating: 'airHeatPump' },
};
const known = (...[type, parameters, change, at]: Parameters<typeof cost>) => {
  const investment = cost(type, parameters, { ...NEEDED[type], ...change }, at);
  if (!investment.known) throw new Error(investment.reason);
  return investment;
};

describe('the investment', () => {
  it.each<[MeasureType, Measure['parameters'], number]>([
    // PyPSA-Eur retro_cost_germany.csv: wall 70.34 + 2.36 EUR/m2 a cm, 12 cm, 150 m2.
    ['wallInsulation', {}, 150 * (70.34 + 2.36 * 12)],
    ['wallInsulation', { insulationM: 0.2 }, 150 * (70.34 + 2.36 * 20)],
    ['roofInsulation', {}, 100 * (75.61 + 1.3 * 12)],
    ['floorInsulation', {}, 80 * (39.39 + 1.3 * 8)],
    // window_assumptions.csv: 180.08 at U 1.34, 225 at U 0.8, straight between them.
    ['windowReplacement', { uValueWPerM2K: 0.8 }, 25 * 225],
    ['windowReplacement', { uValueWPerM2K: 1.07 }, 25 * ((180.08 + 225) / 2)],
    ['windowReplacement', { uValueWPerM2K: 1.8 }, 25 * 180.08],
    // Danish Energy Agency as in costs_2025.csv: 947 and 1,534 EUR/kW, 8 kW.
    ['heatPumps', {}, 8 * 947],
    ['groundHeatPumps', {}, 8 * 1534],
    ['heatingSetback', {}, 0],
    ['flexibleHeatPumps', {}, 0],
    ['voltWatt', {}, 0],
    ['exportLimit', {}, 0],
    // 6 kWp behind 5 kW of inverter that is 11 % larger, at 321.27 EUR/kW.
    ['voltVar', {}, 0.11 * 5 * 321.27],
    ['voltVar', { apparentPerActive: 1 }, 0],
    // costs_2025.csv: cells 280.19 EUR/kWh, inverter 321.27 EUR/kW; 6 kWp, 1 kWh and 0.5 kW a kWp.
    ['homeBattery', {}, 6 * 280.19 + 3 * 321.27],
    ['homeBattery', { usableKWhPerKWp: 2, kWPerKWh: 1 }, 12 * 280.19 + 12 * 321.27],
  ])('of %s with %j is EUR per unit times units', (type, parameters, typical) => {
    expect(known(type, parameters)).toMatchObject({ unit: 'EUR', known: true });
    expect(known(type, parameters).typical).toBeCloseTo(typical, 6);
  });

  it('of the whole package is the sum of its parts, less what stands already', () => {
    const parts = (['wallInsulation', 'roofInsulation', 'floorInsulation', 'airSealing'] as const).map(
      (type) => known(type).typical,
    );
    const windows = known('windowReplacement').typical;
    const whole = parts.reduce((sum, part) => sum + part, windows);
    expect(known('envelopeRetrofit').typical).toBeCloseTo(whole, 6);
    const insulated = { retrofit: { wall: { insulationM: 0.16 } } };
    expect(known('envelopeRetrofit', {}, insulated).typical).toBeCloseTo(whole - parts[0]!, 6);
    // The usual package adds nothing to 16 cm, the advanced one (24 cm) does.
    const advanced = { level: 2 };
    expect(known('envelopeRetrofit', advanced, insulated).typical).toBe(
      known('envelopeRetrofit', advanced).typical,
    );
  });

  it('grows with the building and is a range around the typical figure', () => {
    for (const type of MEASURE_TYPES) {
      if (MEASURES[type].work === undefined || type === 'efficientLighting') continue;
      const doubled = Object.fromEntries(
        Object.entries(areas).map(([name, value]) => [name, 2 * value]),
      ) as unknown as ElementAreas;
      const [once, twice] = [known(type), known(type, {}, {}, doubled)];
      expect(twice.typical).toBeCloseTo(2 * once.typical, 6);
      if (once.typical === 0) continue;
      expect(once.low).toBeLessThan(once.typical);
      expect(once.high).toBeGreaterThan(once.typical);
    }
  });

  it('is not known where the measure cannot be taken, and says why', () => {
    const verdict = cost('wallInsulation', {}, { envelope: 'usualRefurbishment' });
    expect(verdict).toMatchObject({ known: false, reason: expect.stringContaining('refurbished') as string });
    expect(cost('vehiclesManaged')).toMatchObject({ known: false });
  });

  it.each([Number.NaN, -1, Number.POSITIVE_INFINITY])(
    'is not known with a wall of %d m2, but a roof is',
    (wallM2) => {
      expect(cost('wallInsulation', {}, {}, { ...areas, wallM2 })).toMatchObject({
        known: false,
        reason: 'Its size is not known: m2 of wall.',
      });
      expect(cost('envelopeRetrofit', {}, {}, { ...areas, wallM2 }).known).toBe(false);
      expect(cost('roofInsulation', {}, {}, { ...areas, wallM2 }).known).toBe(true);
    },
  );

  it('carries the worst class of its figures; a range nobody published is untraceable', () => {
    expect(known('wallInsulation')).toMatchObject({
      quality: 'extrapolated_higher_level',
      rangeQuality: 'unknown_untraceable',
    });
    // Its air sealing has no source.
    expect(known('envelopeRetrofit').quality).toBe('unknown_untraceable');
  });
});

describe('embodied carbon', () => {
  const carbon = (type: MeasureType, change: Partial<Building> = {}) =>
    embodiedCarbonOf({ ...house!, ...change }, MEASURES[type], { parameters: {} }, 'centralEurope', areas);

  it('is counted where a source is at hand', () => {
    // KBOB: EPS boards of 16.8 kg/m3 at 6.95 kg CO2e/kg; 0.12 m on 150 m2. SIA 2032: 123 kg/m2 of window.
    expect(carbon('wallInsulation')).toMatchObject({
      known: true,
      kgCO2e: expect.closeTo(2101.68, 2) as number,
    });
    expect(carbon('windowReplacement')).toMatchObject({ known: true, kgCO2e: 123 * 25 });
  });

  it('is unknown, not 0, where none is', () => {
    for (const type of ['heatPumps', 'airSealing', 'externalShading', 'feederBattery'] as const)
      expect(carbon(type)).toMatchObject({ known: false });
  });

  it('does not count windows that stay', () => {
    const whole = carbon('envelopeRetrofit');
    const kept = carbon('envelopeRetrofit', { retrofit: { window: { uValueWPerM2K: 0.9, gValue: 0.5 } } });
    if (!whole.known || !kept.known) throw new Error('not known');
    expect(whole.kgCO2e - kept.kgCO2e).toBeCloseTo(123 * 25, 6);
  });
});

describe('the figures of the library', () => {
  it.each(MEASURE_TYPES)(
    '%s: each has a source and a class, and no source is claimed for what has none',
    (type) => {
      const definition = MEASURES[type];
      const figures = [
        ...unitCostsOf(definition, { parameters: {} }),
        ...(definition.work?.costs.flatMap(({ lowShare, highShare }) => [lowShare, highShare]) ?? []),
        ...(definition.work?.lifetimeYears === undefined ? [] : [definition.work.lifetimeYears]),
        ...[definition.work?.runningShare].filter((share) => typeof share === 'object'),
        ...(definition.work?.embodied ?? []),
      ];
      for (const { source, quality } of figures) {
        expect(QUALITY_CLASSES).toContain(quality);
        expect(source).not.toBe('');
        expect(source.startsWith('engineering value')).toBe(quality === 'unknown_untraceable');
      }
      expect(['fabric', 'operation', 'system']).toContain(definition.effect);
    },
  );

  it('call lower temperatures operation, never fabric', () => {
    const effect = (type: MeasureType) => MEASURES[type].effect;
    expect([effect('heatingSetback'), effect('smartThermostat')]).toEqual(['operation', 'operation']);
    expect(MEASURE_TYPES.filter((type) => effect(type) === 'fabric').sort()).toEqual([
      'airSealing',
      'envelopeRetrofit',
      'externalShading',
      'floorInsulation',
      'roofInsulation',
      'wallInsulation',
      'windowReplacement',
    ]);
  });
});
