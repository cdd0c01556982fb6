import {
  DAYLIGHT,
  GLASS_PLANES,
  GROUP_WEIGHTS,
  ROOF_PLANES,
  SUN,
  VECTOR,
  WALL_PLANES,
  YEAR,
  YEAR_NUMBERS,
} from '../header';
import { plus, shared, vector, word, wordOf } from './memory';

/** (10) Sun on a group's roofs and walls, through and into its panes, of steps with daylight. */
export function fillSun<T>(record: usize, from: i32, count: i32): void {
  const bytes = word(YEAR_NUMBERS) * sizeof<T>();
  const roofs = word(ROOF_PLANES);
  const walls = word(WALL_PLANES);
  const glass = word(GLASS_PLANES);
  const weights = wordOf(record, GROUP_WEIGHTS);
  let year = word(YEAR) + <usize>from * bytes + 2 * sizeof<T>();
  let out = word(SUN);
  for (let step = 0; step < count; step++) {
    if (load<u8>(word(DAYLIGHT) + from + step) != 0) {
      let at = year;
      let weight = weights;
      v128.store(out, weighted<T>(at, weight, roofs));
      at += roofs * sizeof<T>();
      weight += roofs * VECTOR;
      v128.store(out, weighted<T>(at, weight, walls), 1 * VECTOR);
      at += walls * sizeof<T>();
      weight += walls * VECTOR;
      v128.store(out, weighted<T>(at, weight, glass), 2 * VECTOR);
      at += glass * sizeof<T>();
      weight += glass * VECTOR;
      v128.store(out, weighted<T>(at, weight, glass), 3 * VECTOR);
    }
    year += bytes;
    out += 4 * VECTOR;
  }
}

@inline
function weighted<T>(at: usize, weight: usize, planes: usize): v128 {
  let sum = v128.splat<T>(0);
  for (let plane: usize = 0; plane < planes; plane++) {
    sum = plus<T>(sum, vector(weight, plane), shared<T>(at, plane));
  }
  return sum;
}
