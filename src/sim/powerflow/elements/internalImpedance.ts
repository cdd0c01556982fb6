import { PI } from '../../numeric/elementary';
import { add, divide, modulus, multiply, scale, type Complex } from './complex';
import type { ConductorData } from './conductorData';
import { MU_0, TWO_PI, type Earth } from './earthReturn';

/** Beyond this argument I0 / I1 is 1 to working accuracy. */
const LARGE_ARGUMENT = 35;
const SERIES_END = 1e-20;
const MAX_TERMS = 1000;

/**
 * Internal impedance of a conductor, ohm/m. With Carson's earth models Rac + j omega mu0 / 8 pi. With Deri's the skin
 * effect of a solid round wire: sqrt(j omega mu0 Rdc / 4 pi) I0(a) / I1(a), a = (1 + j) sqrt(f mu0 / Rdc), written as
 * (1 + j) sqrt(Rdc f mu0) / 2 (Stevenson; OpenDSS LineConstants).
 */
export function internalImpedance(data: ConductorData, { frequencyHz, model }: Earth): Complex {
  if (model !== 'deri') return { re: data.rAcOhmPerM, im: (TWO_PI * frequencyHz * MU_0) / (8 * PI) };
  const root = Math.sqrt((frequencyHz * MU_0) / data.rDcOhmPerM);
  const argument = { re: root, im: root };
  const ratio =
    modulus(argument) > LARGE_ARGUMENT
      ? { re: 1, im: 0 }
      : divide(besselI(0, argument), besselI(1, argument));
  return scale(multiply({ re: 1, im: 1 }, ratio), Math.sqrt(data.rDcOhmPerM * frequencyHz * MU_0) / 2);
}

/** Modified Bessel function I_n(z) = (z / 2)^n sum (z^2 / 4)^k / (k! (k + n)!), n = 0 or 1. */
function besselI(order: 0 | 1, z: Complex): Complex {
  const quarterSquare = scale(multiply(z, z), 0.25);
  let term: Complex = order === 0 ? { re: 1, im: 0 } : scale(z, 0.5);
  let sum = term;
  for (let k = 1; k <= MAX_TERMS; k += 1) {
    term = scale(multiply(term, quarterSquare), 1 / (k * (k + order)));
    sum = add(sum, term);
    if (term.re * term.re + term.im * term.im < SERIES_END) break;
  }
  return sum;
}
