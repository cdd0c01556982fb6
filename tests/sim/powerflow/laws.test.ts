import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Phase } from '../../../src/model/building';
import {
  busVoltageMagnitudes,
  busVoltagePhasors,
  type CompiledNetwork,
  createBranchStep,
  createWorkspace,
  deriveBranches,
  solveStep,
  type Workspace,
} from '../../../src/sim/powerflow';
import { bus, type Case, compiled, connection, line, LV_CABLE, network, randomCase } from './networks';

interface Solved {
  readonly net: CompiledNetwork;
  readonly ws: Workspace;
  readonly phasors: Float64Array;
  readonly iterations: number;
}

function solve(item: Case, tolerancePu = 1e-9): Solved {
  const net = compiled(item.network, item.connections);
  const ws = createWorkspace(net);
  ws.tolerancePu = tolerancePu;
  const iterations = solveStep(net, ws, item.pW, item.qVar, 0, 3, 1, item.storageW, 0, 1);
  const phasors = new Float64Array(6 * net.busIds.length);
  busVoltagePhasors(net, ws, phasors);
  return { net, ws, phasors, iterations };
}

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);
const largestGap = (a: Float64Array, b: Float64Array): number =>
  a.reduce((worst, value, k) => Math.max(worst, Math.abs(value - b[k]!)), 0);
const seeds = fc.integer({ min: 0, max: 1e6 });

describe('the laws of the network', () => {
  it('balances source, loads, storage and losses to 1e-6 in every random network, feed-in included', () => {
    fc.assert(
      fc.property(
        seeds,
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 25 }),
        (seed, stations, size) => {
          const item = randomCase(seed, stations, size);
          const { net, ws, iterations } = solve(item);
          expect(iterations).toBeGreaterThan(0);
          const out = createBranchStep(net);
          deriveBranches(net, ws, out);
          const drawnW = sum(item.pW) + sum(item.storageW);
          expect(out.totalLossW).toBeGreaterThan(600 * stations * 0.8);
          expect(Math.abs(out.sourcePW - drawnW - out.totalLossW)).toBeLessThan(
            1e-6 * Math.max(Math.abs(out.sourcePW), 1000),
          );
          expect(sum(out.lossW)).toBeCloseTo(out.totalLossW, 6);
        },
      ),
      { seed: 3, numRuns: 150 },
    );
  });

  it('balances power at every bus: what branches bring is what is drawn there', () => {
    const item = randomCase(11, 2, 10);
    const { net, ws } = solve(item);
    const out = createBranchStep(net);
    deriveBranches(net, ws, out);
    const restW = new Float64Array(net.busIds.length);
    const row = new Map(net.busIds.map((id, b) => [id, b]));
    [...item.network.lines, ...item.network.transformers].forEach((branch, k) => {
      const from = row.get(branch.fromBusId)!;
      const to = row.get(branch.toBusId)!;
      restW[from] = restW[from]! - out.pFromW[k]!;
      restW[to] = restW[to]! + out.pFromW[k]! - out.lossW[k]!;
    });
    item.connections.forEach((c, b) => {
      restW[row.get(c.busId)!] = restW[row.get(c.busId)!]! - sum(item.pW.subarray(3 * b, 3 * b + 3));
    });
    item.network.storages.forEach((s, k) => {
      restW[row.get(s.busId)!] = restW[row.get(s.busId)!]! - item.storageW[k]!;
    });
    restW[row.get('mv0')!] = restW[row.get('mv0')!]! + out.sourcePW;
    expect(Math.max(...restW.map(Math.abs))).toBeLessThan(1e-3);
  });

  it('permutes the result when the phases are relabelled cyclically', () => {
    const next: Record<Phase, Phase> = { a: 'b', b: 'c', c: 'a' };
    const item = randomCase(21);
    const turned: Case = {
      ...item,
      connections: item.connections.map((c) => ({ ...c, phases: c.phases.map((phase) => next[phase]) })),
      pW: item.pW.map((_, k) => item.pW[k - (k % 3) + ((k + 2) % 3)]!),
      qVar: item.qVar.map((_, k) => item.qVar[k - (k % 3) + ((k + 2) % 3)]!),
    };
    const magnitudes = (solved: Solved): Float64Array => {
      const out = new Float64Array(3 * solved.net.busIds.length);
      busVoltageMagnitudes(solved.net, solved.ws, out);
      return out;
    };
    const plain = magnitudes(solve(item));
    const after = magnitudes(solve(turned));
    // k and k + 1 within a bus: position (k % 3 + 1) % 3. Rows start at multiples of three, so k + 2 works on k % 3.
    const expected = plain.map((_, k) => plain[k - (k % 3) + (((k % 3) + 2) % 3)]!);
    expect(largestGap(after, expected)).toBeLessThan(1e-12);
    expect(largestGap(after, plain)).toBeGreaterThan(1e-4);
  });

  it('permutes the result when buses, lines and transformers come in another order', () => {
    const item = randomCase(31);
    const { network: net } = item;
    const reordered: Case = {
      ...item,
      network: {
        ...net,
        buses: [...net.buses].reverse(),
        lines: [...net.lines].reverse(),
        transformers: [...net.transformers].reverse(),
      },
    };
    const a = solve(item, 1e-12);
    const b = solve(reordered, 1e-12);
    const count = net.buses.length;
    const back = a.phasors.map((_, k) => b.phasors[6 * (count - 1 - Math.floor(k / 6)) + (k % 6)]!);
    expect(largestGap(a.phasors, back)).toBeLessThan(1e-11);
  });

  it('changes nothing when a line without shunts is cut in two', () => {
    const plainType = { ...LV_CABLE, c1NanofaradPerKm: 0, c0NanofaradPerKm: 0 };
    const item = randomCase(41);
    const uncut = {
      ...item,
      network: { ...item.network, lineTypes: [plainType, item.network.lineTypes[1]!] },
    };
    const victim = uncut.network.lines.find((l) => l.id === 'l0.0')!;
    const lines = uncut.network.lines.flatMap((l) =>
      l === victim
        ? [
            { ...l, toBusId: 'between', lengthM: 0.3 * l.lengthM },
            { ...l, id: 'rest', fromBusId: 'between', lengthM: 0.7 * l.lengthM },
          ]
        : [l],
    );
    const cut = {
      ...uncut,
      network: { ...uncut.network, buses: [...uncut.network.buses, bus('between')], lines },
    };
    const a = solve(uncut, 1e-12);
    const b = solve(cut, 1e-12);
    expect(largestGap(a.phasors, b.phasors.subarray(0, a.phasors.length))).toBeLessThan(1e-11);
  });

  it('is flat without load, shunts and taps apart from the ratio of the transformer', () => {
    const item = randomCase(51, 1, 5);
    const net = item.network;
    const idle: Case = {
      ...item,
      network: {
        ...net,
        lineTypes: net.lineTypes.map((type) => ({ ...type, c1NanofaradPerKm: 0, c0NanofaradPerKm: 0 })),
        transformers: net.transformers.map((t) => ({ ...t, tapPercent: 0 })),
        transformerTypes: net.transformerTypes.map((t) => ({
          ...t,
          noLoadLossW: 0,
          noLoadCurrentPercent: 0,
        })),
      },
      pW: item.pW.map(() => 0),
      qVar: item.qVar.map(() => 0),
      storageW: item.storageW.map(() => 0),
    };
    const { net: compiledNet, ws } = solve(idle);
    const out = new Float64Array(3 * compiledNet.busIds.length);
    busVoltageMagnitudes(compiledNet, ws, out);
    net.buses.forEach((b, row) => {
      const expected = b.nominalVoltageV === 400 ? 1.02 * (10000 / 10500) : 1.02;
      for (let f = 0; f < 3; f++) expect(out[3 * row + f]!).toBeCloseTo(expected, 13);
    });
  });
});

describe('the two-bus line', () => {
  const twoBus = (pW: number): Case => ({
    network: network({
      buses: [bus('s'), bus('end')],
      lineTypes: [{ ...LV_CABLE, c1NanofaradPerKm: 0, c0NanofaradPerKm: 0 }],
      lines: [line('l', 's', 'end', 200)],
      sources: [{ id: 'grid', busId: 's', voltagePu: 1, shortCircuitSVa: 1e15, rOverX: 0.1 }],
    }),
    connections: [connection('end')],
    pW: Float64Array.of(pW, pW, pW),
    qVar: new Float64Array(3),
    storageW: new Float64Array(0),
  });

  it('has the voltage of the quadratic solution, current and loading included', () => {
    // |V|^4 + |V|^2 (2 (RP + XQ) - E^2) + |Z|^2 |S|^2 = 0, upper root; balanced, so positive-sequence values.
    const e = 400 / Math.sqrt(3);
    const [r, x, p] = [0.206 * 0.2, 0.079 * 0.2, 10e3];
    const half = (e * e) / 2 - r * p;
    const v = Math.sqrt(half + Math.sqrt(half * half - (r * r + x * x) * p * p));
    const { net, ws } = solve(twoBus(p), 1e-13);
    const magnitudes = new Float64Array(6);
    busVoltageMagnitudes(net, ws, magnitudes);
    expect(magnitudes[3]! * e).toBeCloseTo(v, 8);
    const out = createBranchStep(net);
    deriveBranches(net, ws, out);
    expect(out.currentA[0]!).toBeCloseTo(p / v, 8);
    expect(out.loading[0]!).toBeCloseTo(p / v / 270, 10);
    expect(out.lossW[0]!).toBeCloseTo((3 * r * p * p) / (v * v), 6);
    expect(out.pFromW[0]!).toBeCloseTo(3 * p + (3 * r * p * p) / (v * v), 6);
  });

  it('reports a load no voltage can carry, with finite numbers and its bus, and recovers in the next step', () => {
    const item = twoBus(600e3);
    const { net, ws, iterations, phasors } = solve(item);
    expect(iterations).toBeLessThan(0);
    expect(ws.mismatchPu).toBeGreaterThan(1e-9);
    expect(ws.mismatchPu).toBeLessThan(Infinity);
    expect(net.busIds[ws.worstBus]).toBe('end');
    expect(phasors.every(Number.isFinite)).toBe(true);
    const light = Float64Array.of(1e3, 1e3, 1e3);
    expect(solveStep(net, ws, light, new Float64Array(3), 0, 3, 1, null, 0, 0)).toBeGreaterThan(0);
    const fresh = createWorkspace(net);
    solveStep(net, fresh, light, new Float64Array(3), 0, 3, 1, null, 0, 0);
    expect(ws.voltage).toEqual(fresh.voltage);
  });

  it('reports a load that is not a number', () => {
    const { iterations } = solve(twoBus(NaN));
    expect(iterations).toBeLessThan(0);
  });

  it('reads loads by offset and strides', () => {
    const item = twoBus(5e3);
    const { net, phasors } = solve(item);
    // [building][phase][step], three steps, ours in the middle.
    const pW = Float64Array.of(9, 5e3, 9, 9, 5e3, 9, 9, 5e3, 9);
    const ws = createWorkspace(net);
    solveStep(net, ws, pW, new Float64Array(9), 1, 9, 3, null, 0, 0);
    const other = new Float64Array(12);
    busVoltagePhasors(net, ws, other);
    expect(other).toEqual(phasors);
  });
});
