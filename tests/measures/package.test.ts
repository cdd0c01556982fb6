import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Building, Retrofit } from '../../src/model/building';
import { after, districtOf, figures, reason, take } from './steps';

describe('the whole package and single elements', () => {
  const singles = ['wallInsulation', 'roofInsulation', 'floorInsulation', 'windowReplacement'] as const;

  it.each([1, 2])(
    'level %i gives the same envelope with single elements of its quality before or after',
    (level) => {
      const pack = ['envelopeRetrofit', { level }] as const;
      const alone = after([pack]);
      expect(after([...singles, pack])).toEqual(alone);
      expect(after([pack, ...singles])).toEqual(alone);
      expect(figures(after([...singles, pack]))).toEqual(figures(alone));
    },
  );

  it('count the thicker insulation, not the sum', () => {
    const thick = ['wallInsulation', { insulationM: 0.2 }] as const;
    const both = after([thick, 'envelopeRetrofit']);
    expect(both.envelope).toBe('usualRefurbishment');
    // 0.20 m in all, of which the package stands for 0.12; the sum would be 0.32 m.
    expect(figures(both).uWallWPerM2K).toBeCloseTo(1 / (1 + 0.2 / 0.035), 12);
    expect(figures(both).uRoofWPerM2K).toBe(figures(after(['envelopeRetrofit'])).uRoofWPerM2K);
    expect(reason('wallInsulation', { envelope: 'usualRefurbishment' })).not.toBe('');
  });

  it('count the better windows and the tighter joints, whichever came first', () => {
    const windows = ['windowReplacement', { uValueWPerM2K: 0.8, gValue: 0.5 }] as const;
    for (const steps of [
      [windows, 'airSealing', 'envelopeRetrofit'],
      ['envelopeRetrofit', windows, 'airSealing'],
    ] as const) {
      const both = after(steps);
      expect(both.retrofit).toEqual({
        window: { uValueWPerM2K: 0.8, gValue: 0.5 },
        airTightness: { infiltrationPerH: 0.1 },
      });
      expect(figures(both)).toMatchObject({ uWindowWPerM2K: 0.8, gValue: 0.5, infiltrationPerH: 0.1 });
    }
  });

  it('keep what the package does not reach', () => {
    const kept: Retrofit = { shading: { closedAboveWPerM2: 200, transmittedShare: 0.2 } };
    expect(after(['envelopeRetrofit'], { retrofit: kept }).retrofit).toEqual(kept);
  });

  it('reach elements with own numbers, which the archetype does not', () => {
    const own = (value: number) => ({ value, source: 'survey', quality: 'accurate_measurement' }) as const;
    const overrides = { uWallWPerM2K: own(1.4), uWindowWPerM2K: own(2.6), infiltrationPerH: own(0.6) };
    const done = figures(after(['envelopeRetrofit'], { overrides }));
    expect(done.uWallWPerM2K).toBeCloseTo(1 / (1 / 1.4 + 0.12 / 0.035), 12);
    expect(done).toMatchObject({ uWindowWPerM2K: 1.3, gValue: 0.6, infiltrationPerH: 0.2 });
  });

  it('never make any element worse, whatever was there', () => {
    const own = (max: number) => fc.option(fc.double({ min: 0.1, max, noNaN: true }), { nil: undefined });
    const thickness = fc.option(fc.double({ min: 0.01, max: 0.5, noNaN: true }), { nil: undefined });
    const given = (value: number | undefined) =>
      value === undefined ? {} : { value, source: 'survey', quality: 'accurate_measurement' as const };
    fc.assert(
      fc.property(
        fc.record({ wall: thickness, roof: thickness, floor: thickness, window: own(3), air: own(1) }),
        fc.record({ wall: own(3), window: own(5), air: own(2) }),
        fc.constantFrom(1, 2),
        (work, numbers, level) => {
          const layer = (insulationM: number | undefined) =>
            insulationM === undefined ? {} : { insulationM };
          const retrofit = Object.fromEntries(
            Object.entries({
              wall: layer(work.wall),
              roof: layer(work.roof),
              floor: layer(work.floor),
              window: work.window === undefined ? {} : { uValueWPerM2K: work.window, gValue: 0.5 },
              airTightness: work.air === undefined ? {} : { infiltrationPerH: work.air },
            }).filter(([, one]) => Object.keys(one).length > 0),
          ) as Retrofit;
          const overrides = Object.fromEntries(
            Object.entries({
              uWallWPerM2K: given(numbers.wall),
              uWindowWPerM2K: given(numbers.window),
              infiltrationPerH: given(numbers.air),
            }).filter(([, one]) => 'value' in one),
          ) as NonNullable<Building['overrides']>;
          const before = districtOf({ retrofit, overrides });
          const done = take(before, [['envelopeRetrofit', { level }]]);
          const [was, is] = [figures(before.buildings[0]!), figures(done.buildings[0]!)];
          for (const name of [
            'uWallWPerM2K',
            'uRoofWPerM2K',
            'uFloorWPerM2K',
            'uWindowWPerM2K',
            'infiltrationPerH',
          ] as const)
            expect(is[name], name).toBeLessThanOrEqual(was[name] * (1 + 1e-12));
          // And once more is once.
          expect(take(done, [['envelopeRetrofit', { level }]])).toBe(done);
        },
      ),
      { numRuns: 200 },
    );
  });
});
