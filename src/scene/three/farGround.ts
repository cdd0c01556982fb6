import { BufferAttribute, BufferGeometry, Mesh, ShaderMaterial, type Texture } from 'three';
import { AIR_GLSL, type AirUniforms } from './air';
import type { Extent } from './extent';

const SPOKES = 96;
/** Rings within the town, and outside of it, each so much wider than the one before. */
const TOWN_RINGS = 24;
const WIDER = 1.3;
const REACH = 14;

export interface GroundShade {
  readonly uBuilt: { value: Texture | null };
  readonly uShadeBox: { value: number[] };
  readonly uLamps: { value: number };
}

/**
 * The ground of the Scene look from afar: one colour a corner of a web that is fine where the town is, drawn last, so that nothing is worked out
 * for what houses hide. The contact shade is narrower than a pixel there.
 */
export class FarGround {
  readonly mesh: Mesh<BufferGeometry, ShaderMaterial>;

  constructor(extent: Extent, shade: GroundShade, air: AirUniforms) {
    const material = new ShaderMaterial({
      toneMapped: false,
      depthWrite: false,
      uniforms: { ...shade, ...air },
      vertexShader: GROUND_VERTEX,
      fragmentShader: /* glsl */ `
        varying vec3 vColour;
        void main() { gl_FragColor = vec4(vColour, 1.0); }`,
    });
    this.mesh = new Mesh(webGeometry(extent), material);
    this.mesh.frustumCulled = false;
    this.mesh.visible = false;
    this.mesh.renderOrder = 4;
  }

  dispose(): void {
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
  }
}

/** A spider's web around the town's middle. */
function webGeometry({ centre, radiusM }: Extent): BufferGeometry {
  const radii = Array.from({ length: TOWN_RINGS }, (_, at) => (1.3 * radiusM * (at + 1)) / TOWN_RINGS);
  while (radii[radii.length - 1]! < REACH * radiusM) radii.push(radii[radii.length - 1]! * WIDER);
  const position: number[] = [...centre, 0];
  const index: number[] = [];
  radii.forEach((radius, ring) => {
    const from = 1 + ring * SPOKES;
    for (let spoke = 0; spoke < SPOKES; spoke += 1) {
      const angle = (2 * Math.PI * spoke) / SPOKES;
      position.push(centre[0] + radius * Math.cos(angle), centre[1] + radius * Math.sin(angle), 0);
      const next = (spoke + 1) % SPOKES;
      if (ring === 0) index.push(0, from + spoke, from + next);
      else {
        const within = from - SPOKES;
        index.push(within + spoke, from + spoke, from + next, within + spoke, from + next, within + next);
      }
    }
  });
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(Float32Array.from(position), 3));
  geometry.setIndex(index);
  return geometry;
}

/** Fields in their mean, gardens between the houses, paving where it is dense; lamps by night: as `groundLayer.ts` paints them. */
const GROUND_VERTEX = /* glsl */ `
uniform sampler2D uBuilt;
uniform vec4 uShadeBox;
uniform float uLamps;
varying vec3 vColour;
${AIR_GLSL}
void main() {
  vec4 seen = modelViewMatrix * vec4(position, 1.0);
  vec2 at = (position.xy - uShadeBox.xy) / uShadeBox.zw;
  vec2 inside = step(vec2(0.0), at) * step(at, vec2(1.0));
  float built = texture2D(uBuilt, at).r * inside.x * inside.y;
  vec3 soil = mix(vec3(0.44, 0.47, 0.25), vec3(0.44, 0.49, 0.29), smoothstep(0.004, 0.03, built));
  soil = mix(soil, vec3(0.6, 0.56, 0.48), smoothstep(0.16, 0.4, built));
  vec3 lamps = uLamps * vec3(0.11, 0.068, 0.03) * smoothstep(0.02, 0.4, built);
  vec3 colour = onScreen(litBy(soil * (1.0 - 0.25 * built), vec3(0.0, 0.0, 1.0)) + lamps);
  vColour = inFog(colour, -seen.z);
  gl_Position = projectionMatrix * seen;
}
`;
