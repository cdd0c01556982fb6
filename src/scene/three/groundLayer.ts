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
import { extrudeStreets, triangulateOpenSpaces } from '../../geometry/ground';
import type { District, OpenSpace } from '../../model/district';
import { DATA_WORLD, type DataWorldPart, type Theme } from '../../state/display';
import type { AirUniforms } from './air';
import type { Daylight } from './daylight';
import type { ContactShade } from './contactShade';
import type { Extent } from './extent';
import { FarGround } from './farGround';
import { GroundHaze } from './groundHaze';
import { markingMesh, type FlatMesh } from './groundShapes';
import { reachOut } from './riverReach';

/** Below this scale trees are gone, and no shade of a house is wider than a pixel or two. */
const FAR_PX_PER_M = 0.2;

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
  water: { part: 'water', scene: '#5E8A97' },
  pavement: { part: 'square', scene: '#CFC8B9' },
  street: { part: 'street', scene: '#9A9790' },
  marking: { part: 'ground', scene: '#E6E2D6' },
} as const satisfies Record<string, { part: DataWorldPart; scene: string }>;
type SheetName = keyof typeof SHEETS;

/** The ground, which runs far out under the fog; streets, parks, squares and water on it. */
export class GroundLayer {
  readonly group = new Group();
  private readonly sheets: readonly Sheet[];
  private readonly far: FarGround;
  private readonly haze: GroundHaze;
  private look: 'scene' | 'data' = 'data';
  /** Soft shade around buildings: world metres to texture, see `contactShade.ts`. */
  private readonly shade = {
    uShade: { value: null as Texture | null },
    uBuilt: { value: null as Texture | null },
    uShadeBox: { value: [0, 0, 1, 1] },
    uLamps: { value: 0 },
    /** 0 in high summer, 1 in the depth of winter. */
    uWinter: { value: 0 },
    uZenith: { value: new Color() },
    uHorizon: { value: new Color() },
  };

  /** `fine`: fields and gardens are drawn one by one; else in their mean colour, where the processor has to draw. */
  constructor(
    district: District,
    extent: Extent,
    private readonly fine: boolean,
    air: AirUniforms,
  ) {
    const of = (kind: OpenSpace['kind']): FlatMesh =>
      triangulateOpenSpaces(district.openSpaces.filter((space) => space.kind === kind));
    const waters = triangulateOpenSpaces(
      district.openSpaces
        .filter((space) => space.kind === 'water')
        .map((space) => ({ ...space, outline: reachOut(space.outline, extent) })),
    );
    const disc = new CircleGeometry(extent.radiusM * 14, 64);
    disc.translate(extent.centre[0], extent.centre[1], 0);
    const shapes: readonly [SheetName, BufferGeometry][] = [
      ['ground', disc],
      ['park', flat(of('park'))],
      ['square', flat(of('square'))],
      ['water', flat(waters)],
      ['pavement', flat(extrudeStreets(district.streets, 1.45))],
      ['street', flat(extrudeStreets(district.streets))],
      ['marking', flat(markingMesh(district.streets, 6.5))],
    ];
    this.sheets = shapes.map(([name, geometry], order) => this.sheet(name, geometry, order));
    for (const { mesh } of this.sheets) this.group.add(mesh);
    this.far = new FarGround(extent, this.shade, air);
    this.haze = new GroundHaze(air);
    this.group.add(this.far.mesh, this.haze.mesh);
  }

  /**
   * From afar no shade of a house is seen: in the Data look the canvas is cleared with the ground's colour, and in the Scene look
   * it is a web of colours, drawn after the houses with what lies on it, so that what they hide costs nothing; where a graphics
   * card draws, its fields and shadows stay. True where the canvas has to be cleared with the ground.
   */
  detail(pixelsPerM: number): boolean {
    const isFar = pixelsPerM < FAR_PX_PER_M;
    const isCleared = isFar && this.look === 'data';
    const isWeb = isFar && this.look === 'scene' && !this.fine;
    const [ground, ...over] = this.sheets;
    this.haze.mesh.visible = isCleared;
    this.far.mesh.visible = isWeb;
    ground!.mesh.visible = !isCleared && !isWeb;
    over.forEach(({ mesh, lit }, order) => {
      mesh.renderOrder = isWeb ? 4.1 + 0.1 * order : -8 + order;
      lit.depthTest = isWeb;
    });
    return isCleared;
  }

  dress(look: 'scene' | 'data', theme: Theme): void {
    this.look = look;
    this.haze.dress(theme);
    for (const { mesh, lit, plain, part } of this.sheets) {
      plain.color.set(DATA_WORLD[theme][part]);
      mesh.material = look === 'scene' ? lit : plain;
      mesh.receiveShadow = look === 'scene';
    }
  }

  setShade({ texture, built, box }: ContactShade): void {
    this.shade.uShade.value = texture;
    this.shade.uBuilt.value = built;
    this.shade.uShadeBox.value = [...box];
  }

  /** Street lamps, the season on the fields, the sky in the water. */
  setHour({ night, zenith, horizon }: Daylight, winter: number): void {
    this.shade.uLamps.value = night;
    this.shade.uWinter.value = winter;
    this.shade.uZenith.value.copy(zenith);
    this.shade.uHorizon.value.copy(horizon);
  }

  dispose(): void {
    this.far.dispose();
    this.haze.dispose();
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
      const field = this.fine ? FIELD_SHADE : MEAN_FIELD_SHADE;
      const own =
        name === 'ground'
          ? field
          : (name === 'park' ? PARK_SHADE : '') + (this.fine ? SCENE_SHADE : MEAN_SHADE);
      const colour = material === plain ? DATA_SHADE : own;
      // Without a key of its own, three would take the first sheet's program for all of them.
      material.customProgramCacheKey = () => name + colour;
      material.onBeforeCompile = (shader) => {
        Object.assign(shader.uniforms, this.shade);
        shader.vertexShader = shader.vertexShader
          .replace('#include <common>', '#include <common>\nvarying vec2 vPlace;')
          .replace('#include <begin_vertex>', '#include <begin_vertex>\nvPlace = position.xy;');
        shader.fragmentShader = shader.fragmentShader
          .replace('#include <common>', `#include <common>\n${SHADE_PARS}`)
          .replace('#include <color_fragment>', colour)
          .replace(
            '#include <emissivemap_fragment>',
            (name === 'water' && this.fine ? MIRROR : LAMPS[name]) ?? '',
          );
      };
    }
    const mesh = new Mesh<BufferGeometry, MeshLambertMaterial | MeshBasicMaterial>(geometry, plain);
    mesh.renderOrder = -9 + order;
    mesh.frustumCulled = false;
    return { mesh, lit, plain, part };
  }
}

/** Warm light of the streets by night: most on the roadway, a little spilling on what lies between the houses. */
const LAMPS: Partial<Record<SheetName, string>> = {
  ground: 'totalEmissiveRadiance += uLamps * vec3(0.11, 0.068, 0.03) * smoothstep(0.02, 0.4, boxed(uBuilt));',
  street: 'totalEmissiveRadiance += uLamps * vec3(0.05, 0.034, 0.017);',
  pavement: 'totalEmissiveRadiance += uLamps * vec3(0.06, 0.04, 0.02);',
  water: 'diffuseColor.rgb *= 1.0 - 0.72 * uLamps;',
  square: 'totalEmissiveRadiance += uLamps * vec3(0.105, 0.068, 0.031);',
};

/** Where a graphics card draws, the sky stands in the water, the more of it the lower one looks. */
const MIRROR = /* glsl */ `
    vec3 toEye = normalize(vViewPosition);
    float ripple = softNoise(vPlace * 0.35) + softNoise(vPlace.yx * 0.13 + 7.0) - 1.0;
    float level = clamp(dot(normal, toEye) + 0.06 * ripple, 0.0, 1.0);
    float mirrored = 0.06 + 0.94 * pow(1.0 - level, 3.0);
    diffuseColor.rgb *= (1.0 - 0.72 * uLamps) * (1.0 - mirrored) * (0.97 + 0.06 * ripple);
    totalEmissiveRadiance += mix(uZenith, uHorizon, 1.0 - level) * mirrored * 0.75;
  `;

const SHADE_PARS = /* glsl */ `
uniform float uLamps;
uniform float uWinter;
uniform vec3 uZenith;
uniform vec3 uHorizon;
uniform sampler2D uShade;
uniform sampler2D uBuilt;
uniform vec4 uShadeBox;
varying vec2 vPlace;
float hash2(vec2 p) {
  vec3 q = fract(vec3(p.xyx) * 0.1031);
  q += dot(q, q.yzx + 33.33);
  return fract((q.x + q.y) * q.z);
}
float softNoise(vec2 p) {
  vec2 i = floor(p);
  vec2 f = fract(p);
  f = f * f * (3.0 - 2.0 * f);
  return mix(
    mix(hash2(i), hash2(i + vec2(1.0, 0.0)), f.x),
    mix(hash2(i + vec2(0.0, 1.0)), hash2(i + vec2(1.0, 1.0)), f.x),
    f.y
  );
}
float boxed(sampler2D from) {
  vec2 at = (vPlace - uShadeBox.xy) / uShadeBox.zw;
  vec2 inside = step(vec2(0.0), at) * step(at, vec2(1.0));
  return texture2D(from, at).r * inside.x * inside.y;
}
`;
/** Grass fades in winter. */
const PARK_SHADE = /* glsl */ `
diffuseColor.rgb = mix(diffuseColor.rgb, vec3(0.32, 0.33, 0.19), 0.6 * uWinter);
`;
const SCENE_SHADE = /* glsl */ `
diffuseColor.rgb *= 1.0 - 0.5 * boxed(uShade);
diffuseColor.rgb *= 0.96 + 0.08 * softNoise(vPlace * 0.02);
`;

/** Outside the town a quilt of fields with hedges, between the houses gardens, where it is dense paving: all from how built-up it is. */
const FIELD_SHADE = /* glsl */ `
float built = boxed(uBuilt);
vec2 turned = mat2(0.86, 0.51, -0.51, 0.86) * vPlace;
turned += 46.0 * vec2(softNoise(vPlace * 0.0021), softNoise(vPlace.yx * 0.0019 + 9.0));
vec2 sizeM = vec2(230.0, 118.0);
vec2 strip = turned / sizeM;
strip.x += 0.5 * step(0.5, fract(floor(strip.y) * 0.5));
vec2 fieldId = floor(strip);
float dice = hash2(fieldId + 11.0);
float acrossPx = fwidth(turned.y);
vec3 crop = dice < 0.3 ? vec3(0.4, 0.47, 0.22) : dice < 0.55 ? vec3(0.6, 0.55, 0.29) : dice < 0.75 ? vec3(0.34, 0.43, 0.2) : dice < 0.9 ? vec3(0.5, 0.51, 0.25) : vec3(0.47, 0.4, 0.28);
vec3 fallow = mix(vec3(0.4, 0.36, 0.27), vec3(0.37, 0.41, 0.26), step(0.45, dice));
vec3 field = mix(crop, fallow, uWinter) * (0.94 + 0.12 * hash2(fieldId.yx + 5.0));
float rows = abs(fract(turned.y / 4.0) - 0.5);
field *= 1.0 - 0.1 * smoothstep(0.3, 0.5, rows) * (1.0 - smoothstep(0.5, 1.6, acrossPx));
vec2 rim = min(fract(strip), 1.0 - fract(strip)) * sizeM;
float hedge = 1.0 - smoothstep(1.6, 2.2 + acrossPx, min(rim.x, rim.y));
field = mix(field, vec3(0.24, 0.31, 0.15), 0.7 * hedge / (1.0 + 0.4 * acrossPx));
vec3 meadow = mix(vec3(0.43, 0.49, 0.27), vec3(0.4, 0.41, 0.28), uWinter);
field = mix(field, meadow, smoothstep(3.0, 14.0, acrossPx));
vec3 garden = mix(vec3(0.39, 0.47, 0.25), vec3(0.47, 0.5, 0.31), softNoise(vPlace * 0.05));
garden *= 0.94 + 0.12 * softNoise(vPlace * 0.6) * (1.0 - smoothstep(0.4, 1.2, acrossPx));
garden = mix(garden, vec3(0.42, 0.42, 0.31), 0.7 * uWinter);
vec3 paved = vec3(0.6, 0.56, 0.48);
vec3 soil = mix(field, garden, smoothstep(0.004, 0.02, built));
soil = mix(soil, paved, smoothstep(0.16, 0.4, built));
diffuseColor.rgb = soil * (0.96 + 0.08 * softNoise(vPlace * 0.016));
diffuseColor.rgb *= 1.0 - 0.5 * boxed(uShade);
`;
const MEAN_SHADE = /* glsl */ `diffuseColor.rgb *= 1.0 - 0.5 * boxed(uShade);`;
const MEAN_FIELD_SHADE = /* glsl */ `
float built = boxed(uBuilt);
vec3 soil = mix(vec3(0.44, 0.47, 0.25), vec3(0.44, 0.49, 0.29), smoothstep(0.004, 0.03, built));
soil = mix(soil, vec3(0.6, 0.56, 0.48), smoothstep(0.16, 0.4, built));
diffuseColor.rgb = soil * (1.0 - 0.5 * boxed(uShade));
`;
const DATA_SHADE = /* glsl */ `diffuseColor.rgb *= 1.0 - 0.22 * boxed(uShade);`;

function flat({ position, index }: FlatMesh): BufferGeometry {
  const geometry = new BufferGeometry();
  const normal = new Float32Array(position.length);
  for (let at = 2; at < normal.length; at += 3) normal[at] = 1;
  geometry.setAttribute('position', new BufferAttribute(position, 3));
  geometry.setAttribute('normal', new BufferAttribute(normal, 3));
  geometry.setIndex(new BufferAttribute(index, 1));
  return geometry;
}
