import {
  DEVIATION32,
  HIGHEST,
  HIGHEST_STEP,
  KEEP_EXTREMES,
  LANES,
  LOWEST,
  LOWEST_STEP,
  NO_LOAD32,
  POSITION_COUNT,
  VOLTAGES,
  VOLTAGE_BYTES,
  VOLTAGE_KIND,
  WATCHED,
  WATCHED_COUNT,
} from '../header';
import { get, maskAt, Scalar, setMask } from './lanes';
import { arrayOf, loadAs, No, shared, SLOT_BYTES, vectorOffset, vectors, word, Yes } from './memory';

/**
 * Voltages of the watched nodes, V = E + U: magnitudes or complex values, and extremes over the steps that were solved.
 * Single-precision results of a single-precision solution are reckoned in single precision, all others in double.
 */
export function voltageResults<From>(step: i32, studyStep: i32, lanes: i32): void {
  const kind = word(VOLTAGE_KIND);
  const out = <usize>word(VOLTAGES) + (<usize>step << (kind == 1 ? 2 : 3));
  if (word(KEEP_EXTREMES) != 0) {
    for (let lane = 0; lane < LANES; lane++) setMask(lane, lane < lanes && get(lane, Scalar.state) == 1);
    if (kind == 0) watch<f64, From, Yes>(0, out, studyStep);
    else if (kind == 1) watch<f64, From, Yes>(1, out, studyStep);
    else if (kind == 2) watch<f64, From, Yes>(2, out, studyStep);
    else watch<f64, From, Yes>(3, out, studyStep);
  } else if (kind == 1) {
    if (sizeof<From>() == 4) watch<f32, f32, No>(1, out, studyStep);
    else watch<f64, From, No>(1, out, studyStep);
  } else if (kind == 2) watch<f64, From, No>(2, out, studyStep);
  else if (kind == 3) watch<f64, From, No>(3, out, studyStep);
}

@inline
function watch<T, From, Extremes>(kind: i32, out: usize, studyStep: i32): void {
  const count = word(WATCHED_COUNT);
  const earth = <usize>word(POSITION_COUNT) * 3;
  const noLoad = arrayOf<T>(NO_LOAD32);
  const deviation = arrayOf<From>(DEVIATION32);
  let watched = <usize>word(WATCHED);
  const pitch = <usize>word(VOLTAGE_BYTES);
  for (let at = 0; at < count; at++) {
    const node = <usize>load<i32>(watched) << 1;
    const reference = <usize>load<i32>(watched, 4);
    watched += 8;
    for (let index = 0; index < vectors<T>(); index++) {
      const u = deviation + vectorOffset<T, From>(index);
      let re = total<T, From>(noLoad, u, node);
      let im = total<T, From>(noLoad, u, node + 1);
      if (reference != earth) {
        re = v128.add<T>(re, total<T, From>(noLoad, u, reference << 1));
        im = v128.add<T>(im, total<T, From>(noLoad, u, (reference << 1) + 1));
      }
      const square = v128.add<T>(v128.mul<T>(re, re), v128.mul<T>(im, im));
      if (kind == 1) {
        const magnitude = v128.sqrt<T>(square);
        if (sizeof<T>() == 4) v128.store(out + (<usize>index << 4), magnitude);
        else v128.store64_lane(out + (<usize>index << 3), f32x4.demote_f64x2_zero(magnitude), 0);
      } else if (kind == 2) v128.store(out + (<usize>index << 4), v128.sqrt<T>(square));
      else if (kind == 3) {
        v128.store(out + (<usize>index << 4), re);
        v128.store(out + pitch + (<usize>index << 4), im);
      }
      if (sizeof<Extremes>() == 2) keepExtremes(at, index, square, studyStep);
    }
    out += kind == 3 ? 2 * pitch : pitch;
  }
}

@inline
function total<T, From>(noLoad: usize, u: usize, slot: usize): v128 {
  return v128.add<T>(shared<T>(noLoad, slot), loadAs<T, From>(u + slot * SLOT_BYTES));
}

/** A lane that is not solved compares as NaN and so changes nothing. */
@inline
function keepExtremes(at: i32, index: i32, square: v128, studyStep: i32): void {
  const offset = ((<usize>at * LANES) << 3) + (<usize>index << 4);
  const valid = v128.or(square, v128.not(v128.load(maskAt<f64>() + (<usize>index << 4))));
  const lowest = <usize>word(LOWEST) + offset;
  const lower = f64x2.lt(valid, v128.load(lowest));
  if (v128.any_true(lower)) replace(lowest, <usize>word(LOWEST_STEP) + offset, lower, square, studyStep, index);
  const highest = <usize>word(HIGHEST) + offset;
  const higher = f64x2.gt(valid, v128.load(highest));
  if (v128.any_true(higher)) replace(highest, <usize>word(HIGHEST_STEP) + offset, higher, square, studyStep, index);
}

function replace(value: usize, steps: usize, where: v128, square: v128, studyStep: i32, index: i32): void {
  v128.store(value, v128.bitselect(square, v128.load(value), where));
  const now = f64x2.add(f64x2.splat(<f64>(studyStep + 2 * index)), f64x2(0, 1));
  v128.store(steps, v128.bitselect(now, v128.load(steps), where));
}
