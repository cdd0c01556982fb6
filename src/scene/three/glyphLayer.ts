import {
  type BufferGeometry,
  Color,
  Float32BufferAttribute,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  ShaderMaterial,
  Vector2,
} from 'three';
import { CASING, SURFACES, type Theme } from '../../state/display';
import { bytesOf, type Hex } from '../../state/display';
import { setBytes } from './cityLayer';

export type GlyphKind = 'transformer' | 'source' | 'openSwitch';
export interface Glyph {
  readonly kind: GlyphKind;
  readonly position: readonly [number, number];
}
export interface GlyphState {
  readonly colour: string;
  readonly alert: boolean;
  readonly severe: boolean;
  readonly emphasis: 0 | 1 | 2;
}

/** Half the drawn size in CSS pixels, casing and outline included. */
const HALF_PX = 22;
const KIND: Readonly<Record<GlyphKind, number>> = { transformer: 0, source: 1, openSwitch: 2 };

/** Transformers, the substation and open points: quads of constant size on screen, always on top. */
export class GlyphLayer {
  readonly mesh: Mesh<InstancedBufferGeometry, ShaderMaterial>;
  private readonly colour: InstancedBufferAttribute;
  private readonly flags: InstancedBufferAttribute;

  constructor(
    readonly glyphs: readonly Glyph[],
    heightM: number,
  ) {
    const geometry = new InstancedBufferGeometry();
    geometry.setAttribute(
      'position',
      new Float32BufferAttribute([-1, -1, 0, 1, -1, 0, 1, 1, 0, -1, 1, 0], 3),
    );
    geometry.setIndex([0, 1, 2, 0, 2, 3]);
    geometry.instanceCount = glyphs.length;
    const place = new Float32Array(glyphs.length * 4);
    glyphs.forEach((glyph, at) => place.set([...glyph.position, heightM, KIND[glyph.kind]], at * 4));
    geometry.setAttribute('place', new InstancedBufferAttribute(place, 4));
    this.colour = new InstancedBufferAttribute(new Float32Array(glyphs.length * 3).fill(0.6), 3);
    this.flags = new InstancedBufferAttribute(new Float32Array(glyphs.length * 3), 3);
    geometry.setAttribute('tint', this.colour);
    geometry.setAttribute('flags', this.flags);
    this.mesh = new Mesh<InstancedBufferGeometry, ShaderMaterial>(geometry, glyphMaterial());
    this.mesh.frustumCulled = false;
    this.mesh.renderOrder = 30;
  }

  set(states: readonly GlyphState[]): void {
    states.forEach((state, at) => {
      const [red, green, blue] = bytesOf(state.colour as Hex);
      this.colour.setXYZ(at, red / 255, green / 255, blue / 255);
      this.flags.setXYZ(at, state.alert ? 1 : 0, state.severe ? 1 : 0, state.emphasis);
    });
    this.colour.needsUpdate = true;
    this.flags.needsUpdate = true;
  }

  frame(width: number, height: number, theme: Theme): void {
    const { uniforms } = this.mesh.material;
    (uniforms['uViewport']!.value as Vector2).set(width, height);
    setBytes(uniforms['uCasing']!.value as Color, CASING[theme]);
    setBytes(uniforms['uPage']!.value as Color, SURFACES[theme].page);
  }

  dispose(): void {
    (this.mesh.geometry as BufferGeometry).dispose();
    this.mesh.material.dispose();
  }
}

function glyphMaterial(): ShaderMaterial {
  return new ShaderMaterial({
    transparent: true,
    depthTest: false,
    depthWrite: false,
    toneMapped: false,
    uniforms: {
      uViewport: { value: new Vector2(1, 1) },
      uCasing: { value: new Color() },
      uPage: { value: new Color() },
    },
    vertexShader: /* glsl */ `
      attribute vec4 place;
      attribute vec3 tint;
      attribute vec3 flags;
      uniform vec2 uViewport;
      varying vec2 vAt;
      flat varying vec3 vTint;
      flat varying vec3 vFlags;
      flat varying float vKind;
      void main() {
        vAt = position.xy * ${HALF_PX.toFixed(1)};
        vTint = tint;
        vFlags = flags;
        vKind = place.w;
        gl_Position = projectionMatrix * modelViewMatrix * vec4(place.xyz, 1.0);
        gl_Position.xy += vAt * 2.0 / uViewport * gl_Position.w;
      }`,
    fragmentShader: GLYPH_FRAGMENT,
  });
}

/** Signed distances in pixels: two overlapping rings (IEC 60617), a square for the source, a slashed ring for an open switch. */
const GLYPH_FRAGMENT = /* glsl */ `
uniform vec3 uCasing;
uniform vec3 uPage;
varying vec2 vAt;
flat varying vec3 vTint;
flat varying vec3 vFlags;
flat varying float vKind;
float cover(float d) { return clamp(0.5 - d, 0.0, 1.0); }
float box(vec2 p, vec2 h) { vec2 q = abs(p) - h; return length(max(q, 0.0)) + min(max(q.x, q.y), 0.0); }
vec4 over(vec4 under, vec3 colour, float a) {
  return vec4(mix(under.rgb, colour, a), max(under.a, a));
}
void main() {
  vec4 c = vec4(uCasing, 0.0);
  float body;
  if (vKind < 0.5) {
    body = min(length(vAt - vec2(0.0, 4.2)), length(vAt + vec2(0.0, 4.2))) - 7.5;
  } else if (vKind < 1.5) {
    body = box(vAt, vec2(8.5)) - 1.5;
  } else {
    body = length(vAt) - 6.0;
  }
  if (vFlags.z > 0.5) {
    float ring = (vFlags.z > 1.5 ? 3.0 : 1.5) + 2.6 * vFlags.y;
    c = over(c, uCasing, cover(body - ring - 4.0));
    c = over(c, uPage, cover(body - ring - 2.8));
  }
  if (vFlags.y > 0.5) {
    c = over(c, uCasing, cover(body - 6.4));
    c = over(c, vTint, cover(body - 5.4));
    c = over(c, uPage, cover(body - 3.0));
  }
  c = over(c, uCasing, cover(body - 1.6));
  c = over(c, vKind < 1.5 ? vTint : uPage, cover(body));
  if (vKind < 0.5) {
    float rings = min(abs(length(vAt - vec2(0.0, 4.2)) - 6.6), abs(length(vAt + vec2(0.0, 4.2)) - 6.6));
    c = over(c, uCasing, 0.85 * cover(rings - 0.6) * cover(body + 1.2));
  } else if (vKind < 1.5) {
    c = over(c, uCasing, cover(abs(vAt.y) - 1.2) * cover(body + 2.5));
  } else {
    c = over(c, uCasing, cover(abs(vAt.x - vAt.y) * 0.7071 - 1.1) * cover(body + 0.5));
  }
  if (vFlags.x > 0.5) {
    vec2 p = vAt - vec2(10.5, 10.5);
    c = over(c, uPage, cover(length(p) - 7.6));
    c = over(c, uCasing, cover(length(p) - 6.6));
    float bang = min(box(p - vec2(0.0, 1.3), vec2(0.9, 2.4)), length(p + vec2(0.0, 3.3)) - 1.2);
    c = over(c, uPage, cover(bang));
  }
  if (c.a < 0.01) discard;
  gl_FragColor = c;
}
`;
