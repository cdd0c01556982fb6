import { describe, expect, it } from 'vitest';
import { archetypeOf } from '../../../src/model/archetypes';
import { COOLING_SYSTEMS, HEATING_SYSTEMS, type Building } from '../../../src/model/building';
import { calendarOf } from '../../../src/sim/arrays/calendar';
import { climateOf } from '../../../src/sim/buildings/climate';
import { multiNodeZoneOf, ZONE_FACTS } from '../../../src/sim/buildings/multiNodeZone';
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

type Beside = {
  [Fact in keyof Building]-?: (typeof ZONE_FACTS)[Fact] extends false ? Fact : never;
}[keyof Building];
const HOURS = { fromHour: 17, toHour: 19 } as const;
const RULES = { priceShare: 0.5, gridWaivedShare: 0.5, levyWaivedShare: 0 } as const;
const RESPONSE = { substitutionElasticity: 0.1, ownPriceElasticity: 0, flexibleShare: 0.3 } as const;
const sourced = { source: 'x', quality: 'personal_estimation' } as const;

/** Other values of every fact that is said not to enter: one that is added does not compile without. */
const OTHERS: { readonly [Fact in Beside]: readonly Building[Fact][] } = {
  name: ['another'],
  footprint: [
    { ...building.footprint, outer: building.footprint.outer.map(([x, y]) => [x + 3, 2 * y] as const) },
  ],
  roof: [building.roof === 'flat' ? 'gabled' : 'flat'],
  protectedElements: [['wall']],
  heating: HEATING_SYSTEMS,
  boilerEfficiency: [{ value: 0.7, ...sourced }],
  heatPumpUnit: [{ cutOffDegC: -5, sizeShare: 0.5 }],
  cooling: COOLING_SYSTEMS,
  photovoltaics: [{ peakW: 5000, tiltDeg: 30, azimuthDeg: 180 }],
  vehicles: [{ count: 2, control: 'managed' }],
  battery: [{ capacityJ: 3.6e7, powerW: 5000, control: { kind: 'selfConsumption' } }],
  hotWaterTank: [{ volumeM3: 0.3, control: 'thermostat' }],
  flexibleHeating: [{ peakHours: HOURS, setbackK: 2, preheatK: 1, preheatMin: 60 }],
  householdElectricity: [{ value: 2, ...sourced }],
  smartMeter: [true],
  meterAudit: [{ recoveredShare: 0.5, savedShare: 0.1 }],
  tariff: [{ tariffId: 'timeOfUse', households: [0], response: RESPONSE }],
  loadControl: [
    { households: [0], hours: HOURS, days: 'weekdays', cutShare: 0.3, reboundShare: 1, reboundH: 2 },
  ],
  consumptionFeedback: [{ households: [0], savedShare: 0.1 }],
  energyCommunity: [RULES],
  connection: [{ busId: 'elsewhere', phases: ['a'], mainFuseA: 25 }],
  evidence: [{ heightM: 'assumed' }],
};
const BESIDE: readonly Partial<Building>[] = Object.entries(OTHERS).flatMap(([fact, values]) =>
  values.map((value) => ({ [fact]: value })),
);

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
  it('is asked about every fact that is said not to enter', () => {
    const beside = Object.entries(ZONE_FACTS).flatMap(([fact, enters]) => (enters ? [] : [fact]));
    expect(Object.keys(OTHERS).sort()).toEqual(beside.sort());
  });

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
