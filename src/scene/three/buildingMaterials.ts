import { Color, MeshLambertMaterial, ShaderMaterial, Vector2, type Texture } from 'three';
import { PANELS, SCAFFOLD } from './equipment';
import { TABLE_FETCH_GLSL } from './rowTexture';
import { UPWARD } from './seenRoofs';

/** Tables every building material reads by row: see `cityLayer.ts` for what stands in them. */
export interface BuildingTables {
  /** sRGB bytes of the painted value; alpha 0 no data, 255 painted, between: set back behind a highlight. */
  readonly value: Texture;
  /** sRGB wall colour; alpha: the building's own random number. */
  readonly wall: Texture;
  /** sRGB roof colour; alpha: 255 dwelling, 0 workplace. */
  readonly roof: Texture;
  /** Storey height m, window share of a bay 0..1, bay width m, wall height m. */
  readonly shape: Texture;
  /** What measures have put on the building, see `equipment.ts`. */
  readonly fitted: Texture;
}

const PARS_VERTEX = /* glsl */ `
attribute float buildingRow;
attribute vec2 facade;
${TABLE_FETCH_GLSL}
`;

/**
 * Data look: unlit. A roof is exactly the byte colour of its value; a wall is at most 10 % darker, by its bearing, so that
 * bodies keep their shape (more while nothing is painted). No colour space, no tone mapping, no fog: the table holds what the screen shows.
 */
export function dataMaterial(tables: BuildingTables): ShaderMaterial {
  return new ShaderMaterial({
    toneMapped: false,
    polygonOffset: true,
    polygonOffsetFactor: 1,
    polygonOffsetUnits: 1,
    uniforms: {
      uValue: { value: tables.value },
      uPainted: { value: 0 },
      uNeutral: { value: new Color() },
      uNoDataFill: { value: new Color() },
      uNoDataHatch: { value: new Color() },
      uHatchPx: { value: 5 },
    },
    vertexShader: /* glsl */ `
      ${PARS_VERTEX}
      uniform sampler2D uValue;
      uniform float uPainted;
      uniform vec3 uNeutral;
      flat varying vec3 vColour;
      /** Above 0: how bright the hatch of missing data is here. */
      flat varying float vHatch;
      void main() {
        vec4 value = tableRow(uValue, buildingRow);
        float wall = step(abs(normal.z), 0.2);
        float turned = 0.5 - 0.5 * dot(normal.xy, vec2(-0.55, -0.83));
        vec2 shading = mix(vec2(0.07, 0.17), vec2(0.025, 0.075), uPainted);
        float shade = 1.0 - wall * (shading.x + shading.y * turned);
        float back = value.a > 0.99 ? 0.0 : 0.82;
        vColour = mix(uNeutral, mix(value.rgb, uNeutral, back), uPainted) * shade;
        vHatch = value.a < 0.01 && uPainted > 0.5 ? shade : 0.0;
        gl_Position = projectionMatrix * (modelViewMatrix * vec4(position, 1.0));
      }`,
    fragmentShader: /* glsl */ `
      uniform vec3 uNoDataFill;
      uniform vec3 uNoDataHatch;
      uniform float uHatchPx;
      flat varying vec3 vColour;
      flat varying float vHatch;
      void main() {
        gl_FragColor = vec4(vColour, 1.0);
        if (vHatch > 0.0) {
          float stripe = step(0.62, fract((gl_FragCoord.x + gl_FragCoord.y) / (uHatchPx * 2.0)));
          gl_FragColor.rgb = mix(uNoDataFill, uNoDataHatch, stripe) * vHatch;
        }
      }`,
  });
}

/** Writes depth only: ghosts show their front faces, not their insides. */
export function depthOnlyMaterial(): ShaderMaterial {
  return new ShaderMaterial({
    colorWrite: false,
    polygonOffset: true,
    polygonOffsetFactor: 1,
    polygonOffsetUnits: 1,
    vertexShader: /* glsl */ `
      void main() { gl_Position = projectionMatrix * (modelViewMatrix * vec4(position, 1.0)); }`,
    fragmentShader: /* glsl */ `void main() { gl_FragColor = vec4(0.0); }`,
  });
}

/** The building's row plus one as three bytes; 0 is nothing. */
export function identityMaterial(): ShaderMaterial {
  return new ShaderMaterial({
    toneMapped: false,
    vertexShader: /* glsl */ `
      attribute float buildingRow;
      flat varying vec4 vIdentity;
      void main() {
        float id = buildingRow + 1.0;
        vec3 turned = floor(normal * 15.0 + 16.0);
        float face = mod(dot(turned, vec3(1.0, 31.0, 7.0)), 127.0) + (normal.z > 0.35 ? ${UPWARD.toFixed(1)} : 1.0);
        vIdentity = vec4(mod(id, 256.0), mod(floor(id / 256.0), 256.0), floor(id / 65536.0), face) / 255.0;
        gl_Position = projectionMatrix * (modelViewMatrix * vec4(position, 1.0));
      }`,
    fragmentShader: /* glsl */ `
      flat varying vec4 vIdentity;
      void main() { gl_FragColor = vIdentity; }`,
  });
}

export interface SceneUniforms {
  readonly uNight: { value: number };
  /** Lit share of dwellings and of workplaces. */
  readonly uLit: { value: Vector2 };
  readonly uSkyTint: { value: Color };
}

/** Scene look: lit facades drawn from metres along the wall, metres above ground and the building's row of tables. */
export function sceneMaterial(tables: BuildingTables): {
  material: MeshLambertMaterial;
  uniforms: SceneUniforms;
  /** Whose measures are shown. */
  fitted: { value: Texture };
} {
  const fitted = { value: tables.fitted };
  const uniforms: SceneUniforms = {
    uNight: { value: 0 },
    uLit: { value: new Vector2() },
    uSkyTint: { value: new Color() },
  };
  const material = new MeshLambertMaterial();
  material.onBeforeCompile = (shader) => {
    Object.assign(shader.uniforms, uniforms, {
      uWall: { value: tables.wall },
      uRoof: { value: tables.roof },
      uShape: { value: tables.shape },
      uFitted: fitted,
    });
    shader.vertexShader = shader.vertexShader
      .replace('#include <common>', `#include <common>\n${PARS_VERTEX}${SCENE_PARS_VERTEX}`)
      .replace('#include <begin_vertex>', `#include <begin_vertex>\n${SCENE_VERTEX}`);
    shader.fragmentShader = shader.fragmentShader
      .replace('#include <common>', `#include <common>\n${SCENE_PARS_FRAGMENT}`)
      .replace('#include <color_fragment>', SCENE_COLOUR)
      .replace('#include <emissivemap_fragment>', 'totalEmissiveRadiance += facadeLight;');
  };
  return { material, uniforms, fitted };
}

const SCENE_PARS_VERTEX = /* glsl */ `
uniform sampler2D uWall;
uniform sampler2D uRoof;
uniform sampler2D uShape;
uniform sampler2D uFitted;
flat varying vec4 vFitted;
flat varying vec4 vWall;
flat varying vec4 vRoof;
flat varying vec4 vShape;
varying vec2 vFacade;
varying vec3 vFace;
varying vec3 vPlace;
`;

const SCENE_VERTEX = /* glsl */ `
vWall = tableRow(uWall, buildingRow);
vRoof = tableRow(uRoof, buildingRow);
vShape = tableRow(uShape, buildingRow);
vFitted = tableRow(uFitted, buildingRow);
vFacade = facade;
vFace = normal;
vPlace = position;
`;

const SCENE_PARS_FRAGMENT = /* glsl */ `
uniform float uNight;
uniform vec2 uLit;
uniform vec3 uSkyTint;
flat varying vec4 vFitted;
flat varying vec4 vWall;
flat varying vec4 vRoof;
flat varying vec4 vShape;
varying vec2 vFacade;
varying vec3 vFace;
varying vec3 vPlace;
float keyed(vec3 key) {
  vec3 p = fract(key * vec3(0.1031, 0.1030, 0.0973));
  p += dot(p, p.yxz + 33.33);
  return fract((p.x + p.y) * p.z);
}
vec3 linearOf(vec3 srgb) {
  vec3 c = pow(srgb, vec3(2.2));
  return mix(vec3(dot(c, vec3(0.21, 0.72, 0.07))), c, 0.8);
}
`;

/** Windows fade to their mean colour where a bay covers less than about two pixels. */
const SCENE_COLOUR = /* glsl */ `
vec3 facadeLight = vec3(0.0);
bool isWall = abs(vFace.z) < 0.35;
if (isWall) {
  vec3 wall = linearOf(vWall.rgb);
  float heightM = vFacade.y;
  vec2 cell = vec2(vFacade.x / vShape.z, heightM / vShape.x);
  vec2 bay = floor(cell);
  vec2 inBay = fract(cell) - vec2(0.5, 0.53);
  vec2 footprintPx = fwidth(cell);
  bool ground = bay.y < 0.5;
  bool shop = ground && vRoof.a < 0.5;
  vec2 halfSize = 0.5 * vec2(mix(0.34, 0.92, vShape.y), mix(0.44, 0.8, vShape.y));
  if (shop) halfSize = vec2(0.45, 0.4);
  vec2 edge = clamp(0.5 + (halfSize - abs(inBay)) / max(footprintPx, vec2(1e-4)), 0.0, 1.0);
  float detail = 1.0 - smoothstep(0.3, 0.75, max(footprintPx.x, footprintPx.y));
  float mean = 4.0 * halfSize.x * halfSize.y;
  float glass = mix(mean, edge.x * edge.y, detail);
  glass *= step(0.0, vShape.w - heightM - 0.3) * step(heightM, floor(vShape.w / vShape.x + 0.2) * vShape.x);
  vec2 sill = clamp(0.5 + (halfSize + vec2(0.035, 0.045) - abs(inBay)) / max(footprintPx, vec2(1e-4)), 0.0, 1.0);
  float frame = max(sill.x * sill.y * detail - glass, 0.0);
  wall = mix(wall, min(wall * 1.35 + 0.03, vec3(0.95)), frame * step(0.3, glass + frame));
  wall *= mix(0.7, 1.0, smoothstep(0.0, 3.2, heightM));
  wall *= 1.0 - 0.1 * smoothstep(0.55, 0.0, vShape.w - heightM);
  vec3 pane = mix(vec3(0.045, 0.062, 0.085), uSkyTint, 0.16 + 0.22 * keyed(vec3(bay, vWall.a * 91.0)));
  diffuseColor.rgb = mix(wall, pane, glass * 0.92);
  float share = mix(uLit.y, uLit.x, vRoof.a);
  float dice = keyed(vec3(bay.x + 7.0, bay.y + 3.0, floor(vWall.a * 255.0) + dot(step(vec2(0.0), vFace.xy), vec2(17.0, 41.0))));
  float lit = mix(share, step(dice, share), detail);
  ${SCAFFOLD}
  vec3 lamp = mix(vec3(1.0, 0.58, 0.22), vec3(1.0, 0.8, 0.52), keyed(vec3(bay.yx, 5.0)));
  facadeLight = lamp * glass * lit * uNight * (1.1 + 0.7 * keyed(vec3(bay.x, 3.0, bay.y)));
} else {
  vec3 roof = linearOf(vRoof.rgb);
  float grain = keyed(floor(vec3(vPlace.xy * 0.7, vWall.a * 19.0)));
  float course = vFacade.y / 0.42;
  float rows = 1.0 - smoothstep(0.25, 0.6, fwidth(course));
  float lap = smoothstep(0.72, 1.0, fract(course)) * step(vFace.z, 0.98);
  diffuseColor.rgb = roof * (0.96 + 0.08 * grain) * (1.0 - 0.16 * lap * rows);
  ${PANELS}
}
`;
