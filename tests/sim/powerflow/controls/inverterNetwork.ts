import { expect } from 'vitest';
import type { Circuit, CircuitCurve, InverterControl } from '../../../../src/model/circuit';
import { solveCircuit, type SolvedCircuit } from '../../../../src/sim/powerflow/circuit';
import { BASE_V, circuit, generator, line, source } from '../../../study/network/circuits';

/**
 * Defaults of IEEE 1547-2018 for category B: volt-var (table 8) and volt-watt (table 10, generation down to a fifth of the
 * rating), as published scripts of the conformance tests (IEEE 1547.1) set them.
 */
export const VOLT_VAR: CircuitCurve = { id: 'vv', x: [0.92, 0.98, 1.02, 1.08], y: [0.44, 0, 0, -0.44] };
export const VOLT_WATT: CircuitCurve = { id: 'vw', x: [1.06, 1.1], y: [1, 0.2] };

export interface Network {
  readonly rOhm: number;
  readonly xOhm: number;
  readonly sourceV?: number;
}

export interface Unit {
  readonly pW: number;
  readonly ratedSVa: number;
  readonly curves: readonly CircuitCurve[];
}

/** Source, line, inverter of three phases. */
export function behind(network: Network, unit: Unit, more: Partial<Circuit> = {}): Circuit {
  const { rOhm, xOhm, sourceV = BASE_V } = network;
  return circuit({
    sources: [source('s', { voltageV: sourceV, r: 0, x: 1e-7 })],
    lines: [line('sa', 's', 'a', { r: rOhm, x: xOhm })],
    generators: [{ ...generator('pv', 'a', unit.pW), ratedSVa: unit.ratedSVa }],
    curves: unit.curves,
    inverterControls: [follows(['pv'], unit.curves)],
    ...more,
    study: { ...circuit({}).study, controls: 'static' },
  });
}

export const follows = (
  generatorIds: readonly string[],
  curves: readonly CircuitCurve[],
): InverterControl => ({
  id: 'control',
  generatorIds,
  ...(curves.some(({ id }) => id === 'vv') ? { voltVarCurve: 'vv' } : {}),
  ...(curves.some(({ id }) => id === 'vw') ? { voltWattCurve: 'vw' } : {}),
  enabled: true,
});

export function solved(item: Circuit): SolvedCircuit {
  const outcome = solveCircuit(item);
  if (!outcome.ok) throw new Error(outcome.issues[0]!.message);
  return outcome.value;
}

/**
 * Voltage at the end of a line r + jx into which P + jQ is fed per phase, from the source's voltage V0:
 * V0^2 = |V - z S* / V*|^2, so W = V^2 solves W^2 - (V0^2 + 2 (r P + x Q)) W + |z|^2 |S|^2 = 0.
 */
function endV({ rOhm: r, xOhm: x, sourceV = BASE_V }: Network, p: number, q: number): number {
  const b = sourceV ** 2 + 2 * (r * p + x * q);
  const c = (r * r + x * x) * (p * p + q * q);
  return Math.sqrt((b + Math.sqrt(b * b - 4 * c)) / 2);
}

export const curveAt = ({ x, y }: CircuitCurve, at: number): number => {
  if (at <= x[0]!) return y[0]!;
  for (let k = 1; k < x.length; k++) {
    if (at <= x[k]!) return y[k - 1]! + ((at - x[k - 1]!) / (x[k]! - x[k - 1]!)) * (y[k]! - y[k - 1]!);
  }
  return y[y.length - 1]!;
};

/** Where the curves meet the network, by halving: first the reactive power at each active power, then the active power. */
function meeting(network: Network, { pW, ratedSVa, curves }: Unit): { p: number; q: number; vPu: number } {
  const voltVar = curves.find(({ id }) => id === 'vv');
  const voltWatt = curves.find(({ id }) => id === 'vw');
  const rated = ratedSVa / 3;
  const halve = (low: number, high: number, excess: (at: number) => number): number => {
    for (let k = 0; k < 200; k++) {
      const middle = (low + high) / 2;
      if (excess(middle) > 0) high = middle;
      else low = middle;
    }
    return low;
  };
  const qAt = (p: number): number => {
    if (voltVar === undefined) return 0;
    const room = Math.sqrt(Math.max(rated * rated - p * p, 0));
    return halve(-room, room, (q) => q - curveAt(voltVar, endV(network, p, q) / BASE_V) * room);
  };
  const available = pW / 3;
  const p =
    voltWatt === undefined
      ? available
      : halve(0, available, (at) => at - curveAt(voltWatt, endV(network, at, qAt(at)) / BASE_V) * rated);
  const q = qAt(p);
  return { p: 3 * p, q: 3 * q, vPu: endV(network, p, q) / BASE_V };
}

export function expectMeeting(network: Network, unit: Unit): SolvedCircuit {
  const result = solved(behind(network, unit));
  expect(result.solution.status).toBe('converged');
  expect(result.settled).toBe(true);
  const expected = meeting(network, unit);
  const { pW, qVar } = result.inverters.get('pv')!;
  expect(Math.abs(pW - expected.p) / unit.ratedSVa).toBeLessThan(1e-6);
  expect(Math.abs(qVar - expected.q) / unit.ratedSVa).toBeLessThan(1e-6);
  const node = result.compiled.nodes.nodeOf('a', 1);
  const vPu = Math.hypot(result.solution.voltageRe[node]!, result.solution.voltageIm[node]!) / BASE_V;
  expect(vPu).toBeCloseTo(expected.vPu, 7);
  return result;
}

export const LV: Network = { rOhm: 0.25, xOhm: 0.15 };
