import { describe, expect, test } from 'vitest';
import { useProfileOf, type DaySchedule, type UseProfile } from '../../../src/model/archetypes';
import type { BuildingUse } from '../../../src/model/building';
import benchmarks from './benchmarks.json';

const KWH_PER_M2_PER_KBTU_PER_FT2 = 3.1546;
const DAYS = 365;
/** A litre of water from 10 to 60 degC. */
const KWH_PER_LITRE = (4.19 * 50) / 3600;

function dailyHours({ weekday, saturday, sunday }: DaySchedule): number {
  const sum = (shares: readonly number[]): number => shares.reduce((total, share) => total + share, 0);
  return (5 * sum(weekday) + sum(saturday) + sum(sunday)) / 7;
}

/** A year's kWh/m2 of what the profile itself decides. */
function intensitiesOf(profile: UseProfile) {
  const hours = DAYS * profile.monthlyMultiplier * dailyHours(profile.schedules.appliances);
  const litres = (DAYS * profile.hotWaterLPerPersonDay) / profile.floorPerPersonM2;
  return {
    lightAndDevices: ((profile.appliancesWPerM2 + profile.lightingWPerM2) * hours) / 1000,
    hotWater: litres * KWH_PER_LITRE,
  };
}

/** Lighting and what follows it in the list of end uses. */
const LIGHTING = benchmarks.endUses.indexOf('lighting');
const HOT_WATER = benchmarks.endUses.indexOf('hotWater');

/**
 * An order of magnitude, not a fit: American buildings of 2003 and Swiss planning values differ by habits and age. A profile
 * in other units (W for kW, per person for per m2) is refused; what is beyond a factor of 3 is said.
 */
describe(`${benchmarks.title} (${benchmarks.origin})`, () => {
  test.each(Object.entries(benchmarks.cases))('%s', (use, { kBtuPerFt2, split }) => {
    const total = split.reduce((sum, part) => sum + part, 0);
    const perPart = (kBtuPerFt2 * KWH_PER_M2_PER_KBTU_PER_FT2) / total;
    const expected = {
      lightAndDevices: perPart * split.slice(LIGHTING).reduce((sum, part) => sum + part, 0),
      hotWater: perPart * split[HOT_WATER]!,
    };
    const found = intensitiesOf(useProfileOf(use as BuildingUse, 'centralEurope'));
    for (const name of ['lightAndDevices', 'hotWater'] as const) {
      const ratio = found[name] / expected[name];
      const told = `${use}, ${name}: ${found[name].toFixed(0)} of ${expected[name].toFixed(0)} kWh/(m2 a)`;
      expect(ratio, told).toBeGreaterThan(1 / benchmarks.tolerance.factor);
      expect(ratio, told).toBeLessThan(benchmarks.tolerance.factor);
      const far = ratio > benchmarks.tolerance.warnFactor || ratio < 1 / benchmarks.tolerance.warnFactor;
      if (far) console.warn(`${told}: beyond a factor of ${benchmarks.tolerance.warnFactor}`);
    }
  });
});
