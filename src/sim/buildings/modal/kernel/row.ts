import {
  AIR_GAIN,
  AIR_LATER,
  COOLING_CAPACITY,
  COOLING_CONVECTIVE,
  COOLING_GAIN,
  COOLING_PER_K,
  COOLING_RADIATIVE,
  HEATING_CAPACITY,
  HEATING_CONVECTIVE,
  HEATING_GAIN,
  HEATING_PER_K,
  HEATING_RADIATIVE,
  INFILTRATION,
  RADIANT_GAIN,
  RADIANT_LATER,
  RADIATIVE_SHARE,
  REFERENCE_DEG_C,
  REST,
  VECTOR,
  VENTILATION,
} from '../header';
import {
  AIR_SHARES,
  COLUMN,
  COOL,
  COOL_TO_DEG_C,
  GAINS,
  HEAT,
  HEAT_TO_DEG_C,
  LIT,
  MODES,
  OUTDOOR,
  PLACE,
  POWERS,
  ROOF_PLANE,
  ROOF_WEIGHT,
  ROW,
  SKY,
  STATE,
  SUN,
  TEMP,
  WALL_PLANES_AT,
  WALL_WEIGHTS,
} from '../rowHeader';
import { plus } from './memory';

@inline
function number(address: usize, index: usize): f64 {
  return load<f64>(address + (index << 3));
}
@inline
function splat(address: usize, index: usize): v128 {
  return v128.load64_splat(address + (index << 3));
}
/** Number `index` of a mode, of both modes of a pair. */
@inline
function ofPair(pair: usize, index: usize): v128 {
  return v128.load(pair + index * VECTOR);
}

/** (10) The four drives of the sun over the stretch's first `count` steps, two steps a vector; nights stay as they are. */
export function fillRowSun(count: i32, roofs: i32, walls: i32): void {
  for (let step: usize = 0; step < <usize>count; step += 2) {
    if (load<u16>(LIT + step) == 0) continue;
    const at = step << 3;
    let roof = v128.splat<f64>(0);
    for (let part: usize = 0; part < <usize>roofs; part++) {
      const plane = <usize>load<u32>(ROOF_PLANE + (part << 2));
      roof = plus<f64>(roof, splat(ROOF_WEIGHT, part), v128.load(plane + at));
    }
    let wall = v128.splat<f64>(0);
    let transmitted = v128.splat<f64>(0);
    let pane = v128.splat<f64>(0);
    for (let part: usize = 0; part < <usize>walls; part++) {
      const plane = <usize>load<u32>(WALL_PLANES_AT + (part << 2)) + at;
      const weight = 3 * part;
      wall = plus<f64>(wall, splat(WALL_WEIGHTS, weight), v128.load(plane));
      transmitted = plus<f64>(transmitted, splat(WALL_WEIGHTS, weight + 1), v128.load(plane, COLUMN));
      pane = plus<f64>(pane, splat(WALL_WEIGHTS, weight + 2), v128.load(plane, 2 * COLUMN));
    }
    v128.store(SUN + at, roof);
    v128.store(SUN + at, wall, COLUMN);
    v128.store(SUN + at, transmitted, 2 * COLUMN);
    v128.store(SUN + at, pane, 3 * COLUMN);
  }
}

/** Between nothing and the capacity. */
@inline
function within(powerW: f64, capacityW: f64): f64 {
  const wanted = 0 < powerW ? powerW : 0;
  return capacityW < wanted ? capacityW : wanted;
}

/** (9) to (13) of one zone over `count` steps from `from` of the stretch on. */
export function stepRow(from: i32, count: i32, pairs: i32): void {
  const end: usize = <usize>STATE + (<usize>pairs << 4);
  let air = number(POWERS, 0);
  let radiant = number(POWERS, 1);
  for (let step = <usize>from; step < <usize>(from + count); step++) {
    const outdoor = number(OUTDOOR, step) - REFERENCE_DEG_C;
    const sky = number(SKY, step) - REFERENCE_DEG_C;
    const outdoors = f64x2.splat(outdoor);
    const skies = f64x2.splat(sky);
    const airs = f64x2.splat(air);
    const radiants = f64x2.splat(radiant);
    let follows = number(ROW, REST) + number(ROW, 0) * outdoor + number(ROW, 1) * sky;
    let sum = v128.splat<f64>(0);
    let pair: usize = MODES;
    if (load<u8>(LIT + step) != 0) {
      const at = SUN + (step << 3);
      follows += number(ROW, 2) * load<f64>(at);
      follows += number(ROW, 3) * load<f64>(at, COLUMN);
      follows += number(ROW, 4) * load<f64>(at, 2 * COLUMN);
      follows += number(ROW, 5) * load<f64>(at, 3 * COLUMN);
      const roof = v128.load64_splat(at);
      const wall = v128.load64_splat(at, COLUMN);
      const transmitted = v128.load64_splat(at, 2 * COLUMN);
      const pane = v128.load64_splat(at, 3 * COLUMN);
      for (let state: usize = STATE; state < end; state += VECTOR) {
        let modes = v128.mul<f64>(ofPair(pair, 0), v128.load(state));
        modes = plus<f64>(modes, ofPair(pair, 1), outdoors);
        modes = plus<f64>(modes, ofPair(pair, 2), skies);
        modes = plus<f64>(modes, ofPair(pair, 3), roof);
        modes = plus<f64>(modes, ofPair(pair, 4), wall);
        modes = plus<f64>(modes, ofPair(pair, 5), transmitted);
        modes = plus<f64>(modes, ofPair(pair, 6), pane);
        sum = v128.add<f64>(sum, modes);
        modes = plus<f64>(modes, ofPair(pair, 7), airs);
        v128.store(state, plus<f64>(modes, ofPair(pair, 8), radiants));
        pair += 9 * VECTOR;
      }
    } else {
      for (let state: usize = STATE; state < end; state += VECTOR) {
        let modes = v128.mul<f64>(ofPair(pair, 0), v128.load(state));
        modes = plus<f64>(modes, ofPair(pair, 1), outdoors);
        modes = plus<f64>(modes, ofPair(pair, 2), skies);
        sum = v128.add<f64>(sum, modes);
        modes = plus<f64>(modes, ofPair(pair, 7), airs);
        v128.store(state, plus<f64>(modes, ofPair(pair, 8), radiants));
        pair += 9 * VECTOR;
      }
    }
    let y = f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1) + follows;
    y = y + number(ROW, AIR_LATER) * air + number(ROW, RADIANT_LATER) * radiant;

    const place = <usize>load<u16>(PLACE + (step << 1));
    const gains = number(GAINS, step);
    const exchange = number(ROW, INFILTRATION) + number(ROW, VENTILATION) * number(AIR_SHARES, place);
    const radiation = gains * number(ROW, RADIATIVE_SHARE);
    const convection = gains - radiation + exchange * outdoor;
    const held = 1 + number(ROW, AIR_GAIN) * exchange;
    y = y + number(ROW, RADIANT_GAIN) * radiation + number(ROW, AIR_GAIN) * convection; // (11)
    const heatTo = number(HEAT_TO_DEG_C, place) - REFERENCE_DEG_C;
    const coolTo = number(COOL_TO_DEG_C, place) - REFERENCE_DEG_C;
    const heat = within((heatTo * held - y) * number(ROW, HEATING_PER_K), number(ROW, HEATING_CAPACITY));
    const cool = within((y - coolTo * held) * number(ROW, COOLING_PER_K), number(ROW, COOLING_CAPACITY)); // (12)
    const temp = (y + number(ROW, HEATING_GAIN) * heat - number(ROW, COOLING_GAIN) * cool) * (1 / held);
    // (13)
    air =
      convection +
      number(ROW, HEATING_CONVECTIVE) * heat -
      number(ROW, COOLING_CONVECTIVE) * cool -
      exchange * temp;
    radiant =
      radiation + number(ROW, HEATING_RADIATIVE) * heat - number(ROW, COOLING_RADIATIVE) * cool;
    store<f64>(HEAT + (step << 3), heat);
    store<f64>(COOL + (step << 3), cool);
    store<f64>(TEMP + (step << 3), temp + REFERENCE_DEG_C);
  }
  store<f64>(POWERS, air);
  store<f64>(POWERS, radiant, 8);
}
