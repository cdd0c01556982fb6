import { describe, expect, test } from 'vitest';
import { archetypeOf } from '../../../src/model/archetypes';
import { heatedUseOf, homeDayOf } from '../../../src/sim/buildings/heatingHabit';
import { box, buildingOf } from '../../geometry/fixtures';

describe('when homes are heated', () => {
  const days = Array.from({ length: 2000 }, (_, i) => homeDayOf(7, `house-${i}`));

  test('is drawn per building: four rising hours in the stated shares, sixteen hours a day', () => {
    const share = (hour: number): number => days.filter(([from]) => from === hour).length / days.length;
    expect(share(5)).toBeCloseTo(0.15, 1);
    expect(share(6)).toBeCloseTo(0.4, 1);
    expect(share(7)).toBeCloseTo(0.3, 1);
    expect(share(8)).toBeCloseTo(0.15, 1);
    for (const [from, to] of days) expect(to - from).toBe(16);
  });

  test('stays with the building and changes with the seed', () => {
    expect(homeDayOf(7, 'house-3')).toEqual(days[3]);
    const moved = days.filter((day, i) => homeDayOf(8, `house-${i}`)[0] !== day[0]);
    expect(moved.length).toBeGreaterThan(500);
  });
});

describe('the night set-back', () => {
  const use = archetypeOf(buildingOf(box(0, 0, 10, 8)), 'centralEurope').use;
  const house = buildingOf(box(0, 0, 10, 8));

  test('of a heat pump is one kelvin, of a boiler the archetype’s', () => {
    expect(heatedUseOf(use, { ...house, heating: 'airHeatPump' }).heatingSetbackDegC).toBe(
      use.heatingSetpointDegC - 1,
    );
    expect(heatedUseOf(use, house)).toBe(use);
  });

  test('that a retrofit has set is left alone', () => {
    const set = {
      ...house,
      heating: 'airHeatPump',
      retrofit: { setback: { heatingSetbackDegC: 15 } },
    } as const;
    expect(heatedUseOf(use, set)).toBe(use);
  });
});
