import { describe, expect, it } from 'vitest';
import { cubeRoot } from '../../../../src/sim/buildings/multinode/films/cubeRoot';
import {
  naturalConvection,
  windowInsideConvection,
  windowRoomSide,
} from '../../../../src/sim/buildings/multinode/films/natural';
import {
  outsideConvection,
  windExposure,
  windShare,
} from '../../../../src/sim/buildings/multinode/films/outside';
import {
  carrollFactors,
  greyFactor,
  outsideView,
} from '../../../../src/sim/buildings/multinode/films/radiation';

describe('films', () => {
  it('cube roots are exact to rounding over the range of films', () => {
    for (let x = 1e-20; x < 1e12; x *= 1.7) expect(cubeRoot(x) / Math.cbrt(x)).toBeCloseTo(1, 14);
    expect(cubeRoot(0)).toBe(0);
  });

  it('natural convection has the values of EnergyPlus’s unit tests and of Walton’s equations', () => {
    // ConvectionCoefficients.unit.cc, EvaluateHnModels: 1 K at a level surface, rising.
    expect(naturalConvection(1, 1)).toBeCloseTo(1.52, 3);
    expect(naturalConvection(-1, -1)).toBeCloseTo(1.52, 3);
    expect(naturalConvection(-1, 1)).toBeCloseTo(1.81 / 2.382, 12);
    expect(naturalConvection(8, 0)).toBeCloseTo(2.62, 12);
  });

  it('a cold window 1.5 m high, 10 K below the room, has ISO 15099’s 0.56 Ra^(1/4)', () => {
    // By hand at 17.5 degC film: Ra = 3.86e9 k-values from ISO 15099's linear properties.
    const h = windowInsideConvection(windowRoomSide(90, 1.5), 10, 20, 101325);
    const film = 293.15 - 2.5;
    const [lambda, mu, cp] = [
      2.873e-3 + 7.76e-5 * film,
      3.723e-6 + 4.94e-8 * film,
      1002.737 + 1.2324e-2 * film,
    ];
    const rho = 101325 / (287.055 * film);
    const rayleigh = (rho ** 2 * 1.5 ** 3 * 9.81 * cp * 10) / (film * mu * lambda);
    expect(h).toBeCloseTo((0.56 * rayleigh ** 0.25 * lambda) / 1.5, 9);
    expect(h).toBeGreaterThan(2);
    expect(h).toBeLessThan(3);
  });

  it('a cold roof light stirs the room and a warm one does not', () => {
    const side = windowRoomSide(0, 1);
    expect(windowInsideConvection(side, 10, 20, 101325)).toBeGreaterThan(
      2 * windowInsideConvection(side, 30, 20, 101325),
    );
  });

  it('wind acts as MoWiTT, half the time in the lee, more on rough walls', () => {
    const glass = windExposure(1, 'verySmooth', 0, true);
    const [windward, leeward] = [3.26 * 4 ** 0.89, 3.55 * 4 ** 0.617];
    const at = (exposure: typeof glass): number => outsideConvection(exposure, 0, 0, 4 ** 0.89, 4 ** 0.617);
    expect(at(glass)).toBeCloseTo((windward + leeward) / 2, 9);
    expect(at(windExposure(1, 'rough', 0, true)) / at(glass)).toBeCloseTo(1.67, 9);
    const level = windExposure(1, 'verySmooth', 1, true);
    expect(outsideConvection(level, 0, 1, 4 ** 0.89, 4 ** 0.617)).toBeCloseTo(windward, 9);
    expect(at(windExposure(1, 'rough', 0, false))).toBe(0.1);
  });

  it('wind falls towards the ground and in town', () => {
    expect(windShare(10, 'country')).toBeCloseTo(1, 12);
    // (270 / 10)^0.14 (10 / 370)^0.22 and (10 / 460)^0.33, ASHRAE.
    expect(windShare(10, 'suburbs')).toBeCloseTo(0.717, 3);
    expect(windShare(10, 'city')).toBeCloseTo(0.448, 3);
  });

  it('a roof sees sky only, a wall 0.354 of it, a floor none', () => {
    expect(outsideView(0)).toEqual({ sky: 1, air: 0 });
    expect(outsideView(90).sky).toBeCloseTo(0.35355, 5);
    expect(outsideView(180).sky).toBeCloseTo(0, 12);
    expect(outsideView(90, 0.2).sky).toBeCloseTo(0.2 * Math.SQRT1_2, 12);
  });

  it('two equal plates exchange as parallel plates do', () => {
    const [a, b] = carrollFactors([7, 7]);
    expect([a, b]).toEqual([2, 2]);
    const grey = greyFactor(a!, 0.9);
    // In series over the radiant node: 1 / (1/e + 1/e - 1).
    expect(grey / 2).toBeCloseTo(1 / (2 / 0.9 - 1), 12);
  });

  it('a cube has 1.2 and no plane exchanges with itself', () => {
    expect(carrollFactors(new Array<number>(6).fill(9))[3]).toBeCloseTo(1.2, 9);
  });

  it('a plane larger than the rest of the room stays finite', () => {
    for (const factor of carrollFactors([100, 1, 1])) expect(factor).toBeLessThanOrEqual(10);
  });
});
