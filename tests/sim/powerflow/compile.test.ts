import { describe, expect, it } from 'vitest';
import type { Network } from '../../../src/model/network';
import type { Connection } from '../../../src/model/building';
import {
  compileNetwork,
  downstreamBranches,
  downstreamBuildings,
  downstreamStorages,
} from '../../../src/sim/powerflow/network';
import {
  bus,
  compiled,
  connection,
  line,
  LV_CABLE,
  network,
  TRANSFORMER_TYPE,
  transformer,
} from './networks';
import { networkFlows } from './solvedCase';

/** mv0 - mv1 with a station each; station 0 has two feeders, one dead end and a tie (open) to station 1's feeder. */
function town(): Network {
  return network({
    buses: [
      bus('mv0', 1e4),
      bus('mv1', 1e4),
      ...['lv0', 'a1', 'a2', 'b1', 'stub', 'lv1', 'c1'].map((id) => bus(id)),
    ],
    lines: [
      line('m', 'mv0', 'mv1', 500, { lineTypeId: 'mv240', role: 'mv' }),
      line('a', 'lv0', 'a1', 50),
      line('aa', 'a2', 'a1', 50),
      line('b', 'lv0', 'b1', 50),
      line('dead', 'lv0', 'stub', 5),
      line('c', 'lv1', 'c1', 50),
      line('tie', 'a2', 'c1', 50),
    ],
    transformers: [transformer('t0', 'mv0', 'lv0'), transformer('t1', 'mv1', 'lv1')],
    switches: [{ id: 'sw', lineId: 'tie', closed: false, normallyOpen: true }],
    sources: [{ id: 'grid', busId: 'mv0', voltagePu: 1, shortCircuitSVa: 2e8, rOverX: 0.1 }],
    storages: [
      { id: 'bat', busId: 'lv1', capacityJ: 1e8, powerW: 1e4, roundTripEfficiency: 0.9, transformerId: 't1' },
    ],
  });
}
const homes = [connection('a2'), connection('b1'), null, connection('c1', ['b']), connection('a1', ['a'])];
const codes = (net: Network, connections: readonly (Connection | null)[] = homes): string[] =>
  compileNetwork(net, connections).issues.map((issue) => `${issue.severity} ${issue.code}`);
const messages = (net: Network, connections: readonly (Connection | null)[] = homes): string =>
  compileNetwork(net, connections)
    .issues.map((issue) => issue.message)
    .join('\n');

describe('compileNetwork', () => {
  it('names rows, feeders and what hangs behind each branch', () => {
    const net = compiled(town(), homes);
    expect(net.branchIds).toEqual(['m', 'a', 'aa', 'b', 'dead', 'c', 'tie', 't0', 't1']);
    expect(net.feederIds).toEqual(['a', 'b', 'c']);
    expect([...net.feederBranch]).toEqual([1, 3, 5]);
    expect([...net.feederOfBranch]).toEqual([-1, 0, 0, 1, -1, 2, -1, -1, -1]);
    expect([...net.transformerOfBuilding]).toEqual([0, 0, -1, 1, 0]);
    expect([...net.storageTransformer]).toEqual([1]);
    expect([...net.loadBus]).toEqual([4, 5, -1, 8, 3]);
    const behind = (id: string): [number[], string[]] => {
      const row = net.branchIds.indexOf(id);
      return [
        [...downstreamBuildings(net, row)],
        [...downstreamBranches(net, row)].map((k) => net.branchIds[k]!),
      ];
    };
    expect(behind('a')).toEqual([
      [0, 4],
      ['a', 'aa'],
    ]);
    expect(behind('t0')).toEqual([
      [0, 1, 4],
      ['a', 'aa', 'b', 'dead', 't0'],
    ]);
    expect(behind('m')).toEqual([[3], ['m', 'c', 't1']]);
    expect(behind('tie')).toEqual([[], []]);
    expect([...downstreamStorages(net, 0)]).toEqual([0]);
    expect([...downstreamStorages(net, 1)]).toEqual([]);
  });

  it('leaves a line behind an open switch out of the flow', () => {
    const net = compiled(town(), homes);
    const cutNet = { ...town(), lines: town().lines.filter((l) => l.id !== 'tie'), switches: [] };
    const without = compiled(cutNet, homes);
    const [withOpen, cut] = [net, without].map((item) => {
      const loads = {
        netPW: new Float64Array(15).fill(2e3),
        netQVar: new Float64Array(15),
        storageNetW: new Float64Array(1),
      };
      return networkFlows(item, loads, 1)[0]!;
    });
    expect(withOpen!.iterations).toBeGreaterThan(0);
    const tie = net.branchIds.indexOf('tie');
    const { loading, lossW, pFromW, qFromVar, currentA } = withOpen!;
    expect([loading[tie], lossW[tie], pFromW[tie], qFromVar[tie]]).toEqual([0, 0, 0, 0]);
    expect([...currentA.subarray(3 * tie, 3 * tie + 3)]).toEqual([0, 0, 0]);
    expect(withOpen!.vMagPu).toEqual(cut!.vMagPu);
    expect(withOpen!.totalLossW).toBe(cut!.totalLossW);
    expect(withOpen!.sourcePW).toBe(cut!.sourcePW);
    expect(withOpen!.totalLossW).toBeGreaterThan(0);
  });

  it('gives every building and storage its own power, whoever has no connection', () => {
    // One building without a connection and one storage: as many rows as buildings, but not the same ones.
    const net = compiled(town(), homes);
    const netPW = Float64Array.from({ length: 15 }, (_, k) => 1000 * (k + 1));
    const flows = networkFlows(
      net,
      { netPW, netQVar: new Float64Array(15), storageNetW: Float64Array.of(900) },
      1,
    )[0]!;
    const behind = (id: string): number => {
      const row = net.branchIds.indexOf(id);
      const { pFromW, lossW } = flows;
      return net.branchReversed[row] === 1 ? -pFromW[row]! : pFromW[row]! - lossW[row]!;
    };
    const sumW = (building: number): number =>
      netPW.subarray(3 * building, 3 * building + 3).reduce((a, b) => a + b);
    expect(behind('aa')).toBeCloseTo(sumW(0), 2);
    expect(behind('b')).toBeCloseTo(sumW(1), 2);
    expect(behind('c')).toBeCloseTo(sumW(3), 2);
    const lossesBehindC = flows.lossW[net.branchIds.indexOf('c')]!;
    expect(behind('t1')).toBeCloseTo(sumW(3) + lossesBehindC + 900, 2);
  });

  it('names every branch of a loop', () => {
    const closed = { ...town(), switches: [] };
    expect(messages(closed)).toBe('These branches form a loop: m, a, aa, c, tie, t0, t1.');
    const doubled = { ...town(), lines: [...town().lines, line('b2', 'b1', 'lv0', 50)] };
    expect(messages(doubled)).toBe('These branches form a loop: b, b2.');
  });

  it('refuses unfed buses with loads by name and warns of those without', () => {
    const net = { ...town(), lines: town().lines.filter((l) => l.id !== 'aa' && l.id !== 'dead') };
    expect(messages(net)).toContain('feeds these buses with loads: a2.');
    const outcome = compileNetwork(net, homes.slice(1));
    expect(outcome.ok).toBe(true);
    expect(outcome.issues.map((issue) => [issue.severity, issue.where])).toEqual([['warning', 'a2, stub']]);
    if (!outcome.ok) return;
    const loads = {
      netPW: new Float64Array(12),
      netQVar: new Float64Array(12),
      storageNetW: new Float64Array(1),
    };
    const { vMagPu } = networkFlows(outcome.value, loads, 1)[0]!;
    expect([...vMagPu.keys()].filter((k) => Number.isNaN(vMagPu[k]))).toEqual(
      ['a2', 'stub'].flatMap((id) => [0, 1, 2].map((f) => 3 * outcome.value.busIds.indexOf(id) + f)),
    );
  });

  it('lists all issues at once', () => {
    const net = town();
    const bad: Network = {
      ...net,
      buses: [...net.buses, bus('a1')],
      lines: [...net.lines, line('x', 'nowhere', 'a1', 0, { lineTypeId: 'none' })],
      lineTypes: [{ ...LV_CABLE, x1OhmPerKm: -1, ratedCurrentA: 0 }, ...net.lineTypes.slice(1)],
      transformerTypes: [{ ...TRANSFORMER_TYPE, vectorGroup: 'Yzn5' }],
      switches: [{ id: 'sw', lineId: 'gone', closed: true, normallyOpen: false }],
      sources: [...net.sources, { ...net.sources[0]!, id: 'second' }],
    };
    const text = messages(bad, [connection('missing')]);
    for (const part of [
      'nowhere',
      'line type',
      'none',
      'lengthM',
      'x1OhmPerKm',
      'ratedCurrentA',
      'Yzn5',
      'gone',
      'second',
      'missing',
      'a1 occurs twice',
    ]) {
      expect(text).toContain(part);
    }
    expect(compileNetwork(bad, []).ok).toBe(false);
  });

  it('refuses even clock numbers, a transformer fed from its star side, and a line between voltages', () => {
    expect(
      messages({ ...town(), transformerTypes: [{ ...TRANSFORMER_TYPE, vectorGroup: 'Dyn6' }] }),
    ).toContain('Dyn6');
    const swapped = {
      ...town(),
      transformers: [transformer('t0', 'lv0', 'mv0'), transformer('t1', 'mv1', 'lv1')],
    };
    expect(codes(swapped)).toContain('error network-transformer-direction');
    const mixed = { ...town(), lines: [...town().lines, line('z', 'mv1', 'stub2', 5)] };
    expect(codes({ ...mixed, buses: [...mixed.buses, bus('stub2')] })).toContain(
      'error network-line-voltage',
    );
    expect(codes(town(), [connection('a1', [])])).toContain('error network-phases');
    expect(codes({ ...town(), sources: [] })).toContain('error network-source-count');
  });
});
