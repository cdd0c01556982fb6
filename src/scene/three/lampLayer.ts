import {
  AdditiveBlending,
  BufferAttribute,
  Group,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  ShaderMaterial,
  type BufferGeometry,
} from 'three';
import type { Point } from '../../model/building';
import type { Street } from '../../model/district';

const APART_M = 32;
const POOL_M = 13;
const HEIGHT_M = 6;
const FAR_PX_PER_M = 0.2;

/** Street lamps, to one side and the other in turn. */
export function lampPlaces(streets: readonly Street[]): readonly Point[] {
  return streets.flatMap(({ path, widthM }) => {
    const places: Point[] = [];
    let next = APART_M / 2;
    let hand = 1;
    path.forEach(([x, y], at) => {
      const to = path[at + 1];
      if (!to) return;
      const lengthM = Math.hypot(to[0] - x, to[1] - y);
      for (; next < lengthM; next += APART_M, hand = -hand) {
        const [ux, uy] = [(to[0] - x) / lengthM, (to[1] - y) / lengthM];
        const aside = (widthM / 2 + 0.6) * hand;
        places.push([x + ux * next - uy * aside, y + uy * next + ux * aside]);
      }
      next -= lengthM;
    });
    return places;
  });
}

/** By night: a pool of light on the ground under every street lamp, and the lamp itself. */
export class LampLayer {
  readonly group = new Group();
  private readonly geometry: InstancedBufferGeometry;
  private readonly pools = lampMaterial(POOL_VERTEX, POOL_FRAGMENT);
  private readonly heads = lampMaterial(HEAD_VERTEX, HEAD_FRAGMENT);
  private isScene = false;
  private isFar = false;
  private night = 0;

  constructor(private readonly places: readonly Point[]) {
    this.geometry = new InstancedBufferGeometry();
    const corners = Float32Array.of(-1, -1, 0, 1, -1, 0, 1, 1, 0, -1, 1, 0);
    this.geometry.setAttribute('position', new BufferAttribute(corners, 3));
    this.geometry.setAttribute('place', new InstancedBufferAttribute(Float32Array.from(places.flat()), 2));
    this.geometry.setIndex([0, 1, 2, 0, 2, 3]);
    this.geometry.instanceCount = places.length;
    const meshes = [this.pools, this.heads].map((material) => new Mesh(this.geometry, material));
    meshes.forEach((mesh, at) => {
      mesh.frustumCulled = false;
      mesh.renderOrder = 4 + at;
    });
    this.group.add(...meshes);
    this.show();
  }

  dress(look: 'scene' | 'data'): void {
    this.isScene = look === 'scene';
    this.show();
  }

  setHour(night: number): void {
    this.night = night;
    for (const { uniforms } of [this.pools, this.heads]) uniforms['uNight']!.value = night;
    this.show();
  }

  detail(pixelsPerM: number): void {
    this.isFar = pixelsPerM < FAR_PX_PER_M;
    this.show();
  }

  dispose(): void {
    (this.geometry as BufferGeometry).dispose();
    this.pools.dispose();
    this.heads.dispose();
  }

  private show(): void {
    this.group.visible = this.isScene && !this.isFar && this.night > 0.02 && this.places.length > 0;
  }
}

const lampMaterial = (vertexShader: string, fragmentShader: string): ShaderMaterial =>
  new ShaderMaterial({
    transparent: true,
    blending: AdditiveBlending,
    depthWrite: false,
    toneMapped: false,
    uniforms: { uNight: { value: 0 } },
    vertexShader,
    fragmentShader,
  });

const POOL_VERTEX = /* glsl */ `
attribute vec2 place;
varying vec2 vAt;
void main() {
  vAt = position.xy;
  gl_Position = projectionMatrix * (viewMatrix * vec4(place + position.xy * ${POOL_M.toFixed(1)}, 0.1, 1.0));
}
`;

const POOL_FRAGMENT = /* glsl */ `
uniform float uNight;
varying vec2 vAt;
void main() {
  float near = max(0.0, 1.0 - dot(vAt, vAt));
  gl_FragColor = vec4(vec3(1.0, 0.66, 0.32) * (0.3 * uNight * near * near), 1.0);
}
`;

const HEAD_VERTEX = /* glsl */ `
attribute vec2 place;
varying vec2 vAt;
void main() {
  vAt = position.xy;
  vec4 seen = viewMatrix * vec4(place, ${HEIGHT_M.toFixed(1)}, 1.0);
  seen.xy += position.xy * max(0.5, -seen.z * 0.0012);
  gl_Position = projectionMatrix * seen;
}
`;

const HEAD_FRAGMENT = /* glsl */ `
uniform float uNight;
varying vec2 vAt;
void main() {
  float near = max(0.0, 1.0 - dot(vAt, vAt));
  gl_FragColor = vec4(vec3(1.0, 0.84, 0.6) * (0.9 * uNight * near * near), 1.0);
}
`;
