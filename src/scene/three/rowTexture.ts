import { DataTexture, FloatType, NearestFilter, NoColorSpace, RGBAFormat, UnsignedByteType } from 'three';

/** Texels per row of a table texture, a power of two; shaders hold the same figure. */
const WIDTH_BITS = 8;
export const TABLE_WIDTH = 1 << WIDTH_BITS;

/** GLSL that reads row `i` of a table texture. */
export const TABLE_FETCH_GLSL = /* glsl */ `
vec4 tableRow(sampler2D table, float row) {
  int i = int(row + 0.5);
  return texelFetch(table, ivec2(i & ${TABLE_WIDTH - 1}, i >> ${WIDTH_BITS}), 0);
}
`;

/**
 * Four values per element, read in a shader by the element's row: a new hour uploads this, and no geometry. Values are
 * handed over untouched (no colour space), so that a byte written is the byte drawn.
 */
export class RowTexture<Store extends Uint8Array | Float32Array> {
  readonly texture: DataTexture;

  private constructor(readonly store: Store) {
    const height = store.length / 4 / TABLE_WIDTH;
    const type = store instanceof Float32Array ? FloatType : UnsignedByteType;
    this.texture = new DataTexture(store, TABLE_WIDTH, height, RGBAFormat, type);
    this.texture.colorSpace = NoColorSpace;
    this.texture.magFilter = NearestFilter;
    this.texture.minFilter = NearestFilter;
    this.texture.generateMipmaps = false;
    this.texture.needsUpdate = true;
  }

  static bytes(rows: number): RowTexture<Uint8Array> {
    return new RowTexture(new Uint8Array(cells(rows)));
  }

  static floats(rows: number): RowTexture<Float32Array> {
    return new RowTexture(new Float32Array(cells(rows)));
  }

  write(values: ArrayLike<number>): void {
    this.store.set(values);
    this.texture.needsUpdate = true;
  }

  changed(): void {
    this.texture.needsUpdate = true;
  }

  dispose(): void {
    this.texture.dispose();
  }
}

const cells = (rows: number): number => Math.max(1, Math.ceil(rows / TABLE_WIDTH)) * TABLE_WIDTH * 4;
