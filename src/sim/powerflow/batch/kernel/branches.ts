import {
  BRANCHES,
  BRANCH_BYTES,
  BRANCH_COUNT,
  BRANCH_DATA,
  BRANCH_FIELDS,
  BRANCH_KIND,
  BRANCH_NUMBERS,
  BRANCH_RESULTS,
  BRANCH_WORDS,
  COUPLED,
  DEVIATION32,
  LINE,
  LARGEST_FIELDS,
  LOSSES,
  POSITION_COUNT,
} from '../header';
import { arrayOf, imaginary, loadAs, No, productImaginary, productReal, real, SLOT_BYTES, vectorOffset, vectors, word, Yes } from './memory';

/**
 * Currents, powers and losses of the branches (../../README.md, 22), in double precision. From differences, so that neither
 * a short line nor a small loss drowns in rounding:
 *   i_f = i_f0 + y_ft (U_t - U_f) + (y_ff + y_ft) U_f,   i_t likewise,
 *   loss = Re sum((V_f - V_t) conj(i_f) + V_t conj(i_f + i_t)).
 */
export function branchResults<From>(step: i32): void {
  if (word(BRANCH_COUNT) == 0) return;
  for (let index = 0; index < vectors<f64>(); index++) {
    const offset = (<usize>step << 3) + (<usize>index << 4);
    const out = <usize>word(BRANCH_RESULTS) + offset;
    const losses = word(BRANCH_KIND) == 1 ? allBranches<From, Yes>(out, index) : allBranches<From, No>(out, index);
    v128.store(<usize>word(LOSSES) + offset, losses);
  }
}

@inline
function allBranches<From, Largest>(first: usize, index: i32): v128 {
  const count = word(BRANCH_COUNT);
  const pitch = <usize>word(BRANCH_BYTES);
  const earth = 3 * word(POSITION_COUNT);
  const start = arrayOf<From>(DEVIATION32) + vectorOffset<f64, From>(index);
  let out = first;
  let record = <usize>word(BRANCHES);
  let data = <usize>word(BRANCH_DATA);
  let losses = f64x2.splat(0);
  for (let branch = 0; branch < count; branch++) {
    const kind = load<i32>(record, 16);
    const loss =
      kind == LINE ? branchResult<From, Largest, Line>(record, data, out, pitch, earth, start)
      : kind == COUPLED ? branchResult<From, Largest, Coupled>(record, data, out, pitch, earth, start)
      : branchResult<From, Largest, Series>(record, data, out, pitch, earth, start);
    losses = f64x2.add(losses, loss);
    record += BRANCH_WORDS * 4;
    data += BRANCH_NUMBERS * 8;
    out += <usize>(sizeof<Largest>() == 2 ? LARGEST_FIELDS : BRANCH_FIELDS) * pitch;
  }
  return losses;
}

/** Kinds of branches, see header: what a kind is without is not reckoned. */
type Coupled = i8;
type Series = i16;
type Line = i32;

@inline
function isCoupled<Kind>(): bool {
  return sizeof<Kind>() == 1;
}

@inline
function branchResult<From, Largest, Kind>(
  record: usize,
  data: usize,
  out: usize,
  pitch: usize,
  earth: i32,
  start: usize,
): v128 {
  const from = load<i32>(record);
  const to = load<i32>(record, 4);
  const fromReference = load<i32>(record, 8);
  const toReference = load<i32>(record, 12);
  const ur0 = deviation<From>(start, from, 0, fromReference, earth, 0);
  const ui0 = deviation<From>(start, from, 0, fromReference, earth, 1);
  const ur1 = deviation<From>(start, from, 1, fromReference, earth, 0);
  const ui1 = deviation<From>(start, from, 1, fromReference, earth, 1);
  const ur2 = deviation<From>(start, from, 2, fromReference, earth, 0);
  const ui2 = deviation<From>(start, from, 2, fromReference, earth, 1);
  const wr0 = deviation<From>(start, to, 0, toReference, earth, 0);
  const wi0 = deviation<From>(start, to, 0, toReference, earth, 1);
  const wr1 = deviation<From>(start, to, 1, toReference, earth, 0);
  const wi1 = deviation<From>(start, to, 1, toReference, earth, 1);
  const wr2 = deviation<From>(start, to, 2, toReference, earth, 0);
  const wi2 = deviation<From>(start, to, 2, toReference, earth, 1);
  const dr0 = f64x2.sub(wr0, ur0);
  const di0 = f64x2.sub(wi0, ui0);
  const dr1 = f64x2.sub(wr1, ur1);
  const di1 = f64x2.sub(wi1, ui1);
  const dr2 = f64x2.sub(wr2, ur2);
  const di2 = f64x2.sub(wi2, ui2);
  let p = f64x2.splat(0);
  let q = f64x2.splat(0);
  let loss = f64x2.splat(0);
  let largest = f64x2.splat(0);
  for (let row = 0; row < 3; row++) {
    const own = data + (<usize>row << 4);
    const across = data + <usize>row * 48;
    let fr = v128.load64_splat(own, 54 * 8);
    let fi = v128.load64_splat(own, 55 * 8);
    let tr = v128.load64_splat(own, 66 * 8);
    let ti = v128.load64_splat(own, 67 * 8);
    const y0 = v128.load(across, 0);
    const sr0 = productReal<f64>(real<f64>(y0), imaginary<f64>(y0), dr0, di0);
    const si0 = productImaginary<f64>(real<f64>(y0), imaginary<f64>(y0), dr0, di0);
    fr = shuntReal<Kind>(f64x2.add(fr, sr0), across + 144, ur0, ui0);
    fi = shuntImaginary<Kind>(f64x2.add(fi, si0), across + 144, ur0, ui0);
    tr = shuntReal<Kind>(f64x2.sub(tr, isCoupled<Kind>() ? acrossReal(own + 0, dr0, di0) : sr0), across + 288, wr0, wi0);
    ti = shuntImaginary<Kind>(f64x2.sub(ti, isCoupled<Kind>() ? acrossImaginary(own + 0, dr0, di0) : si0), across + 288, wr0, wi0);
    const y1 = v128.load(across, 16);
    const sr1 = productReal<f64>(real<f64>(y1), imaginary<f64>(y1), dr1, di1);
    const si1 = productImaginary<f64>(real<f64>(y1), imaginary<f64>(y1), dr1, di1);
    fr = shuntReal<Kind>(f64x2.add(fr, sr1), across + 160, ur1, ui1);
    fi = shuntImaginary<Kind>(f64x2.add(fi, si1), across + 160, ur1, ui1);
    tr = shuntReal<Kind>(f64x2.sub(tr, isCoupled<Kind>() ? acrossReal(own + 48, dr1, di1) : sr1), across + 304, wr1, wi1);
    ti = shuntImaginary<Kind>(f64x2.sub(ti, isCoupled<Kind>() ? acrossImaginary(own + 48, dr1, di1) : si1), across + 304, wr1, wi1);
    const y2 = v128.load(across, 32);
    const sr2 = productReal<f64>(real<f64>(y2), imaginary<f64>(y2), dr2, di2);
    const si2 = productImaginary<f64>(real<f64>(y2), imaginary<f64>(y2), dr2, di2);
    fr = shuntReal<Kind>(f64x2.add(fr, sr2), across + 176, ur2, ui2);
    fi = shuntImaginary<Kind>(f64x2.add(fi, si2), across + 176, ur2, ui2);
    tr = shuntReal<Kind>(f64x2.sub(tr, isCoupled<Kind>() ? acrossReal(own + 96, dr2, di2) : sr2), across + 320, wr2, wi2);
    ti = shuntImaginary<Kind>(f64x2.sub(ti, isCoupled<Kind>() ? acrossImaginary(own + 96, dr2, di2) : si2), across + 320, wr2, wi2);
    if (sizeof<Kind>() == sizeof<Series>()) {
      tr = f64x2.neg(fr);
      ti = f64x2.neg(fi);
    }
    const vfr = f64x2.add(v128.load64_splat(own, 60 * 8), deviation<From>(start, from, row, fromReference, earth, 0));
    const vfi = f64x2.add(v128.load64_splat(own, 61 * 8), deviation<From>(start, from, row, fromReference, earth, 1));
    const vtr = f64x2.add(v128.load64_splat(own, 72 * 8), deviation<From>(start, to, row, toReference, earth, 0));
    const vti = f64x2.add(v128.load64_splat(own, 73 * 8), deviation<From>(start, to, row, toReference, earth, 1));
    p = f64x2.add(p, f64x2.add(f64x2.mul(vfr, fr), f64x2.mul(vfi, fi)));
    q = f64x2.add(q, f64x2.sub(f64x2.mul(vfi, fr), f64x2.mul(vfr, fi)));
    const drop = f64x2.add(f64x2.mul(f64x2.sub(vfr, vtr), fr), f64x2.mul(f64x2.sub(vfi, vti), fi));
    const along = f64x2.add(f64x2.mul(vtr, f64x2.add(fr, tr)), f64x2.mul(vti, f64x2.add(fi, ti)));
    loss = f64x2.add(loss, f64x2.add(drop, along));
    const fromSquare = f64x2.add(f64x2.mul(fr, fr), f64x2.mul(fi, fi));
    const toSquare = f64x2.add(f64x2.mul(tr, tr), f64x2.mul(ti, ti));
    if (sizeof<Largest>() == 2) {
      largest = f64x2.pmax(largest, f64x2.pmax(fromSquare, toSquare));
    } else {
      const at = out + <usize>(3 + row) * pitch;
      v128.store(at, f64x2.sqrt(fromSquare));
      v128.store(at + 3 * pitch, f64x2.sqrt(toSquare));
    }
  }
  v128.store(out, p);
  v128.store(out + pitch, q);
  v128.store(out + 2 * pitch, loss);
  if (sizeof<Largest>() == 2) v128.store(out + 3 * pitch, f64x2.sqrt(largest));
  return loss;
}

/** The product of an admittance and a voltage, real and imaginary part. */
@inline
function acrossReal(at: usize, re: v128, im: v128): v128 {
  const y = v128.load(at);
  return productReal<f64>(real<f64>(y), imaginary<f64>(y), re, im);
}
@inline
function acrossImaginary(at: usize, re: v128, im: v128): v128 {
  const y = v128.load(at);
  return productImaginary<f64>(real<f64>(y), imaginary<f64>(y), re, im);
}

/** A sum after the current to earth of an end's voltage: none, that of a susceptance, or of any admittance. */
@inline
function shuntReal<Kind>(sum: v128, at: usize, re: v128, im: v128): v128 {
  if (isCoupled<Kind>()) return f64x2.add(sum, acrossReal(at, re, im));
  if (sizeof<Kind>() == sizeof<Series>()) return sum;
  return f64x2.sub(sum, f64x2.mul(v128.load64_splat(at, 8), im));
}
@inline
function shuntImaginary<Kind>(sum: v128, at: usize, re: v128, im: v128): v128 {
  if (isCoupled<Kind>()) return f64x2.add(sum, acrossImaginary(at, re, im));
  if (sizeof<Kind>() == sizeof<Series>()) return sum;
  return f64x2.add(sum, f64x2.mul(v128.load64_splat(at, 8), re));
}

/** Deviation of a node's voltage: of its variable, and of the reference's when that is another one. */
@inline
function deviation<From>(start: usize, first: i32, slot: i32, reference: i32, earth: i32, part: i32): v128 {
  const own = loadAs<f64, From>(start + <usize>(2 * (first + slot) + part) * SLOT_BYTES);
  if (reference == earth || reference == first + slot) return own;
  return f64x2.add(own, loadAs<f64, From>(start + <usize>(2 * reference + part) * SLOT_BYTES));
}
