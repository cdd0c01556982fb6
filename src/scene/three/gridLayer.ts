import {
  BufferAttribute,
  BufferGeometry,
  Color,
  GreaterDepth,
  Group,
  LessEqualDepth,
  Mesh,
  ShaderMaterial,
  Vector2,
} from 'three';
import type { LineRole, Network } from '../../model/network';
import { bytesOf, CASING, type Hex, type Theme } from '../../state/display';
import type { LineState } from '../types';
import { setBytes } from './cityLayer';
import { buildRibbons } from './ribbons';
import { RowTexture, TABLE_FETCH_GLSL } from './rowTexture';

/** Width on screen by voltage and role; the class of the loading adds to it. Hue is kept for the state. */
const WIDTH_PX: Readonly<Record<LineRole, number>> = { mv: 4.6, lvMain: 2.4, service: 1.1 };
const WIDER_PX = 0.6;
/** Drawing order: what carries most lies on top. */
const RANK: Readonly<Record<LineRole, number>> = { service: 0, lvMain: 1, mv: 2 };
/** Medium voltage runs beside the mains of its street, not over them. */
export const ASIDE_PX: Readonly<Record<LineRole, number>> = { mv: 5, lvMain: 0, service: 0 };
const PLAIN: Readonly<Record<Theme, Hex>> = { light: '#7C8894', dark: '#8896A4' };
/** Width is stored in quarter pixels in the alpha byte, bit 7 set for an emphasised line. */
const QUARTERS = 4;
/** Strength of what lies behind or under a body; a service cable's end inside its building says nothing. */
const BEHIND = 0.5;

/** All lines of the network: casing first, then the colour, both from one merged ribbon. */
export class GridLayer {
  readonly group = new Group();
  private readonly table: RowTexture<Uint8Array>;
  private readonly style: RowTexture<Float32Array>;
  private readonly geometry = new BufferGeometry();
  /** Behind bodies first, then in the open; of each the casing first. */
  private readonly passes: readonly ShaderMaterial[];
  /** Service cables come first in the merged ribbon; from afar drawing begins behind them. */
  private readonly serviceCorners: number;
  private isFar = false;

  constructor(
    private readonly network: Network,
    heightM: number,
  ) {
    const { lines } = network;
    this.table = RowTexture.bytes(lines.length);
    this.style = RowTexture.floats(lines.length);
    const underground = new Set(network.lineTypes.filter((type) => type.underground).map((type) => type.id));
    const open = new Set(network.switches.filter((each) => !each.closed).map((each) => each.lineId));
    const ribbons = buildRibbons(
      lines
        .map((line, row) => ({ points: line.path, row, rank: RANK[line.role] }))
        .sort((a, b) => a.rank - b.rank),
      heightM,
    );
    this.serviceCorners = lines
      .filter(({ role }) => role === 'service')
      .reduce((sum, { path }) => sum + 6 * Math.max(0, path.length - 1), 0);
    lines.forEach((line, row) => {
      const dashed = underground.has(line.lineTypeId) ? 1 : 0;
      this.style.store.set(
        [dashed, open.has(line.id) ? 1 : 0, ASIDE_PX[line.role], line.role === 'service' ? 0 : BEHIND],
        row * 4,
      );
    });
    const { geometry } = this;
    geometry.setAttribute('position', new BufferAttribute(ribbons.position, 3));
    geometry.setAttribute('previous', new BufferAttribute(ribbons.previous, 3));
    geometry.setAttribute('next', new BufferAttribute(ribbons.next, 3));
    geometry.setAttribute('along', new BufferAttribute(ribbons.along, 3));
    geometry.setIndex(new BufferAttribute(ribbons.index, 1));
    this.passes = [true, false].flatMap((behind) =>
      [1, 0].map((casing) => ribbonMaterial(this.table, this.style, casing, behind)),
    );
    this.passes.forEach((material, at) => {
      const mesh = new Mesh(geometry, material);
      mesh.frustumCulled = false;
      mesh.renderOrder = 20 + at;
      this.group.add(mesh);
    });
  }

  /** Colours and widths of this hour; null draws the bare network. */
  paint(
    states: readonly LineState[] | null,
    theme: Theme,
    highlighted: ReadonlySet<string> | null,
    emphasised: ReadonlySet<string>,
  ): void {
    const { store } = this.table;
    this.network.lines.forEach((line, row) => {
      const state = states?.[row];
      const [red, green, blue] = bytesOf((state?.colour ?? PLAIN[theme]) as Hex);
      let widthPx = WIDTH_PX[line.role] + WIDER_PX * Math.max(0, (state?.widthClass ?? 1) - 1);
      if (highlighted && !highlighted.has(line.id)) widthPx *= 0.5;
      if (emphasised.has(line.id)) widthPx += 3;
      store.set([red, green, blue, Math.min(255, Math.round(widthPx * QUARTERS))], row * 4);
    });
    this.table.changed();
  }

  /**
   * From afar service cables are shorter than they are wide, no body hides anything, and where casings cross is not seen: one
   * pass draws both.
   */
  setFar(isFar: boolean): void {
    if (isFar === this.isFar) return;
    this.isFar = isFar;
    this.geometry.setDrawRange(isFar ? this.serviceCorners : 0, Infinity);
    const last = this.passes.length - 1;
    this.passes.forEach((material, at) => {
      this.group.children[at]!.visible = !isFar || at === last;
      material.depthTest = !isFar;
      material.uniforms['uBoth']!.value = isFar ? 1 : 0;
    });
  }

  frame(width: number, height: number, theme: Theme): void {
    for (const { uniforms } of this.passes) {
      (uniforms['uViewport']!.value as Vector2).set(width, height);
      setBytes(uniforms['uCasingColour']!.value as Color, CASING[theme]);
    }
  }

  dispose(): void {
    this.geometry.dispose();
    for (const material of this.passes) material.dispose();
    this.table.dispose();
    this.style.dispose();
  }
}

function ribbonMaterial(
  table: RowTexture<Uint8Array>,
  style: RowTexture<Float32Array>,
  casing: number,
  behind: boolean,
): ShaderMaterial {
  return new ShaderMaterial({
    transparent: true,
    depthFunc: behind ? GreaterDepth : LessEqualDepth,
    depthWrite: false,
    toneMapped: false,
    side: 2,
    uniforms: {
      uTable: { value: table.texture },
      uStyle: { value: style.texture },
      uViewport: { value: new Vector2(1, 1) },
      uCasing: { value: casing },
      uBoth: { value: 0 },
      uBehind: { value: behind ? 1 : 0 },
      uCasingColour: { value: new Color() },
    },
    vertexShader: RIBBON_VERTEX,
    fragmentShader: RIBBON_FRAGMENT,
  });
}

/** Widths shrink a little from afar, where the lines would hide the town. */
const RIBBON_VERTEX = /* glsl */ `
attribute vec3 previous;
attribute vec3 next;
attribute vec3 along;
uniform sampler2D uTable;
uniform sampler2D uStyle;
uniform vec2 uViewport;
uniform float uCasing;
uniform float uBoth;
uniform float uBehind;
flat varying float vStrength;
flat varying float vInnerPx;
flat varying vec3 vColour;
flat varying vec2 vStyle;
flat varying float vHalfPx;
varying float vAcrossPx;
varying float vAlongM;
varying float vPxPerM;
${TABLE_FETCH_GLSL}
vec2 onScreen(vec4 clip) { return clip.xy / max(clip.w, 1e-3) * uViewport * 0.5; }
void main() {
  vec4 row = tableRow(uTable, along.z);
  vColour = row.rgb;
  vec4 style = tableRow(uStyle, along.z);
  vStyle = style.xy;
  vStrength = mix(1.0, style.w, uBehind);
  mat4 project = projectionMatrix * modelViewMatrix;
  vec4 here = project * vec4(position, 1.0);
  vec2 at = onScreen(here);
  vec2 a = at - onScreen(project * vec4(previous, 1.0));
  vec2 b = onScreen(project * vec4(next, 1.0)) - at;
  vec2 into = length(a) > 1e-3 ? normalize(a) : vec2(0.0);
  vec2 out_ = length(b) > 1e-3 ? normalize(b) : vec2(0.0);
  vec2 direction = into + out_;
  direction = length(direction) > 1e-3 ? normalize(direction) : vec2(1.0, 0.0);
  vec2 normalPx = vec2(-direction.y, direction.x);
  vec2 reference = length(into) > 0.5 ? into : out_;
  float miter = clamp(dot(normalPx, vec2(-reference.y, reference.x)), 0.5, 1.0);
  vPxPerM = uViewport.y * 0.5 * projectionMatrix[1][1] / max(here.w, 1e-3);
  float near = clamp(0.5 + 0.4 * vPxPerM, 0.6, 1.0);
  float widthPx = near * row.a * 255.0 / ${QUARTERS.toFixed(1)};
  vInnerPx = 0.5 * widthPx;
  vHalfPx = vInnerPx + max(uCasing, uBoth) * clamp(widthPx * 0.6 - 0.5, 0.0, 1.0);
  float reachPx = vHalfPx + 0.75;
  vAcrossPx = along.x * reachPx;
  vAlongM = along.y;
  gl_Position = here;
  gl_Position.xy += normalPx * (along.x * reachPx - near * style.z) / miter * 2.0 / uViewport * here.w;
}
`;

/** Underground cables narrow in a faint dash; an open line is dashed hard. The dash keeps its length on screen in steps of two. */
const RIBBON_FRAGMENT = /* glsl */ `
uniform float uCasing;
uniform float uBoth;
uniform vec3 uCasingColour;
flat varying float vStrength;
flat varying float vInnerPx;
flat varying vec3 vColour;
flat varying vec2 vStyle;
flat varying float vHalfPx;
varying float vAcrossPx;
varying float vAlongM;
varying float vPxPerM;
void main() {
  float period = exp2(floor(log2(26.0 / max(vPxPerM, 1e-3))));
  float gap = step(0.68, fract(vAlongM / period));
  float halfPx = vHalfPx;
  if (vStyle.y > 0.5 && gap > 0.5) discard;
  halfPx -= gap * vStyle.x * min(0.7, 0.35 * halfPx);
  float alpha = clamp(halfPx - abs(vAcrossPx) + 0.5, 0.0, 1.0);
  if (alpha < 0.01) discard;
  float casing = mix(uCasing, 1.0 - clamp(vInnerPx - abs(vAcrossPx) + 0.5, 0.0, 1.0), uBoth);
  gl_FragColor = vec4(mix(vColour, uCasingColour, casing), alpha * vStrength * mix(1.0, 0.85, uCasing));
}
`;
