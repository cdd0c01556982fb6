import { describe, expect, it } from 'vitest';
import type { Circuit, CircuitTransformer, RegulatorControl } from '../../../../src/model/circuit';
import type { VoltageRegulator } from '../../../../src/model/voltageRegulator';
import { solveCircuit } from '../../../../src/sim/powerflow/circuit';
import { networkCircuit } from '../../../../src/sim/powerflow/network';
import { regulator } from '../controls/instruments';
import { compiled, connection, randomCase, type Case } from '../networks';
import { NINE, solveRegulated, withRegulators, type Regulators } from './regulated';

/**
 * The same networks by the circuit engine: tap changers as taps of a winding, line regulators as transformers of their own between
 * two buses, both under its regulator control after OpenDSS's, one position at a time, those above first. Loads are balanced: there a
 * phase is read, here the mean of three.
 */
const LINE: VoltageRegulator = { stepPercent: 1.25, minTap: -8, maxTap: 8, setPointPu: 1, bandPu: 0.02 };
const LV_V = 400 / Math.sqrt(3);

function balanced(seed: number, times: number, stations = 2): Case {
  const item = randomCase(seed, stations, 6, 8000);
  const even = (values: Float64Array): Float64Array =>
    Float64Array.from(values, (_, k) => {
      const first = 3 * Math.floor(k / 3);
      return (times * (values[first]! + values[first + 1]! + values[first + 2]!)) / 3;
    });
  const connections = item.connections.map(({ busId }) => connection(busId));
  const storageW = item.storageW.map((w) => times * w);
  return { ...item, connections, pW: even(item.pW), qVar: even(item.qVar), storageW };
}

const control = (
  id: string,
  settings: VoltageRegulator,
  tapWinding: number,
  delayS: number,
): RegulatorControl =>
  regulator({
    id,
    transformerId: id,
    tapWinding,
    measuredWinding: 1,
    setPointV: settings.setPointPu * LV_V,
    bandV: settings.bandPu * LV_V,
    voltageRatio: 1,
    delayS,
    maxTapChange: 1,
  });

/** Range of a winding's tap, in whole steps. */
const range = (middle: number, { stepPercent, minTap, maxTap }: VoltageRegulator, sign: 1 | -1) => ({
  tapMinPu: middle + ((sign > 0 ? minTap : -maxTap) * stepPercent) / 100,
  tapMaxPu: middle + ((sign > 0 ? maxTap : -minTap) * stepPercent) / 100,
  tapSteps: maxTap - minTap,
});

/** The regulator of a line as OpenDSS has it: a transformer almost without impedance in front of the line. */
function seriesRegulator(id: string, fromBusId: string, settings: VoltageRegulator): CircuitTransformer {
  const winding = (busId: string) => ({
    terminal: { busId, nodes: [1, 2, 3, 0] },
    connection: 'wye' as const,
    ratedVoltageV: 400,
    ratedSVa: 1e6,
    rPercent: 1e-6,
    tapPu: 1,
    tapMinPu: 0.5,
    tapMaxPu: 1.5,
    tapSteps: 1,
    neutralROhm: -1,
    neutralXOhm: 0,
  });
  return {
    id,
    phases: 3,
    windings: [winding(fromBusId), { ...winding(`${id} out`), ...range(1, settings, 1) }],
    shortCircuitXPercent: [1e-5],
    noLoadLossPercent: 0,
    magnetisingPercent: 0,
    magnetisingPlace: 0,
    deltaRotation: 'lag',
    antifloatPpm: 0,
    normalRatingVa: 1e6,
    emergencyRatingVa: 1e6,
    ratingBase: 'rated power',
    bank: '',
    enabled: true,
  };
}

/** Bus that a line is fed from. */
function upstreamOf(item: Case, lineId: string): string {
  const net = compiled(item.network, item.connections);
  const row = net.branchIds.indexOf(lineId);
  return net.busIds[(net.branchReversed[row] === 1 ? net.branchToBus : net.branchFromBus)[row]!]!;
}

function asCircuit(item: Case, regulators: Regulators): Circuit {
  const bare = networkCircuit(item.network, item.connections, 'from');
  const sum = (values: Float64Array, row: number) =>
    values[3 * row]! + values[3 * row + 1]! + values[3 * row + 2]!;
  const loads = bare.loads.map((load, row) => {
    const building = row < item.connections.length;
    const pW = building ? sum(item.pW, row) : item.storageW[row - item.connections.length]!;
    return { ...load, pW, qVar: building ? sum(item.qVar, row) : 0 };
  });
  const transformers = bare.transformers.map((one): CircuitTransformer => {
    const settings = regulators[one.id];
    if (settings === undefined) return one;
    const [moved, fixed] = one.windings;
    return { ...one, windings: [{ ...moved!, ...range(moved!.tapPu, settings, -1) }, fixed!] };
  });
  const inLine = bare.lines.filter(({ id }) => regulators[id] !== undefined);
  const buses = inLine.map(({ id }) => ({ ...bare.buses.at(-1)!, id: `${id} out`, baseVoltageV: LV_V }));
  const lines = bare.lines.map((line) => {
    if (regulators[line.id] === undefined) return line;
    const end = line.from.busId === upstreamOf(item, line.id) ? 'from' : 'to';
    return { ...line, [end]: { ...line[end], busId: `${line.id} out` } };
  });
  const series = inLine.map(({ id }) => seriesRegulator(id, upstreamOf(item, id), regulators[id]!));
  return {
    ...bare,
    buses: [...bare.buses, ...buses],
    lines,
    transformers: [...transformers, ...series],
    loads,
    regulatorControls: Object.entries(regulators).map(([id, settings]) =>
      inLine.some((line) => line.id === id) ? control(id, settings, 1, 60) : control(id, settings, 0, 15),
    ),
    study: { ...bare.study, controls: 'static', maxControlIterations: 200 },
  };
}

/** Positions and voltages by the circuit engine. */
function byCircuit(item: Case, regulators: Regulators) {
  const outcome = solveCircuit(asCircuit(item, regulators));
  if (!outcome.ok) throw new Error(outcome.issues.map(({ message }) => message).join('; '));
  const { circuit, compiled: made, solution, settled } = outcome.value;
  expect(settled).toBe(true);
  const taps = Object.fromEntries(
    Object.entries(regulators).map(([id, { stepPercent }]) => {
      const [first, second] = circuit.transformers.find((one) => one.id === id)!.windings;
      const middle = 1 + (item.network.transformers.find((one) => one.id === id)?.tapPercent ?? 0) / 100;
      const isLine = item.network.lines.some((line) => line.id === id);
      const moved: number = isLine ? second!.tapPu - 1 : middle - first!.tapPu;
      return [id, Math.round((100 * moved) / stepPercent) + 0];
    }),
  );
  const vPu = (busId: string, baseV: number) => {
    const node = made.nodes.nodeOf(busId, 1);
    return Math.hypot(solution.voltageRe[node]!, solution.voltageIm[node]!) / baseV;
  };
  return { taps, vPu, sourcePW: solution.sourcePW };
}

describe('regulators of a year against the circuit engine’s regulator control', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['tap changers', ['t0', 't1'], []],
    ['line regulators', [], ['l0.0', 'l1.1']],
    ['both above one another', ['t0', 't1'], ['l0.0', 'l1.0']],
  ])('stand where it ends, with its voltages: %s', (_, transformers, lines) => {
    const regulators: Regulators = Object.fromEntries([
      ...transformers.map((id) => [id, NINE] as const),
      ...lines.map((id) => [id, LINE] as const),
    ]);
    const seen = new Set<number>();
    for (let seed = 20; seed < 32; seed++) {
      for (const times of [-1, 1, 4]) {
        const item = balanced(seed, times);
        const other = byCircuit(item, regulators);
        const [step] = solveRegulated({ ...item, network: withRegulators(item.network, regulators) }, [1]);
        expect(step!.taps).toEqual(other.taps);
        for (const tap of Object.values(other.taps)) seen.add(tap);
        for (const { id, nominalVoltageV } of item.network.buses)
          expect(step!.vPu(id)[0]).toBeCloseTo(other.vPu(id, nominalVoltageV / Math.sqrt(3)), 6);
        // The circuit's series regulators take a few hundredths of a watt.
        expect(Math.abs(step!.sourcePW - other.sourcePW)).toBeLessThan(0.5);
      }
    }
    expect(seen.size).toBeGreaterThanOrEqual(5);
  });
});
