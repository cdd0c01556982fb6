import { describe, expect, test } from 'vitest';
import type { District } from '../../src/model/district';
import { buildingSchema } from '../../src/model/schema/buildingSchema';
import { districtIssues } from '../../src/model/schema/districtIssues';
import { buildingOf } from '../geometry/fixtures';

/** A building as files had it before devices with state. */
const OLD = buildingOf(
  {
    outer: [
      [0, 0],
      [10, 0],
      [10, 10],
    ],
    holes: [],
  },
  {
    photovoltaics: { peakW: 5000, tiltDeg: 30, azimuthDeg: 180 },
    vehicles: { count: 1, control: 'managed' },
  },
);
const NEW = {
  ...OLD,
  heating: 'groundHeatPump',
  photovoltaics: { ...OLD.photovoltaics, planes: [OLD.photovoltaics, OLD.photovoltaics], inverterW: 8000 },
  vehicles: { count: 1, control: 'vehicleToGrid', cheapHours: { fromHour: 22, toHour: 6 }, limitW: 9000 },
  battery: {
    capacityJ: 3.6e7,
    powerW: 5000,
    control: { kind: 'peakShaving', limitW: 4000 },
    minStoredShare: 0.1,
    dischargesIntoGrid: false,
  },
  hotWaterTank: { volumeM3: 0.3, control: 'photovoltaicSurplus' },
  flexibleHeating: { peakHours: { fromHour: 17, toHour: 20 }, setbackK: 1.5, preheatK: 1, preheatMin: 120 },
  tariff: {
    tariffId: 'criticalPeak',
    households: [0],
    response: { substitutionElasticity: 0.1, ownPriceElasticity: 0, flexibleShare: 1 },
  },
  loadControl: {
    households: [0],
    hours: { fromHour: 17, toHour: 19 },
    days: 'criticalDays',
    cutShare: 0.2,
    reboundShare: 1,
    reboundH: 3,
  },
  consumptionFeedback: { households: [0], savedShare: 0.02 },
  energyCommunity: { priceShare: 0.5, gridWaivedShare: 0.6, levyWaivedShare: 0 },
};

describe('the fields of devices in a building file', () => {
  test('leave a file of before as it was', () => {
    expect(buildingSchema.parse(OLD)).toEqual(OLD);
  });

  test('come back as they were written', () => {
    expect(buildingSchema.parse(NEW)).toEqual(NEW);
  });

  test.each([
    ['a control that is none', { vehicles: { count: 1, control: 'someday' } }, 'vehicles.control'],
    [
      'an efficiency above one',
      { battery: { ...NEW.battery, chargeEfficiency: 1.1 } },
      'battery.chargeEfficiency',
    ],
    [
      'peak shaving without a limit',
      { battery: { ...NEW.battery, control: { kind: 'peakShaving' } } },
      'battery.control.limitW',
    ],
    [
      'a plane on its back',
      { photovoltaics: { ...NEW.photovoltaics, planes: [{ ...OLD.photovoltaics, tiltDeg: 120 }] } },
      'photovoltaics.planes.0.tiltDeg',
    ],
    [
      'an hour that no clock has',
      { flexibleHeating: { ...NEW.flexibleHeating, peakHours: { fromHour: 17, toHour: 25 } } },
      'flexibleHeating.peakHours.toHour',
    ],
    ['a tariff that nobody ships', { tariff: { ...NEW.tariff, tariffId: 'flat' } }, 'tariff.tariffId'],
    [
      'a household that is enrolled twice',
      { consumptionFeedback: { households: [1, 1], savedShare: 0.02 } },
      'consumptionFeedback.households',
    ],
    [
      'a price above what nobody loses at',
      { energyCommunity: { ...NEW.energyCommunity, priceShare: 1.1 } },
      'energyCommunity.priceShare',
    ],
    ['a battery that holds nothing', { battery: { ...NEW.battery, capacityJ: 0 } }, 'battery.capacityJ'],
    ['a battery without power', { battery: { ...NEW.battery, powerW: 0 } }, 'battery.powerW'],
    [
      'a battery whose least charge is above its largest',
      { battery: { ...NEW.battery, minStoredShare: 0.9, maxStoredShare: 0.8 } },
      'battery.minStoredShare',
    ],
    [
      'a tariff without its dear hours',
      { battery: { ...NEW.battery, control: { kind: 'tariff', cheapHours: { fromHour: 0, toHour: 5 } } } },
      'battery.control.dearHours',
    ],
    [
      'a tariff of an hour before midnight',
      { vehicles: { ...NEW.vehicles, cheapHours: { fromHour: -1, toHour: 6 } } },
      'vehicles.cheapHours.fromHour',
    ],
    ['a field that nobody knows', { hotWaterTank: { ...NEW.hotWaterTank, litres: 300 } }, 'hotWaterTank'],
  ])('refuse %s', (_, changes, where) => {
    const parsed = buildingSchema.safeParse({ ...NEW, ...changes });
    expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toEqual([where]);
  });
});

const issuesOf = (buildings: readonly unknown[]) =>
  districtIssues({ buildings, streets: [], openSpaces: [], network: null } as unknown as District, 'd.json');

test('all of them are simulated; only a flexible set-point without heating is refused, by name', () => {
  expect(issuesOf([NEW, { ...OLD, id: 'old' }])).toEqual([]);
  const [issue, ...others] = issuesOf([{ ...NEW, heating: 'none' }]);
  expect(others).toEqual([]);
  expect(issue).toMatchObject({
    severity: 'error',
    code: 'flexible-heating-without-heating',
    source: 'd.json',
    where: `building "${NEW.id}"`,
    field: 'flexibleHeating',
  });
  expect(issue!.remedy).not.toBe('');
});

test('a household that is not there is refused, by its number', () => {
  const tariff = { ...NEW.tariff, households: [0, 7] };
  const issues = issuesOf([{ ...NEW, households: 7, tariff }]);
  expect(issues).toMatchObject([{ code: 'household-number', field: 'tariff.households', value: '[7]' }]);
});
