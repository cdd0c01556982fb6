import { ShaderMaterial } from 'three';
import { AIR_GLSL, type AirUniforms } from './air';
import type { Appearance } from './appearance';
import type { SceneUniforms } from './buildingMaterials';
import { TABLE_FETCH_GLSL, type RowTexture } from './rowTexture';

/**
 * Scene look from afar, where the processor draws: windows are smaller than pixels there, so a face has one colour, its wall
 * with the mean of its windows, worked out at the corner. No shadows, as in all of that tier.
 */
export function farCityMaterial(
  table: RowTexture<Uint8Array>,
  uniforms: SceneUniforms,
  air: AirUniforms,
): ShaderMaterial {
  return new ShaderMaterial({
    toneMapped: false,
    uniforms: {
      ...uniforms,
      ...air,
      uFar: { value: table.texture },
    },
    vertexShader: FAR_VERTEX,
    fragmentShader: /* glsl */ `
      flat varying vec3 vColour;
      void main() { gl_FragColor = vec4(vColour, 1.0); }`,
  });
}

const linear = (byte: number): number => (byte / 255) ** 2.2;
const grey = ([red, green, blue]: readonly number[]): number => 0.21 * red! + 0.72 * green! + 0.07 * blue!;
/** As the near material washes its colours. */
function washed(srgb: readonly number[]): number[] {
  const light = srgb.slice(0, 3).map(linear);
  return light.map((value) => grey(light) + (value - grey(light)) * 0.8);
}
const PANE = [0.16, 0.21, 0.27] as const;

/**
 * Two texels a building, wall and roof: the root of what it reflects, in bytes; alpha holds the share of lit glass in its wall,
 * upper half for dwellings.
 */
export function farTexels({ wall, roof, shape }: Appearance): readonly number[] {
  const byte = (reflected: number): number => Math.round(255 * Math.sqrt(Math.min(1, reflected)));
  const glass = (0.34 + 0.58 * shape[1]) * (0.44 + 0.36 * shape[1]);
  const walls = washed(wall).map((value, at) =>
    byte(0.95 * value + (PANE[at]! - 0.95 * value) * 0.92 * glass),
  );
  const lit = (roof[3] > 127 ? 128 : 0) + Math.round(127 * glass);
  return [...walls, lit, ...washed(roof).map(byte), 0];
}

const FAR_VERTEX = /* glsl */ `
attribute float buildingRow;
uniform sampler2D uFar;
uniform float uNight;
uniform vec2 uLit;
flat varying vec3 vColour;
${TABLE_FETCH_GLSL}
${AIR_GLSL}
void main() {
  vec4 texel = tableRow(uFar, 2.0 * buildingRow + step(0.35, abs(normal.z)));
  float dwelling = step(0.5, texel.a);
  float glass = texel.a * 2.008 - dwelling * 1.008;
  vec3 lamps = vec3(1.0, 0.69, 0.37) * (glass * mix(uLit.y, uLit.x, dwelling) * uNight * 1.45);
  vec4 seen = modelViewMatrix * vec4(position, 1.0);
  vColour = inFog(onScreen(litBy(texel.rgb * texel.rgb, normal) + lamps), -seen.z);
  gl_Position = projectionMatrix * seen;
}
`;
