import { HALF_BYTES, LANES, LOADS_HALF_BYTES } from '../header';

/** Compile-time flags of the generic kernels: a type of one byte says no, of two bytes yes. */
export type No = i8;
export type Yes = i16;

@inline
export function word(index: i32): i32 {
  return load<i32>((<usize>index) << 2);
}

@inline
export function setWord(index: i32, value: i32): void {
  store<i32>((<usize>index) << 2, value);
}

/** Start of an array whose single and double precision words stand side by side. */
@inline
export function arrayOf<T>(word32: i32): usize {
  return <usize>word(word32 + (sizeof<T>() == 8 ? 1 : 0));
}

/** Bytes of one number in a vector array, all lanes in single precision or half of them in double, and of one position. */
export const SLOT_BYTES: usize = 16;
export const POSITION_BYTES: usize = 96;

/** Vectors of 16 bytes that hold all lanes of a number. */
@inline
export function vectors<T>(): i32 {
  return <i32>((LANES * sizeof<T>()) >> 4);
}

/** As many lanes as one vector of T holds, from an array of From (equal, or single read as double). */
@inline
export function loadAs<T, From>(at: usize): v128 {
  if (sizeof<T>() == sizeof<From>()) return v128.load(at);
  return f64x2.promote_low_f32x4(v128.load64_zero(at));
}

/** Byte offset of vector `index` of T in a vector array of From. */
@inline
export function vectorOffset<T, From>(index: i32): usize {
  if (sizeof<T>() != sizeof<From>()) return <usize>index << 3;
  return sizeof<T>() == 4 ? 0 : <usize>index * <usize>word(HALF_BYTES);
}

/** The same in the powers. */
@inline
export function powerOffset<T>(index: i32): usize {
  return sizeof<T>() == 4 ? 0 : <usize>index * <usize>word(LOADS_HALF_BYTES);
}

/** Entry `index` of an array of numbers shared by the lanes. */
@inline
export function shared<T>(at: usize, index: usize): v128 {
  return v128.load_splat<T>(at + index * sizeof<T>());
}
@inline
export function addLanes<T>(at: usize, slot: usize, value: v128): void {
  v128.store(at + slot * SLOT_BYTES, v128.add<T>(v128.load(at + slot * SLOT_BYTES), value));
}

/** Real and imaginary part of the complex number, shared by the lanes, that stands first in a vector. */
@inline
export function real<T>(pair: v128): v128 {
  return sizeof<T>() == 4 ? v128.shuffle<f32>(pair, pair, 0, 0, 0, 0) : v128.shuffle<f64>(pair, pair, 0, 0);
}
@inline
export function imaginary<T>(pair: v128): v128 {
  return sizeof<T>() == 4 ? v128.shuffle<f32>(pair, pair, 1, 1, 1, 1) : v128.shuffle<f64>(pair, pair, 1, 1);
}

/** Real and imaginary part of (r + ji)(x + jy). */
@inline
export function productReal<T>(r: v128, i: v128, x: v128, y: v128): v128 {
  return v128.sub<T>(v128.mul<T>(r, x), v128.mul<T>(i, y));
}
@inline
export function productImaginary<T>(r: v128, i: v128, x: v128, y: v128): v128 {
  return v128.add<T>(v128.mul<T>(r, y), v128.mul<T>(i, x));
}

