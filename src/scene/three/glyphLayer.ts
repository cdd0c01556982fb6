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
import { digitsTexture } from './digits';
import { glyphShaders } from './glyphShaders';
import type { PaintIndex } from './split';

export type GlyphKind = 'transformer' | 'source' | 'openSwitch';
export interface Glyph {
  readonly kind: GlyphKind;
  readonly position: readonly [number, number];
}
export interface GlyphState {
  readonly colour: string;
  /** What makes one worse than another. */
  readonly percent: number;
  readonly alert: boolean;
  readonly severe: boolean;
  readonly emphasis: 0 | 1 | 2;
}

const KIND: Readonly<Record<GlyphKind, number>> = { transformer: 0, source: 1, openSwitch: 2 };

/** Transformers, the substation and open points: quads of constant size on screen, always on top. One sign may stand for several. */
export class GlyphLayer {
  readonly mesh: Mesh<InstancedBufferGeometry, ShaderMaterial>;
  private readonly place: InstancedBufferAttribute;
  private readonly dressed: Record<PaintIndex, Dressed>;
  private readonly states: Record<PaintIndex, readonly GlyphState[]> = { 0: [], 1: [] };
  private readonly digits = digitsTexture();
  /** Who shares a sign; by itself each, until `arrange` says otherwise. */
  groups: readonly (readonly number[])[];

  constructor(
    readonly glyphs: readonly Glyph[],
    private readonly heightM: number,
  ) {
    const geometry = new InstancedBufferGeometry();
    geometry.setAttribute(
      'position',
      new Float32BufferAttribute([-1, -1, 0, 1, -1, 0, 1, 1, 0, -1, 1, 0], 3),
    );
    geometry.setIndex([0, 1, 2, 0, 2, 3]);
    this.place = new InstancedBufferAttribute(new Float32Array(glyphs.length * 4), 4);
    geometry.setAttribute('place', this.place);
    this.dressed = { 0: dressedOf(glyphs.length), 1: dressedOf(glyphs.length) };
    this.mesh = new Mesh<InstancedBufferGeometry, ShaderMaterial>(geometry, glyphMaterial(this.digits));
    this.mesh.frustumCulled = false;
    this.mesh.renderOrder = 30;
    this.groups = [];
    this.arrange(glyphs.map((_, at) => [at]));
    this.wear(0);
  }

  set(paint: PaintIndex, states: readonly GlyphState[]): void {
    this.states[paint] = states;
    this.dress(paint);
  }

  /** One sign a group, where its first member stands. */
  arrange(groups: readonly (readonly number[])[]): void {
    this.groups = groups;
    groups.forEach(([first], at) => {
      const { kind, position } = this.glyphs[first!]!;
      this.place.setXYZW(at, position[0], position[1], this.heightM, KIND[kind]);
    });
    this.place.needsUpdate = true;
    this.mesh.geometry.instanceCount = groups.length;
    this.dress(0);
    this.dress(1);
  }

  /** The highest loading among those who share a sign. */
  worstOf(group: readonly number[], paint: PaintIndex): number {
    const percent = (at: number): number => this.states[paint][at]?.percent ?? Number.NaN;
    return group.reduce((worst, at) =>
      percent(at) > percent(worst) || Number.isNaN(percent(worst)) ? at : worst,
    );
  }

  /** What the next picture shows. */
  wear(paint: PaintIndex): void {
    this.mesh.geometry.setAttribute('tint', this.dressed[paint].tint);
    this.mesh.geometry.setAttribute('flags', this.dressed[paint].flags);
  }

  frame(width: number, height: number, theme: Theme): void {
    const { uniforms } = this.mesh.material;
    (uniforms['uViewport']!.value as Vector2).set(width, height);
    setBytes(uniforms['uCasing']!.value as Color, CASING[theme]);
    setBytes(uniforms['uPage']!.value as Color, SURFACES[theme].page);
  }

  dispose(): void {
    const { geometry } = this.mesh;
    // A geometry frees what it holds as it goes: of both paints, not only what the last picture wore.
    Object.values(this.dressed).forEach(({ tint, flags }, paint) => {
      geometry.setAttribute(`tint ${paint}`, tint).setAttribute(`flags ${paint}`, flags);
    });
    (geometry as BufferGeometry).dispose();
    this.mesh.material.dispose();
    this.digits.dispose();
  }

  private dress(paint: PaintIndex): void {
    const states = this.states[paint];
    if (states.length === 0) return;
    const { tint, flags } = this.dressed[paint];
    this.groups.forEach((group, at) => {
      const { colour, alert, severe } = states[this.worstOf(group, paint)]!;
      const emphasis = group.reduce((most, one) => Math.max(most, states[one]!.emphasis), 0);
      const [red, green, blue] = bytesOf(colour as Hex);
      tint.setXYZ(at, red / 255, green / 255, blue / 255);
      flags.setXYZW(at, alert ? 1 : 0, severe ? 1 : 0, emphasis, group.length);
    });
    tint.needsUpdate = true;
    flags.needsUpdate = true;
  }
}

/** Colours of the signs, and alert, severe, emphasis, count. */
interface Dressed {
  readonly tint: InstancedBufferAttribute;
  readonly flags: InstancedBufferAttribute;
}

const dressedOf = (count: number): Dressed => ({
  tint: new InstancedBufferAttribute(new Float32Array(count * 3).fill(0.6), 3),
  flags: new InstancedBufferAttribute(new Float32Array(count * 4), 4),
});

function glyphMaterial(digits: ReturnType<typeof digitsTexture>): ShaderMaterial {
  return new ShaderMaterial({
    transparent: true,
    depthTest: false,
    depthWrite: false,
    toneMapped: false,
    uniforms: {
      uViewport: { value: new Vector2(1, 1) },
      uCasing: { value: new Color() },
      uPage: { value: new Color() },
      uDigits: { value: digits },
    },
    ...glyphShaders(),
  });
}
