import { BufferGeometry, Color, Mesh, ShaderMaterial, Vector2, Vector4 } from 'three';
import type { Line } from '../../model/network';
import { CASING, SURFACES, type Theme } from '../../state/display';
import { setBytes } from './cityLayer';
import { RIBBON_PLACE } from './ribbonShaders';
import { RowTexture } from './rowTexture';
import type { PaintIndex } from './split';

/** Groups of signs that pass a place in a second, by class. */
const SPEEDS_PER_S = [0.16, 0.32, 0.6, 1.1] as const;

/**
 * Chevrons on cables: they point where the power flows, one for little to four for much, and run the faster the more it is.
 * At rest number and direction say the same, so that nothing is lost where nothing may move.
 */
export class FlowLayer {
  readonly mesh: Mesh<BufferGeometry, ShaderMaterial>;
  /** Signed class and length in metres by line. */
  private readonly tables: Record<PaintIndex, RowTexture<Float32Array>>;
  private readonly hasFlow: Record<PaintIndex, boolean> = { 0: false, 1: false };
  private readonly phases = new Vector4();

  /** `ribbons`: those of the grid; the first `serviceCorners` of their index are left out. */
  constructor(
    lines: readonly Line[],
    ribbons: BufferGeometry,
    serviceCorners: number,
    style: RowTexture<Float32Array>,
  ) {
    const geometry = new BufferGeometry();
    for (const name of ['position', 'previous', 'next', 'along'])
      geometry.setAttribute(name, ribbons.getAttribute(name));
    geometry.setIndex(ribbons.getIndex());
    geometry.setDrawRange(serviceCorners, Infinity);
    this.tables = { 0: RowTexture.floats(lines.length), 1: RowTexture.floats(lines.length) };
    for (const { store } of [this.tables[0], this.tables[1]])
      lines.forEach(({ path }, row) => {
        store[row * 4 + 1] = path.reduce(
          (sum, [x, y], at) => sum + Math.hypot(x - (path[at - 1]?.[0] ?? x), y - (path[at - 1]?.[1] ?? y)),
          0,
        );
      });
    this.mesh = new Mesh(geometry, flowMaterial(this.tables[0], style, this.phases));
    this.mesh.frustumCulled = false;
    this.mesh.renderOrder = 26;
    this.mesh.visible = false;
  }

  paint(paint: PaintIndex, flows: readonly number[] | null): void {
    this.hasFlow[paint] = flows !== null;
    if (flows === null) return;
    const { store } = this.tables[paint];
    flows.forEach((flow, row) => (store[row * 4] = flow));
    this.tables[paint].changed();
  }

  /** What the next picture shows. */
  wear(paint: PaintIndex): void {
    this.mesh.visible = this.hasFlow[paint];
    this.mesh.material.uniforms['uFlow']!.value = this.tables[paint].texture;
  }

  advance(dtS: number): void {
    this.phases.fromArray(this.phases.toArray().map((phase, at) => (phase + dtS * SPEEDS_PER_S[at]!) % 1));
  }

  frame(width: number, height: number, theme: Theme): void {
    const { uniforms } = this.mesh.material;
    (uniforms['uViewport']!.value as Vector2).set(width, height);
    setBytes(uniforms['uInk']!.value as Color, CASING[theme]);
    setBytes(uniforms['uPage']!.value as Color, SURFACES[theme].page);
  }

  dispose(): void {
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
    for (const table of [this.tables[0], this.tables[1]]) table.dispose();
  }
}

function flowMaterial(
  flow: RowTexture<Float32Array>,
  style: RowTexture<Float32Array>,
  phases: Vector4,
): ShaderMaterial {
  return new ShaderMaterial({
    transparent: true,
    depthTest: false,
    depthWrite: false,
    toneMapped: false,
    side: 2,
    uniforms: {
      uFlow: { value: flow.texture },
      uStyle: { value: style.texture },
      uViewport: { value: new Vector2(1, 1) },
      uPhases: { value: phases },
      uInk: { value: new Color() },
      uPage: { value: new Color() },
    },
    vertexShader: FLOW_VERTEX,
    fragmentShader: FLOW_FRAGMENT,
  });
}

/** A line shorter on screen than its signs has none. */
const FLOW_VERTEX = /* glsl */ `
uniform sampler2D uFlow;
uniform sampler2D uStyle;
flat varying vec2 vFlow;
varying float vAcrossPx;
varying float vFromMiddleM;
${RIBBON_PLACE}
void main() {
  vFlow = tableRow(uFlow, along.z).xy;
  vec4 here = clipOf(position);
  vPxPerM = uViewport.y * 0.5 * projectionMatrix[1][1] / max(here.w, 1e-3);
  vAcrossPx = along.x * 7.0;
  vFromMiddleM = along.y - 0.5 * vFlow.y;
  if (abs(vFlow.x) < 0.5 || vFlow.y * vPxPerM < 24.0) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  else gl_Position = layRibbon(here, 7.0, tableRow(uStyle, along.z).z);
}
`;

/** Groups lie 60 to 120 pixels apart; the distance keeps to steps of two, so that no zoom makes them slide. */
const FLOW_FRAGMENT = /* glsl */ `
uniform vec4 uPhases;
uniform vec3 uInk;
uniform vec3 uPage;
flat varying vec2 vFlow;
varying float vAcrossPx;
varying float vFromMiddleM;
varying float vPxPerM;
float cover(float d) { return clamp(0.5 - d, 0.0, 1.0); }
void main() {
  float size = abs(vFlow.x);
  float way = sign(vFlow.x);
  float apartM = exp2(floor(log2(120.0 / max(vPxPerM, 1e-3))));
  float phase = dot(uPhases, vec4(equal(vec4(size), vec4(1.0, 2.0, 3.0, 4.0))));
  float alongPx = (fract(way * vFromMiddleM / apartM - phase + 0.5) - 0.5) * apartM * vPxPerM;
  float across = abs(vAcrossPx);
  float bent = alongPx + 0.9 * across - 2.0 + 2.75 * (size - 1.0);
  float nearest = clamp(floor(bent / 5.5 + 0.5), 0.0, size - 1.0);
  float d = abs(bent - 5.5 * nearest) * 0.74;
  float ink = cover(d - 0.8) * cover(across - 4.4);
  float halo = cover(d - 2.0) * cover(across - 5.6);
  if (halo < 0.02) discard;
  gl_FragColor = vec4(mix(uPage, uInk, ink), max(ink, 0.85 * halo));
}
`;
