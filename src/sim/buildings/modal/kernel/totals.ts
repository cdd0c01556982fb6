import {
  COOL,
  GROUP_ARCHETYPES,
  GROUP_FEEDERS,
  GROUP_TOTALS,
  HEAT,
  HIGHEST_COOL,
  HIGHEST_HEAT,
  HIGHEST_TEMP,
  LOWEST_TEMP,
  ROUND_K,
  ROUND_W,
  SUMMING,
  TEMP,
  TOTAL_COOL,
  TOTAL_HEAT,
  TOTAL_TEMP,
  VECTOR,
} from '../header';
import { word, wordOf } from './memory';

/** (14) Adds the stretch to the group's totals and to the sums of its buildings' archetypes and feeders. */
export function addTotals<T>(record: usize, from: i32, count: i32): void {
  addPair<T>(record, from, count, 0);
  if (sizeof<T>() == 4) addPair<T>(record, from, count, 1);
}

/** Lanes 2 pair and 2 pair + 1 of a vector, in double precision. */
@inline
function pairAs64<T>(at: usize, pair: usize): v128 {
  return sizeof<T>() == 8 ? v128.load(at) : f64x2.promote_low_f32x4(v128.load64_zero(at + pair * 8));
}

@inline
function rounded(value: v128, by: f64): v128 {
  return f64x2.sub(f64x2.add(value, f64x2.splat(by)), f64x2.splat(by));
}

function addPair<T>(record: usize, from: i32, count: i32, pair: usize): void {
  const lanes: usize = 16 / sizeof<T>();
  const totals = wordOf(record, GROUP_TOTALS) + pair * VECTOR;
  let heatSum = v128.load(totals + TOTAL_HEAT * lanes * 8);
  let coolSum = v128.load(totals + TOTAL_COOL * lanes * 8);
  let tempSum = v128.load(totals + TOTAL_TEMP * lanes * 8);
  let highestHeat = v128.load(totals + HIGHEST_HEAT * lanes * 8);
  let highestCool = v128.load(totals + HIGHEST_COOL * lanes * 8);
  let lowest = v128.load(totals + LOWEST_TEMP * lanes * 8);
  let highest = v128.load(totals + HIGHEST_TEMP * lanes * 8);
  const offset = <usize>from * VECTOR;
  let archetype0 = wordOf(record, GROUP_ARCHETYPES + <i32>(2 * pair)) + offset;
  let archetype1 = wordOf(record, GROUP_ARCHETYPES + <i32>(2 * pair) + 1) + offset;
  let feeder0 = wordOf(record, GROUP_FEEDERS + <i32>(2 * pair)) + offset;
  let feeder1 = wordOf(record, GROUP_FEEDERS + <i32>(2 * pair) + 1) + offset;
  const summing = word(SUMMING) != 0;
  let at: usize = 0;
  const end = <usize>count * VECTOR;
  for (; at < end; at += VECTOR) {
    const heat = rounded(pairAs64<T>(word(HEAT) + at, pair), ROUND_W);
    const cool = rounded(pairAs64<T>(word(COOL) + at, pair), ROUND_W);
    const temp = rounded(pairAs64<T>(word(TEMP) + at, pair), ROUND_K);
    heatSum = f64x2.add(heatSum, heat);
    coolSum = f64x2.add(coolSum, cool);
    tempSum = f64x2.add(tempSum, temp);
    highestHeat = f64x2.pmax(highestHeat, heat);
    highestCool = f64x2.pmax(highestCool, cool);
    lowest = f64x2.pmin(lowest, temp);
    highest = f64x2.pmax(highest, temp);
    if (summing) {
      const even = v128.shuffle<f64>(heat, cool, 0, 2);
      const odd = v128.shuffle<f64>(heat, cool, 1, 3);
      v128.store(archetype0 + at, f64x2.add(v128.load(archetype0 + at), even));
      v128.store(archetype1 + at, f64x2.add(v128.load(archetype1 + at), odd));
      v128.store(feeder0 + at, f64x2.add(v128.load(feeder0 + at), even));
      v128.store(feeder1 + at, f64x2.add(v128.load(feeder1 + at), odd));
    }
  }
  v128.store(totals + TOTAL_HEAT * lanes * 8, heatSum);
  v128.store(totals + TOTAL_COOL * lanes * 8, coolSum);
  v128.store(totals + TOTAL_TEMP * lanes * 8, tempSum);
  v128.store(totals + HIGHEST_HEAT * lanes * 8, highestHeat);
  v128.store(totals + HIGHEST_COOL * lanes * 8, highestCool);
  v128.store(totals + LOWEST_TEMP * lanes * 8, lowest);
  v128.store(totals + HIGHEST_TEMP * lanes * 8, highest);
}
