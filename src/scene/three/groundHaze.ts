import { BufferAttribute, BufferGeometry, Color, Mesh, ShaderMaterial } from 'three';
import { DATA_WORLD, type Theme } from '../../state/display';
import { AIR_GLSL, type AirUniforms } from './air';
import { setBytes } from './cityLayer';

const STRIPS = 16;

/**
 * The ground of the Data look from afar. It has one colour, so the canvas is cleared with it, and only where it fades into the
 * fog something is drawn: level ground lies at a depth that depends on the height on screen alone, s = -H / (f + y t u), with the
 * camera's height H, the upright parts f and u of its forward and upward axes, and t the tangent of half its angle.
 */
export class GroundHaze {
  readonly mesh: Mesh<BufferGeometry, ShaderMaterial>;

  constructor(air: AirUniforms) {
    const geometry = new BufferGeometry();
    const position: number[] = [];
    const index: number[] = [];
    // One strip more than the fog has: all that lies above it.
    for (let strip = 0; strip <= STRIPS + 1; strip += 1) {
      position.push(-1, strip / STRIPS, 0, 1, strip / STRIPS, 0);
      const at = 2 * strip;
      if (strip > 0) index.push(at - 2, at - 1, at, at, at - 1, at + 1);
    }
    geometry.setAttribute('position', new BufferAttribute(Float32Array.from(position), 3));
    geometry.setIndex(index);
    const material = new ShaderMaterial({
      toneMapped: false,
      depthTest: false,
      depthWrite: false,
      uniforms: { ...air, uGround: { value: new Color() } },
      vertexShader: HAZE_VERTEX,
      fragmentShader: /* glsl */ `
        varying vec3 vColour;
        void main() { gl_FragColor = vec4(vColour, 1.0); }`,
    });
    this.mesh = new Mesh(geometry, material);
    this.mesh.frustumCulled = false;
    this.mesh.visible = false;
    this.mesh.renderOrder = -10;
  }

  dress(theme: Theme): void {
    setBytes(this.mesh.material.uniforms['uGround']!.value as Color, DATA_WORLD[theme].ground);
  }

  dispose(): void {
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
  }
}

const HAZE_VERTEX = /* glsl */ `
uniform vec3 uGround;
varying vec3 vColour;
${AIR_GLSL}
void main() {
  float depthM = mix(uFogSpan.x, uFogSpan.y, min(position.y, 1.0));
  vColour = inFog(uGround, depthM);
  float upright = max(viewMatrix[2][1], 1e-4) / projectionMatrix[1][1];
  float y = position.y > 1.0 ? 4.0 : (viewMatrix[2][2] - cameraPosition.z / depthM) / upright;
  gl_Position = vec4(position.x, min(y, 4.0), 0.0, 1.0);
}
`;
