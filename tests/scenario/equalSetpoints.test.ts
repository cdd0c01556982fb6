import { describe, expect, it } from 'vitest';
import { MEASURES } from '../../src/measures';
import { archetypeOf } from '../../src/model/archetypes';
import type { District } from '../../src/model/district';
import type { MeasureType } from '../../src/model/scenario';
import { atSetpointsOf, fabricGain } from '../../src/scenario';
import { smallTown } from '../engine/smallTown';
import { deepFreeze, measureOf } from '../measures/districts';

const base = deepFreeze(smallTown());
const take = (types: readonly MeasureType[], district: District = base): District =>
  deepFreeze(types.reduce((at, type) => MEASURES[type].apply(at, measureOf(type, 1), 3), district));

describe('the changed district at the temperatures of the baseline', () => {
  it('is the baseline’s own buildings where only temperatures were lowered', () => {
    const cooler = take(['heatingSetback', 'smartThermostat']);
    expect(cooler.buildings).not.toBe(base.buildings);
    expect(atSetpointsOf(base, cooler).buildings).toBe(base.buildings);
  });

  it('keeps what was done to fabric and systems, building by building', () => {
    const both = take(['wallInsulation', 'heatingSetback', 'heatPumps', 'flexibleHeatPumps']);
    const held = atSetpointsOf(base, both);
    expect(held).toEqual(take(['wallInsulation', 'heatPumps']));
    held.buildings.forEach((building, row) => {
      const [use, before] = [building, base.buildings[row]!].map(
        (one) => archetypeOf(one, base.archetypeRegion).use,
      );
      expect(use).toEqual(before);
    });
  });

  it('is the changed district itself where no temperature was touched', () => {
    const insulated = take(['wallInsulation', 'externalShading']);
    expect(atSetpointsOf(base, insulated)).toBe(insulated);
    expect(atSetpointsOf(base, base)).toBe(base);
  });

  it('holds a set-back that stood in the baseline, and set-points of a building’s own', () => {
    const own = (value: number) => ({ value, source: 'asked', quality: 'personal_estimation' }) as const;
    const [first, ...others] = base.buildings;
    const standing = { ...first!, retrofit: { setback: { heatingSetbackDegC: 14 } } };
    const before = deepFreeze({ ...base, buildings: [standing, ...others] });
    const after = deepFreeze({
      ...base,
      buildings: [
        {
          ...first!,
          retrofit: { setback: { heatingSetbackDegC: 10 }, wall: { insulationM: 0.1 } },
          overrides: { heatingSetpointDegC: own(17), uRoofWPerM2K: own(0.9) },
        },
        ...others,
      ],
    });
    expect(atSetpointsOf(before, after).buildings[0]).toEqual({
      ...standing,
      retrofit: { wall: { insulationM: 0.1 }, setback: { heatingSetbackDegC: 14 } },
      overrides: { uRoofWPerM2K: own(0.9) },
    });
  });

  it('leaves a building that the baseline does not have', () => {
    const new_ = { ...base.buildings[0]!, id: 'new', retrofit: { setback: { heatingSetbackDegC: 10 } } };
    const grown = deepFreeze({ ...base, buildings: [...base.buildings, new_] });
    expect(atSetpointsOf(base, grown)).toBe(grown);
  });
});

describe('a saving of need', () => {
  it('by a lower set-point alone is no gain of the fabric', () => {
    expect(fabricGain(100, 100, 88)).toEqual({ atEqualSetpointsJ: 0, byTemperatureJ: 12, totalJ: 12 });
  });

  it('is taken apart without remainder, also where people choose to be warmer', () => {
    expect(fabricGain(100, 60, 70)).toEqual({ atEqualSetpointsJ: 40, byTemperatureJ: -10, totalJ: 30 });
  });
});
