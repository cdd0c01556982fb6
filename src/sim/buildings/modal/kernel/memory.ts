import { VECTOR } from '../header';

@inline
export function word(index: i32): usize {
  return <usize>load<u32>((<usize>index) << 2);
}
/** Word `index` of a group's record. */
@inline
export function wordOf(record: usize, index: i32): usize {
  return <usize>load<u32>(record + ((<usize>index) << 2));
}
/** Vector `index` behind an address. */
@inline
export function vector(at: usize, index: usize): v128 {
  return v128.load(at + index * VECTOR);
}
/** Number `index` behind an address, for all lanes. */
@inline
export function shared<T>(at: usize, index: usize): v128 {
  return v128.load_splat<T>(at + index * sizeof<T>());
}
/** sum + a b */
@inline
export function plus<T>(sum: v128, a: v128, b: v128): v128 {
  return v128.add<T>(sum, v128.mul<T>(a, b));
}
