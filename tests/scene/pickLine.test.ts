import { PerspectiveCamera } from 'three';
import { beforeAll, expect, it, vi } from 'vitest';
import type { Network } from '../../src/model/network';
import { NetworkView } from '../../src/scene/three/networkView';
import { smallTown } from '../engine/smallTown';

/**
 * What a click on a line means. The cheapest wrong programs: of two lines in one trench the one below, whose colour nobody sees;
 * and a line beyond the reach of the pointer.
 */
const SIZE = { width: 800, height: 600 };
const HIGH_M = 120;
let network: Network;

beforeAll(() => {
  network = smallTown(12).network!;
});

/** A network of two lines, seen from above their first corner. */
function seen(lines: Network['lines']): { view: NetworkView; camera: PerspectiveCamera } {
  vi.stubGlobal('document', { createElement: () => ({ getContext: () => null }) });
  const view = new NetworkView({ ...network, lines, transformers: [], switches: [], sources: [] }, false);
  const camera = new PerspectiveCamera(45, SIZE.width / SIZE.height, 1, 1000);
  const [x, y] = lines[0]!.path[0]!;
  camera.position.set(x, y, HIGH_M);
  camera.up.set(0, 1, 0);
  camera.lookAt(x, y, 0);
  camera.updateMatrixWorld();
  camera.updateProjectionMatrix();
  return { view, camera };
}

it('means of several in one trench the one that is drawn last, and nothing beyond its reach', () => {
  const main = network.lines.find(({ role }) => role === 'lvMain')!;
  const below = { ...main, id: 'below' };
  const above = { ...main, id: 'above', path: main.path.map(([x, y]) => [x + 1e-9, y] as const) };
  for (const lines of [
    [below, above],
    [above, { ...below, role: 'service' as const }],
  ]) {
    const { view, camera } = seen(lines);
    const [x, y] = view.alongLine(camera, SIZE, 'above')[0]!;
    const at = (dx: number, dy: number) =>
      view.pick(camera, SIZE, { x: x + dx, y: y + dy, paint: 0 }, false)?.id ?? null;
    expect(at(0, 0)).toBe('above');
    expect([at(40, 40), at(-40, 40)]).toContain(null);
    view.dispose();
  }
});
