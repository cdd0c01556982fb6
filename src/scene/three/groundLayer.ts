import {
  BufferAttribute,
  BufferGeometry,
  CircleGeometry,
  Color,
  Group,
  Mesh,
  MeshBasicMaterial,
  MeshLambertMaterial,
  type Texture,
} from 'three';
import type { District, OpenSpace } from '../../model/district';
import { DATA_WORLD, type DataWorldPart, type Theme } from '../../state/display';
import type { Extent } from './extent';
import { markingMesh, outlineMesh, streetMesh, type FlatMesh } from './groundShapes';

interface Sheet {
  readonly mesh: Mesh<BufferGeometry, MeshLambertMaterial | MeshBasicMaterial>;
  readonly lit: MeshLambertMaterial;
  readonly plain: MeshBasicMaterial;
  readonly part: DataWorldPart;
}

/** Sheets in drawing order, lowest first; none writes depth, so that nothing fights for the same height. */
const SHEETS = {
  ground: { part: 'ground', scene: '#BDBB98' },
  park: { part: 'park', scene: '#93A86B' },
  square: { part: 'square', scene: '#D6CBB4' },
  water: { part: 'water', scene: '#6F9BB0' },
  pavement: { part: 'square', scene: '#CFC8B9' },
  street: { part: 'street', scene: '#9A9790' },
  marking: { part: 'ground', scene: '#E6E2D6' },
} as const satisfies Record<string, { part: DataWorldPart; scene: string }>;
type SheetName = keyof typeof SHEETS;

/** The ground, which runs far out under the fog; streets, parks, squares and water on it. */
export class GroundLayer {
  readonly group = new Group();
  private readonly sheets: readonly Sheet[];
  /** Soft shade around buildings: world metres to texture, see `contactShade.ts`. */
  private readonly shade = { uShade: { value: null as Texture | null }, uShadeBox: { value: [0, 0, 1, 1] } };

  constructor(district: District, extent: Extent) {
    const of = (kind: OpenSpace['kind']): FlatMesh =>
      outlineMesh(district.openSpaces.filter((space) => space.kind === kind).map((space) => space.outline));
    const disc = new CircleGeometry(extent.radiusM * 14, 64);
    disc.translate(extent.centre[0], extent.centre[1], 0);
    const shapes: readonly [SheetName, BufferGeometry][] = [
      ['ground', disc],
      ['park', flat(of('park'))],
      ['square', flat(of('square'))],
      ['water', flat(of('water'))],
      ['pavement', flat(streetMesh(district.streets, 3.6))],
      ['street', flat(streetMesh(district.streets, 0))],
      ['marking', flat(markingMesh(district.streets, 6.5))],
    ];
    this.sheets = shapes.map(([name, geometry], order) => this.sheet(name, geometry, order));
    for (const { mesh } of this.sheets) this.group.add(mesh);
  }

  dress(look: 'scene' | 'data', theme: Theme): void {
    for (const { mesh, lit, plain, part } of this.sheets) {
      plain.color.set(DATA_WORLD[theme][part]);
      mesh.material = look === 'scene' ? lit : plain;
      mesh.receiveShadow = look === 'scene';
    }
  }

  setShade(texture: Texture, box: readonly [number, number, number, number]): void {
    this.shade.uShade.value = texture;
    this.shade.uShadeBox.value = [...box];
  }

  dispose(): void {
    for (const { mesh, lit, plain } of this.sheets) {
      mesh.geometry.dispose();
      lit.dispose();
      plain.dispose();
    }
  }

  private sheet(name: SheetName, geometry: BufferGeometry, order: number): Sheet {
    const { part, scene } = SHEETS[name];
    const lit = new MeshLambertMaterial({ color: new Color(scene), depthWrite: false, depthTest: false });
    const plain = new MeshBasicMaterial({ depthWrite: false, depthTest: false, toneMapped: false });
    for (const material of [lit, plain]) {
      material.onBeforeCompile = (shader) => {
        Object.assign(shader.uniforms, this.shade);
        shader.vertexShader = shader.vertexShader
          .replace('#include <common>', '#include <common>\nvarying vec2 vPlace;')
          .replace('#include <begin_vertex>', '#include <begin_vertex>\nvPlace = position.xy;');
        shader.fragmentShader = shader.fragmentShader
          .replace('#include <common>', `#include <common>\n${SHADE_PARS}`)
          .replace('#include <color_fragment>', material === lit ? SCENE_SHADE : DATA_SHADE);
      };
    }
    const mesh = new Mesh<BufferGeometry, MeshLambertMaterial | MeshBasicMaterial>(geometry, plain);
    mesh.renderOrder = -9 + order;
    mesh.frustumCulled = false;
    return { mesh, lit, plain, part };
  }
}

const SHADE_PARS = /* glsl */ `
uniform sampler2D uShade;
uniform vec4 uShadeBox;
varying vec2 vPlace;
float softNoise(vec2 p) {
  vec2 i = floor(p);
  vec2 f = fract(p);
  f = f * f * (3.0 - 2.0 * f);
  vec4 h = fract(sin(vec4(dot(i, vec2(12.7, 31.1))) + vec4(0.0, 12.7, 31.1, 43.8)) * 437.58);
  return mix(mix(h.x, h.y, f.x), mix(h.z, h.w, f.x), f.y);
}
float shadeAt() {
  vec2 at = (vPlace - uShadeBox.xy) / uShadeBox.zw;
  vec2 inside = step(vec2(0.0), at) * step(at, vec2(1.0));
  return texture2D(uShade, at).r * inside.x * inside.y;
}
`;
const SCENE_SHADE = /* glsl */ `
diffuseColor.rgb *= 1.0 - 0.5 * shadeAt();
diffuseColor.rgb *= 0.95 + 0.08 * softNoise(vPlace * 0.011) + 0.03 * softNoise(vPlace * 0.13);
`;
const DATA_SHADE = /* glsl */ `diffuseColor.rgb *= 1.0 - 0.22 * shadeAt();`;

function flat({ position, index }: FlatMesh): BufferGeometry {
  const geometry = new BufferGeometry();
  const normal = new Float32Array(position.length);
  for (let at = 2; at < normal.length; at += 3) normal[at] = 1;
  geometry.setAttribute('position', new BufferAttribute(position, 3));
  geometry.setAttribute('normal', new BufferAttribute(normal, 3));
  geometry.setIndex(new BufferAttribute(index, 1));
  return geometry;
}
