import { complex, type Complex } from 'mathjs';
import { describe, expect, it } from 'vitest';
import type { CircuitTransformer } from '../../../../src/model/circuit';
import { transformerAdmittance } from '../../../../src/sim/powerflow/elements/transformerAdmittance';
import { Augmented, EARTH, size } from '../circuit/augmented';
import {
  coil,
  dynLimbs,
  expectAdmittance,
  HIGH,
  LEAKAGE,
  limbs,
  LOW,
  LOW_STAR,
  LOW_STARS,
  RATED_VA,
  unit,
  winding,
} from './transformerUnits';

describe('the no-load branch', () => {
  const noLoad = { noLoadLossPercent: 0.3, magnetisingPercent: 0.8 };
  const admittance = complex(0.003, -0.008);
  const windings = [winding(HIGH, 'delta', { tapPu: 0.95 }), winding(LOW, 'wye')];

  it.each([0, 1, 'middle'] as const)('stands at %s', (at) => {
    expectAdmittance(
      unit(windings, { ...noLoad, magnetisingPlace: at }),
      limbs(dynLimbs('Dyn1', 0.95), LEAKAGE, { admittance, at }),
      'A B C a b c n',
    );
  });

  it('stands in halves at both ends of two stars', () => {
    const pairs = ['A-N', 'B-N', 'C-N'].map(
      (ends, f) => [coil(ends, HIGH / Math.sqrt(3)), coil(LOW_STARS[f]!, LOW_STAR)] as const,
    );
    expectAdmittance(
      unit([winding(HIGH, 'wye'), winding(LOW, 'wye')], { ...noLoad, magnetisingPlace: 'split' }),
      limbs(pairs, LEAKAGE, { admittance, at: 'split' }),
      'A B C N a b c n',
    );
  });

  it('stands in halves beside a delta, but all of its zero sequence at the star', () => {
    const system = limbs(dynLimbs('Dyn1', 0.95), LEAKAGE, { admittance, at: 'split' });
    // The missing half of the zero sequence: a third of it between every pair of star coils.
    const scale = (0.5 / 3) * (RATED_VA / 3 / LOW_STAR ** 2);
    const y = complex(admittance.re * scale, admittance.im * scale);
    const names = 'A B C a b c n'.split(' ');
    const without = transformerAdmittance(
      unit(windings, { ...noLoad, magnetisingPlace: 'split', deltaRotation: 'lag' }),
    )!;
    const reference = system.admittanceFrom(names);
    // 1 V in zero sequence and 1 V in positive sequence at the star, high side earthed.
    const turn = complex({ r: 1, phi: (-2 * Math.PI) / 3 });
    const sequences = [
      [complex(1, 0), complex(1, 0), complex(1, 0)],
      [complex(1, 0), turn, complex({ r: 1, phi: (2 * Math.PI) / 3 })],
    ];
    for (const [sequence, volts] of sequences.entries()) {
      const current = (entry: (row: number, column: number) => Complex): Complex =>
        volts.reduce(
          (sum, v, f) => {
            const value = entry(3, 3 + f);
            return complex(
              sum.re + value.re * v.re - value.im * v.im,
              sum.im + value.re * v.im + value.im * v.re,
            );
          },
          complex(0, 0),
        );
      const ours = current((row, column) => {
        const k = 2 * (7 * row + column);
        return complex(without[k]!, without[k + 1]!);
      });
      const halves = current((row, column) => reference[row]![column]!);
      const [re, im] = [ours.re - halves.re, ours.im - halves.im];
      // 3 V in zero sequence across the three coils: 3 y extra, nothing in positive sequence.
      expect(
        size(complex(re - (sequence === 0 ? 3 * y.re : 0), im - (sequence === 0 ? 3 * y.im : 0))),
      ).toBeLessThan(1e-12 * size(halves));
    }
  });

  it('draws its loss and current at rated voltage with the low side open', () => {
    for (const place of [0, 1, 'split', 'middle'] as const) {
      const transformer = unit([winding(HIGH, 'delta'), winding(LOW, 'wye')], {
        ...noLoad,
        magnetisingPlace: place,
      });
      const { p, q } = openCircuitPower(transformer);
      // Leakage in series shifts either by about its share of 5 % of the no-load current.
      const slack = place === 0 ? 1e-10 : 1e-3;
      expect(Math.abs(p / (0.003 * RATED_VA) - 1)).toBeLessThan(slack);
      expect(Math.abs(q / (0.008 * RATED_VA) - 1)).toBeLessThan(slack);
    }
  });
});

describe('the shunt against floating windings', () => {
  it('is half of its share of the rating at each end of every winding', () => {
    const with1 = transformerAdmittance(
      unit([winding(HIGH, 'delta'), winding(LOW, 'wye')], { antifloatPpm: 1 }),
    )!;
    const without = transformerAdmittance(unit([winding(HIGH, 'delta'), winding(LOW, 'wye')]))!;
    const perLimb = RATED_VA / 3;
    // Every delta terminal is an end of two windings; the star point is an end of three and has one share of its own.
    const high = (-2 * 0.5e-6 * perLimb) / HIGH ** 2;
    const low = (-0.5e-6 * perLimb) / LOW_STAR ** 2;
    const diagonal = [high, high, high, low, low, low, 4 * low];
    with1.forEach((value, k) => {
      const at = (k >> 1) % 8 === 0 && k % 2 === 1 ? diagonal[(k >> 1) / 8]! : 0;
      expect(Math.abs(value - without[k]! - at)).toBeLessThan(1e-9 * Math.abs(low) + 1e-15 * Math.abs(value));
    });
  });
});

/** Power into the high side at balanced rated voltage with nothing at the low side (its star point earthed). */
function openCircuitPower(transformer: CircuitTransformer): { p: number; q: number } {
  const y = transformerAdmittance(transformer)!;
  const system = new Augmented();
  const names = 'A B C a b c'.split(' ');
  for (let i = 0; i < 6; i++) {
    let rowSum = complex(0, 0);
    for (let j = 0; j < 6; j++) {
      const k = 2 * (7 * i + j);
      rowSum = complex(rowSum.re + y[k]!, rowSum.im + y[k + 1]!);
      if (i < j) system.admittance(names[i]!, names[j]!, complex(-y[k]!, -y[k + 1]!));
    }
    system.admittance(names[i]!, EARTH, rowSum);
  }
  const volts = [0, -120, 120].map((deg) => complex({ r: HIGH / Math.sqrt(3), phi: (deg * Math.PI) / 180 }));
  volts.forEach((value, f) => system.voltage(names[f]!, EARTH, value));
  const at = system.voltages();
  let [p, q] = [0, 0];
  for (let f = 0; f < 3; f++) {
    const v = volts[f]!;
    for (let j = 0; j < 6; j++) {
      const k = 2 * (7 * f + j);
      const u = at(names[j]!);
      const re = y[k]! * u.re - y[k + 1]! * u.im;
      const im = y[k]! * u.im + y[k + 1]! * u.re;
      p += v.re * re + v.im * im;
      q += v.im * re - v.re * im;
    }
  }
  return { p, q };
}
