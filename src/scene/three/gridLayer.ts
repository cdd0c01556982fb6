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
import type { Line, LineRole, Network } from '../../model/network';
import { bytesOf, CASING, type Hex, type Theme } from '../../state/display';
import type { LineState } from '../types';
import { setBytes } from './cityLayer';
import { FlowLayer } from './flowLayer';
import { QUARTERS, RIBBON_FRAGMENT, RIBBON_VERTEX } from './ribbonShaders';
import { buildRibbons, simplified, type RibbonMesh } from './ribbons';
import { RowTexture } from './rowTexture';
import type { PaintIndex } from './split';
import { ThinLines } from './thinLines';

/** Width on screen by voltage and role; the class of the loading adds to it. Hue is kept for the state. */
const WIDTH_PX: Readonly<Record<LineRole, number>> = { mv: 4.6, lvMain: 2.4, service: 1.1 };
const WIDER_PX = 0.6;
/** Drawing order: what carries most lies on top. */
const RANK: Readonly<Record<LineRole, number>> = { service: 0, lvMain: 1, mv: 2 };
/** What lies over what: the last of several in one trench is the one that is seen. */
export const inDrawingOrder = (lines: readonly Line[]): Line[] =>
  [...lines].sort((a, b) => RANK[a.role] - RANK[b.role]);
/** Medium voltage runs beside the mains of its street, not over them. */
export const ASIDE_PX: Readonly<Record<LineRole, number>> = { mv: 5, lvMain: 0, service: 0 };
const PLAIN: Readonly<Record<Theme, Hex>> = { light: '#7C8894', dark: '#8896A4' };
/** Strength of what lies behind or under a body; a service cable's end inside its building says nothing. */
const BEHIND = 0.5;
/** From afar a bend that is flatter than this is not seen: under half a pixel. */
const FAR_TOLERANCE_M = 1.5;

/** All lines of the network: casing first, then the colour, both from one merged ribbon; on them the signs of their flow. */
export class GridLayer {
  readonly group = new Group();
  readonly flow: FlowLayer;
  private readonly tables: Readonly<Record<PaintIndex, RowTexture<Uint8Array>>>;
  private readonly style: RowTexture<Float32Array>;
  private readonly geometries: Readonly<Record<'near' | 'far', BufferGeometry>>;
  /** Behind bodies first, then in the open; of each the casing first. */
  private readonly passes: readonly ShaderMaterial[];
  private readonly ribbons: readonly Mesh[];
  private readonly thin: ThinLines | null;
  private isFar = false;

  /** `thin`: from afar mains are lines of one pixel. */
  constructor(
    private readonly network: Network,
    heightM: number,
    thin: boolean,
  ) {
    const { lines } = network;
    this.tables = { 0: RowTexture.bytes(lines.length), 1: RowTexture.bytes(lines.length) };
    this.style = styleOf(network);
    const rows = new Map(lines.map((line, row) => [line, row]));
    const sorted = inDrawingOrder(lines).map((line) => ({
      points: line.path,
      row: rows.get(line)!,
      rank: RANK[line.role],
    }));
    const geometry = ribbonGeometry(buildRibbons(sorted, heightM));
    const serviceCorners = lines
      .filter(({ role }) => role === 'service')
      .reduce((sum, { path }) => sum + 6 * Math.max(0, path.length - 1), 0);
    const leastRank = thin ? RANK.mv : RANK.lvMain;
    const far = sorted
      .filter(({ rank }) => rank >= leastRank)
      .map(({ points, row }) => ({ points: simplified(points, FAR_TOLERANCE_M), row }));
    this.geometries = { near: geometry, far: ribbonGeometry(buildRibbons(far, heightM)) };
    this.passes = [true, false].flatMap((behind) =>
      [1, 0].map((casing) => ribbonMaterial(this.tables[0], this.style, casing, behind)),
    );
    this.ribbons = this.passes.map((material, at) => {
      const mesh: Mesh = new Mesh(geometry, material);
      mesh.frustumCulled = false;
      mesh.renderOrder = 20 + at;
      return mesh;
    });
    this.thin = thin
      ? new ThinLines(lines, ({ role }) => role === 'lvMain', this.tables, heightM, FAR_TOLERANCE_M)
      : null;
    this.flow = new FlowLayer(lines, geometry, serviceCorners, this.style);
    this.group.add(...this.ribbons, this.flow.mesh);
    if (this.thin) this.group.add(this.thin.segments);
  }

  /** Colours and widths of this hour; null draws the bare network. */
  paint(
    paint: PaintIndex,
    states: readonly LineState[] | null,
    theme: Theme,
    highlighted: ReadonlySet<string> | null,
    emphasised: ReadonlySet<string>,
  ): void {
    const { store } = this.tables[paint];
    this.network.lines.forEach((line, row) => {
      const state = states?.[row];
      const [red, green, blue] = bytesOf((state?.colour ?? PLAIN[theme]) as Hex);
      let widthPx = WIDTH_PX[line.role] + WIDER_PX * Math.max(0, (state?.widthClass ?? 1) - 1);
      if (highlighted && !highlighted.has(line.id)) widthPx *= 0.5;
      if (emphasised.has(line.id)) widthPx += 3;
      store.set([red, green, blue, Math.min(255, Math.round(widthPx * QUARTERS))], row * 4);
    });
    this.tables[paint].changed();
  }

  /** What the next picture shows. */
  wear(paint: PaintIndex): void {
    for (const { uniforms } of this.passes) uniforms['uTable']!.value = this.tables[paint].texture;
    this.thin?.wear(paint);
    this.flow.wear(paint);
  }

  /**
   * From afar service cables are shorter than they are wide, no body hides anything, and where casings cross is not seen: one
   * pass draws both.
   */
  setFar(isFar: boolean): void {
    if (isFar === this.isFar) return;
    this.isFar = isFar;
    if (this.thin) this.thin.segments.visible = isFar;
    const last = this.passes.length - 1;
    this.passes.forEach((material, at) => {
      const mesh = this.ribbons[at]!;
      mesh.visible = !isFar || at === last;
      mesh.geometry = isFar ? this.geometries.far : this.geometries.near;
      material.depthTest = !isFar;
      material.uniforms['uBoth']!.value = isFar ? 1 : 0;
    });
  }

  frame(width: number, height: number, theme: Theme): void {
    for (const { uniforms } of this.passes) {
      (uniforms['uViewport']!.value as Vector2).set(width, height);
      setBytes(uniforms['uCasingColour']!.value as Color, CASING[theme]);
    }
    this.flow.frame(width, height, theme);
  }

  dispose(): void {
    this.geometries.near.dispose();
    this.geometries.far.dispose();
    for (const material of this.passes) material.dispose();
    for (const table of [this.tables[0], this.tables[1], this.style]) table.dispose();
    this.thin?.dispose();
    this.flow.dispose();
  }
}

/** Dashed, open, pixels aside, strength behind bodies; by line. */
function styleOf({ lines, lineTypes, switches }: Network): RowTexture<Float32Array> {
  const style = RowTexture.floats(lines.length);
  const underground = new Set(lineTypes.filter((type) => type.underground).map((type) => type.id));
  const open = new Set(switches.filter((each) => !each.closed).map((each) => each.lineId));
  lines.forEach((line, row) => {
    const dashed = underground.has(line.lineTypeId) ? 1 : 0;
    style.store.set(
      [dashed, open.has(line.id) ? 1 : 0, ASIDE_PX[line.role], line.role === 'service' ? 0 : BEHIND],
      row * 4,
    );
  });
  return style;
}

function ribbonGeometry(ribbons: RibbonMesh): BufferGeometry {
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(ribbons.position, 3));
  geometry.setAttribute('previous', new BufferAttribute(ribbons.previous, 3));
  geometry.setAttribute('next', new BufferAttribute(ribbons.next, 3));
  geometry.setAttribute('along', new BufferAttribute(ribbons.along, 3));
  geometry.setIndex(new BufferAttribute(ribbons.index, 1));
  return geometry;
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
