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
