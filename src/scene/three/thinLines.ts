import { BufferAttribute, BufferGeometry, LineSegments, ShaderMaterial } from 'three';
import type { Line } from '../../model/network';
import { type RowTexture, TABLE_FETCH_GLSL } from './rowTexture';
import { simplified } from './ribbons';
import type { PaintIndex } from './split';

/**
 * Lines one pixel wide, for where the processor draws and a ribbon would be hardly wider: one vertex where a ribbon takes
 * four. The colours are those of the ribbons' table.
 */
export class ThinLines {
  readonly segments: LineSegments<BufferGeometry, ShaderMaterial>;

  constructor(
    lines: readonly Line[],
    isThin: (line: Line) => boolean,
    private readonly tables: Readonly<Record<PaintIndex, RowTexture<Uint8Array>>>,
    heightM: number,
    toleranceM: number,
  ) {
    const place: number[] = [];
    const rows: number[] = [];
    const index: number[] = [];
    lines.forEach((line, row) => {
      if (!isThin(line)) return;
      simplified(line.path, toleranceM).forEach(([x, y], at) => {
        if (at > 0) index.push(rows.length - 1, rows.length);
        place.push(x, y, heightM);
        rows.push(row);
      });
    });
    const geometry = new BufferGeometry();
    geometry.setAttribute('position', new BufferAttribute(Float32Array.from(place), 3));
    geometry.setAttribute('lineRow', new BufferAttribute(Float32Array.from(rows), 1));
    geometry.setIndex(index);
    const material = new ShaderMaterial({
      toneMapped: false,
      depthTest: false,
      depthWrite: false,
      uniforms: { uTable: { value: tables[0].texture } },
      vertexShader: THIN_VERTEX,
      fragmentShader: THIN_FRAGMENT,
    });
    this.segments = new LineSegments(geometry, material);
    this.segments.frustumCulled = false;
    this.segments.visible = false;
    this.segments.renderOrder = 20;
  }

  /** What the next picture shows. */
  wear(paint: PaintIndex): void {
    this.segments.material.uniforms['uTable']!.value = this.tables[paint].texture;
  }

  dispose(): void {
    this.segments.geometry.dispose();
    this.segments.material.dispose();
  }
}

const THIN_VERTEX = /* glsl */ `
uniform sampler2D uTable;
attribute float lineRow;
flat varying vec3 vColour;
${TABLE_FETCH_GLSL}
void main() {
  vColour = tableRow(uTable, lineRow).rgb;
  gl_Position = projectionMatrix * (modelViewMatrix * vec4(position, 1.0));
}
`;

const THIN_FRAGMENT = /* glsl */ `
flat varying vec3 vColour;
void main() { gl_FragColor = vec4(vColour, 1.0); }
`;
