import {
  AIR_GAIN,
  AIR_LATER,
  AIR_SHARE,
  APPLIANCES,
  APPLIANCES_GIVEN,
  APPLIANCE_POWER,
  APPLIANCE_SHARE,
  COOL,
  COOLING_CAPACITY,
  COOLING_CONVECTIVE,
  COOLING_GAIN,
  COOLING_PER_K,
  COOLING_RADIATIVE,
  COOL_TO,
  DAYLIGHT,
  GROUP_COEFFICIENTS,
  GROUP_MODES,
  GROUP_ROW,
  GROUP_SCHEDULE,
  GROUP_STATE,
  HEAT,
  HEATING_CAPACITY,
  HEATING_CONVECTIVE,
  HEATING_GAIN,
  HEATING_PER_K,
  HEATING_RADIATIVE,
  HEAT_TO,
  INFILTRATION,
  MODE_AIR,
  MODE_DECAY,
  MODE_DRIVES,
  MODE_RADIANT,
  PERSONS,
  PERSON_POWER,
  RADIANT_GAIN,
  RADIANT_LATER,
  RADIATIVE_SHARE,
  REST,
  SCHEDULE_NUMBERS,
  SUN,
  TABLE_AT,
  TEMP,
  VECTOR,
  VENTILATION,
  YEAR,
  YEAR_NUMBERS,
} from '../header';
import { plus, shared, vector, word, wordOf } from './memory';

const MODE_BYTES: usize = 9 * VECTOR;

/** (9) to (13) of a group's buildings over `count` steps from `from`: heat, cool and temperature of each step. */
export function stepModes<T>(record: usize, from: i32, count: i32): void {
  const row = wordOf(record, GROUP_ROW);
  const state = wordOf(record, GROUP_STATE);
  const end = state + wordOf(record, GROUP_MODES) * VECTOR;
  const coefficients = wordOf(record, GROUP_COEFFICIENTS);
  const yearBytes = word(YEAR_NUMBERS) * sizeof<T>();
  const ownAppliances = word(APPLIANCES_GIVEN) != 0;
  let year = word(YEAR) + <usize>from * yearBytes;
  let air = v128.load(end);
  let radiant = v128.load(end, VECTOR);
  for (let step: usize = 0; step < <usize>count; step++) {
    const outdoor = shared<T>(year, 0);
    const sky = shared<T>(year, 1);
    year += yearBytes;
    let first = v128.splat<T>(0);
    let second = v128.splat<T>(0);
    let direct = plus<T>(vector(row, REST), vector(row, 0), outdoor);
    direct = plus<T>(direct, vector(row, 1), sky);
    let at = coefficients;
    let s = state;
    if (load<u8>(word(DAYLIGHT) + from + step) != 0) {
      const sun = word(SUN) + step * 4 * VECTOR;
      const roof = vector(sun, 0);
      const wall = vector(sun, 1);
      const transmitted = vector(sun, 2);
      const pane = vector(sun, 3);
      direct = plus<T>(direct, vector(row, 2), roof);
      direct = plus<T>(direct, vector(row, 3), wall);
      direct = plus<T>(direct, vector(row, 4), transmitted);
      direct = plus<T>(direct, vector(row, 5), pane);
      for (; s < end; s += 2 * VECTOR, at += 2 * MODE_BYTES) {
        let a = v128.mul<T>(vector(at, MODE_DECAY), v128.load(s));
        a = plus<T>(a, vector(at, MODE_DRIVES), outdoor);
        a = plus<T>(a, vector(at, MODE_DRIVES + 1), sky);
        a = plus<T>(a, vector(at, MODE_DRIVES + 2), roof);
        a = plus<T>(a, vector(at, MODE_DRIVES + 3), wall);
        a = plus<T>(a, vector(at, MODE_DRIVES + 4), transmitted);
        a = plus<T>(a, vector(at, MODE_DRIVES + 5), pane);
        first = v128.add<T>(first, a);
        a = plus<T>(a, vector(at, MODE_AIR), air);
        v128.store(s, plus<T>(a, vector(at, MODE_RADIANT), radiant));
        let b = v128.mul<T>(vector(at, 9 + MODE_DECAY), v128.load(s, VECTOR));
        b = plus<T>(b, vector(at, 9 + MODE_DRIVES), outdoor);
        b = plus<T>(b, vector(at, 9 + MODE_DRIVES + 1), sky);
        b = plus<T>(b, vector(at, 9 + MODE_DRIVES + 2), roof);
        b = plus<T>(b, vector(at, 9 + MODE_DRIVES + 3), wall);
        b = plus<T>(b, vector(at, 9 + MODE_DRIVES + 4), transmitted);
        b = plus<T>(b, vector(at, 9 + MODE_DRIVES + 5), pane);
        second = v128.add<T>(second, b);
        b = plus<T>(b, vector(at, 9 + MODE_AIR), air);
        v128.store(s, plus<T>(b, vector(at, 9 + MODE_RADIANT), radiant), VECTOR);
      }
    } else {
      for (; s < end; s += 2 * VECTOR, at += 2 * MODE_BYTES) {
        let a = v128.mul<T>(vector(at, MODE_DECAY), v128.load(s));
        a = plus<T>(a, vector(at, MODE_DRIVES), outdoor);
        a = plus<T>(a, vector(at, MODE_DRIVES + 1), sky);
        first = v128.add<T>(first, a);
        a = plus<T>(a, vector(at, MODE_AIR), air);
        v128.store(s, plus<T>(a, vector(at, MODE_RADIANT), radiant));
        let b = v128.mul<T>(vector(at, 9 + MODE_DECAY), v128.load(s, VECTOR));
        b = plus<T>(b, vector(at, 9 + MODE_DRIVES), outdoor);
        b = plus<T>(b, vector(at, 9 + MODE_DRIVES + 1), sky);
        second = v128.add<T>(second, b);
        b = plus<T>(b, vector(at, 9 + MODE_AIR), air);
        v128.store(s, plus<T>(b, vector(at, 9 + MODE_RADIANT), radiant), VECTOR);
      }
    }
    let y = v128.add<T>(v128.add<T>(first, second), direct);
    y = plus<T>(y, vector(row, AIR_LATER), air);
    y = plus<T>(y, vector(row, RADIANT_LATER), radiant);

    const place = <usize>load<u16>(word(TABLE_AT) + ((<usize>from + step) << 1));
    const table = wordOf(record, GROUP_SCHEDULE) + place * SCHEDULE_NUMBERS * sizeof<T>();
    const appliances = ownAppliances
      ? vector(word(APPLIANCES), step)
      : v128.mul<T>(vector(row, APPLIANCE_POWER), shared<T>(table, APPLIANCE_SHARE));
    const gains = plus<T>(appliances, vector(row, PERSON_POWER), shared<T>(table, PERSONS));
    const radiation = v128.mul<T>(gains, vector(row, RADIATIVE_SHARE));
    const exchange = plus<T>(vector(row, INFILTRATION), vector(row, VENTILATION), shared<T>(table, AIR_SHARE));
    const convection = plus<T>(v128.sub<T>(gains, radiation), exchange, outdoor);
    const one = v128.splat<T>(1);
    const held = plus<T>(one, vector(row, AIR_GAIN), exchange);
    const inverse = v128.div<T>(one, held);
    y = plus<T>(y, vector(row, RADIANT_GAIN), radiation);
    y = plus<T>(y, vector(row, AIR_GAIN), convection);
    const zero = v128.splat<T>(0);
    const cold = v128.sub<T>(v128.mul<T>(shared<T>(table, HEAT_TO), held), y);
    let heat = v128.pmax<T>(zero, v128.mul<T>(cold, vector(row, HEATING_PER_K)));
    heat = v128.pmin<T>(heat, vector(row, HEATING_CAPACITY));
    const warm = v128.sub<T>(y, v128.mul<T>(shared<T>(table, COOL_TO), held));
    let cool = v128.pmax<T>(zero, v128.mul<T>(warm, vector(row, COOLING_PER_K)));
    cool = v128.pmin<T>(cool, vector(row, COOLING_CAPACITY));
    y = plus<T>(y, vector(row, HEATING_GAIN), heat);
    y = v128.sub<T>(y, v128.mul<T>(vector(row, COOLING_GAIN), cool));
    const temp = v128.mul<T>(y, inverse);
    air = plus<T>(convection, vector(row, HEATING_CONVECTIVE), heat);
    air = v128.sub<T>(air, v128.mul<T>(vector(row, COOLING_CONVECTIVE), cool));
    air = v128.sub<T>(air, v128.mul<T>(exchange, temp));
    radiant = plus<T>(radiation, vector(row, HEATING_RADIATIVE), heat);
    radiant = v128.sub<T>(radiant, v128.mul<T>(vector(row, COOLING_RADIATIVE), cool));
    v128.store(word(HEAT) + step * VECTOR, heat);
    v128.store(word(COOL) + step * VECTOR, cool);
    v128.store(word(TEMP) + step * VECTOR, temp);
  }
  v128.store(end, air);
  v128.store(end, radiant, VECTOR);
}
