import { complex, type Complex } from 'mathjs';
import { expect } from 'vitest';
import type { CircuitTransformer, TransformerWinding } from '../../../../src/model/circuit';
import { isSymmetric } from '../../../../src/sim/powerflow/elements/complexMatrix';
import { transformerAdmittance } from '../../../../src/sim/powerflow/elements/transformerAdmittance';
import { Augmented, size } from '../circuit/augmented';

/**
 * Transformers against ideal coils with impedances in an augmented nodal system. Which coils lie between which terminals is written
 * here by hand from the vector diagrams of IEC 60076-1: a Dyn11's low phase a shares a limb with the high coil A-B, and so
 * on. Terminals are A B C (N) of the first winding, a b c (n) of the second, third windings in capitals with a prime.
 */
export const RATED_VA = 630e3;

export const winding = (
  ratedVoltageV: number,
  connection: 'wye' | 'delta',
  more: Partial<TransformerWinding> & { nodes?: number[] } = {},
): TransformerWinding => {
  const { nodes = connection === 'wye' ? [1, 2, 3, 0] : [1, 2, 3], ...rest } = more;
  return {
    terminal: { busId: 'bus', nodes },
    connection,
    ratedVoltageV,
    ratedSVa: RATED_VA,
    rPercent: 0.6,
    tapPu: 1,
    tapMinPu: 0.9,
    tapMaxPu: 1.1,
    tapSteps: 32,
    neutralROhm: -1,
    neutralXOhm: 0,
    ...rest,
  };
};

export const unit = (
  windings: readonly TransformerWinding[],
  more: Partial<CircuitTransformer> = {},
): CircuitTransformer => ({
  id: 't',
  phases: 3,
  windings,
  shortCircuitXPercent: [4],
  noLoadLossPercent: 0,
  magnetisingPercent: 0,
  magnetisingPlace: 0,
  deltaRotation: 'lag',
  antifloatPpm: 0,
  normalRatingVa: RATED_VA,
  emergencyRatingVa: RATED_VA,
  ratingBase: 'rated power',
  bank: '',
  enabled: true,
  ...more,
});

/** `A-B` and the rated volts of the coil. */
export interface HandCoil {
  readonly ends: string;
  readonly volts: number;
}

export const coil = (ends: string, volts: number): HandCoil => ({ ends, volts });
const endsOf = ({ ends }: HandCoil): [string, string] => ends.split('-') as [string, string];

/**
 * Limbs of two coils each, the whole leakage on the second coil's side. `noLoad` stands across a coil (0, 1), in halves
 * across both, or at the middle of the leakage.
 */
export function limbs(
  pairs: readonly (readonly [HandCoil, HandCoil])[],
  leakage: Complex,
  noLoad?: { readonly admittance: Complex; readonly at: 0 | 1 | 'split' | 'middle' },
  limbVa = RATED_VA / pairs.length,
): Augmented {
  const system = new Augmented();
  pairs.forEach(([first, second], limb) => {
    const [plus, minus] = endsOf(second);
    const ohm = (second.volts * second.volts) / limbVa;
    const z = (share: number): Complex => complex(share * ohm * leakage.re, share * ohm * leakage.im);
    const siemens = (each: HandCoil, share: number): Complex => {
      const { re, im } = noLoad!.admittance;
      return complex((share * re * limbVa) / each.volts ** 2, (share * im * limbVa) / each.volts ** 2);
    };
    const inner = `limb${limb}`;
    if (noLoad?.at === 'middle') {
      system.impedance([plus, `${inner}m`], [`${inner}m`, inner], [
        [z(0.5), complex(0, 0)],
        [complex(0, 0), z(0.5)],
      ]); // prettier-ignore
      system.admittance(`${inner}m`, minus, siemens(second, 1));
    } else system.impedance([plus], [inner], [[z(1)]]);
    system.core([
      { plus: endsOf(first)[0], minus: endsOf(first)[1], turns: first.volts },
      { plus: inner, minus, turns: second.volts },
    ]);
    if (noLoad?.at === 0 || noLoad?.at === 'split') {
      system.admittance(...endsOf(first), siemens(first, noLoad.at === 0 ? 1 : 0.5));
    }
    if (noLoad?.at === 1 || noLoad?.at === 'split') {
      system.admittance(plus, minus, siemens(second, noLoad.at === 1 ? 1 : 0.5));
    }
  });
  return system;
}

export function expectAdmittance(
  transformer: CircuitTransformer,
  system: Augmented,
  terminals: string,
): void {
  const y = transformerAdmittance(transformer)!;
  const names = terminals.split(' ');
  expect(y).toHaveLength(2 * names.length * names.length);
  expect(isSymmetric(y, names.length)).toBe(true);
  const reference = system.admittanceFrom(names);
  const largest = Math.max(...reference.flat().map(size));
  const off = reference.flatMap((row, i) =>
    row.map((value, j) => {
      const k = 2 * (names.length * i + j);
      return size(complex(y[k]! - value.re, y[k + 1]! - value.im)) / largest;
    }),
  );
  expect(largest).toBeGreaterThan(0);
  expect(Math.max(...off)).toBeLessThan(1e-12);
}

export const HIGH = 20_000;
export const LOW = 400;
export const LOW_STAR = LOW / Math.sqrt(3);
export const LEAKAGE = complex(0.012, 0.04);

/** A high delta facing a low star: limbs by the group's clock number. */
const DYN: Record<string, readonly string[]> = {
  Dyn1: ['A-C', 'B-A', 'C-B'],
  Dyn5: ['B-A', 'C-B', 'A-C'],
  Dyn11: ['A-B', 'B-C', 'C-A'],
};
export const LOW_STARS = ['a-n', 'b-n', 'c-n'];
export const dynLimbs = (group: string, tap = 1): (readonly [HandCoil, HandCoil])[] =>
  DYN[group]!.map((ends, f) => [coil(ends, HIGH * tap), coil(LOW_STARS[f]!, LOW_STAR)]);
