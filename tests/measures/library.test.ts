import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MEASURES } from '../../src/measures';
import type { Building } from '../../src/model/building';
import type { District } from '../../src/model/district';
import { MEASURE_TYPES, type MeasureType } from '../../src/model/scenario';
import { smallTown } from '../engine/smallTown';
import { deepFreeze, differences, manyHouses, measureOf, mixedTown } from './districts';

const town = mixedTown();
const wired = deepFreeze(smallTown());
const houses = manyHouses(3000);

const districtFor = (type: MeasureType): District => (type === 'feederBattery' ? wired : town);
const apply = (type: MeasureType, adoption: number, seed: number, district = districtFor(type)) =>
  MEASURES[type].apply(district, measureOf(type, adoption), seed);

/** What each measure may write, and whom it may reach: written down here a second time, by hand. */
const REACH: Record<Exclude<MeasureType, 'feederBattery'>, (building: Building) => boolean> = {
  heatPumps: ({ heating }) => ['gasBoiler', 'oilBoiler', 'directElectric'].includes(heating),
  rooftopPhotovoltaics: ({ photovoltaics }) => photovoltaics === null,
  vehiclesUnmanaged: ({ households }) => households > 0,
  vehiclesManaged: ({ households }) => households > 0,
  envelopeRetrofit: ({ envelope, constructionYear }) => envelope === 'asBuilt' && constructionYear < 2000,
};
const FIELD: Record<Exclude<MeasureType, 'feederBattery'>, keyof Building> = {
  heatPumps: 'heating',
  rooftopPhotovoltaics: 'photovoltaics',
  vehiclesUnmanaged: 'vehicles',
  vehiclesManaged: 'vehicles',
  envelopeRetrofit: 'envelope',
};
const BUILDING_MEASURES = Object.keys(FIELD) as (keyof typeof FIELD)[];

/** Ids of the elements a measure touched; for cars the households, for batteries the transformers. */
function reached(type: MeasureType, adoption: number, seed: number, district: District): Set<string> {
  const after = MEASURES[type].apply(district, measureOf(type, adoption), seed);
  if (type === 'feederBattery')
    return new Set(after.network!.storages.map((storage) => storage.transformerId));
  return new Set(
    after.buildings
      .filter((building, row) => building !== district.buildings[row])
      .map((building) => building.id),
  );
}

describe('each measure', () => {
  it.each(BUILDING_MEASURES)('%s writes its own field, on eligible buildings only', (type) => {
    const after = apply(type, 0.6, 5);
    const changed = differences(town, after);
    expect(changed.length).toBeGreaterThan(10);
    for (const path of changed) {
      const [collection, row, field] = path.split('.');
      expect([collection, field]).toEqual(['buildings', FIELD[type]]);
      expect(REACH[type](town.buildings[Number(row)]!), path).toBe(true);
    }
  });

  it('feederBattery adds storages and leaves everything else, object by object', () => {
    const after = apply('feederBattery', 1, 5);
    expect(differences(wired, after).every((path) => path.startsWith('network.storages.'))).toBe(true);
    const { storages: _, ...before } = wired.network!;
    const { storages, ...rest } = after.network!;
    expect(storages.length).toBe(wired.network!.transformers.length);
    for (const [name, value] of Object.entries(rest)) expect(value).toBe(before[name as keyof typeof before]);
    expect(after.buildings).toBe(wired.buildings);
  });

  it.each(MEASURE_TYPES)('%s at adoption 0 returns the very same object', (type) => {
    for (const seed of [0, 1, 77, 4_294_967_295]) expect(apply(type, 0, seed)).toBe(districtFor(type));
  });

  it.each(BUILDING_MEASURES)(
    '%s at adoption 1 reaches every eligible building and says so in eligible()',
    (type) => {
      const eligible = town.buildings.filter(REACH[type]).map((building) => building.id);
      expect(MEASURES[type].eligible(town)).toEqual(eligible);
      expect(eligible.length).toBeGreaterThan(20);
      const after = apply(type, 1, 9);
      for (const building of after.buildings.filter(({ id }) => eligible.includes(id))) {
        if (type === 'heatPumps') expect(building.heating).toBe('airHeatPump');
        if (type === 'rooftopPhotovoltaics') expect(building.photovoltaics!.peakW).toBeGreaterThan(0);
        if (type === 'envelopeRetrofit') expect(building.envelope).toBe('usualRefurbishment');
        if (type.startsWith('vehicles')) expect(building.vehicles!.count).toBe(building.households);
      }
    },
  );

  it.each(MEASURE_TYPES)('%s put in place twice is the same as once', (type) => {
    const once = apply(type, 1, 4);
    expect(MEASURES[type].apply(once, measureOf(type, 1), 4)).toBe(once);
  });

  it.each(MEASURE_TYPES)(
    '%s says what it counts, and every parameter its unit, range, default and source',
    (type) => {
      const definition = MEASURES[type];
      expect(definition.type).toBe(type);
      for (const text of [definition.label, definition.adoptionOf, definition.changes])
        expect(text).not.toBe('');
      for (const parameter of definition.parameters) {
        expect(parameter.unit).not.toBe('');
        expect(parameter.source).not.toBe('');
        expect(parameter.min).toBeLessThan(parameter.max);
        expect(parameter.default).toBeGreaterThanOrEqual(parameter.min);
        expect(parameter.default).toBeLessThanOrEqual(parameter.max);
      }
    },
  );
});

describe('adoption', () => {
  it.each(MEASURE_TYPES)(
    '%s: who takes part at a lower share takes part at a higher one, for any seed',
    (type) => {
      const district = type === 'feederBattery' ? wired : { ...town, buildings: town.buildings.slice(0, 40) };
      fc.assert(
        fc.property(
          fc.integer({ min: 0, max: 2 ** 32 - 1 }),
          fc.double({ min: 0, max: 1, noNaN: true }),
          fc.double({ min: 0, max: 1, noNaN: true }),
          (seed, one, other) => {
            const fewer = reached(type, Math.min(one, other), seed, district);
            const more = reached(type, Math.max(one, other), seed, district);
            expect([...fewer].every((id) => more.has(id))).toBe(true);
          },
        ),
        { numRuns: 60 },
      );
    },
  );

  it.each([
    ['heatPumps', 0.3],
    ['rooftopPhotovoltaics', 0.4],
    ['envelopeRetrofit', 0.75],
    ['vehiclesUnmanaged', 0.5],
  ] as const)('%s reaches a share of 3,000 houses close to %d', (type, adoption) => {
    // Four standard deviations of a binomial share of 3,000.
    const tolerance = 4 * Math.sqrt((adoption * (1 - adoption)) / 3000);
    for (const seed of [1, 2, 3]) {
      const share = reached(type, adoption, seed, houses).size / 3000;
      expect(Math.abs(share - adoption)).toBeLessThan(tolerance);
    }
  });

  it('draws differ between seeds and between measures, and do not depend on the neighbours', () => {
    const first = reached('heatPumps', 0.5, 1, houses);
    const both = (other: Set<string>) => [...first].filter((id) => other.has(id)).length / first.size;
    expect(both(reached('heatPumps', 0.5, 2, houses))).toBeLessThan(0.6);
    expect(both(reached('rooftopPhotovoltaics', 0.5, 1, houses))).toBeLessThan(0.6);
    const reversed = { ...houses, buildings: [...houses.buildings].reverse().slice(1000) };
    const alone = reached('heatPumps', 0.5, 1, reversed);
    expect([...alone]).toEqual(reversed.buildings.map(({ id }) => id).filter((id) => first.has(id)));
  });

  it('measures of different fields give the same district in any order', () => {
    const order = (types: readonly MeasureType[]) =>
      types.reduce((district, type) => apply(type, 0.5, 8, district), wired);
    const types = [
      'heatPumps',
      'rooftopPhotovoltaics',
      'vehiclesManaged',
      'envelopeRetrofit',
      'feederBattery',
    ] as const;
    expect(order([...types].reverse())).toEqual(order(types));
  });
});

describe('electric cars', () => {
  it('managed and unmanaged are the same cars in the same buildings', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 32 - 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (seed, share) => {
          const counts = (type: MeasureType) =>
            apply(type, share, seed).buildings.map((building) => building.vehicles?.count ?? 0);
          expect(counts('vehiclesManaged')).toEqual(counts('vehiclesUnmanaged'));
        },
      ),
      { numRuns: 25 },
    );
  });

  it('are never taken away and keep to the control asked for', () => {
    const after = apply('vehiclesManaged', 0.4, 2);
    after.buildings.forEach((building, row) => {
      const before = town.buildings[row]!;
      expect(building.vehicles?.count ?? 0).toBeGreaterThanOrEqual(before.vehicles?.count ?? 0);
      if (building !== before) expect(building.vehicles!.control).toBe('managed');
    });
  });
});

describe('rooftop photovoltaics', () => {
  const rectangle = (angleDeg: number, latitudeDeg = 50): District => {
    const angle = (angleDeg * Math.PI) / 180;
    const turn = ([x, y]: readonly [number, number]) =>
      [x * Math.cos(angle) - y * Math.sin(angle), x * Math.sin(angle) + y * Math.cos(angle)] as const;
    const outer = (
      [
        [0, 0],
        [20, 0],
        [20, 8],
        [0, 8],
      ] as const
    ).map(turn);
    const hole = (
      [
        [2, 2],
        [2, 4],
        [5, 4],
        [5, 2],
      ] as const
    ).map(turn);
    const building = {
      ...houses.buildings[0]!,
      roof: 'gabled' as const,
      footprint: { outer, holes: [hole] },
    };
    return { ...houses, frame: { ...houses.frame, latitudeDeg }, buildings: [building] };
  };
  const arrayOn = (district: District, parameters = {}) =>
    MEASURES.rooftopPhotovoltaics.apply(district, measureOf('rooftopPhotovoltaics', 1, parameters), 1)
      .buildings[0]!.photovoltaics!;

  it('on a pitch faces the southern half for any turn of the house, square to its long wall', () => {
    fc.assert(
      fc.property(fc.double({ min: -360, max: 360, noNaN: true }), (angleDeg) => {
        const { azimuthDeg } = arrayOn(rectangle(angleDeg));
        expect(azimuthDeg).toBeGreaterThanOrEqual(90 - 1e-9);
        expect(azimuthDeg).toBeLessThanOrEqual(270 + 1e-9);
        // The long wall runs at azimuth 90 - angle; the pitch stands square to it, to the whole degree.
        const off = (azimuthDeg - (90 - angleDeg)) * (Math.PI / 180);
        expect(Number.isInteger(azimuthDeg)).toBe(true);
        expect(Math.abs(Math.cos(off))).toBeLessThan(Math.sin((0.5 * Math.PI) / 180) + 1e-9);
      }),
    );
  });

  it('faces the northern half south of the equator', () => {
    for (const angleDeg of [0, 30, 100, 170]) {
      const south = arrayOn(rectangle(angleDeg, -33)).azimuthDeg;
      expect(Math.cos((south * Math.PI) / 180)).toBeGreaterThanOrEqual(-1e-9);
    }
    const flat = rectangle(0, -33);
    expect(arrayOn({ ...flat, buildings: [{ ...flat.buildings[0]!, roof: 'flat' }] }).azimuthDeg).toBe(0);
  });

  it('has the power of its share of the roof, courtyards left out', () => {
    // (20 m * 8 m - 3 m * 2 m) * 0.35 * 200 W/m2 = 154 m2 * 70 W/m2 = 10,780 W; at 0.5 and 220: 16,940 W.
    expect(arrayOn(rectangle(25)).peakW).toBeCloseTo(10_780, 6);
    expect(arrayOn(rectangle(25), { roofCoverage: 0.5, powerDensityWPerM2: 220 }).peakW).toBeCloseTo(
      16_940,
      6,
    );
    expect(arrayOn(rectangle(25)).tiltDeg).toBe(35);
  });
});

describe('the feeder battery', () => {
  it('has the power and energy its parameters say, on the LV busbar', () => {
    const parameters = { powerShare: 0.5, durationH: 3, roundTripEfficiency: 0.9 };
    const after = MEASURES.feederBattery.apply(wired, measureOf('feederBattery', 1, parameters), 1);
    for (const storage of after.network!.storages) {
      const transformer = wired.network!.transformers.find(({ id }) => id === storage.transformerId)!;
      const { ratedSVa } = wired.network!.transformerTypes.find(
        ({ id }) => id === transformer.transformerTypeId,
      )!;
      expect(storage.busId).toBe(transformer.toBusId);
      expect(storage.powerW).toBe(ratedSVa / 2);
      // Three hours of half the rating, in joules.
      expect(storage.capacityJ).toBe((ratedSVa / 2) * 3 * 3600);
      expect(storage.roundTripEfficiency).toBe(0.9);
    }
  });

  it('reaches no station that has its battery', () => {
    const half = MEASURES.feederBattery.apply(wired, measureOf('feederBattery', 0.5), 1);
    const standing = half.network!.storages.map(({ transformerId }) => transformerId);
    const all = MEASURES.feederBattery.eligible(wired);
    expect(standing.length).toBeGreaterThan(0);
    expect(all).toEqual(wired.network!.transformers.map(({ id }) => id));
    expect(MEASURES.feederBattery.eligible(half)).toEqual(all.filter((id) => !standing.includes(id)));
  });

  it('leaves a district without a network alone', () => {
    const bare = { ...wired, network: null };
    expect(MEASURES.feederBattery.apply(bare, measureOf('feederBattery', 1), 1)).toBe(bare);
    expect(MEASURES.feederBattery.eligible(bare)).toEqual([]);
  });
});

describe('envelope retrofit', () => {
  it('reaches the level asked for', () => {
    const level = (value: number) =>
      MEASURES.envelopeRetrofit.apply(houses, measureOf('envelopeRetrofit', 1, { level: value }), 1)
        .buildings[0]!.envelope;
    expect([level(1), level(2)]).toEqual(['usualRefurbishment', 'advancedRefurbishment']);
  });
});
