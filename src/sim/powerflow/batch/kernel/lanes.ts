import { LANES, LANE_STATE_AT } from '../header';

/**
 * State of the lanes, behind the header. Masks and changes in both precisions, then scalars [lane] in double precision.
 * No lane reads another's state, which is what makes its bits its own.
 */
const MASK32_AT: usize = LANE_STATE_AT;
const MASK64_AT: usize = MASK32_AT + LANES * 4;
const CHANGE32_AT: usize = MASK64_AT + LANES * 8;
const CHANGE64_AT: usize = CHANGE32_AT + LANES * 4;
const SCALARS_AT: usize = CHANGE64_AT + LANES * 8;

@inline
export function maskAt<T>(): usize {
  return sizeof<T>() == 4 ? MASK32_AT : MASK64_AT;
}
@inline
export function changeAt<T>(): usize {
  return sizeof<T>() == 4 ? CHANGE32_AT : CHANGE64_AT;
}

/** Per-lane scalars. */
export const enum Scalar {
  /** Change at the last check and the ratio of the last two (or of the first two). */
  change = 0,
  ratio = 1,
  /** What the next checked change should be if the ratio holds. */
  expected = 2,
  /** Iteration of the next check (single precision) or end of the single precision stage. */
  due = 3,
  /** RUNNING and so on, see solve. */
  state = 4,
  iterations = 5,
  /** Checks in a row without progress. */
  stalls = 6,
  /** Largest component of U after the first iteration. */
  size = 7,
  /** The ratio is not believed to be smaller. */
  leastRatio = 8,
}

@inline
export function get(lane: i32, scalar: Scalar): f64 {
  return load<f64>(SCALARS_AT + (((<usize>scalar) * LANES + <usize>lane) << 3));
}
@inline
export function put(lane: i32, scalar: Scalar, value: f64): void {
  store<f64>(SCALARS_AT + (((<usize>scalar) * LANES + <usize>lane) << 3), value);
}

@inline
export function setMask(lane: i32, runs: bool): void {
  store<i32>(MASK32_AT + ((<usize>lane) << 2), runs ? -1 : 0);
  store<i64>(MASK64_AT + ((<usize>lane) << 3), runs ? -1 : 0);
}

export function clearChange(): void {
  memory.fill(CHANGE32_AT, 0, LANES * 12);
}

@inline
export function change<T>(lane: i32): f64 {
  if (sizeof<T>() == 4) return <f64>load<f32>(CHANGE32_AT + ((<usize>lane) << 2));
  return load<f64>(CHANGE64_AT + ((<usize>lane) << 3));
}
