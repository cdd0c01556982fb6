import {
  CARRIED32,
  DEVIATION32,
  ELEMENTS,
  ELEMENT_COUNT,
  ELEMENT_LAWS32,
  ELEMENT_NUMBERS,
  NO_LOAD32,
  POSITION_COUNT,
  POWER32,
  SHUNTS32,
  SHUNT_COUNT,
  SHUNT_POSITIONS,
} from '../header';
import {
  addLanes,
  arrayOf,
  loadAs,
  POSITION_BYTES,
  powerOffset,
  productReal,
  shared,
  SLOT_BYTES,
  vectorOffset,
  word,
} from './memory';
import { subtractProduct } from './product';

/** Currents that are computed before the sweep and added to CARRIED: shunts, and elements with a law of their own. */
export function injectOutside<T, From>(index: i32): void {
  injectShunts<T, From>(index);
  if (word(ELEMENT_COUNT) != 0) injectElements<T, From>(index);
}

/** -Y_shunt U */
function injectShunts<T, From>(index: i32): void {
  const count = word(SHUNT_COUNT);
  let at = <usize>word(SHUNT_POSITIONS);
  let y = arrayOf<T>(SHUNTS32);
  for (let shunt = 0; shunt < count; shunt++) {
    const position = <usize>load<i32>(at);
    const u = arrayOf<From>(DEVIATION32) + position * POSITION_BYTES + vectorOffset<T, From>(index);
    const target = arrayOf<T>(CARRIED32) + position * POSITION_BYTES;
    subtractProduct<T>(
      target,
      target,
      false,
      y,
      loadAs<T, From>(u),
      loadAs<T, From>(u + SLOT_BYTES),
      loadAs<T, From>(u + 2 * SLOT_BYTES),
      loadAs<T, From>(u + 3 * SLOT_BYTES),
      loadAs<T, From>(u + 4 * SLOT_BYTES),
      loadAs<T, From>(u + 5 * SLOT_BYTES),
    );
    at += 4;
    y += 18 * sizeof<T>();
  }
}

/** -i = -(p gP - j q gQ) (V_plus - V_minus), g = a + b / |V| + c / |V|^2 by range of |V|. */
function injectElements<T, From>(index: i32): void {
  const count = word(ELEMENT_COUNT);
  let nodes = <usize>word(ELEMENTS);
  let law = arrayOf<T>(ELEMENT_LAWS32);
  let s = arrayOf<T>(POWER32) + <usize>word(POSITION_COUNT) * POSITION_BYTES;
  for (let element = 0; element < count; element++) {
    const plus = <usize>load<i32>(nodes) << 1;
    const minus = <usize>load<i32>(nodes, 4) << 1;
    const vr = v128.sub<T>(part<T, From>(plus, index), part<T, From>(minus, index));
    const vi = v128.sub<T>(part<T, From>(plus + 1, index), part<T, From>(minus + 1, index));
    const square = v128.add<T>(v128.mul<T>(vr, vr), v128.mul<T>(vi, vi));
    const inverse = v128.div<T>(v128.splat<T>(1), v128.sqrt<T>(square));
    const power = s + powerOffset<T>(index);
    const p = v128.mul<T>(v128.load(power, 0 * SLOT_BYTES), lawAt<T>(law, 0, square, inverse));
    const q = v128.mul<T>(v128.load(power, 1 * SLOT_BYTES), lawAt<T>(law, 3, square, inverse));
    const re = v128.add<T>(v128.mul<T>(p, vr), v128.mul<T>(q, vi));
    const im = productReal<T>(p, q, vi, vr);
    const carried = arrayOf<T>(CARRIED32);
    addLanes<T>(carried, plus, v128.neg<T>(re));
    addLanes<T>(carried, plus + 1, v128.neg<T>(im));
    addLanes<T>(carried, minus, re);
    addLanes<T>(carried, minus + 1, im);
    nodes += 8;
    law += ELEMENT_NUMBERS * sizeof<T>();
    s += 2 * SLOT_BYTES;
  }
}

@inline
function part<T, From>(slot: usize, index: i32): v128 {
  const e = shared<T>(arrayOf<T>(NO_LOAD32), slot);
  const u = arrayOf<From>(DEVIATION32) + vectorOffset<T, From>(index) + slot * SLOT_BYTES;
  return v128.add<T>(e, loadAs<T, From>(u));
}

/** g of the active power (first = 0) or the reactive power (first = 3). */
@inline
function lawAt<T>(law: usize, first: usize, square: v128, inverse: v128): v128 {
  let g = rangeAt<T>(law, 3 + 18 + first, inverse);
  g = v128.bitselect(rangeAt<T>(law, 3 + 12 + first, inverse), g, v128.le<T>(square, v128.load_splat<T>(law, 2 * sizeof<T>())));
  const below = v128.le<T>(square, v128.load_splat<T>(law, 1 * sizeof<T>()));
  if (!v128.any_true(below)) return g;
  g = v128.bitselect(rangeAt<T>(law, 3 + 6 + first, inverse), g, below);
  return v128.bitselect(shared<T>(law, 3 + first), g, v128.le<T>(square, v128.load_splat<T>(law, 0 * sizeof<T>())));
}

@inline
function rangeAt<T>(law: usize, at: usize, inverse: v128): v128 {
  const inner = v128.add<T>(shared<T>(law, at + 1), v128.mul<T>(shared<T>(law, at + 2), inverse));
  return v128.add<T>(shared<T>(law, at), v128.mul<T>(inner, inverse));
}
