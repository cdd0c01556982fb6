import { expect, test } from 'vitest';
import { EquipmentLayer } from '../../src/scene/three/equipmentLayer';
import { TreeLayer } from '../../src/scene/three/treeLayer';
import { generateTown } from '../../src/synthesis/town';

/**
 * Shadows are drawn again only when a layer says so. The cheapest wrong programs: boxes that a measure puts up, or that come into
 * sight, without a shadow; and shadows that are drawn with every picture.
 */
test('boxes say when others stand there, or when they come or go, and else nothing', () => {
  const { buildings } = generateTown(11);
  const layer = new EquipmentLayer(buildings);
  layer.dress('scene');
  expect([layer.fit(0, null), layer.fit(0, null)]).toEqual([true, false]);
  const withPump = buildings.map((building) => ({ ...building, heating: 'airHeatPump' as const }));
  expect([layer.fit(0, withPump), layer.fit(0, withPump), layer.fit(1, withPump)]).toEqual([
    true,
    false,
    true,
  ]);
  expect([0.1, 0.2, 2, 3, 0.1].map((pxPerM) => layer.detail(pxPerM))).toEqual([
    false,
    false,
    true,
    false,
    true,
  ]);
  layer.dress('data');
  expect(layer.detail(2)).toBe(false);
});

test('trees say when they come or go, and stand in the plain picture however many there are', () => {
  const sites = Array.from({ length: 4500 }, (_, x) => ({ x, y: 0, heightM: 6, tint: 0.5 }));
  const layer = new TreeLayer(sites, true);
  layer.dress('data', 'light', false);
  expect(layer.mesh.visible).toBe(true);
  layer.dress('data', 'light', true);
  expect(layer.mesh.visible).toBe(false);
  layer.dress('scene', 'light', true);
  expect([1, 0.1, 0.1, 1].map((pxPerM) => layer.detail(pxPerM))).toEqual([false, true, false, true]);
});
