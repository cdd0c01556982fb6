import { Canvas, useFrame, useThree } from '@react-three/fiber';
import { useEffect, useRef, useState } from 'react';
import { PerspectiveCamera, type WebGLRenderer } from 'three';
import type { District } from '../model/district';
import { VIEW_DEG } from './three/framing';
import { quietKnownNotices } from './three/notices';
import { PointerInput } from './three/pointerInput';
import { probeGraphics, type Quality } from './three/quality';
import type { SceneTile } from './three/tiles';
import { World } from './three/World';
import type { CameraRequest, SceneApi, SceneState, Target } from './types';

/** Why there is no map: the browser draws none, or what it drew with is gone. */
export type WithoutMap = 'noWebGl' | 'contextLost';

export interface CityViewProps {
  readonly district: District;
  /** Built once per district, see `cityTiles`. */
  readonly tiles: readonly SceneTile[];
  readonly state: SceneState;
  /** Accessible name of the canvas. */
  readonly label: string;
  readonly onPick: (target: Target | null, several: boolean) => void;
  readonly onHover: (target: Target | null) => void;
  readonly onReady?: (api: SceneApi) => void;
  /** No WebGL, or its context was lost: show the table instead. */
  readonly onUnavailable: (reason: WithoutMap) => void;
  readonly cameraRequest?: CameraRequest | null;
  /** `auto` chooses the light tier (no multisampling, no shadows) where the processor has to draw. */
  readonly quality?: Quality | 'auto';
}

quietKnownNotices();

/** The city in 3D. Draws only when something changes; every state lives outside. */
export function CityView(props: CityViewProps) {
  const [camera] = useState(() => new PerspectiveCamera(VIEW_DEG, 1, 1, 10000));
  const [{ available, quality: probed }] = useState(probeGraphics);
  const { onUnavailable, quality = 'auto' } = props;
  const [labelHost, setLabelHost] = useState<HTMLElement | null>(null);
  const tier = quality === 'auto' ? probed : quality;
  useEffect(() => {
    if (!available) onUnavailable('noWebGl');
  }, [available, onUnavailable]);
  if (!available) return null;
  return (
    <div style={FILL}>
      <Canvas
        shadows="percentage"
        frameloop="demand"
        dpr={tier === 'full' ? [1, 2] : 1}
        flat
        camera={camera}
        gl={{ antialias: tier === 'full', powerPreference: 'high-performance' }}
      >
        {labelHost && <WorldHost {...props} quality={tier} labelHost={labelHost} />}
      </Canvas>
      <div ref={setLabelHost} style={OVERLAY} />
    </div>
  );
}

const FILL = { position: 'relative', width: '100%', height: '100%' } as const;
const OVERLAY = { position: 'absolute', inset: 0, overflow: 'hidden', pointerEvents: 'none' } as const;

/** Holds the World: builds it once per district, hands it every new state, ticks it. */
type HostProps = CityViewProps & { readonly labelHost: HTMLElement };

function WorldHost({
  district,
  tiles,
  state,
  label,
  quality,
  labelHost,
  cameraRequest,
  ...wishes
}: HostProps) {
  const { gl, scene, camera, size, invalidate } = useThree();
  const world = useRef<World | null>(null);
  const latest = useRef({ ...wishes, state, size });
  useEffect(() => {
    latest.current = { ...wishes, state, size };
  });

  useEffect(() => {
    const made = new World({
      renderer: gl,
      scene,
      camera: camera as PerspectiveCamera,
      district,
      tiles,
      shadows: quality !== 'light',
      labelHost,
      invalidate: () => invalidate(),
    });
    world.current = made;
    made.resize(latest.current.size.width, latest.current.size.height);
    made.set(latest.current.state);
    const input = new PointerInput(gl.domElement, made, {
      onPick: (target, several) => latest.current.onPick(target, several),
      onHover: (target) => latest.current.onHover(target),
      invalidate: () => invalidate(),
    });
    const unwatch = watchContext(gl, (reason) => latest.current.onUnavailable(reason));
    latest.current.onReady?.(made.api);
    return () => {
      unwatch();
      input.dispose();
      made.dispose();
      world.current = null;
    };
  }, [gl, scene, camera, district, tiles, quality, labelHost, invalidate]);

  useEffect(() => nameCanvas(gl.domElement, label), [gl, label]);
  useEffect(() => world.current?.resize(size.width, size.height), [size.width, size.height]);
  useEffect(() => world.current?.set(state), [state]);
  useEffect(() => {
    if (cameraRequest) world.current?.follow(cameraRequest.to);
  }, [cameraRequest]);
  // With an order of its own the frame is drawn here: the world may have to draw two pictures.
  useFrame((_, dtS) => {
    if (world.current?.tick(dtS)) invalidate();
    world.current?.draw();
  }, 1);
  return null;
}

/** The canvas takes over arrow keys, so it is an application with a name; everything on it is in the table too. */
function nameCanvas(canvas: HTMLCanvasElement, label: string): void {
  canvas.tabIndex = 0;
  canvas.setAttribute('role', 'application');
  canvas.setAttribute('aria-label', label);
  canvas.style.touchAction = 'none';
}

function watchContext(gl: WebGLRenderer, tell: (reason: WithoutMap) => void): () => void {
  const lost = (event: Event): void => {
    event.preventDefault();
    tell('contextLost');
  };
  gl.domElement.addEventListener('webglcontextlost', lost);
  return () => gl.domElement.removeEventListener('webglcontextlost', lost);
}
