import {
  ACTIVE_BLOCK,
  ACTIVE_ENTRY,
  ACTIVE_POSITION,
  BOUNDS32,
  CARRIED32,
  COLUMNS,
  COLUMN_ADDS,
  COLUMN_BALANCED,
  COLUMN_ENDS,
  COLUMN_ENTRIES,
  COLUMN_SHUNTED,
  DEVIATION32,
  DIAGONAL32,
  ENTRY_ROWS,
  LOWER32,
  NO_LOAD32,
  POSITION_COUNT,
  POWER32,
  RULES32,
  SCALED32,
} from '../header';
import {
  arrayOf,
  imaginary,
  POSITION_BYTES,
  powerOffset,
  productReal,
  real,
  shared,
  SLOT_BYTES,
  vectorOffset,
  word,
} from './memory';
import { subtractProduct } from './product';

/**
 * Load currents and forward substitution (../../README.md, 18): at each column the current of the fused loads
 *   b = -conj(s / v) = -(p - jq) v / |v|^2,   v = E + U,   |v|^2 held between the bounds of constant power,
 * joins what came from below; SCALED = D^-1 b; L passes b on, in registers along a run of columns.
 * Of vector `index` of the lanes. `From` is the precision U is read in; `Bounded` = yes when there are bounds of constant power.
 */
export function forward<T, From, Bounded>(index: i32): void {
  const first = <usize>word(ACTIVE_POSITION);
  const zero = v128.splat<T>(0);
  const carriedStart = arrayOf<T>(CARRIED32);
  let row = <usize>word(ENTRY_ROWS) + (<usize>word(ACTIVE_ENTRY) << 2);
  let l = arrayOf<T>(LOWER32) + <usize>word(ACTIVE_BLOCK) * (18 * sizeof<T>());
  let column = <usize>word(COLUMNS) + (first << 2);
  const end = <usize>word(COLUMNS) + (<usize>word(POSITION_COUNT) << 2);
  let e = arrayOf<T>(NO_LOAD32) + first * (6 * sizeof<T>());
  let u = arrayOf<From>(DEVIATION32) + first * POSITION_BYTES + vectorOffset<T, From>(index);
  let s = arrayOf<T>(POWER32) + first * POSITION_BYTES + powerOffset<T>(index);
  let d = arrayOf<T>(DIAGONAL32) + first * (12 * sizeof<T>());
  let w = arrayOf<T>(SCALED32) + first * POSITION_BYTES;
  let c = carriedStart + first * POSITION_BYTES;
  let bounds = arrayOf<T>(BOUNDS32) + first * (6 * sizeof<T>());
  let rules = arrayOf<T>(RULES32) + first * (12 * sizeof<T>());
  let b0 = zero;
  let b1 = zero;
  let b2 = zero;
  let b3 = zero;
  let b4 = zero;
  let b5 = zero;
  for (; column < end; column += 4) {
    const flags = load<i32>(column);
    if ((flags & COLUMN_ADDS) != 0) {
      b0 = v128.add<T>(b0, v128.load(c, 0 * SLOT_BYTES));
      v128.store(c, zero, 0 * SLOT_BYTES);
      b1 = v128.add<T>(b1, v128.load(c, 1 * SLOT_BYTES));
      v128.store(c, zero, 1 * SLOT_BYTES);
      b2 = v128.add<T>(b2, v128.load(c, 2 * SLOT_BYTES));
      v128.store(c, zero, 2 * SLOT_BYTES);
      b3 = v128.add<T>(b3, v128.load(c, 3 * SLOT_BYTES));
      v128.store(c, zero, 3 * SLOT_BYTES);
      b4 = v128.add<T>(b4, v128.load(c, 4 * SLOT_BYTES));
      v128.store(c, zero, 4 * SLOT_BYTES);
      b5 = v128.add<T>(b5, v128.load(c, 5 * SLOT_BYTES));
      v128.store(c, zero, 5 * SLOT_BYTES);
    }
    {
      const noLoad = v128.load(e, 0 * sizeof<T>());
      let vr = real<T>(noLoad);
      let vi = imaginary<T>(noLoad);
      if (sizeof<T>() == sizeof<From>()) {
        vr = v128.add<T>(vr, v128.load(u, 0 * SLOT_BYTES));
        vi = v128.add<T>(vi, v128.load(u, 1 * SLOT_BYTES));
      } else {
        vr = f64x2.add(vr, f64x2.promote_low_f32x4(v128.load64_zero(u, 0 * SLOT_BYTES)));
        vi = f64x2.add(vi, f64x2.promote_low_f32x4(v128.load64_zero(u, 1 * SLOT_BYTES)));
      }
      const p = v128.load(s, 0 * SLOT_BYTES);
      const q = v128.load(s, 1 * SLOT_BYTES);
      const k = admittance<T, Bounded>(vr, vi, bounds, rules, 0);
      b0 = v128.sub<T>(b0, v128.mul<T>(v128.add<T>(v128.mul<T>(p, vr), v128.mul<T>(q, vi)), k));
      b1 = v128.sub<T>(b1, v128.mul<T>(productReal<T>(p, q, vi, vr), k));
      v128.store(w, b0, 0 * SLOT_BYTES);
      v128.store(w, b1, 1 * SLOT_BYTES);
    }
    {
      const noLoad = v128.load(e, 2 * sizeof<T>());
      let vr = real<T>(noLoad);
      let vi = imaginary<T>(noLoad);
      if (sizeof<T>() == sizeof<From>()) {
        vr = v128.add<T>(vr, v128.load(u, 2 * SLOT_BYTES));
        vi = v128.add<T>(vi, v128.load(u, 3 * SLOT_BYTES));
      } else {
        vr = f64x2.add(vr, f64x2.promote_low_f32x4(v128.load64_zero(u, 2 * SLOT_BYTES)));
        vi = f64x2.add(vi, f64x2.promote_low_f32x4(v128.load64_zero(u, 3 * SLOT_BYTES)));
      }
      const p = v128.load(s, 2 * SLOT_BYTES);
      const q = v128.load(s, 3 * SLOT_BYTES);
      const k = admittance<T, Bounded>(vr, vi, bounds, rules, 1);
      b2 = v128.sub<T>(b2, v128.mul<T>(v128.add<T>(v128.mul<T>(p, vr), v128.mul<T>(q, vi)), k));
      b3 = v128.sub<T>(b3, v128.mul<T>(productReal<T>(p, q, vi, vr), k));
      v128.store(w, b2, 2 * SLOT_BYTES);
      v128.store(w, b3, 3 * SLOT_BYTES);
    }
    {
      const noLoad = v128.load(e, 4 * sizeof<T>());
      let vr = real<T>(noLoad);
      let vi = imaginary<T>(noLoad);
      if (sizeof<T>() == sizeof<From>()) {
        vr = v128.add<T>(vr, v128.load(u, 4 * SLOT_BYTES));
        vi = v128.add<T>(vi, v128.load(u, 5 * SLOT_BYTES));
      } else {
        vr = f64x2.add(vr, f64x2.promote_low_f32x4(v128.load64_zero(u, 4 * SLOT_BYTES)));
        vi = f64x2.add(vi, f64x2.promote_low_f32x4(v128.load64_zero(u, 5 * SLOT_BYTES)));
      }
      const p = v128.load(s, 4 * SLOT_BYTES);
      const q = v128.load(s, 5 * SLOT_BYTES);
      const k = admittance<T, Bounded>(vr, vi, bounds, rules, 2);
      b4 = v128.sub<T>(b4, v128.mul<T>(v128.add<T>(v128.mul<T>(p, vr), v128.mul<T>(q, vi)), k));
      b5 = v128.sub<T>(b5, v128.mul<T>(productReal<T>(p, q, vi, vr), k));
      v128.store(w, b4, 4 * SLOT_BYTES);
      v128.store(w, b5, 5 * SLOT_BYTES);
    }
    {
      const y0 = v128.load(d, 0 * sizeof<T>());
      const r0 = real<T>(y0);
      const i0 = imaginary<T>(y0);
      let re = v128.sub<T>(v128.mul<T>(r0, b0), v128.mul<T>(i0, b1));
      let im = v128.add<T>(v128.mul<T>(r0, b1), v128.mul<T>(i0, b0));
      const y1 = v128.load(d, 2 * sizeof<T>());
      const r1 = real<T>(y1);
      const i1 = imaginary<T>(y1);
      re = v128.sub<T>(v128.add<T>(re, v128.mul<T>(r1, b2)), v128.mul<T>(i1, b3));
      im = v128.add<T>(v128.add<T>(im, v128.mul<T>(r1, b3)), v128.mul<T>(i1, b2));
      const y2 = v128.load(d, 4 * sizeof<T>());
      const r2 = real<T>(y2);
      const i2 = imaginary<T>(y2);
      re = v128.sub<T>(v128.add<T>(re, v128.mul<T>(r2, b4)), v128.mul<T>(i2, b5));
      im = v128.add<T>(v128.add<T>(im, v128.mul<T>(r2, b5)), v128.mul<T>(i2, b4));
      v128.store(w, re, 0 * SLOT_BYTES);
      v128.store(w, im, 1 * SLOT_BYTES);
    }
    {
      const y0 = v128.load(d, 2 * sizeof<T>());
      const r0 = real<T>(y0);
      const i0 = imaginary<T>(y0);
      let re = v128.sub<T>(v128.mul<T>(r0, b0), v128.mul<T>(i0, b1));
      let im = v128.add<T>(v128.mul<T>(r0, b1), v128.mul<T>(i0, b0));
      const y1 = v128.load(d, 6 * sizeof<T>());
      const r1 = real<T>(y1);
      const i1 = imaginary<T>(y1);
      re = v128.sub<T>(v128.add<T>(re, v128.mul<T>(r1, b2)), v128.mul<T>(i1, b3));
      im = v128.add<T>(v128.add<T>(im, v128.mul<T>(r1, b3)), v128.mul<T>(i1, b2));
      const y2 = v128.load(d, 8 * sizeof<T>());
      const r2 = real<T>(y2);
      const i2 = imaginary<T>(y2);
      re = v128.sub<T>(v128.add<T>(re, v128.mul<T>(r2, b4)), v128.mul<T>(i2, b5));
      im = v128.add<T>(v128.add<T>(im, v128.mul<T>(r2, b5)), v128.mul<T>(i2, b4));
      v128.store(w, re, 2 * SLOT_BYTES);
      v128.store(w, im, 3 * SLOT_BYTES);
    }
    {
      const y0 = v128.load(d, 4 * sizeof<T>());
      const r0 = real<T>(y0);
      const i0 = imaginary<T>(y0);
      let re = v128.sub<T>(v128.mul<T>(r0, b0), v128.mul<T>(i0, b1));
      let im = v128.add<T>(v128.mul<T>(r0, b1), v128.mul<T>(i0, b0));
      const y1 = v128.load(d, 8 * sizeof<T>());
      const r1 = real<T>(y1);
      const i1 = imaginary<T>(y1);
      re = v128.sub<T>(v128.add<T>(re, v128.mul<T>(r1, b2)), v128.mul<T>(i1, b3));
      im = v128.add<T>(v128.add<T>(im, v128.mul<T>(r1, b3)), v128.mul<T>(i1, b2));
      const y2 = v128.load(d, 10 * sizeof<T>());
      const r2 = real<T>(y2);
      const i2 = imaginary<T>(y2);
      re = v128.sub<T>(v128.add<T>(re, v128.mul<T>(r2, b4)), v128.mul<T>(i2, b5));
      im = v128.add<T>(v128.add<T>(im, v128.mul<T>(r2, b5)), v128.mul<T>(i2, b4));
      v128.store(w, re, 4 * SLOT_BYTES);
      v128.store(w, im, 5 * SLOT_BYTES);
    }
    if ((flags & COLUMN_ENDS) != 0) {
      let count = flags >> COLUMN_ENTRIES;
      if ((flags & COLUMN_BALANCED) != 0) {
        count--;
        const rest = carriedStart + <usize>load<i32>(row + (<usize>count << 2)) * POSITION_BYTES;
        v128.store(rest, v128.add<T>(v128.load(rest, 0 * SLOT_BYTES), b0), 0 * SLOT_BYTES);
        v128.store(rest, v128.add<T>(v128.load(rest, 1 * SLOT_BYTES), b1), 1 * SLOT_BYTES);
        v128.store(rest, v128.add<T>(v128.load(rest, 2 * SLOT_BYTES), b2), 2 * SLOT_BYTES);
        v128.store(rest, v128.add<T>(v128.load(rest, 3 * SLOT_BYTES), b3), 3 * SLOT_BYTES);
        v128.store(rest, v128.add<T>(v128.load(rest, 4 * SLOT_BYTES), b4), 4 * SLOT_BYTES);
        v128.store(rest, v128.add<T>(v128.load(rest, 5 * SLOT_BYTES), b5), 5 * SLOT_BYTES);
        for (; count > 0; count--) {
          const target = carriedStart + <usize>load<i32>(row) * POSITION_BYTES;
          subtractProduct<T>(target, rest, true, l, b0, b1, b2, b3, b4, b5);
          row += 4;
          l += 18 * sizeof<T>();
        }
        // What the shunts below take: one more block for the last row.
        if ((flags & COLUMN_SHUNTED) != 0) count = 1;
        else row += 4;
      }
      for (; count > 0; count--) {
        const target = carriedStart + <usize>load<i32>(row) * POSITION_BYTES;
        subtractProduct<T>(target, target, false, l, b0, b1, b2, b3, b4, b5);
        row += 4;
        l += 18 * sizeof<T>();
      }
      b0 = zero;
      b1 = zero;
      b2 = zero;
      b3 = zero;
      b4 = zero;
      b5 = zero;
    }
    e += 6 * sizeof<T>();
    u += POSITION_BYTES;
    s += POSITION_BYTES;
    d += 12 * sizeof<T>();
    w += POSITION_BYTES;
    c += POSITION_BYTES;
    if (sizeof<Bounded>() == 2) {
      bounds += 6 * sizeof<T>();
      rules += 12 * sizeof<T>();
    }
  }
}

/** Admittance per power, 1 / |v|^2 within the bounds and constant above; below them as the rule has it. */
@inline
function admittance<T, Bounded>(vr: v128, vi: v128, bounds: usize, rules: usize, phase: usize): v128 {
  const one = v128.splat<T>(1);
  const square = v128.add<T>(v128.mul<T>(vr, vr), v128.mul<T>(vi, vi));
  if (sizeof<Bounded>() == 1) return v128.div<T>(one, square);
  const least = shared<T>(bounds, 2 * phase);
  const held = v128.pmin<T>(v128.pmax<T>(square, least), shared<T>(bounds, 2 * phase + 1));
  const inside = v128.div<T>(one, held);
  const below = v128.lt<T>(square, least);
  if (!v128.any_true(below)) return inside;
  return v128.bitselect(admittanceBelow<T>(square, rules + phase * (4 * sizeof<T>())), inside, below);
}

function admittanceBelow<T>(square: v128, rule: usize): v128 {
  const inverse = v128.div<T>(v128.splat<T>(1), v128.sqrt<T>(square));
  const rising = v128.add<T>(shared<T>(rule, 1), v128.mul<T>(shared<T>(rule, 2), inverse));
  return v128.bitselect(shared<T>(rule, 3), rising, v128.le<T>(square, shared<T>(rule, 0)));
}
