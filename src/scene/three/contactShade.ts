import {
  LinearFilter,
  Mesh,
  MeshBasicMaterial,
  NoColorSpace,
  OrthographicCamera,
  PlaneGeometry,
  Scene,
  ShaderMaterial,
  Vector2,
  WebGLRenderTarget,
  type BufferGeometry,
  type Texture,
  type WebGLRenderer,
} from 'three';
import type { Extent } from './extent';

const SIZE_PX = 1024;
/** Where the processor draws, a coarser shade has to do: the picture comes first. */
const LIGHT_SIZE_PX = 512;
const BUILT_PX = 128;
const MARGIN_M = 120;
/** Reach of the shade around a wall. */
const BLUR_M = 7;
/** Reach of the measure of how built-up a place is. */
const BUILT_M = 55;

export interface ContactShade {
  readonly texture: Texture;
  /** The same, blurred far: 0 in the fields, about a half in a dense street. */
  readonly built: Texture;
  /** x, y, width, height in metres. */
  readonly box: readonly [number, number, number, number];
  dispose(): void;
}

/** The footprints seen from above, blurred once: the soft shade in which bodies stand. Costs three passes, once. */
export function renderContactShade(
  renderer: WebGLRenderer,
  geometries: readonly BufferGeometry[],
  extent: Extent,
  fine: boolean,
): ContactShade {
  const sizePx = fine ? SIZE_PX : LIGHT_SIZE_PX;
  const x = extent.minM[0] - MARGIN_M;
  const y = extent.minM[1] - MARGIN_M;
  const sideM = Math.max(extent.maxM[0] - extent.minM[0], extent.maxM[1] - extent.minM[1]) + 2 * MARGIN_M;
  const options = {
    colorSpace: NoColorSpace,
    minFilter: LinearFilter,
    magFilter: LinearFilter,
    depthBuffer: false,
  };
  const first = new WebGLRenderTarget(sizePx, sizePx, options);
  const second = new WebGLRenderTarget(sizePx, sizePx, options);
  const between = new WebGLRenderTarget(BUILT_PX, BUILT_PX, options);
  const built = new WebGLRenderTarget(BUILT_PX, BUILT_PX, options);
  const camera = new OrthographicCamera(x, x + sideM, y + sideM, y, 0.1, 4000);
  camera.position.set(0, 0, 3000);
  const white = new MeshBasicMaterial({ color: 0xffffff, toneMapped: false, depthTest: false });
  const mask = new Scene();
  for (const geometry of geometries) mask.add(new Mesh(geometry, white));
  draw(renderer, mask, camera, first);
  const blur = blurMaterial();
  const screen = new Scene();
  const quad = new Mesh(new PlaneGeometry(2, 2), blur);
  quad.frustumCulled = false;
  screen.add(quad);
  const pass = (from: WebGLRenderTarget, to: WebGLRenderTarget, x: number, y: number): void => {
    blur.uniforms['uFrom']!.value = from.texture;
    blur.uniforms['uStep']!.value = new Vector2(x / sideM / 4, y / sideM / 4);
    draw(renderer, screen, camera, to);
  };
  pass(first, second, BLUR_M, 0);
  pass(second, first, 0, BLUR_M);
  pass(first, between, BUILT_M, 0);
  pass(between, built, 0, BUILT_M);
  between.dispose();
  second.dispose();
  quad.geometry.dispose();
  blur.dispose();
  white.dispose();
  const dispose = (): void => {
    first.dispose();
    built.dispose();
  };
  return { texture: first.texture, built: built.texture, box: [x, y, sideM, sideM], dispose };
}

function draw(
  renderer: WebGLRenderer,
  scene: Scene,
  camera: OrthographicCamera,
  to: WebGLRenderTarget,
): void {
  const before = renderer.getRenderTarget();
  renderer.setRenderTarget(to);
  renderer.setClearColor(0x000000, 1);
  renderer.clear();
  renderer.render(scene, camera);
  renderer.setRenderTarget(before);
}

function blurMaterial(): ShaderMaterial {
  return new ShaderMaterial({
    toneMapped: false,
    depthTest: false,
    depthWrite: false,
    uniforms: { uFrom: { value: null }, uStep: { value: new Vector2() } },
    vertexShader: /* glsl */ `
      varying vec2 vUv;
      void main() { vUv = uv; gl_Position = vec4(position.xy, 0.0, 1.0); }`,
    fragmentShader: /* glsl */ `
      uniform sampler2D uFrom;
      uniform vec2 uStep;
      varying vec2 vUv;
      void main() {
        float sum = 0.0;
        float weights = 0.0;
        for (int i = -6; i <= 6; i++) {
          float w = exp(-float(i * i) / 14.0);
          sum += w * texture2D(uFrom, vUv + uStep * float(i)).r;
          weights += w;
        }
        gl_FragColor = vec4(vec3(sum / weights), 1.0);
      }`,
  });
}
