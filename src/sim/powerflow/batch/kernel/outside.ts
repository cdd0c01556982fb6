import {
  CARRIED32,
  DEVIATION32,
  ELEMENTS,
  ELEMENT_COUNT,
  ELEMENT_LAWS32,
  ELEMENT_NUMBERS,
  LANES,
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
  lanesAt,
  loadAs,
  positionBytes,
  productReal,
  shared,
  slotBytes,
  vectorOffset,
  vectors,
  word,
} from './memory';
import { subtractProduct } from './product';

/** Currents that are computed before the sweep and added to CARRIED: shunts, and elements with a law of their own. */
export function injectOutside<T, From>(): void {
  injectShunts<T, From>();
  if (word(ELEMENT_COUNT) != 0) injectElements<T, From>();
}

/** -Y_shunt U */
function injectShunts<T, From>(): void {
  const count = word(SHUNT_COUNT);
  let at = <usize>word(SHUNT_POSITIONS);
  let y = arrayOf<T>(SHUNTS32);
  for (let shunt = 0; shunt < count; shunt++) {
    const position = <usize>load<i32>(at);
    for (let index = 0; index < vectors<T>(); index++) {
      const u = arrayOf<From>(DEVIATION32) + position * positionBytes<From>() + vectorOffset<T, From>(index);
      const target = arrayOf<T>(CARRIED32) + position * positionBytes<T>() + vectorOffset<T, T>(index);
      subtractProduct<T>(
        target,
        target,
        false,
        y,
        loadAs<T, From>(u),
        loadAs<T, From>(u + slotBytes<From>()),
        loadAs<T, From>(u + 2 * slotBytes<From>()),
        loadAs<T, From>(u + 3 * slotBytes<From>()),
        loadAs<T, From>(u + 4 * slotBytes<From>()),
        loadAs<T, From>(u + 5 * slotBytes<From>()),
      );
    }
    at += 4;
    y += 18 * sizeof<T>();
  }
}

/** -i = -(p gP - j q gQ) (V_plus - V_minus), g = a + b / |V| + c / |V|^2 by range of |V|. */
function injectElements<T, From>(): void {
  const count = word(ELEMENT_COUNT);
  let nodes = <usize>word(ELEMENTS);
  let law = arrayOf<T>(ELEMENT_LAWS32);
  let s = arrayOf<T>(POWER32) + <usize>word(POSITION_COUNT) * positionBytes<T>();
  for (let element = 0; element < count; element++) {
    const plus = <usize>load<i32>(nodes) << 1;
    const minus = <usize>load<i32>(nodes, 4) << 1;
    for (let index = 0; index < vectors<T>(); index++) {
      const vr = v128.sub<T>(part<T, From>(plus, index), part<T, From>(minus, index));
      const vi = v128.sub<T>(part<T, From>(plus + 1, index), part<T, From>(minus + 1, index));
      const square = v128.add<T>(v128.mul<T>(vr, vr), v128.mul<T>(vi, vi));
      const inverse = v128.div<T>(v128.splat<T>(1), v128.sqrt<T>(square));
      const power = s + vectorOffset<T, T>(index);
      const p = v128.mul<T>(v128.load(power, 0 * LANES * sizeof<T>()), lawAt<T>(law, 0, square, inverse));
      const q = v128.mul<T>(v128.load(power, 1 * LANES * sizeof<T>()), lawAt<T>(law, 3, square, inverse));
      const re = v128.add<T>(v128.mul<T>(p, vr), v128.mul<T>(q, vi));
      const im = productReal<T>(p, q, vi, vr);
      const carried = arrayOf<T>(CARRIED32) + vectorOffset<T, T>(index);
      addLanes<T>(carried, plus, re);
      addLanes<T>(carried, plus + 1, im);
      addLanes<T>(carried, minus, v128.neg<T>(re));
      addLanes<T>(carried, minus + 1, v128.neg<T>(im));
    }
    nodes += 8;
    law += ELEMENT_NUMBERS * sizeof<T>();
    s += 2 * slotBytes<T>();
  }
}

@inline
function part<T, From>(slot: usize, index: i32): v128 {
  const e = shared<T>(arrayOf<T>(NO_LOAD32), slot);
  const u = arrayOf<From>(DEVIATION32) + vectorOffset<T, From>(index) + slot * slotBytes<From>();
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
