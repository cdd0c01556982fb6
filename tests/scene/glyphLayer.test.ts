import type { BufferAttribute, InterleavedBufferAttribute } from 'three';
import { expect, it, vi } from 'vitest';
import { GlyphLayer } from '../../src/scene/three/glyphLayer';

/** The cheapest wrong program frees what the signs wear just then, and leaves the other paint's colours and flags on the card. */
it('frees the colours and flags of both paints when the signs go', () => {
  vi.stubGlobal('document', { createElement: () => ({ getContext: () => null }) });
  const layer = new GlyphLayer([{ kind: 'source', position: [0, 0] }], 1);
  const { geometry } = layer.mesh;
  const worn = new Set<BufferAttribute | InterleavedBufferAttribute>();
  for (const paint of [0, 1, 0] as const) {
    layer.wear(paint);
    for (const name of ['tint', 'flags']) worn.add(geometry.getAttribute(name));
  }
  expect(worn.size).toBe(4);
  let freed: unknown[] = [];
  geometry.addEventListener('dispose', () => (freed = Object.values(geometry.attributes)));
  layer.dispose();
  for (const one of worn) expect(freed.includes(one)).toBe(true);
});

/** The cheapest wrong program shows the first of a group, or forgets the mark of one that is not the worst. */
it('shows in a shared sign the colour of the worst inside, its alert, and the number of them, by paint', () => {
  vi.stubGlobal('document', { createElement: () => ({ getContext: () => null }) });
  const at = (x: number) => ({ kind: 'transformer', position: [x, 0] }) as const;
  const layer = new GlyphLayer([at(0), at(1), at(2), at(500)], 1);
  const state = (colour: string, percent: number, emphasis: 0 | 1 | 2 = 0) =>
    ({ colour, percent, alert: percent > 100, severe: percent > 120, emphasis }) as const;
  layer.set(0, [
    state('#101010', 40, 1),
    state('#ff0000', 131),
    state('#202020', Number.NaN),
    state('#0000ff', 10),
  ]);
  layer.set(1, [state('#101010', 90), state('#ff0000', 12), state('#202020', 50), state('#0000ff', 10)]);
  layer.arrange([[0, 1, 2], [3]]);
  const worn = (paint: 0 | 1, sign: number) => {
    layer.wear(paint);
    const { geometry } = layer.mesh;
    const [tint, flags] = [geometry.getAttribute('tint'), geometry.getAttribute('flags')];
    return {
      red: tint.getX(sign),
      flags: [flags.getX(sign), flags.getY(sign), flags.getZ(sign), flags.getW(sign)],
    };
  };
  expect(worn(0, 0)).toEqual({ red: 1, flags: [1, 1, 1, 3] });
  expect(worn(1, 0).red).toBeCloseTo(16 / 255, 6);
  expect(worn(1, 0).flags).toEqual([0, 0, 0, 3]);
  expect(worn(0, 1).flags).toEqual([0, 0, 0, 1]);
  expect(layer.worstOf([0, 1, 2], 0)).toBe(1);
  expect(layer.worstOf([2, 0], 0)).toBe(0);
  layer.dispose();
});
