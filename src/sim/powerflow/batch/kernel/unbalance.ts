import {
  DEVIATION32,
  NO_LOAD32,
  POSITION_COUNT,
  UNBALANCE,
  UNBALANCE_BYTES,
  UNBALANCE_COUNT,
  WATCHED,
} from '../header';
import { arrayOf, loadAs, shared, SLOT_BYTES, vectorOffset, vectors, word } from './memory';

/** sqrt(3) / 2 in double precision. */
const HALF_ROOT_3: f64 = 0.8660254037844386;

/**
 * Unbalance of watched nodes, three by three in the order a, b, c (../../README.md, 24), in double precision:
 *   3 V+ = Va + a Vb + a^2 Vc,   3 V- = Va + a^2 Vb + a Vc,   a = 1 at 120 degrees;   |V-| / |V+|.
 */
export function unbalanceResults<From>(step: i32): void {
  const count = word(UNBALANCE_COUNT);
  if (count == 0) return;
  const pitch = <usize>word(UNBALANCE_BYTES);
  const half = f64x2.splat(0.5);
  const turn = f64x2.splat(HALF_ROOT_3);
  for (let index = 0; index < vectors<f64>(); index++) {
    const deviation = arrayOf<From>(DEVIATION32) + vectorOffset<f64, From>(index);
    let out = <usize>word(UNBALANCE) + (<usize>step << 3) + (<usize>index << 4);
    let watched = <usize>word(WATCHED);
    for (let at = 0; at < count; at++) {
      const bRe = voltage<From>(deviation, watched + 8, 0);
      const bIm = voltage<From>(deviation, watched + 8, 1);
      const cRe = voltage<From>(deviation, watched + 16, 0);
      const cIm = voltage<From>(deviation, watched + 16, 1);
      const sumRe = f64x2.sub(voltage<From>(deviation, watched, 0), f64x2.mul(half, f64x2.add(bRe, cRe)));
      const sumIm = f64x2.sub(voltage<From>(deviation, watched, 1), f64x2.mul(half, f64x2.add(bIm, cIm)));
      const turnRe = f64x2.mul(turn, f64x2.sub(cIm, bIm));
      const turnIm = f64x2.mul(turn, f64x2.sub(bRe, cRe));
      const positive = square(f64x2.add(sumRe, turnRe), f64x2.add(sumIm, turnIm));
      const negative = square(f64x2.sub(sumRe, turnRe), f64x2.sub(sumIm, turnIm));
      v128.store(out, f64x2.sqrt(f64x2.div(negative, positive)));
      watched += 24;
      out += pitch;
    }
  }
}

@inline
function square(re: v128, im: v128): v128 {
  return f64x2.add(f64x2.mul(re, re), f64x2.mul(im, im));
}

/** V = E + U of a watched node; of its variable, and of the reference's where that is another one. */
@inline
function voltage<From>(deviation: usize, watched: usize, part: usize): v128 {
  const own = total<From>(deviation, (<usize>load<i32>(watched) << 1) + part);
  const reference = load<i32>(watched, 4);
  if (reference == 3 * word(POSITION_COUNT)) return own;
  return f64x2.add(own, total<From>(deviation, (<usize>reference << 1) + part));
}

@inline
function total<From>(deviation: usize, slot: usize): v128 {
  return f64x2.add(shared<f64>(arrayOf<f64>(NO_LOAD32), slot), loadAs<f64, From>(deviation + slot * SLOT_BYTES));
}
