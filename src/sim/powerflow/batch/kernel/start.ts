import {
  ACTIVE_POSITION,
  DEVIATION32,
  ELEMENT_COUNT,
  LOADS,
  LOADS_BYTES,
  LOADS_HALF_BYTES,
  PER_REFERENCE_AT,
  POLISH,
  POSITION_COUNT,
  POWER32,
  POWER64,
  REFERENCE,
  SHARES_AT,
  SLOTS,
} from '../header';
import { imaginary, POSITION_BYTES, real, setWord, SLOT_BYTES, word } from './memory';

/** The reference is scaled by so much at most, either way. */
const MOST: f32 = 2;

/** The group's loads stay where they lie; of double precision there is a copy in single. */
export function takeLoads(group: i32): void {
  const loads = word(LOADS) + group * word(LOADS_BYTES);
  if (word(POLISH) == 0) {
    setWord(POWER32, loads);
    return;
  }
  setWord(POWER64, loads);
  const half = <usize>word(LOADS_HALF_BYTES);
  let to = <usize>word(POWER32);
  for (let from = <usize>loads; from < <usize>loads + half; from += 32) {
    v128.store(to, narrow(from, half));
    v128.store(to, narrow(from + 16, half), 16);
    to += 32;
  }
}

@inline
function narrow(from: usize, half: usize): v128 {
  const low = f32x4.demote_f64x2_zero(v128.load(from));
  const high = f32x4.demote_f64x2_zero(v128.load(from + half));
  return v128.shuffle<f32>(low, high, 0, 1, 4, 5);
}

/** Shares of the reference's loads, [phase][lane]: of the fused loads by phase, of the elements in all phases. */
function shares(): void {
  let at = <usize>word(POWER32);
  const elements = at + <usize>word(POSITION_COUNT) * POSITION_BYTES;
  let sum0 = f32x4.splat(0);
  let sum1 = sum0;
  let sum2 = sum0;
  for (; at < elements; at += POSITION_BYTES) {
    sum0 = f32x4.add(sum0, v128.load(at));
    sum1 = f32x4.add(sum1, v128.load(at, 2 * SLOT_BYTES));
    sum2 = f32x4.add(sum2, v128.load(at, 4 * SLOT_BYTES));
  }
  let all = f32x4.splat(0);
  const end = elements + <usize>word(ELEMENT_COUNT) * (2 * SLOT_BYTES);
  for (; at < end; at += 2 * SLOT_BYTES) all = f32x4.add(all, v128.load(at));
  share(0, f32x4.add(sum0, all));
  share(1, f32x4.add(sum1, all));
  share(2, f32x4.add(sum2, all));
}

@inline
function share(phase: usize, sum: v128): void {
  const part = f32x4.mul(sum, f32x4.splat(<f32>load<f64>(PER_REFERENCE_AT + (phase << 3))));
  v128.store(SHARES_AT + (phase << 4), f32x4.pmax(f32x4.splat(-MOST), f32x4.pmin(f32x4.splat(MOST), part)));
}

/** U := x A + x^2 B by phase, which is the solution for x times the reference's loads, nearly. Without one, zero. */
export function start(): void {
  shares();
  const share0 = v128.load(SHARES_AT);
  const share1 = v128.load(SHARES_AT, SLOT_BYTES);
  const share2 = v128.load(SHARES_AT, 2 * SLOT_BYTES);
  let u = <usize>word(DEVIATION32) + <usize>word(ACTIVE_POSITION) * POSITION_BYTES;
  let reference = <usize>word(REFERENCE) + <usize>word(ACTIVE_POSITION) * (2 * SLOTS * 4);
  const end = <usize>word(DEVIATION32) + <usize>word(POSITION_COUNT) * POSITION_BYTES;
  for (; u < end; u += POSITION_BYTES) {
    startPhase(u, share0, v128.load(reference));
    startPhase(u + 2 * SLOT_BYTES, share1, v128.load(reference, 16));
    startPhase(u + 4 * SLOT_BYTES, share2, v128.load(reference, 32));
    reference += 2 * SLOTS * 4;
  }
}

@inline
function startPhase(u: usize, x: v128, ab: v128): void {
  const re = f32x4.mul(x, v128.shuffle<f32>(ab, ab, 2, 2, 2, 2));
  const im = f32x4.mul(x, v128.shuffle<f32>(ab, ab, 3, 3, 3, 3));
  v128.store(u, f32x4.mul(x, f32x4.add(real<f32>(ab), re)));
  v128.store(u, f32x4.mul(x, f32x4.add(imaginary<f32>(ab), im)), SLOT_BYTES);
}

/** Largest share of the lane. */
export function largestShare(lane: i32): f64 {
  let largest: f64 = 0;
  for (let phase = 0; phase < 3; phase++) {
    largest = max(largest, abs(<f64>load<f32>(SHARES_AT + (((<usize>phase << 2) + <usize>lane) << 2))));
  }
  return largest;
}
