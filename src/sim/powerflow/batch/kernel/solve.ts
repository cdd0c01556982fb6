import {
  HAS_BOUNDS,
  LANES,
  LOADS,
  MAX_ITERATIONS,
  POLISH,
  REFERENCE_RATIO_AT,
  REFERENCE_SIZE_AT,
  STEP_ITERATIONS,
  STEP_SOLVED,
  TOLERANCE_AT,
} from '../header';
import { backward, backwardIdle } from './backward';
import { forward } from './forward';
import { injectOutside } from './outside';
import { change, clearChange, get, put, Scalar, setMask } from './lanes';
import { No, vectors, word, Yes } from './memory';
import { largestShare, start, takeLoads } from './start';
import { unbalanceResults } from './unbalance';
import { voltageResults } from './voltages';
import { branchResults } from './branches';

/** Single precision resolves U to about this share of its largest component. */
const SINGLE_FLOOR: f64 = 4e-7;
/** Times that, at most: sums of thousands of loads. What is more than that and foretold refutes the ratio. */
const MOST_ROUNDING: f64 = 3;
/** Share of the tolerance that the estimated error may take. Components are estimated, magnitudes are promised. */
const MARGIN: f64 = 0.8;
/** Share of that which the single stage may leave for the iteration in double precision to come down to. */
const POLISH_SHARE: f64 = 0.8;
/** Near the nose the ratio still grows from iteration to iteration: error / (1 - ratio) is taken with so much more care. */
const GROWTH: f64 = 0.6;
const GIVE_UP_AFTER: f64 = 3;
/** After two ratios, one below this foretells the iterations that are left; above, each is checked. */
const PREDICTABLE: f64 = 0.7;
/** Ratios alternate (errors in and across the direction of the load's change shrink in turn): the larger of two counts. */
const RATIO_MEMORY: f64 = 0.95;
const ONE_RATIO_ONLY: f64 = 1.5;
/** Of the ratio at the reference, times the share of its loads, so much is believed; near the nose only what is measured. */
const LARGEST_LEAST: f64 = 0.5;

const RUNNING: f64 = 0;
const SOLVED: f64 = 1;
const GIVEN_UP: f64 = 2;
const SINGLE_DONE: f64 = 3;

/** Solves steps [0, count) of the chunk, whose first is step `origin` of the study. */
export function solveChunk(count: i32, origin: i32): void {
  for (let step = 0; step < count; step += LANES) {
    const lanes = min(LANES, count - step);
    takeLoads(step / LANES);
    solveLanes(lanes);
    if (word(POLISH) != 0) results<f64>(step, origin + step, lanes);
    else results<f32>(step, origin + step, lanes);
    for (let lane = 0; lane < lanes; lane++) {
      store<u8>(<usize>word(STEP_SOLVED) + step + lane, get(lane, Scalar.state) == SOLVED ? 1 : 0);
      store<u8>(<usize>word(STEP_ITERATIONS) + step + lane, <u8>get(lane, Scalar.iterations));
    }
  }
}

@inline
function results<T>(step: i32, studyStep: i32, lanes: i32): void {
  backwardIdle<T>();
  voltageResults<T>(step, studyStep, lanes);
  unbalanceResults<T>(step);
  branchResults<T>(step);
}

/**
 * Iterations (../../README.md, 16 and 18). Single precision first; when double precision is asked for, its iterations start from
 * there: one contraction of an error known from the single stage is often enough.
 */
function solveLanes(lanes: i32): void {
  start();
  for (let lane = 0; lane < LANES; lane++) {
    put(lane, Scalar.state, lane < lanes ? RUNNING : GIVEN_UP);
    put(lane, Scalar.iterations, 1);
    put(lane, Scalar.stalls, 0);
    put(lane, Scalar.due, 2);
    put(lane, Scalar.expected, 0);
    put(lane, Scalar.ratio, 0);
  }
  iterate<f32, f32>(true, runningLanes() == 1);
  for (let lane = 0; lane < lanes; lane++) {
    const change1 = change<f32>(lane);
    const started = largestShare(lane) * load<f64>(REFERENCE_SIZE_AT);
    put(lane, Scalar.leastRatio, min(LARGEST_LEAST, largestShare(lane) * load<f64>(REFERENCE_RATIO_AT)));
    put(lane, Scalar.change, change1);
    put(lane, Scalar.size, change1 + started);
    if (change1 == 0) put(lane, Scalar.state, word(POLISH) != 0 ? SINGLE_DONE : SOLVED);
  }
  singleStage(lanes);
  if (word(POLISH) != 0) doubleStage(lanes);
}

/** Masks of the lanes that run; returns 0 when none does, 1 when some are frozen, 2 when all run. */
function runningLanes(): i32 {
  let running = 0;
  for (let lane = 0; lane < LANES; lane++) {
    const runs = get(lane, Scalar.state) == RUNNING;
    setMask(lane, runs);
    if (runs) running++;
  }
  return running == 0 ? 0 : running < LANES ? 1 : 2;
}

function iterate<T, From>(checked: bool, masked: bool): void {
  if (checked) clearChange();
  for (let index = 0; index < vectors<T>(); index++) {
    injectOutside<T, From>(index);
    if (word(HAS_BOUNDS) != 0) forward<T, From, Yes>(index);
    else forward<T, From, No>(index);
    if (checked) {
      if (masked) backward<T, From, Yes, Yes>(index);
      else backward<T, From, Yes, No>(index);
    } else if (masked) backward<T, From, No, Yes>(index);
    else backward<T, From, No, No>(index);
  }
}

function singleStage(lanes: i32): void {
  const limit = word(MAX_ITERATIONS);
  let iteration = 1;
  while (iteration < limit) {
    const running = runningLanes();
    if (running == 0) break;
    iteration++;
    let checked = false;
    for (let lane = 0; lane < lanes; lane++) {
      if (get(lane, Scalar.state) == RUNNING && needsCheck(lane, iteration)) checked = true;
    }
    iterate<f32, f32>(checked, running == 1);
    for (let lane = 0; lane < lanes; lane++) {
      if (get(lane, Scalar.state) != RUNNING) continue;
      put(lane, Scalar.iterations, <f64>iteration);
      if (get(lane, Scalar.due) > <f64>iteration) continue;
      if (word(POLISH) != 0 && get(lane, Scalar.expected) > 0) put(lane, Scalar.state, SINGLE_DONE);
      else checkSingle(lane, iteration, change<f32>(lane));
    }
  }
}

/** A lane on its way to double precision ends its predicted iterations without a check. */
@inline
function needsCheck(lane: i32, iteration: i32): bool {
  if (get(lane, Scalar.due) > <f64>iteration) return false;
  return word(POLISH) == 0 || get(lane, Scalar.expected) == 0;
}

/** Takes up a change and the ratio to the one before; returns the error that is left, infinite when it does not shrink. */
function errorAfter(lane: i32, now: f64): f64 {
  const before = get(lane, Scalar.change);
  const expected = get(lane, Scalar.expected);
  let ratio = get(lane, Scalar.ratio);
  put(lane, Scalar.change, now);
  put(lane, Scalar.expected, 0);
  // A change that came out as foretold confirms the ratio; otherwise only two changes in a row tell one.
  if (expected > 0) {
    if (!(now <= 2 * expected + MOST_ROUNDING * SINGLE_FLOOR * get(lane, Scalar.size))) return Infinity;
  } else {
    const latest = now / before;
    if (!(latest < 1)) {
      put(lane, Scalar.stalls, get(lane, Scalar.stalls) + 1);
      if (get(lane, Scalar.stalls) >= GIVE_UP_AFTER) put(lane, Scalar.state, GIVEN_UP);
    } else put(lane, Scalar.stalls, 0);
    const first = ratio == 0;
    ratio = max(max(latest, ratio * RATIO_MEMORY), get(lane, Scalar.leastRatio));
    put(lane, Scalar.ratio, ratio);
    if (first) ratio = max(ratio, latest * ONE_RATIO_ONLY);
  }
  return ratio < 1 ? (now * ratio) / ((1 - ratio) * (1 - GROWTH * ratio)) : Infinity;
}

function checkSingle(lane: i32, iteration: i32, now: f64): void {
  const tolerance = MARGIN * load<f64>(TOLERANCE_AT);
  const polish = word(POLISH) != 0;
  let error = errorAfter(lane, now);
  if (get(lane, Scalar.state) == GIVEN_UP) return;
  const ratio = get(lane, Scalar.ratio);
  const floor = SINGLE_FLOOR * get(lane, Scalar.size);
  const goal = polish ? max((POLISH_SHARE * tolerance * (1 - ratio)) / ratio, floor) : max(tolerance, floor);
  put(lane, Scalar.due, <f64>(iteration + 1));
  if (error <= goal) {
    put(lane, Scalar.state, polish ? SINGLE_DONE : SOLVED);
    put(lane, Scalar.expected, error + floor);
    return;
  }
  if (!(ratio < PREDICTABLE) || iteration != 3) return;
  // The iterations until the goal need no check between.
  let due = iteration;
  let expected = now;
  while (error > goal && due < word(MAX_ITERATIONS)) {
    due++;
    error *= ratio;
    expected *= ratio;
  }
  put(lane, Scalar.due, <f64>due);
  put(lane, Scalar.expected, polish ? error + floor : expected);
}

function doubleStage(lanes: i32): void {
  const tolerance = MARGIN * load<f64>(TOLERANCE_AT);
  for (let lane = 0; lane < lanes; lane++) {
    if (get(lane, Scalar.state) == SINGLE_DONE) put(lane, Scalar.state, RUNNING);
    else put(lane, Scalar.state, GIVEN_UP);
  }
  for (let extra = 1; ; extra++) {
    const running = runningLanes();
    if (running == 0) break;
    // The first writes every lane: those that gave up have nothing to keep.
    if (extra == 1) iterate<f64, f32>(true, false);
    else iterate<f64, f64>(true, running == 1);
    for (let lane = 0; lane < lanes; lane++) {
      if (get(lane, Scalar.state) != RUNNING) continue;
      const done = get(lane, Scalar.iterations) + 1;
      put(lane, Scalar.iterations, done);
      const error = errorAfter(lane, change<f64>(lane));
      if (get(lane, Scalar.state) == GIVEN_UP) continue;
      if (error <= tolerance) put(lane, Scalar.state, SOLVED);
      else if (done >= <f64>word(MAX_ITERATIONS)) put(lane, Scalar.state, GIVEN_UP);
    }
  }
}
