import { expect } from 'vitest';
import type { District } from '../../../src/model/district';
import type { Network } from '../../../src/model/network';
import { synthesiseNetwork, type NetworkOptions } from '../../../src/synthesis/network';
import { linesInService, walk } from './electrical';

export type Built = District & { readonly network: Network };

export function built(district: District, options: NetworkOptions = {}): Built {
  const outcome = synthesiseNetwork(district, options);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value as Built;
}

/** Everything is fed once: lines in service and transformers form one tree over all buses. */
export function expectTree(district: Built): void {
  const { network } = district;
  const lines = linesInService(network);
  expect(lines.length + network.transformers.length).toBe(network.buses.length - 1);
  const mv = walk(network.sources[0]!.busId, lines);
  const fed = new Set(mv.order);
  for (const t of network.transformers) {
    expect(fed.has(t.fromBusId)).toBe(true);
    for (const busId of walk(t.toBusId, lines).order) fed.add(busId);
  }
  expect(fed.size).toBe(network.buses.length);
  for (const building of district.buildings) {
    const service = network.lines.filter((line) => line.toBusId === building.connection?.busId);
    expect(service.map((line) => line.role)).toEqual(['service']);
    expect(building.evidence.connection).toBe('assumed');
  }
}
