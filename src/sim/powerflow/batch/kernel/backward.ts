import {
  ACTIVE_BLOCK,
  ACTIVE_ENTRY,
  ACTIVE_POSITION,
  BLOCK_COUNT,
  COLUMNS,
  COLUMN_BALANCED,
  COLUMN_ENDS,
  COLUMN_ENTRIES,
  COLUMN_SHUNTED,
  DEVIATION32,
  ENTRY_COUNT,
  ENTRY_ROWS,
  LOWER32,
  POSITION_COUNT,
  SCALED32,
} from '../header';
import { changeAt, maskAt } from './lanes';
import {
  arrayOf,
  imaginary,
  No,
  POSITION_BYTES,
  real,
  SLOT_BYTES,
  vectorOffset,
  vectors,
  word,
  Yes,
} from './memory';

/**
 * Backward substitution U = SCALED - L' U (rows above), with the largest change of a component per lane when `Checked`.
 * `Old` is the precision the previous U stands in. `Masked`: lanes whose mask is zero keep their U, bit for bit.
 */
export function backward<T, Old, Checked, Masked>(index: i32): void {
  backwardVector<T, Old, Checked, Masked, No>(
    index,
    word(ACTIVE_POSITION),
    word(POSITION_COUNT),
    word(ENTRY_COUNT),
    word(BLOCK_COUNT),
  );
}

/** Voltages of the columns without injections below, once after the last iteration. */
export function backwardIdle<T>(): void {
  for (let index = 0; index < vectors<T>(); index++) {
    backwardVector<T, T, No, No, Yes>(
      index,
      0,
      word(ACTIVE_POSITION),
      word(ACTIVE_ENTRY),
      word(ACTIVE_BLOCK),
    );
  }
}

@inline
function backwardVector<T, Old, Checked, Masked, Idle>(
  index: i32,
  first: i32,
  last: i32,
  entries: i32,
  blocks: i32,
): void {
  const lane = vectorOffset<T, T>(index);
  const lanes = <usize>index << 4;
  const all = arrayOf<T>(DEVIATION32) + lane;
  const start = <usize>word(COLUMNS) + (<usize>first << 2);
  let column = <usize>word(COLUMNS) + (<usize>last << 2);
  let row = <usize>word(ENTRY_ROWS) + (<usize>entries << 2);
  let l = arrayOf<T>(LOWER32) + <usize>blocks * (18 * sizeof<T>());
  let w = arrayOf<T>(SCALED32) + <usize>last * POSITION_BYTES;
  let u = all + <usize>last * POSITION_BYTES;
  let old = arrayOf<Old>(DEVIATION32) + <usize>last * POSITION_BYTES + vectorOffset<T, Old>(index);
  const mask = sizeof<Masked>() == 2 ? v128.load(maskAt<T>() + lanes) : v128.splat<T>(0);
  let change0 = sizeof<Checked>() == 2 ? v128.load(changeAt<T>() + lanes) : v128.splat<T>(0);
  let change1 = change0;
  let change2 = change0;
  let u0 = v128.splat<T>(0);
  let u1 = v128.splat<T>(0);
  let u2 = v128.splat<T>(0);
  let u3 = v128.splat<T>(0);
  let u4 = v128.splat<T>(0);
  let u5 = v128.splat<T>(0);
  while (column > start) {
    column -= 4;
    w -= POSITION_BYTES;
    u -= POSITION_BYTES;
    old -= POSITION_BYTES;
    const flags = load<i32>(column);
    if ((flags & COLUMN_ENDS) != 0) {
      let count = flags >> COLUMN_ENTRIES;
      const balanced = (flags & COLUMN_BALANCED) != 0;
      let last = all;
      u0 = v128.splat<T>(0);
      u1 = v128.splat<T>(0);
      u2 = v128.splat<T>(0);
      u3 = v128.splat<T>(0);
      u4 = v128.splat<T>(0);
      u5 = v128.splat<T>(0);
      if (balanced) {
        last = all + <usize>load<i32>(row - 4) * POSITION_BYTES;
        u0 = v128.load(last, 0 * SLOT_BYTES);
        u1 = v128.load(last, 1 * SLOT_BYTES);
        u2 = v128.load(last, 2 * SLOT_BYTES);
        u3 = v128.load(last, 3 * SLOT_BYTES);
        u4 = v128.load(last, 4 * SLOT_BYTES);
        u5 = v128.load(last, 5 * SLOT_BYTES);
        if ((flags & COLUMN_SHUNTED) == 0) {
          row -= 4;
          count--;
        }
      }
      for (let entry = 0; entry < count; entry++) {
        row -= 4;
        l -= 18 * sizeof<T>();
        const at = all + <usize>load<i32>(row) * POSITION_BYTES;
        let x0 = v128.load(at, 0 * SLOT_BYTES);
        let x1 = v128.load(at, 1 * SLOT_BYTES);
        let x2 = v128.load(at, 2 * SLOT_BYTES);
        let x3 = v128.load(at, 3 * SLOT_BYTES);
        let x4 = v128.load(at, 4 * SLOT_BYTES);
        let x5 = v128.load(at, 5 * SLOT_BYTES);
        // Of a balanced column, differences to the last row; the shunts' block takes that row itself.
        if (balanced && at != last) {
          x0 = v128.sub<T>(x0, v128.load(last, 0 * SLOT_BYTES));
          x1 = v128.sub<T>(x1, v128.load(last, 1 * SLOT_BYTES));
          x2 = v128.sub<T>(x2, v128.load(last, 2 * SLOT_BYTES));
          x3 = v128.sub<T>(x3, v128.load(last, 3 * SLOT_BYTES));
          x4 = v128.sub<T>(x4, v128.load(last, 4 * SLOT_BYTES));
          x5 = v128.sub<T>(x5, v128.load(last, 5 * SLOT_BYTES));
        }
        {
          const y0 = v128.load(l, 0 * sizeof<T>());
          const r0 = real<T>(y0);
          const i0 = imaginary<T>(y0);
          let re = v128.sub<T>(v128.mul<T>(r0, x0), v128.mul<T>(i0, x1));
          let im = v128.add<T>(v128.mul<T>(r0, x1), v128.mul<T>(i0, x0));
          const y1 = v128.load(l, 6 * sizeof<T>());
          const r1 = real<T>(y1);
          const i1 = imaginary<T>(y1);
          re = v128.sub<T>(v128.add<T>(re, v128.mul<T>(r1, x2)), v128.mul<T>(i1, x3));
          im = v128.add<T>(v128.add<T>(im, v128.mul<T>(r1, x3)), v128.mul<T>(i1, x2));
          const y2 = v128.load(l, 12 * sizeof<T>());
          const r2 = real<T>(y2);
          const i2 = imaginary<T>(y2);
          re = v128.sub<T>(v128.add<T>(re, v128.mul<T>(r2, x4)), v128.mul<T>(i2, x5));
          im = v128.add<T>(v128.add<T>(im, v128.mul<T>(r2, x5)), v128.mul<T>(i2, x4));
          u0 = v128.sub<T>(u0, re);
          u1 = v128.sub<T>(u1, im);
        }
        {
          const y0 = v128.load(l, 2 * sizeof<T>());
          const r0 = real<T>(y0);
          const i0 = imaginary<T>(y0);
          let re = v128.sub<T>(v128.mul<T>(r0, x0), v128.mul<T>(i0, x1));
          let im = v128.add<T>(v128.mul<T>(r0, x1), v128.mul<T>(i0, x0));
          const y1 = v128.load(l, 8 * sizeof<T>());
          const r1 = real<T>(y1);
          const i1 = imaginary<T>(y1);
          re = v128.sub<T>(v128.add<T>(re, v128.mul<T>(r1, x2)), v128.mul<T>(i1, x3));
          im = v128.add<T>(v128.add<T>(im, v128.mul<T>(r1, x3)), v128.mul<T>(i1, x2));
          const y2 = v128.load(l, 14 * sizeof<T>());
          const r2 = real<T>(y2);
          const i2 = imaginary<T>(y2);
          re = v128.sub<T>(v128.add<T>(re, v128.mul<T>(r2, x4)), v128.mul<T>(i2, x5));
          im = v128.add<T>(v128.add<T>(im, v128.mul<T>(r2, x5)), v128.mul<T>(i2, x4));
          u2 = v128.sub<T>(u2, re);
          u3 = v128.sub<T>(u3, im);
        }
        {
          const y0 = v128.load(l, 4 * sizeof<T>());
          const r0 = real<T>(y0);
          const i0 = imaginary<T>(y0);
          let re = v128.sub<T>(v128.mul<T>(r0, x0), v128.mul<T>(i0, x1));
          let im = v128.add<T>(v128.mul<T>(r0, x1), v128.mul<T>(i0, x0));
          const y1 = v128.load(l, 10 * sizeof<T>());
          const r1 = real<T>(y1);
          const i1 = imaginary<T>(y1);
          re = v128.sub<T>(v128.add<T>(re, v128.mul<T>(r1, x2)), v128.mul<T>(i1, x3));
          im = v128.add<T>(v128.add<T>(im, v128.mul<T>(r1, x3)), v128.mul<T>(i1, x2));
          const y2 = v128.load(l, 16 * sizeof<T>());
          const r2 = real<T>(y2);
          const i2 = imaginary<T>(y2);
          re = v128.sub<T>(v128.add<T>(re, v128.mul<T>(r2, x4)), v128.mul<T>(i2, x5));
          im = v128.add<T>(v128.add<T>(im, v128.mul<T>(r2, x5)), v128.mul<T>(i2, x4));
          u4 = v128.sub<T>(u4, re);
          u5 = v128.sub<T>(u5, im);
        }
      }
    }
    if (sizeof<Idle>() == 1) u0 = v128.add<T>(u0, v128.load(w, 0 * SLOT_BYTES));
    if (sizeof<Checked>() == 2 || sizeof<Masked>() == 2) {
      const before =
        sizeof<T>() == sizeof<Old>()
          ? v128.load(old, 0 * SLOT_BYTES)
          : f64x2.promote_low_f32x4(v128.load64_zero(old, 0 * SLOT_BYTES));
      if (sizeof<Masked>() == 2) u0 = v128.bitselect(u0, before, mask);
      if (sizeof<Checked>() == 2) change0 = v128.pmax<T>(change0, v128.abs<T>(v128.sub<T>(u0, before)));
    }
    v128.store(u, u0, 0 * SLOT_BYTES);
    if (sizeof<Idle>() == 1) u1 = v128.add<T>(u1, v128.load(w, 1 * SLOT_BYTES));
    if (sizeof<Checked>() == 2 || sizeof<Masked>() == 2) {
      const before =
        sizeof<T>() == sizeof<Old>()
          ? v128.load(old, 1 * SLOT_BYTES)
          : f64x2.promote_low_f32x4(v128.load64_zero(old, 1 * SLOT_BYTES));
      if (sizeof<Masked>() == 2) u1 = v128.bitselect(u1, before, mask);
      if (sizeof<Checked>() == 2) change0 = v128.pmax<T>(change0, v128.abs<T>(v128.sub<T>(u1, before)));
    }
    v128.store(u, u1, 1 * SLOT_BYTES);
    if (sizeof<Idle>() == 1) u2 = v128.add<T>(u2, v128.load(w, 2 * SLOT_BYTES));
    if (sizeof<Checked>() == 2 || sizeof<Masked>() == 2) {
      const before =
        sizeof<T>() == sizeof<Old>()
          ? v128.load(old, 2 * SLOT_BYTES)
          : f64x2.promote_low_f32x4(v128.load64_zero(old, 2 * SLOT_BYTES));
      if (sizeof<Masked>() == 2) u2 = v128.bitselect(u2, before, mask);
      if (sizeof<Checked>() == 2) change1 = v128.pmax<T>(change1, v128.abs<T>(v128.sub<T>(u2, before)));
    }
    v128.store(u, u2, 2 * SLOT_BYTES);
    if (sizeof<Idle>() == 1) u3 = v128.add<T>(u3, v128.load(w, 3 * SLOT_BYTES));
    if (sizeof<Checked>() == 2 || sizeof<Masked>() == 2) {
      const before =
        sizeof<T>() == sizeof<Old>()
          ? v128.load(old, 3 * SLOT_BYTES)
          : f64x2.promote_low_f32x4(v128.load64_zero(old, 3 * SLOT_BYTES));
      if (sizeof<Masked>() == 2) u3 = v128.bitselect(u3, before, mask);
      if (sizeof<Checked>() == 2) change1 = v128.pmax<T>(change1, v128.abs<T>(v128.sub<T>(u3, before)));
    }
    v128.store(u, u3, 3 * SLOT_BYTES);
    if (sizeof<Idle>() == 1) u4 = v128.add<T>(u4, v128.load(w, 4 * SLOT_BYTES));
    if (sizeof<Checked>() == 2 || sizeof<Masked>() == 2) {
      const before =
        sizeof<T>() == sizeof<Old>()
          ? v128.load(old, 4 * SLOT_BYTES)
          : f64x2.promote_low_f32x4(v128.load64_zero(old, 4 * SLOT_BYTES));
      if (sizeof<Masked>() == 2) u4 = v128.bitselect(u4, before, mask);
      if (sizeof<Checked>() == 2) change2 = v128.pmax<T>(change2, v128.abs<T>(v128.sub<T>(u4, before)));
    }
    v128.store(u, u4, 4 * SLOT_BYTES);
    if (sizeof<Idle>() == 1) u5 = v128.add<T>(u5, v128.load(w, 5 * SLOT_BYTES));
    if (sizeof<Checked>() == 2 || sizeof<Masked>() == 2) {
      const before =
        sizeof<T>() == sizeof<Old>()
          ? v128.load(old, 5 * SLOT_BYTES)
          : f64x2.promote_low_f32x4(v128.load64_zero(old, 5 * SLOT_BYTES));
      if (sizeof<Masked>() == 2) u5 = v128.bitselect(u5, before, mask);
      if (sizeof<Checked>() == 2) change2 = v128.pmax<T>(change2, v128.abs<T>(v128.sub<T>(u5, before)));
    }
    v128.store(u, u5, 5 * SLOT_BYTES);
  }
  if (sizeof<Checked>() == 2) {
    v128.store(changeAt<T>() + lanes, v128.pmax<T>(change0, v128.pmax<T>(change1, change2)));
  }
}
