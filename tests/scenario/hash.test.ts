import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { revertElement } from '../../src/measures';
import type { District } from '../../src/model/district';
import type { WeatherYear } from '../../src/model/weather';
import { canonicalJson, hashColumns, hashDistrict, hashRun, hashText } from '../../src/scenario';
import { inputOf, smallTown } from '../engine/smallTown';

describe('canonicalJson', () => {
  it('writes keys in sorted order, whatever order they were set in, at every depth', () => {
    expect(canonicalJson({ b: 1, a: { d: [3, { z: 1, y: 2 }], c: null } })).toBe(
      '{"a":{"c":null,"d":[3,{"y":2,"z":1}]},"b":1}',
    );
    expect(canonicalJson({ a: { c: null, d: [3, { y: 2, z: 1 }] }, b: 1 })).toBe(
      canonicalJson({ b: 1, a: { d: [3, { z: 1, y: 2 }], c: null } }),
    );
  });

  it('leaves out members without a value but keeps null, and keeps the order of an array', () => {
    expect(canonicalJson({ a: undefined, b: null })).toBe('{"b":null}');
    expect(canonicalJson([2, 1])).toBe('[2,1]');
    expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
    expect(canonicalJson({ 'a"b': 'ü\n' })).toBe('{"a\\"b":"ü\\n"}');
  });

  it('is JSON that reads back as the same value, for any JSON value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

describe('hashes', () => {
  it('are SHA-256, as another implementation computes it', () => {
    // FIPS 180-2, appendix B.1.
    expect(hashText('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    const column = Float64Array.of(1.5, -2, 1e300);
    const expected = createHash('sha256').update('pW:3;').update(new Uint8Array(column.buffer)).digest('hex');
    expect(hashColumns({ pW: column })).toBe(expected);
  });

  it('tell 0 from -0, and one column from another, but not one NaN from another', () => {
    const odd = new Float64Array(new BigUint64Array([0x7ff8_0000_dead_beefn]).buffer);
    expect(Number.isNaN(odd[0])).toBe(true);
    expect(hashColumns({ a: odd })).toBe(hashColumns({ a: Float64Array.of(Number.NaN) }));
    expect(hashColumns({ a: Float64Array.of(-0) })).not.toBe(hashColumns({ a: Float64Array.of(0) }));
    expect(hashColumns({ a: Float64Array.of(1) })).not.toBe(hashColumns({ b: Float64Array.of(1) }));
    const split = hashColumns({ a: Float64Array.of(1), b: Float64Array.of(2, 3) });
    expect(hashColumns({ a: Float64Array.of(1, 2), b: Float64Array.of(3) })).not.toBe(split);
  });

  it('see a view into a larger buffer as what it shows', () => {
    const whole = Float64Array.of(9, 1, 2, 9);
    expect(hashColumns({ a: whole.subarray(1, 3) })).toBe(hashColumns({ a: Float64Array.of(1, 2) }));
  });
});

describe('the hash that names a run', () => {
  const { district, weather } = inputOf(smallTown());
  const named = (change: Partial<District>, air: WeatherYear = weather) =>
    hashRun({ ...district, ...change }, air, 3600, '1');
  const reference = named({});
  const [first, ...others] = district.buildings;
  const network = district.network!;
  const [line, ...lines] = network.lines;
  const warmer = Float64Array.from(weather.tempDegC);
  warmer[8759]! += 1e-9;

  it.each<[string, Partial<District>]>([
    ['seed', { seed: district.seed + 1 }],
    ['archetype region', { archetypeRegion: 'nordic' }],
    ['height of one building', { buildings: [{ ...first!, heightM: first!.heightM + 0.01 }, ...others] }],
    [
      'phases of one building',
      {
        buildings: [{ ...first!, connection: { ...first!.connection!, phases: ['b'] } }, ...others],
      },
    ],
    ['order of the buildings', { buildings: [...others, first!] }],
    [
      'length of one cable',
      { network: { ...network, lines: [{ ...line!, lengthM: line!.lengthM + 0.1 }, ...lines] } },
    ],
    [
      'source voltage',
      {
        network: {
          ...network,
          sources: network.sources.map((one) => ({ ...one, voltagePu: one.voltagePu + 0.01 })),
        },
      },
    ],
    ['missing network', { network: null }],
  ])('changes with the %s', (_, change) => {
    expect(named(change)).not.toBe(reference);
  });

  it('changes with work on one element, and comes back when the element is reverted', () => {
    const insulated = { ...first!, retrofit: { wall: { insulationM: 0.12 } } };
    const thicker = { ...first!, retrofit: { wall: { insulationM: 0.121 } } };
    const hashes = [insulated, thicker].map((one) => named({ buildings: [one, ...others] }));
    expect(new Set([reference, ...hashes]).size).toBe(3);
    expect(named({ buildings: [revertElement(insulated, first!, 'wall'), ...others] })).toBe(reference);
  });

  it('changes with the weather, the step and the engine', () => {
    expect(named({}, { ...weather, tempDegC: warmer })).not.toBe(reference);
    expect(named({}, { ...weather, startWeekday: (weather.startWeekday + 1) % 7 })).not.toBe(reference);
    expect(named({}, { ...weather, latitudeDeg: weather.latitudeDeg + 0.1 })).not.toBe(reference);
    expect(hashRun(district, weather, 900, '1')).not.toBe(reference);
    expect(hashRun(district, weather, 3600, '2')).not.toBe(reference);
  });

  it('does not change with the titles of the district, its streets and parks, or a copy of it', () => {
    expect(named({ id: 'x', name: 'x', description: 'x', streets: [], openSpaces: [] })).toBe(reference);
    expect(named(structuredClone(district))).toBe(reference);
    expect(named(JSON.parse(JSON.stringify(district)) as District)).toBe(reference);
  });

  it('of the whole district changes with its name: it names a file, not a run', () => {
    expect(hashDistrict({ ...district, name: 'x' })).not.toBe(hashDistrict(district));
  });
});
