import { describe, expect, it } from 'vitest';
import { synthesiseNetwork } from '../../../src/synthesis/network';
import { built, expectTree, type Built } from './built';
import { districtOf, house, suburb } from './towns';

describe('odd districts', () => {
  it('fail with an issue when there is no building', () => {
    const outcome = synthesiseNetwork(districtOf([]));
    expect(outcome.ok).toBe(false);
    expect(outcome.issues[0]?.code).toBe('network-no-buildings');
  });

  it('with one building get one station on one cable', () => {
    const district = built(districtOf([house('only', [3, 4])]));
    expectTree(district);
    expect(district.network.transformers).toHaveLength(1);
    expect(district.network.switches).toHaveLength(0);
  });

  it('with streets that do not meet, with a farm far out, and with houses on one spot are fed as one tree', () => {
    const left = suburb(2, 12);
    const moved = suburb(2, 12).buildings.map((b): typeof b => ({
      ...b,
      id: `r-${b.id}`,
      footprint: { outer: b.footprint.outer.map(([x, y]) => [x + 900, y + 300] as const), holes: [] },
    }));
    const streets = [
      ...left.streets,
      ...left.streets.map((s) => ({
        ...s,
        id: `r-${s.id}`,
        path: s.path.map(([x, y]) => [x + 900, y + 300] as const),
      })),
    ];
    const farm = house('farm', [-1500, 40]);
    const twins = [house('twin-1', [5, 17]), house('twin-2', [5, 17])];
    const outcome = synthesiseNetwork(districtOf([...left.buildings, ...moved, farm, ...twins], streets));
    expect(outcome.issues.map((issue) => issue.code)).toContain('network-parts-linked');
    expect(outcome.issues.filter((issue) => issue.code === 'network-rule-not-met')).toEqual([]);
    if (outcome.ok) expectTree(outcome.value as Built);
  });

  it('with 5,000 buildings are done in under 10 s, on several rings', () => {
    const large = suburb(25, 100);
    expect(large.buildings.length).toBeGreaterThan(5000);
    const started = performance.now();
    const district = built(large);
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(district.network.lines.length).toBeGreaterThan(large.buildings.length);
    expect(district.network.switches.filter((s) => !s.closed).length).toBeGreaterThan(1);
    expect(new Set(district.buildings.map((b) => b.connection!.busId)).size).toBe(large.buildings.length);
  });
});
