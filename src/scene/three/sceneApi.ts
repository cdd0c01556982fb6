import type { SceneApi, ScreenPoint } from '../types';
import type { World, WorldParts } from './World';

/** So many pixels around must show the same: no edge, smoothed over two pixels, may tint the one that is read. */
const CLEAR_PX = 1;
const CLEAR_OF_EDGES_PX = 2;

/** The handle for tests and panels: client pixels in, elements and colours out. */
export function makeSceneApi(world: World, { renderer, invalidate }: WorldParts): SceneApi {
  const canvas = renderer.domElement;
  const renderNow = (): void => {
    world.tick(0);
    world.draw();
  };
  const local = (clientX: number, clientY: number): [number, number] => {
    const box = canvas.getBoundingClientRect();
    return [clientX - box.left, clientY - box.top];
  };
  const toClient = (point: { x: number; y: number }, visible: boolean): ScreenPoint => {
    const box = canvas.getBoundingClientRect();
    return { x: point.x + box.left, y: point.y + box.top, visible };
  };
  const then =
    <Args extends unknown[]>(change: (...args: Args) => void) =>
    (...args: Args): void => {
      change(...args);
      invalidate();
    };
  return {
    renderNow,
    pickAt: (clientX, clientY) => world.sight.pick(...local(clientX, clientY)),
    groundAt: (clientX, clientY) => world.sight.groundAt(...local(clientX, clientY)),
    projectBuilding(id) {
      const roof = world.sight.seenRoof(id);
      if (roof)
        return toClient(roof, roof.clearPx >= (world.sight.drawsEdges ? CLEAR_OF_EDGES_PX : CLEAR_PX));
      const point = world.sight.project({ kind: 'building', id });
      return point ? toClient(point, false) : null;
    },
    projectTransformer(id) {
      const point = world.sight.project({ kind: 'transformer', id });
      return point ? toClient(point, point.inFront) : null;
    },
    projectLine: (id) => world.sight.alongLine(id).map((point) => toClient(point, point.inFront)),
    readPixel(clientX, clientY) {
      renderNow();
      const gl = renderer.getContext();
      const [x, y] = local(clientX, clientY);
      const ratio = renderer.getPixelRatio();
      const bytes = new Uint8Array(4);
      const row = canvas.height - 1 - Math.floor(y * ratio);
      gl.readPixels(Math.floor(x * ratio), row, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, bytes);
      return [bytes[0]!, bytes[1]!, bytes[2]!];
    },
    camera: {
      orbit: then((azimuthRad: number, polarRad: number) => world.rig.orbit(azimuthRad, polarRad)),
      pan: then((right: number, forward: number) => world.rig.pan(right, forward)),
      zoom: then((factor: number) => world.rig.zoom(factor)),
      home: then(() => world.rig.home()),
      top: then(() => world.rig.top()),
      north: then(() => world.rig.north()),
      flyTo: (target) => world.flyTo(target),
      get headingRad() {
        return world.rig.headingRad;
      },
      watchHeading: (changed) => world.rig.watchHeading(changed),
    },
  };
}
