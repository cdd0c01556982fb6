import { imaginary, real, SLOT_BYTES } from './memory';

/** target -= L b for a block [3][3][re, im]; with `balanced` also rest += L b. */
@inline
export function subtractProduct<T>(
  target: usize,
  rest: usize,
  balanced: bool,
  l: usize,
  b0: v128,
  b1: v128,
  b2: v128,
  b3: v128,
  b4: v128,
  b5: v128,
): void {
  {
    const y0 = v128.load(l, 0 * sizeof<T>());
    const r0 = real<T>(y0);
    const i0 = imaginary<T>(y0);
    let re = v128.sub<T>(v128.mul<T>(r0, b0), v128.mul<T>(i0, b1));
    let im = v128.add<T>(v128.mul<T>(r0, b1), v128.mul<T>(i0, b0));
    const y1 = v128.load(l, 2 * sizeof<T>());
    const r1 = real<T>(y1);
    const i1 = imaginary<T>(y1);
    re = v128.sub<T>(v128.add<T>(re, v128.mul<T>(r1, b2)), v128.mul<T>(i1, b3));
    im = v128.add<T>(v128.add<T>(im, v128.mul<T>(r1, b3)), v128.mul<T>(i1, b2));
    const y2 = v128.load(l, 4 * sizeof<T>());
    const r2 = real<T>(y2);
    const i2 = imaginary<T>(y2);
    re = v128.sub<T>(v128.add<T>(re, v128.mul<T>(r2, b4)), v128.mul<T>(i2, b5));
    im = v128.add<T>(v128.add<T>(im, v128.mul<T>(r2, b5)), v128.mul<T>(i2, b4));
    v128.store(target, v128.sub<T>(v128.load(target, 0 * SLOT_BYTES), re), 0 * SLOT_BYTES);
    v128.store(target, v128.sub<T>(v128.load(target, 1 * SLOT_BYTES), im), 1 * SLOT_BYTES);
    if (balanced) {
      v128.store(rest, v128.add<T>(v128.load(rest, 0 * SLOT_BYTES), re), 0 * SLOT_BYTES);
      v128.store(rest, v128.add<T>(v128.load(rest, 1 * SLOT_BYTES), im), 1 * SLOT_BYTES);
    }
  }
  {
    const y0 = v128.load(l, 6 * sizeof<T>());
    const r0 = real<T>(y0);
    const i0 = imaginary<T>(y0);
    let re = v128.sub<T>(v128.mul<T>(r0, b0), v128.mul<T>(i0, b1));
    let im = v128.add<T>(v128.mul<T>(r0, b1), v128.mul<T>(i0, b0));
    const y1 = v128.load(l, 8 * sizeof<T>());
    const r1 = real<T>(y1);
    const i1 = imaginary<T>(y1);
    re = v128.sub<T>(v128.add<T>(re, v128.mul<T>(r1, b2)), v128.mul<T>(i1, b3));
    im = v128.add<T>(v128.add<T>(im, v128.mul<T>(r1, b3)), v128.mul<T>(i1, b2));
    const y2 = v128.load(l, 10 * sizeof<T>());
    const r2 = real<T>(y2);
    const i2 = imaginary<T>(y2);
    re = v128.sub<T>(v128.add<T>(re, v128.mul<T>(r2, b4)), v128.mul<T>(i2, b5));
    im = v128.add<T>(v128.add<T>(im, v128.mul<T>(r2, b5)), v128.mul<T>(i2, b4));
    v128.store(target, v128.sub<T>(v128.load(target, 2 * SLOT_BYTES), re), 2 * SLOT_BYTES);
    v128.store(target, v128.sub<T>(v128.load(target, 3 * SLOT_BYTES), im), 3 * SLOT_BYTES);
    if (balanced) {
      v128.store(rest, v128.add<T>(v128.load(rest, 2 * SLOT_BYTES), re), 2 * SLOT_BYTES);
      v128.store(rest, v128.add<T>(v128.load(rest, 3 * SLOT_BYTES), im), 3 * SLOT_BYTES);
    }
  }
  {
    const y0 = v128.load(l, 12 * sizeof<T>());
    const r0 = real<T>(y0);
    const i0 = imaginary<T>(y0);
    let re = v128.sub<T>(v128.mul<T>(r0, b0), v128.mul<T>(i0, b1));
    let im = v128.add<T>(v128.mul<T>(r0, b1), v128.mul<T>(i0, b0));
    const y1 = v128.load(l, 14 * sizeof<T>());
    const r1 = real<T>(y1);
    const i1 = imaginary<T>(y1);
    re = v128.sub<T>(v128.add<T>(re, v128.mul<T>(r1, b2)), v128.mul<T>(i1, b3));
    im = v128.add<T>(v128.add<T>(im, v128.mul<T>(r1, b3)), v128.mul<T>(i1, b2));
    const y2 = v128.load(l, 16 * sizeof<T>());
    const r2 = real<T>(y2);
    const i2 = imaginary<T>(y2);
    re = v128.sub<T>(v128.add<T>(re, v128.mul<T>(r2, b4)), v128.mul<T>(i2, b5));
    im = v128.add<T>(v128.add<T>(im, v128.mul<T>(r2, b5)), v128.mul<T>(i2, b4));
    v128.store(target, v128.sub<T>(v128.load(target, 4 * SLOT_BYTES), re), 4 * SLOT_BYTES);
    v128.store(target, v128.sub<T>(v128.load(target, 5 * SLOT_BYTES), im), 5 * SLOT_BYTES);
    if (balanced) {
      v128.store(rest, v128.add<T>(v128.load(rest, 4 * SLOT_BYTES), re), 4 * SLOT_BYTES);
      v128.store(rest, v128.add<T>(v128.load(rest, 5 * SLOT_BYTES), im), 5 * SLOT_BYTES);
    }
  }
}
