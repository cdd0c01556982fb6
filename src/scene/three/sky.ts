import { BackSide, Color, Mesh, ShaderMaterial, SphereGeometry, Vector3 } from 'three';
import type { Daylight } from './daylight';
import type { SunPosition } from './sun';

/** So far below the eye's level the ground may end: nothing is drawn behind it. */
const LOW_RAD = 0.42;

/** Dome around the camera: zenith above, the fog's own colour at the horizon, a soft glow around the sun, stars at night. */
export class Sky {
  readonly mesh: Mesh<SphereGeometry, ShaderMaterial>;

  constructor() {
    const material = new ShaderMaterial({
      side: BackSide,
      depthWrite: false,
      depthTest: false,
      toneMapped: false,
      uniforms: {
        uZenith: { value: new Color() },
        uHorizon: { value: new Color() },
        uGlow: { value: new Color() },
        uSun: { value: new Vector3() },
      },
      vertexShader: /* glsl */ `
        varying vec3 vDirection;
        void main() {
          vDirection = position;
          // At the far end of the depth: from afar the near plane would cut the dome off.
          vec4 at = projectionMatrix * vec4(mat3(viewMatrix) * position, 1.0);
          gl_Position = vec4(at.xy, at.w * 0.9999, at.w);
        }`,
      fragmentShader: /* glsl */ `
        uniform vec3 uZenith;
        uniform vec3 uHorizon;
        uniform vec3 uGlow;
        uniform vec3 uSun;
        varying vec3 vDirection;
        void main() {
          vec3 d = normalize(vDirection);
          float up = clamp(d.z, 0.0, 1.0);
          vec3 colour = mix(uHorizon, uZenith, 1.0 - pow(1.0 - up, 4.5));
          float near = max(dot(d, uSun), 0.0);
          colour += uGlow * (0.22 * pow(near, 8.0) + 0.5 * pow(near, 220.0)) * smoothstep(-0.02, 0.1, d.z);
          gl_FragColor = vec4(colour, 1.0);
          #include <colorspace_fragment>
        }`,
    });
    const dome = new SphereGeometry(10, 24, 9, 0, 2 * Math.PI, 0, Math.PI / 2 + LOW_RAD);
    dome.rotateX(Math.PI / 2);
    this.mesh = new Mesh(dome, material);
    this.mesh.frustumCulled = false;
    this.mesh.renderOrder = -10;
  }

  set(daylight: Daylight, sun: SunPosition): void {
    const { uniforms } = this.mesh.material;
    (uniforms['uZenith']!.value as Color).copy(daylight.zenith);
    (uniforms['uHorizon']!.value as Color).copy(daylight.horizon);
    (uniforms['uGlow']!.value as Color).copy(daylight.sunColour).multiplyScalar(1 - daylight.night);
    (uniforms['uSun']!.value as Vector3).set(...sun.direction);
  }

  dispose(): void {
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
  }
}
