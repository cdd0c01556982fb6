import { PerspectiveCamera } from 'three';
import { beforeAll, expect, it, vi } from 'vitest';
import type { Line, Network } from '../../src/model/network';
import { NetworkView } from '../../src/scene/three/networkView';
import { smallTown } from '../engine/smallTown';

/**
 * What a click on a line means. The cheapest wrong programs: of two lines in one trench the one below, whose colour nobody sees;
 * always the last, however far away; and a line beyond the reach of the pointer.
 */
const SIZE = { width: 800, height: 600 };
const HIGH_M = 120;
let network: Network;

beforeAll(() => {
  network = smallTown(12).network!;
});

/** The lines, seen from straight above: so many pixels to a metre at their middle. */
function seen(lines: Network['lines']) {
  vi.stubGlobal('document', { createElement: () => ({ getContext: () => null }) });
  const view = new NetworkView({ ...network, lines, transformers: [], switches: [], sources: [] }, false);
  const camera = new PerspectiveCamera(45, SIZE.width / SIZE.height, 1, 1000);
  camera.position.set(0, 0, HIGH_M);
  camera.up.set(0, 1, 0);
  camera.lookAt(0, 0, 0);
  camera.updateMatrixWorld();
  camera.updateProjectionMatrix();
  /** What is picked so many pixels below the middle of the canvas. */
  const at = (px: number, overBody = false) =>
    view.pick(camera, SIZE, { x: SIZE.width / 2, y: SIZE.height / 2 + px, paint: 0 }, overBody)?.id ?? null;
  const pxPerM = SIZE.height / 2 / Math.tan(((45 / 2) * Math.PI) / 180) / HIGH_M;
  return { at, pxPerM };
}

/** A main from west to east, so many metres south of the middle. */
const main = (id: string, southM: number): Line => ({
  ...network.lines.find(({ role }) => role === 'lvMain')!,
  id,
  path: [
    [-50, -southM],
    [50, -southM],
  ],
});

it('means a line within reach of the pointer, and over a building one that is hit itself', () => {
  const { at } = seen([main('main', 0)]);
  expect([at(5.5), at(6.5)]).toEqual(['main', null]);
  expect([at(2, true), at(3, true)]).toEqual(['main', null]);
});

it('means of two in one trench the one that is drawn last, and of two beside each other the nearer', () => {
  const { pxPerM } = seen([main('one', 0)]);
  const trench = seen([main('below', 0), main('above', 0.3 / pxPerM)]);
  expect([trench.at(0), trench.at(0.3)]).toEqual(['above', 'above']);
  const street = seen([main('north', 0), main('south', 3 / pxPerM)]);
  expect([street.at(0), street.at(1), street.at(2), street.at(3)]).toEqual([
    ...['north', 'north'],
    ...['south', 'south'],
  ]);
});

it('means the main over a service cable in its trench, whatever their order in the network', () => {
  const service: Line = { ...main('service', 0), role: 'service' };
  expect(seen([main('main', 0), service]).at(0)).toBe('main');
});
