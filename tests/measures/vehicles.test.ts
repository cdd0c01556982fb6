import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MEASURES } from '../../src/measures';
import type { District } from '../../src/model/district';
import { MEASURE_TYPES, type MeasureType } from '../../src/model/scenario';
import { vehiclesSchema } from '../../src/model/schema/buildingSchema';
import { smallTown } from '../engine/smallTown';
import { measureOf, mixedTown } from './districts';

const town = mixedTown();
const apply = (type: MeasureType, adoption: number, seed: number, district = town) =>
  MEASURES[type].apply(district, measureOf(type, adoption), seed);

const CAR_MEASURES = MEASURE_TYPES.filter((type) => type.startsWith('vehicles'));

describe('cars under their station’s limit', () => {
  const caveatOf = (district: District) => MEASURES.vehiclesStationLimit.caveat!(district);

  it('are named where no transformer is above them, and only there', () => {
    const street = smallTown(12);
    const after = apply('vehiclesStationLimit', 1, 1, street);
    expect(caveatOf(street)).toBeNull();
    expect(caveatOf(after)).toBeNull();
    const limited = after.buildings.filter(({ vehicles }) => vehicles?.control === 'stationLimit');
    const { sources } = after.network!;
    // At the source itself nothing has been transformed yet.
    const apart = limited.at(-1)!;
    const moved = {
      ...after,
      buildings: after.buildings.map((building) =>
        building === apart
          ? { ...building, connection: { ...building.connection!, busId: sources[0]!.busId } }
          : building,
      ),
    };
    expect(caveatOf(moved)).toContain(`above ${apart.id}:`);
  });

  it('keep a limit under that control alone: a file that says otherwise is refused', () => {
    const vehicles = { count: 1, control: 'stationLimit', stationLimitShare: 0.8 };
    expect(vehiclesSchema.safeParse(vehicles).success).toBe(true);
    const read = vehiclesSchema.safeParse({ ...vehicles, control: 'managed' });
    expect(read.error?.issues).toMatchObject([{ path: ['stationLimitShare'] }]);
  });
});

describe('electric cars', () => {
  it('are the same cars in the same buildings under every control', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 32 - 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (seed, share) => {
          const counts = (type: MeasureType) =>
            apply(type, share, seed).buildings.map((building) => building.vehicles?.count ?? 0);
          for (const type of CAR_MEASURES) expect(counts(type), type).toEqual(counts('vehiclesUnmanaged'));
        },
      ),
      { numRuns: 25 },
    );
  });

  it.each([
    ['vehiclesUnmanaged', 'unmanaged'],
    ['vehiclesManaged', 'managed'],
    ['vehiclesTimeOfUse', 'timeOfUse'],
    ['vehiclesValleyFilling', 'valleyFilling'],
    ['vehiclesToGrid', 'vehicleToGrid'],
    ['vehiclesStationLimit', 'stationLimit'],
  ] as const)('of %s are never taken away and are charged %s', (type, control) => {
    const after = apply(type, 0.4, 2);
    after.buildings.forEach((building, row) => {
      const before = town.buildings[row]!;
      expect(building.vehicles?.count ?? 0).toBeGreaterThanOrEqual(before.vehicles?.count ?? 0);
      if (building !== before) expect(building.vehicles!.control).toBe(control);
    });
  });

  it('take the cheap hours of the tariff asked for, and of another one where it is asked for again', () => {
    const cheap = (from: number, district = town) => {
      const asked = measureOf('vehiclesTimeOfUse', 1, { cheapFromHour: from, cheapToHour: 5 });
      return MEASURES.vehiclesTimeOfUse.apply(district, asked, 3);
    };
    const once = cheap(23);
    const hoursOf = (district: District) =>
      new Set(district.buildings.flatMap(({ vehicles }) => vehicles?.cheapHours?.fromHour ?? []));
    expect(hoursOf(once)).toEqual(new Set([23]));
    expect(hoursOf(cheap(1, once))).toEqual(new Set([1]));
    expect(cheap(23, once)).toBe(once);
  });
});
