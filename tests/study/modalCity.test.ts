import { describe, expect, it } from 'vitest';
import { compileModal, modalKernel, runCityYear, runYearSeries, shareW } from '../../src/sim/buildings/modal';
import { createBuildingCache } from '../../src/study/buildingCache';
import { contentKey } from '../../src/study/contentKey';
import { cityYearCached, createCityCache, type CityInput } from '../../src/study/modalCity';
import { benchCity } from '../../src/synthesis/benchBuildings';
import { benchYear } from '../../src/synthesis/benchSchedules';

const kernel = modalKernel();
const { buildings, sums } = benchCity(40);
const input: CityInput = { year: benchYear(), buildings, sums, precision: 'f32' };

const bytes = (a: Float64Array) => Buffer.from(a.buffer, a.byteOffset, a.byteLength);
const same = (a: Float64Array, b: Float64Array): boolean => bytes(a).equals(bytes(b));

/** Without any cache, in one go. */
function direct({ year, buildings: all, sums: keys, precision }: CityInput) {
  const block = runCityYear(kernel, year, all, { precision, sums: keys });
  return { totals: all.map((_, building) => block.totals(building)), sums: block.sums() };
}

type Year = Pick<ReturnType<typeof cityYearCached>, 'totals' | 'sums'>;

function expectSame(a: Year, b: Year): void {
  expect(a.totals).toEqual(b.totals);
  expect(same(a.sums.byArchetype, b.sums.byArchetype)).toBe(true);
  expect(same(a.sums.byFeeder, b.sums.byFeeder)).toBe(true);
}

describe.each(['f32', 'f64'] as const)('a city in %s with a cache', (precision) => {
  const city = { ...input, precision };

  it('computes 5 % when 5 % change, and gives what it gives without', () => {
    const cache = createCityCache();
    const first = cityYearCached(kernel, city, cache);
    expect(first.counts).toEqual({ computed: 40, reused: 0 });
    expectSame(first, direct(city));
    expect(first.sums.byFeeder.some((value) => value > 0)).toBe(true);
    const edited = {
      ...city,
      buildings: buildings.map((building, index) =>
        index % 20 === 7 ? { ...building, infiltrationWPerK: building.infiltrationWPerK / 2 } : building,
      ),
    };
    const second = cityYearCached(kernel, edited, cache);
    expect(second.counts).toEqual({ computed: 2, reused: 38 });
    expectSame(second, direct(edited));
    expect(second.totals[7]).not.toEqual(first.totals[7]);
    const back = cityYearCached(kernel, city, cache);
    expect(back.counts).toEqual({ computed: 0, reused: 40 });
    expectSame(back, first);
  });

  it('shows any building on demand with the bits that are in the sums', () => {
    const alone = direct({
      ...city,
      sums: {
        archetypeCount: 1,
        feederCount: 40,
        archetype: new Int32Array(40),
        feeder: Int32Array.from(buildings.keys()),
      },
    });
    const { heatW, coolW } = runYearSeries(kernel, city.year, [buildings[11]!], precision);
    const at = 2 * 11 * city.year.stepCount;
    for (let step = 0; step < city.year.stepCount; step += 1) {
      if (alone.sums.byFeeder[at + 2 * step] !== shareW(heatW[step]!)) expect.fail(`heat of step ${step}`);
      if (alone.sums.byFeeder[at + 2 * step + 1] !== shareW(coolW[step]!))
        expect.fail(`cold of step ${step}`);
    }
  });
});

it('keeps powers beyond 32 bits', () => {
  const large = buildings.map((building) => ({
    ...building,
    personW: 1e8 * building.personW,
    cooling: { capacityW: Infinity, convectiveShare: 1 },
  }));
  const city = { ...input, precision: 'f64' as const, buildings: large };
  const cached = cityYearCached(kernel, city, createCityCache());
  expect(Math.max(...cached.totals.map((total) => total.highestCoolW))).toBeGreaterThan(1e9);
  expectSame(cached, direct(city));
});

describe('what a result depends on', () => {
  const first = buildings[0]!;
  it.each([
    ['the weather', { year: { ...input.year, skyDegC: input.year.skyDegC.map((temp) => temp + 1e-9) } }],
    ['the precision', { precision: 'f64' as const }],
    [
      'a set-point',
      {
        buildings: [{ ...first, schedule: { ...first.schedule, heatToDegC: new Float64Array(48).fill(19) } }],
      },
    ],
    [
      'a bit of a mode',
      {
        buildings: [
          {
            ...first,
            zone: { ...first.zone, modes: first.zone.modes.map((value) => value * (1 + 2 ** -50)) },
          },
        ],
      },
    ],
    [
      'an unlimited plant',
      { buildings: [{ ...first, cooling: { capacityW: Infinity, convectiveShare: 1 } }] },
    ],
    ['glazing', { buildings: [{ ...first, sun: { ...first.sun, paneM2: new Float64Array(8) } }] }],
  ])('is in its key: %s', (_, change) => {
    const one = {
      ...input,
      buildings: [first],
      sums: { ...sums, archetype: Int32Array.of(0), feeder: Int32Array.of(0) },
    };
    const cache = createCityCache();
    cityYearCached(kernel, one, cache);
    expect(cityYearCached(kernel, { ...one, ...change }, cache).counts).toEqual({ computed: 1, reused: 0 });
    expect(
      cityYearCached(kernel, { ...one, buildings: [structuredClone(first)] }, cache).counts.computed,
    ).toBe(0);
  });

  it('tells apart what JSON does not, and takes the same for the same', () => {
    const key = (value: unknown): string => contentKey({ value });
    const different = [
      NaN,
      Infinity,
      -Infinity,
      null,
      0,
      -0,
      '0',
      [],
      {},
      [0],
      Float64Array.of(0),
      Float32Array.of(0),
      'NaN',
      false,
    ];
    expect(new Set(different.map(key)).size).toBe(different.length);
    expect(contentKey({ a: 1, b: [2, { c: 3 }] })).toBe(contentKey({ b: [2, { c: 3 }], a: 1 }));
    expect(contentKey({ a: [1, 23] })).not.toBe(contentKey({ a: [12, 3] }));
    expect(contentKey({ a: 1, b: undefined })).toBe(contentKey({ a: 1 }));
    expect(() => contentKey({ now: new Map() })).toThrow();
    expect(() => contentKey({ compileModal })).toThrow();
  });
});

describe('the cache', () => {
  it('computes equal buildings once and forgets what was longest not asked for', () => {
    const cache = createBuildingCache<string>((text) => text.length, 6);
    const asked: number[][] = [];
    const take = (...keys: string[]) =>
      cache.take(keys, (missing) => {
        asked.push([...missing]);
        return missing.map((place) => keys[place]!.repeat(2));
      });
    expect(take('a', 'b', 'a').results).toEqual(['aa', 'bb', 'aa']);
    expect(take('b', 'c').counts).toEqual({ computed: 1, reused: 1 });
    expect(asked).toEqual([[0, 1], [1]]);
    expect(cache.bytes).toBe(6);
    // One too many: a goes.
    take('d');
    expect(cache.size).toBe(3);
    expect(take('b', 'c', 'd').counts.computed).toBe(0);
    expect(take('a').counts.computed).toBe(1);
  });

  it('gives what was asked for even where it holds nothing', () => {
    const cache = createBuildingCache<string>((text) => text.length, 0);
    expect(cache.take(['a', 'b'], () => ['x', 'y']).results).toEqual(['x', 'y']);
    expect(cache.size).toBe(0);
    expect(() => cache.take(['a', 'b'], () => ['x'])).toThrow();
  });
});
