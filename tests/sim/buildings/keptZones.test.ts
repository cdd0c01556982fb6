import { describe, expect, it } from 'vitest';
import { archetypeOf } from '../../../src/model/archetypes';
import { COOLING_SYSTEMS, HEATING_SYSTEMS, type Building } from '../../../src/model/building';
import { calendarOf } from '../../../src/sim/arrays/calendar';
import { climateOf } from '../../../src/sim/buildings/climate';
import { multiNodeZoneOf } from '../../../src/sim/buildings/multiNodeZone';
import { shapesOf } from '../../../src/sim/buildings/shape';
import { inputOf, smallTown } from '../../engine/smallTown';

/**
 * Zones are kept by shape and by the facts that enter them. The cheapest wrong programs: one that keeps a zone over an edit that
 * changes it, and one whose zone depends on a fact that is said not to enter.
 */
const district = smallTown(6);
const { weather } = inputOf(district);
const calendar = calendarOf(3600, weather.startWeekday);
const climate = climateOf(weather, calendar);
const [shape] = shapesOf(district.buildings);
const [building] = district.buildings as [Building];

const around = {
  region: district.archetypeRegion,
  weather,
  stepS: 3600,
  planes: climate.planes,
  indoorJPerM3K: climate.air.indoorJPerM3K,
};
/** Of a shape of its own, so that nothing is kept from before. */
const fresh = (of: Building, surroundings = around) =>
  multiNodeZoneOf(of, archetypeOf(of, around.region), { ...shape! }, surroundings);
const kept = (of: Building, surroundings = around) =>
  multiNodeZoneOf(of, archetypeOf(of, around.region), shape!, surroundings);

const BESIDE: readonly Partial<Building>[] = [
  ...HEATING_SYSTEMS.map((heating) => ({ heating })),
  ...COOLING_SYSTEMS.map((cooling) => ({ cooling })),
  { name: 'another' },
  { photovoltaics: { peakW: 5000, tiltDeg: 30, azimuthDeg: 180 } },
  { vehicles: { count: 2, control: 'managed' } },
  { roof: building.roof === 'flat' ? 'gabled' : 'flat' },
  { householdElectricity: { value: 2, source: 'x', quality: 'personal_estimation' } },
];

const ENTERING: readonly Partial<Building>[] = [
  { envelope: building.envelope === 'asBuilt' ? 'advancedRefurbishment' : 'asBuilt' },
  { constructionYear: building.constructionYear < 1950 ? 2015 : 1930 },
  { levels: building.levels + 1 },
  { heightM: building.heightM + 1 },
  {
    overrides: { uWallWPerM2K: { value: 0.11, source: 'x', quality: 'personal_estimation' } },
  },
];

describe('a kept zone', () => {
  it.each(BESIDE)('is that of the building whatever %o, to the bit', (change) => {
    const other = { ...building, ...change };
    expect(fresh(other)).toEqual(fresh(building));
    expect(kept(other)).toBe(kept(building));
  });

  it.each(ENTERING)('is another one where %o', (change) => {
    const other = { ...building, ...change };
    kept(building);
    expect(kept(other)).toEqual(fresh(other));
    expect(kept(other).zone).not.toEqual(kept(building).zone);
  });

  it('is another one under other weather and at other steps', () => {
    const colder = { ...weather, tempDegC: weather.tempDegC.map((tempDegC) => tempDegC - 5) };
    const elsewhere = { ...around, weather: colder };
    expect(kept(building, elsewhere)).toEqual(fresh(building, elsewhere));
    expect(kept(building, elsewhere)).not.toEqual(kept(building));
    const quarters = { ...around, stepS: 900 };
    expect(kept(building, quarters)).not.toEqual(kept(building));
  });
});
