import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MEASURES } from '../../src/measures';
import { QUALITY_CLASSES } from '../../src/model/building';
import type { District } from '../../src/model/district';
import { MEASURE_TYPES, type MeasureType } from '../../src/model/scenario';
import { townFor } from '../engine/smallTown';
import { deepFreeze, differences, manyHouses, measureOf, mixedTown } from './districts';
import { FIELD, REACH } from './reach';

const town = mixedTown();
const wired = deepFreeze(townFor('feederBattery'));
const houses = manyHouses(3000);

const isOfNetwork = (type: MeasureType): boolean => MEASURES[type].target !== undefined;
const wiredFor = new Map(MEASURE_TYPES.filter(isOfNetwork).map((type) => [type, deepFreeze(townFor(type))]));
const districtFor = (type: MeasureType): District => wiredFor.get(type) ?? town;
const apply = (type: MeasureType, adoption: number, seed: number, district = districtFor(type)) =>
  MEASURES[type].apply(district, measureOf(type, adoption), seed);

const BUILDING_MEASURES = Object.keys(FIELD) as (keyof typeof FIELD)[];

/** Ids of lines, transformers and switches that a measure changed or added, and of transformers that got a battery. */
function changedElements(before: District, after: District): Set<string> {
  const [old, now] = [before.network!, after.network!];
  const rows = ({ lines, transformers, switches }: typeof old) => [...lines, ...transformers, ...switches];
  const stood = new Set<unknown>(rows(old));
  return new Set([
    ...rows(now)
      .filter((row) => !stood.has(row))
      .map(({ id }) => id),
    ...now.storages.filter((one) => !old.storages.includes(one)).map(({ transformerId }) => transformerId),
  ]);
}

/** Ids of the elements a measure touched; for cars the households, for batteries the transformers. */
function reached(type: MeasureType, adoption: number, seed: number, district: District): Set<string> {
  const after = MEASURES[type].apply(district, measureOf(type, adoption), seed);
  if (isOfNetwork(type)) return changedElements(district, after);
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
      const [collection, row, ...field] = path.split('.');
      expect(collection).toBe('buildings');
      const name = field.join('.');
      expect(
        FIELD[type].some((own) => own === name || (own !== 'retrofit' && name.startsWith(`${own}.`))),
        path,
      ).toBe(true);
      if (name === 'retrofit') {
        const written = Object.keys(after.buildings[Number(row)]!.retrofit!);
        expect(written).toEqual([FIELD[type][1]!.slice('retrofit.'.length)]);
      }
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
      for (const building of town.buildings) {
        const verdict = MEASURES[type].applicability!(building, town.archetypeRegion);
        expect(verdict.applicable).toBe(eligible.includes(building.id));
        if (!verdict.applicable) expect(verdict.reason).toMatch(/^[A-Z].+\.$/);
      }
      expect(eligible.length).toBeGreaterThan(20);
      const after = apply(type, 1, 9);
      for (const building of after.buildings.filter(({ id }) => eligible.includes(id))) {
        if (type === 'heatPumps') expect(building.heating).toBe('airHeatPump');
        if (type === 'rooftopPhotovoltaics') expect(building.photovoltaics!.peakW).toBeGreaterThan(0);
        if (type === 'envelopeRetrofit') expect(building.envelope).toBe('usualRefurbishment');
        if (type.startsWith('vehicles')) expect(building.vehicles!.count).toBe(building.households);
        // One kWh a kWp, half as much power; panels of this town have 4 kWp.
        if (type === 'homeBattery')
          expect(building.battery).toMatchObject({ capacityJ: 4 * 3.6e6, powerW: 2000 });
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
        expect(QUALITY_CLASSES).toContain(parameter.quality);
        // No citation is claimed for what has none, and none is missing where a class says that there is one.
        expect(parameter.source.startsWith('engineering value')).toBe(
          parameter.quality === 'unknown_untraceable',
        );
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
      const district = isOfNetwork(type)
        ? districtFor(type)
        : { ...town, buildings: town.buildings.slice(0, 40) };
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
    ['wallInsulation', 0.3],
    ['externalShading', 0.7],
    ['splitAirConditioner', 0.2],
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
