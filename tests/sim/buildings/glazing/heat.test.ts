import { describe, expect, test } from 'vitest';
import type { Gas } from '../../../../src/model/buildingModel/types';
import {
  atCosine,
  gapConductanceWPerM2K,
  glazingRatings,
  windowOptics,
  type Cavity,
} from '../../../../src/sim/buildings/glazing';
import { cavityNusselt, gasConductanceWPerM2K } from '../../../../src/sim/buildings/glazing/cavity';
import { CLEAR, cosDeg, layers, LOW_E } from './panes';

const cavity = (gas: Gas, thicknessM: number, emissivity = 0.837): Cavity => ({
  gas,
  thicknessM,
  emissivityFront: emissivity,
  emissivityBack: 0.837,
});

/** EN 673:2011, table 1, at 10 degC: density, dynamic viscosity, conductivity, specific heat. */
const EN_673_GAS: Record<Gas, readonly [number, number, number, number]> = {
  air: [1.232, 1.761e-5, 2.496e-2, 1.008e3],
  argon: [1.699, 2.164e-5, 1.684e-2, 0.519e3],
  krypton: [3.56, 2.4e-5, 0.9e-2, 0.245e3],
};

/** EN 673:2011, 5.3: conductance of a gas space of upright glazing at 10 degC and 15 K, its own formulae. */
function en673Conductance({ gas, thicknessM, emissivityFront, emissivityBack }: Cavity): number {
  const [density, viscosity, conductivity, heat] = EN_673_GAS[gas];
  const grashof = (9.81 * thicknessM ** 3 * 15 * density ** 2) / (283 * viscosity ** 2);
  const nusselt = Math.max(0.035 * (grashof * ((viscosity * heat) / conductivity)) ** 0.38, 1);
  const infrared = (4 * 5.67e-8 * 283 ** 3) / (1 / emissivityFront + 1 / emissivityBack - 1);
  return infrared + (nusselt * conductivity) / thicknessM;
}

describe('a gas space', () => {
  test.each(['air', 'argon', 'krypton'] as const)('of %s at rest conducts as EN 673 has it', (gas) => {
    const conductivity = gasConductanceWPerM2K(cavity(gas, 0.01), 10, 10, 90) * 0.01;
    expect(conductivity / EN_673_GAS[gas][2]).toBeCloseTo(1, 1.7);
  });

  test.each(
    (['air', 'argon', 'krypton'] as const).flatMap((gas) =>
      [6, 8, 12, 16, 20].flatMap((gapMm) => [0.837, 0.1, 0.04].map((e) => [gas, gapMm, e] as const)),
    ),
  )('of %s, %d mm, emissivity %d, gives the U-value of EN 673 within 0.12', (gas, gapMm, emissivity) => {
    const gap = cavity(gas, gapMm / 1000, emissivity);
    const panes = 2 * 0.004 + 0.17;
    const found = 1 / (panes + 1 / gapConductanceWPerM2K(gap, 2.5, 17.5, 90));
    expect(Math.abs(found - 1 / (panes + 1 / en673Conductance(gap)))).toBeLessThan(0.12);
  });

  test('carries most when heated from below, least from above, whichever way the window faces', () => {
    const gap = cavity('air', 0.016, 0.04);
    const roof = gasConductanceWPerM2K(gap, 0, 20, 0);
    const wall = gasConductanceWPerM2K(gap, 0, 20, 90);
    const roofInSun = gasConductanceWPerM2K(gap, 40, 20, 0);
    expect(roof).toBeGreaterThan(1.3 * wall);
    expect(roofInSun * 0.016).toBeCloseTo(2.873e-3 + 7.76e-5 * 303.15, 6);
    // A pane in a floor over air: cold below, so nothing rises.
    expect(gasConductanceWPerM2K(gap, 0, 20, 180)).toBeLessThan(wall);
  });

  // Hollands et al. (1976): no convection under Ra cos(tilt) = 1708, then a steep rise.
  test('between level panes starts to turn over at a Rayleigh number of 1708', () => {
    expect(cavityNusselt(1700, 60, 0)).toBe(1);
    expect(cavityNusselt(1800, 60, 0)).toBeGreaterThan(1.05);
    expect(cavityNusselt(5830, 60, 0)).toBeCloseTo(1 + 1.44 * (1 - 1708 / 5830), 6);
  });

  test('has no jump between 0 and 180 degrees of tilt but the one that ISO 15099 has at 60', () => {
    for (let tilt = 1; tilt <= 180; tilt += 1) {
      if (tilt === 60) continue;
      const step = cavityNusselt(8000, 60, tilt) - cavityNusselt(8000, 60, tilt - 1);
      expect(Math.abs(step), `${tilt} degrees`).toBeLessThan(0.05);
    }
  });

  test('does not care for the sign of the heat in a wall, and passes infrared without any gas movement', () => {
    const gap = cavity('argon', 0.016);
    expect(gapConductanceWPerM2K(gap, 0, 15, 90)).toBeCloseTo(gapConductanceWPerM2K(gap, 15, 0, 90), 9);
    const still = gapConductanceWPerM2K(gap, 10, 10, 90) - gasConductanceWPerM2K(gap, 10, 10, 90);
    expect(still).toBeCloseTo((4 * 5.670374419e-8 * 283.15 ** 3) / (2 / 0.837 - 1), 6);
  });
});

describe('ratings of', () => {
  test('BESTEST 600 with the films of ASHRAE 140 lie where the cases put them: U 2.95 to 3.1, g 0.76 to 0.79', () => {
    const films = { outsideM2KPerW: 1 / 29.3, insideM2KPerW: 1 / 8.29 };
    const { uValueWPerM2K, gValue } = glazingRatings(windowOptics(layers([CLEAR, CLEAR])), films);
    expect(uValueWPerM2K).toBeGreaterThan(2.95);
    expect(uValueWPerM2K).toBeLessThan(3.1);
    expect(gValue).toBeGreaterThan(0.755);
    expect(gValue).toBeLessThan(0.79);
  });

  test('a single pane are its glass and its films', () => {
    const { uValueWPerM2K, gValue } = glazingRatings(windowOptics(layers([CLEAR])));
    const glass = 0.003048;
    expect(uValueWPerM2K).toBeCloseTo(1 / (0.17 + glass), 6);
    expect(gValue).toBeCloseTo(0.834 + (0.091 * (0.04 + glass / 2)) / (0.17 + glass), 6);
  });

  test('low-e argon glazing are less than half of clear glazing, three panes less than two', () => {
    const clear = glazingRatings(windowOptics(layers([CLEAR, CLEAR]))).uValueWPerM2K;
    const lowE = glazingRatings(windowOptics(layers([LOW_E, CLEAR], 'argon')));
    expect(lowE.uValueWPerM2K).toBeLessThan(clear / 2);
    expect(lowE.gValue).toBeGreaterThan(0.41);
    expect(lowE.gValue).toBeLessThan(0.46);
    expect(glazingRatings(windowOptics(layers([CLEAR, CLEAR, CLEAR]))).uValueWPerM2K).toBeLessThan(2.1);
  });
});

describe('a glazing known by U and g', () => {
  const labels = [0.5, 0.7, 1.1, 1.4, 1.6, 2, 3, 3.6, 4, 5.2, 5.8].flatMap((u) =>
    [0.2, 0.35, 0.5, 0.65, 0.8].map((g) => [u, g] as const),
  );

  test.each(labels)('U %d, g %d has them', (uValueWPerM2K, gValue) => {
    const optics = windowOptics({ id: 'label', kind: 'simple', uValueWPerM2K, gValue });
    const found = glazingRatings(optics);
    expect(found.uValueWPerM2K).toBeCloseTo(uValueWPerM2K, 9);
    // The report's summer films let more of the absorbed heat in than those of EN 410: most for dark single panes.
    expect(Math.abs(found.gValue - gValue)).toBeLessThan(uValueWPerM2K < 3.4 ? 0.006 : 0.035);
    expect(optics.cavities).toHaveLength(0);
    optics.transmittance.forEach((through, i) => {
      expect(through).toBeGreaterThanOrEqual(0);
      expect(through + optics.absorptance[0]![i]!).toBeLessThanOrEqual(1 + 1e-9);
    });
  });

  test('loses its light with the angle as the panes do that it stands for', () => {
    const panes = windowOptics(layers([CLEAR, CLEAR]));
    const { uValueWPerM2K, gValue } = glazingRatings(panes);
    const label = windowOptics({ id: 'label', kind: 'simple', uValueWPerM2K, gValue });
    for (const angle of [0, 20, 40, 50, 60, 70, 80]) {
      const difference =
        atCosine(label.transmittance, cosDeg(angle)) - atCosine(panes.transmittance, cosDeg(angle));
      expect(Math.abs(difference), `${angle} degrees`).toBeLessThan(0.05);
    }
    expect(Math.abs(label.diffuse.transmittance - panes.diffuse.transmittance)).toBeLessThan(0.02);
  });

  test('above what films alone allow is left with its films', () => {
    const { panes } = windowOptics({ id: 'label', kind: 'simple', uValueWPerM2K: 7, gValue: 0.85 });
    expect(panes[0]!.conductanceWPerM2K).toBe(1000);
  });
});
