import { describe, expect, test } from 'vitest';
import type { Pane } from '../../../../src/model/buildingModel/types';
import { atCosine, windowOptics } from '../../../../src/sim/buildings/glazing';
import { clearPane } from '../../../../src/sim/buildings/glazing/fresnel';
import { hemisphericalMean, panesByCosine } from '../../../../src/sim/buildings/glazing/windowOptics';
import { randomOf } from '../random';
import { CLEAR, cosDeg, layers, LOW_E } from './panes';

/** Clear glass of BESTEST (Judkoff and Neymark 1995): index 1.526, extinction 0.0196 per mm, 3.175 mm. */
const GLASS_1995: Pane = {
  ...CLEAR,
  thicknessM: 0.003175,
  solarTransmittance: 0.86156,
  solarReflectanceFront: 0.07846,
  solarReflectanceBack: 0.07846,
};

describe('a bare pane', () => {
  test('has the index and extinction that BESTEST gives beside its normal values', () => {
    const clear = clearPane({ transmittance: 0.86156, reflectanceFront: 0.07846, reflectanceBack: 0.07846 })!;
    expect(clear.refractiveIndex).toBeCloseTo(1.526, 3);
    expect(Math.abs(-Math.log(clear.bulkTransmittance) / 3.175 - 0.0196)).toBeLessThan(1e-4);
  });

  test('reflects no p-polarised light at the Brewster angle of its index', () => {
    const index = clearPane({
      transmittance: 0.834,
      reflectanceFront: 0.075,
      reflectanceBack: 0.075,
    })!.refractiveIndex;
    const [s, p] = panesByCosine([CLEAR])[0]!(1 / Math.sqrt(1 + index * index));
    expect(p.reflectanceFront).toBeLessThan(1e-12);
    expect(s.reflectanceFront).toBeGreaterThan(0.2);
  });

  test.each([
    ['sides that differ', { transmittance: 0.452, reflectanceFront: 0.359, reflectanceBack: 0.397 }],
    ['a mirror on both sides', { transmittance: 0.3, reflectanceFront: 0.5, reflectanceBack: 0.5 }],
    ['nothing transmitted', { transmittance: 0, reflectanceFront: 0.1, reflectanceBack: 0.1 }],
  ])('is not seen in %s', (_, normal) => {
    expect(clearPane(normal)).toBeUndefined();
  });
});

describe('double clear glazing by angle of incidence', () => {
  /** BESTEST (1995), table of the double-pane window, as carried in ESP-r 13.3's models/validation/BESTEST/dbs/opticdb. */
  const PUBLISHED = [
    { angleDeg: 0, transmittance: 0.747, outer: 0.064, inner: 0.052 },
    { angleDeg: 40, transmittance: 0.73, outer: 0.071, inner: 0.057 },
    { angleDeg: 55, transmittance: 0.68, outer: 0.077, inner: 0.059 },
    { angleDeg: 70, transmittance: 0.517, outer: 0.086, inner: 0.054 },
    { angleDeg: 80, transmittance: 0.263, outer: 0.094, inner: 0.041 },
  ] as const;
  const optics = windowOptics(layers([GLASS_1995, GLASS_1995]));

  // Means of both polarisations taken before the panes meet, as WINDOW does, end at 0.474 at 70 degrees.
  test.each(PUBLISHED)('is that of the published table at $angleDeg degrees', (at) => {
    const cosine = cosDeg(at.angleDeg);
    const difference = atCosine(optics.transmittance, cosine) - at.transmittance;
    expect(Math.abs(difference)).toBeLessThan(at.angleDeg < 75 ? 0.01 : 0.022);
    expect(Math.abs(atCosine(optics.absorptance[0]!, cosine) - at.outer)).toBeLessThan(0.0012);
    expect(Math.abs(atCosine(optics.absorptance[1]!, cosine) - at.inner)).toBeLessThan(0.0012);
  });

  test('at normal incidence is T²/(1 - R²) of its panes', () => {
    expect(optics.transmittance.at(-1)).toBeCloseTo(0.86156 ** 2 / (1 - 0.07846 ** 2), 6);
  });
});

describe('coated glazing', () => {
  const optics = windowOptics(layers([LOW_E, CLEAR], 'argon'));

  test('keeps the values of its panes at normal incidence', () => {
    const between = 1 / (1 - 0.397 * 0.075);
    expect(optics.transmittance.at(-1)).toBeCloseTo(0.452 * 0.834 * between, 6);
    const outer = (1 - 0.452 - 0.359) * 1 + 0.452 * 0.075 * between * (1 - 0.452 - 0.397);
    expect(optics.absorptance[0]!.at(-1)).toBeCloseTo(outer, 6);
  });

  // Each polarisation of the bare pane alone against the mean of the coated one would end 2 % lower at 70 degrees.
  test('takes its bare pane as a mean, since nobody knows how a coating polarises', () => {
    const [coated, bare] = panesByCosine([LOW_E, CLEAR]).map((pane) => pane(cosDeg(70)));
    expect(bare![0]).toEqual(bare![1]);
    const [s, p] = panesByCosine([CLEAR])[0]!(cosDeg(70));
    expect(bare![0].transmittance).toBeCloseTo((s.transmittance + p.transmittance) / 2, 12);
    const between = 1 / (1 - coated![0].reflectanceBack * bare![0].reflectanceFront);
    const through = coated![0].transmittance * bare![0].transmittance * between;
    expect(Math.abs(atCosine(optics.transmittance, cosDeg(70)) - through)).toBeLessThan(5e-4);
  });

  test('passes less towards grazing light, and nothing there', () => {
    for (let i = 1; i < optics.transmittance.length - 1; i += 1)
      expect(optics.transmittance[i]! + 2e-3).toBeGreaterThan(optics.transmittance[i - 1]!);
    expect(optics.transmittance[0]).toBe(0);
  });

  test('of two perfect mirrors at grazing incidence stays finite', () => {
    const twice = windowOptics(layers([LOW_E, LOW_E, LOW_E]));
    expect(Number.isFinite(twice.diffuse.transmittance)).toBe(true);
    expect(twice.transmittance[0]).toBe(0);
  });
});

describe('any glazing', () => {
  const random = randomOf(7);
  const anyPane = (): Pane => {
    if (random() < 0.4) return CLEAR;
    const transmittance = 0.1 + 0.7 * random();
    const reflectance = (): number => (1 - transmittance) * random();
    return {
      ...CLEAR,
      solarTransmittance: transmittance,
      solarReflectanceFront: reflectance(),
      solarReflectanceBack: reflectance(),
    };
  };
  const stacks = Array.from({ length: 40 }, (_, i) => Array.from({ length: 1 + (i % 4) }, anyPane));

  test.each(stacks.map((panes) => [panes.length, panes] as const))(
    'of %i panes loses no light, and passes as much outwards as inwards',
    (count, panes) => {
      const { transmittance, absorptance, diffuse, diffuseFromInside } = windowOptics(layers(panes));
      for (let i = 0; i < transmittance.length; i += 1) {
        const absorbed = absorptance.reduce((sum, table) => sum + table[i]!, 0);
        expect(absorbed + transmittance[i]!).toBeLessThanOrEqual(1 + 1e-9);
        for (const table of absorptance) expect(table[i]).toBeGreaterThanOrEqual(0);
      }
      expect(diffuseFromInside.transmittance).toBeCloseTo(diffuse.transmittance, 9);
      expect(absorptance).toHaveLength(count);
      for (const side of [diffuse, diffuseFromInside]) {
        expect(side.reflectance).toBeGreaterThan(0);
        expect(side.reflectance).toBeLessThan(1);
      }
    },
  );

  test('turned round shows the room what it showed the sky', () => {
    const there = windowOptics(layers([LOW_E, CLEAR]));
    const back = windowOptics(
      layers([
        CLEAR,
        {
          ...LOW_E,
          solarReflectanceFront: LOW_E.solarReflectanceBack,
          solarReflectanceBack: LOW_E.solarReflectanceFront,
        },
      ]),
    );
    expect(back.diffuse.reflectance).toBeCloseTo(there.diffuseFromInside.reflectance, 9);
    expect(back.diffuse.absorptance[0]).toBeCloseTo(there.diffuseFromInside.absorptance[1]!, 9);
    expect(back.diffuse.absorptance[1]).toBeCloseTo(there.diffuseFromInside.absorptance[0]!, 9);
  });
});

test('hemispherical means are integrals of 2 c f(c): 1 of 1, 2/3 of c, 1/2 of c² as tables have it', () => {
  const table = (f: (c: number) => number): number[] => Array.from({ length: 101 }, (_, i) => f(i / 100));
  expect(hemisphericalMean(table(() => 1))).toBeCloseTo(1, 12);
  expect(hemisphericalMean(table((c) => c))).toBeCloseTo(2 / 3, 12);
  expect(hemisphericalMean(table((c) => c * c))).toBeCloseTo(1 / 2, 4);
});
