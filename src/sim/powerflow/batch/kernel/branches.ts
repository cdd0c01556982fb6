import {
  BRANCHES,
  BRANCH_BYTES,
  BRANCH_COUNT,
  BRANCH_DATA,
  BRANCH_FIELDS,
  BRANCH_NUMBERS,
  BRANCH_RESULTS,
  BRANCH_WORDS,
  DEVIATION32,
  LOSSES,
  POSITION_COUNT,
} from '../header';
import { arrayOf, imaginary, loadAs, productImaginary, productReal, real, SLOT_BYTES, vectorOffset, vectors, word } from './memory';

/**
 * Currents, powers and losses of the branches (../../README.md, 22), in double precision. From differences, so that neither
 * a short line nor a small loss drowns in rounding:
 *   i_f = i_f0 + y_ft (U_t - U_f) + (y_ff + y_ft) U_f,   i_t likewise,
 *   loss = Re sum((V_f - V_t) conj(i_f) + V_t conj(i_f + i_t)).
 */
export function branchResults<From>(step: i32): void {
  const count = word(BRANCH_COUNT);
  if (count == 0) return;
  const pitch = <usize>word(BRANCH_BYTES);
  for (let index = 0; index < vectors<f64>(); index++) {
    let record = <usize>word(BRANCHES);
    let data = <usize>word(BRANCH_DATA);
    let out = <usize>word(BRANCH_RESULTS) + (<usize>step << 3) + (<usize>index << 4);
    let losses = f64x2.splat(0);
    for (let branch = 0; branch < count; branch++) {
      losses = f64x2.add(losses, branchResult<From>(record, data, out, pitch, index));
      record += BRANCH_WORDS * 4;
      data += BRANCH_NUMBERS * 8;
      out += <usize>BRANCH_FIELDS * pitch;
    }
    v128.store(<usize>word(LOSSES) + (<usize>step << 3) + (<usize>index << 4), losses);
  }
}

@inline
function branchResult<From>(record: usize, data: usize, out: usize, pitch: usize, index: i32): v128 {
  const from = load<i32>(record);
  const to = load<i32>(record, 4);
  const fromReference = load<i32>(record, 8);
  const toReference = load<i32>(record, 12);
  const series = load<i32>(record, 16) != 0;
  let p = f64x2.splat(0);
  let q = f64x2.splat(0);
  let loss = f64x2.splat(0);
  for (let row = 0; row < 3; row++) {
    let fr = v128.load64_splat(data + (<usize>row << 4), 54 * 8);
    let fi = v128.load64_splat(data + (<usize>row << 4), 55 * 8);
    let tr = v128.load64_splat(data + (<usize>row << 4), 66 * 8);
    let ti = v128.load64_splat(data + (<usize>row << 4), 67 * 8);
    for (let c = 0; c < 3; c++) {
      const ur = deviation<From>(from, c, fromReference, 0, index);
      const ui = deviation<From>(from, c, fromReference, 1, index);
      const wr = deviation<From>(to, c, toReference, 0, index);
      const wi = deviation<From>(to, c, toReference, 1, index);
      const dr = f64x2.sub(wr, ur);
      const di = f64x2.sub(wi, ui);
      const y = v128.load(data + (<usize>(3 * row + c) << 4));
      fr = f64x2.add(fr, productReal<f64>(real<f64>(y), imaginary<f64>(y), dr, di));
      fi = f64x2.add(fi, productImaginary<f64>(real<f64>(y), imaginary<f64>(y), dr, di));
      if (series) continue;
      const t = v128.load(data + (<usize>(3 * c + row) << 4));
      tr = f64x2.sub(tr, productReal<f64>(real<f64>(t), imaginary<f64>(t), dr, di));
      ti = f64x2.sub(ti, productImaginary<f64>(real<f64>(t), imaginary<f64>(t), dr, di));
      const a = v128.load(data + (<usize>(3 * row + c) << 4), 18 * 8);
      fr = f64x2.add(fr, productReal<f64>(real<f64>(a), imaginary<f64>(a), ur, ui));
      fi = f64x2.add(fi, productImaginary<f64>(real<f64>(a), imaginary<f64>(a), ur, ui));
      const b = v128.load(data + (<usize>(3 * row + c) << 4), 36 * 8);
      tr = f64x2.add(tr, productReal<f64>(real<f64>(b), imaginary<f64>(b), wr, wi));
      ti = f64x2.add(ti, productImaginary<f64>(real<f64>(b), imaginary<f64>(b), wr, wi));
    }
    if (series) {
      tr = f64x2.neg(fr);
      ti = f64x2.neg(fi);
    }
    const vfr = endVoltage<From>(data + (<usize>row << 4) + 60 * 8, from, row, fromReference, 0, index);
    const vfi = endVoltage<From>(data + (<usize>row << 4) + 61 * 8, from, row, fromReference, 1, index);
    const vtr = endVoltage<From>(data + (<usize>row << 4) + 72 * 8, to, row, toReference, 0, index);
    const vti = endVoltage<From>(data + (<usize>row << 4) + 73 * 8, to, row, toReference, 1, index);
    p = f64x2.add(p, f64x2.add(f64x2.mul(vfr, fr), f64x2.mul(vfi, fi)));
    q = f64x2.add(q, f64x2.sub(f64x2.mul(vfi, fr), f64x2.mul(vfr, fi)));
    const across = f64x2.add(f64x2.mul(f64x2.sub(vfr, vtr), fr), f64x2.mul(f64x2.sub(vfi, vti), fi));
    const along = f64x2.add(f64x2.mul(vtr, f64x2.add(fr, tr)), f64x2.mul(vti, f64x2.add(fi, ti)));
    loss = f64x2.add(loss, f64x2.add(across, along));
    const at = out + <usize>(3 + row) * pitch;
    v128.store(at, f64x2.sqrt(f64x2.add(f64x2.mul(fr, fr), f64x2.mul(fi, fi))));
    v128.store(
      at + 3 * pitch,
      f64x2.sqrt(f64x2.add(f64x2.mul(tr, tr), f64x2.mul(ti, ti))),
    );
  }
  v128.store(out, p);
  v128.store(out + pitch, q);
  v128.store(out + 2 * pitch, loss);
  return loss;
}

/** Deviation of a node's voltage: of its variable, and of the reference's when that is another one. */
@inline
function deviation<From>(first: i32, slot: i32, reference: i32, part: i32, index: i32): v128 {
  const start = arrayOf<From>(DEVIATION32) + vectorOffset<f64, From>(index);
  const own = loadAs<f64, From>(start + <usize>(2 * (first + slot) + part) * SLOT_BYTES);
  if (reference == 3 * word(POSITION_COUNT) || reference == first + slot) return own;
  return f64x2.add(own, loadAs<f64, From>(start + <usize>(2 * reference + part) * SLOT_BYTES));
}

@inline
function endVoltage<From>(noLoad: usize, first: i32, slot: i32, reference: i32, part: i32, index: i32): v128 {
  return f64x2.add(v128.load64_splat(noLoad), deviation<From>(first, slot, reference, part, index));
}
