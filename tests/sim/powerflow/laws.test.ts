import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Phase } from '../../../src/model/building';
import { compileCircuit, elementFlow } from '../../../src/sim/powerflow/circuit';
import { NETWORK_SETTINGS, networkCircuit } from '../../../src/sim/powerflow/network';
import { createScalarSolver } from '../../../src/sim/powerflow/scalar/solver';
import { bus, type Case, compiled, connection, line, LV_CABLE, network, randomCase } from './networks';
import { busPhasors, networkFlows, rowPowers, type SolvedCase, solveCase, tolerance } from './solvedCase';

const solve = (item: Case, tolerancePu = 1e-9): SolvedCase => solveCase(item, tolerance(tolerancePu));

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);
const largestGap = (a: Float64Array, b: Float64Array): number =>
  a.reduce((worst, value, k) => Math.max(worst, Math.abs(value - b[k]!)), 0);
const magnitudes = (phasors: Float64Array): Float64Array =>
  Float64Array.from({ length: phasors.length / 2 }, (_, k) =>
    Math.hypot(phasors[2 * k]!, phasors[2 * k + 1]!),
  );
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
          const { result, flows } = solve(item);
          expect(result.status).toBe('converged');
          expect(flows.iterations).toBeGreaterThan(0);
          const drawnW = sum(item.pW) + sum(item.storageW);
          expect(flows.totalLossW).toBeGreaterThan(600 * stations * 0.8);
          expect(Math.abs(flows.sourcePW - drawnW - flows.totalLossW)).toBeLessThan(
            1e-6 * Math.max(Math.abs(flows.sourcePW), 1000),
          );
          expect(sum(flows.lossW)).toBeCloseTo(flows.totalLossW, 6);
        },
      ),
      { seed: 3, numRuns: 150 },
    );
  });

  it('balances the losses to 1e-7 at the settings of a run and to 1e-10 at tolerance 1e-12', () => {
    for (const [settings, bound] of [
      [NETWORK_SETTINGS, 1e-7],
      [tolerance(1e-12), 1e-10],
    ] as const) {
      for (let seed = 61; seed < 101; seed++) {
        const item = randomCase(seed, 3, 12);
        const { flows } = solveCase(item, settings);
        const drawnW = sum(item.pW) + sum(item.storageW);
        const scaleW = Math.max(Math.abs(flows.sourcePW), 1000);
        expect(Math.abs(flows.sourcePW - drawnW - flows.totalLossW)).toBeLessThan(bound * scaleW);
      }
    }
  });

  it('balances power at every bus: what branches bring is what is drawn there', () => {
    const item = randomCase(11, 2, 10);
    const { net, flows: out } = solve(item);
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

  it('gives the flows of every branch that its own admittances give for the voltages', () => {
    for (const seed of [71, 72, 73]) {
      const item = randomCase(seed, 3, 8);
      const { net, phasors, flows } = solve(item, 1e-12);
      const outcome = compileCircuit(networkCircuit(item.network, item.connections, 'from'));
      if (!outcome.ok) throw new Error(outcome.issues[0]!.message);
      const circuit = outcome.value;
      const volts = (part: 0 | 1): Float64Array =>
        Float64Array.from(circuit.baseV, (base, node) => {
          const row = net.busIds.indexOf(circuit.nodes.busIds[circuit.nodes.busOfNode[node]!]!);
          return base * phasors[6 * row + 2 * (circuit.nodes.numberOfNode[node]! - 1) + part]!;
        });
      const [re, im] = [volts(0), volts(1)];
      for (const [row, id] of net.branchIds.entries()) {
        const kind = row < net.lineCount ? 'line' : 'transformer';
        const element = circuit.elements.find((each) => each.kind === kind && each.id === id)!;
        const { terminals, lossW } = elementFlow(circuit, element, re, im);
        const [from, to] = terminals;
        expect(Math.abs(flows.pFromW[row]! - from!.pW)).toBeLessThan(1e-3);
        expect(Math.abs(flows.qFromVar[row]! - from!.qVar)).toBeLessThan(1e-3);
        expect(Math.abs(flows.lossW[row]! - lossW)).toBeLessThan(1e-3);
        const ampere = [from!, to!].map(({ currentRe, currentIm }) =>
          [0, 1, 2].map((f) => Math.hypot(currentRe[f]!, currentIm[f]!)),
        );
        [0, 1, 2].forEach((f) => {
          const expected = kind === 'line' ? Math.max(ampere[0]![f]!, ampere[1]![f]!) : ampere[1]![f]!;
          expect(Math.abs(flows.currentA[3 * row + f]! - expected)).toBeLessThan(1e-5);
        });
      }
    }
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
    // k and k + 1 within a bus: position (k % 3 + 1) % 3. Rows start at multiples of three, so k + 2 works on k % 3.
    const back = (values: Float64Array): Float64Array =>
      values.map((_, k) => values[k - (k % 3) + (((k % 3) + 2) % 3)]!);
    // The solver of many steps begins in single precision, so only at a tight tolerance does nothing of its way remain.
    const [plain, after] = [solve(item, 1e-12), solve(turned, 1e-12)];
    expect(largestGap(after.flows.vMagPu, back(plain.flows.vMagPu))).toBeLessThan(1e-12);
    expect(largestGap(after.flows.vMagPu, plain.flows.vMagPu)).toBeGreaterThan(1e-4);
    const [one, other] = [solve(item), solve(turned)].map(({ phasors }) => magnitudes(phasors));
    expect(largestGap(other!, back(one!))).toBeLessThan(1e-14);
    expect(largestGap(other!, one!)).toBeGreaterThan(1e-4);
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
    const { vMagPu } = solve(idle).flows;
    net.buses.forEach((b, row) => {
      const expected = b.nominalVoltageV === 400 ? 1.02 * (10000 / 10500) : 1.02;
      for (let f = 0; f < 3; f++) expect(vMagPu[3 * row + f]!).toBeCloseTo(expected, 13);
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
    const { flows: out } = solve(twoBus(p), 1e-13);
    expect(out.vMagPu[3]! * e).toBeCloseTo(v, 8);
    expect(out.currentA[0]!).toBeCloseTo(p / v, 8);
    expect(out.loading[0]!).toBeCloseTo(p / v / 270, 10);
    expect(out.lossW[0]!).toBeCloseTo((3 * r * p * p) / (v * v), 6);
    expect(out.pFromW[0]!).toBeCloseTo(3 * p + (3 * r * p * p) / (v * v), 6);
  });

  it('reports a load no voltage can carry, with finite numbers and its bus, and recovers in the next step', () => {
    const item = twoBus(600e3);
    const { net, solver, result, phasors, flows } = solve(item);
    expect(result.status).not.toBe('converged');
    expect(flows.iterations).toBeLessThan(0);
    expect(result.mismatchPu).toBeGreaterThan(1e-9);
    expect(result.mismatchPu).toBeLessThan(Infinity);
    expect(Math.floor(result.worstNode / 3)).toBe(net.busBlock[net.busIds.indexOf('end')]);
    expect(phasors.every(Number.isFinite)).toBe(true);
    expect(flows.vMagPu.every(Number.isNaN)).toBe(true);
    const light = rowPowers(net, Float64Array.of(1e3, 1e3, 1e3), new Float64Array(3));
    expect(solver.solveStep(light.pW, light.qVar).status).toBe('converged');
    const fresh = createScalarSolver(net.flow, tolerance(1e-9));
    fresh.solveStep(light.pW, light.qVar);
    expect(solver.voltage).toEqual(fresh.voltage);
  });

  it('leaves the steps beside one without solution as they are alone', () => {
    const net = compiled(twoBus(0).network, twoBus(0).connections);
    const loads = (stepsW: readonly number[]): Parameters<typeof networkFlows>[1] => ({
      netPW: Float64Array.from([0, 1, 2].flatMap(() => stepsW)),
      netQVar: new Float64Array(3 * stepsW.length),
      storageNetW: new Float64Array(0),
    });
    const steps = networkFlows(net, loads([1e3, 600e3, NaN, 2e3]), 4);
    expect(steps.map(({ iterations }) => iterations > 0)).toEqual([true, false, false, true]);
    expect(steps[0]).toEqual(networkFlows(net, loads([1e3]), 1)[0]);
    expect(steps[3]).toEqual(networkFlows(net, loads([2e3]), 1)[0]);
    expect(steps[0]!.vMagPu).not.toEqual(steps[3]!.vMagPu);
  });

  it('reports a load that is not a number', () => {
    const { result, flows } = solve(twoBus(NaN));
    expect(result.status).not.toBe('converged');
    expect(flows.iterations).toBeLessThan(0);
  });

  it('reads loads by building, phase and step, or by offset and stride', () => {
    const item = twoBus(5e3);
    const { net, phasors, flows, solver } = solve(item);
    // [building][phase][step], three steps, ours in the middle.
    const netPW = Float64Array.of(9, 5e3, 9, 9, 5e3, 9, 9, 5e3, 9);
    const loads = { netPW, netQVar: new Float64Array(9), storageNetW: new Float64Array(0) };
    const steps = networkFlows(net, loads, 3, tolerance(1e-9));
    expect(steps[1]).toEqual(flows);
    expect(steps[0]!.vMagPu).not.toEqual(flows.vMagPu);
    solver.restart();
    solver.solveStep(netPW, new Float64Array(9), 1, 3);
    expect(busPhasors(net, solver.voltage)).toEqual(phasors);
  });
});
