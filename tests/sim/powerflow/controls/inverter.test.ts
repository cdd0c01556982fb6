import { describe, expect, it } from 'vitest';
import type { Circuit, CircuitCurve, CircuitGenerator, InverterControl } from '../../../../src/model/circuit';
import { solveCircuit, type SolvedCircuit } from '../../../../src/sim/powerflow/circuit';
import { interpolate } from '../../../../src/sim/powerflow/controls/inverter';
import { BASE_V, circuit, generator, line, load, source } from '../../../study/network/circuits';

/**
 * Defaults of IEEE 1547-2018 for category B: volt-var (table 8) and volt-watt (table 10, generation down to a fifth of the
 * rating), as given in the public documentation of the standard's users.
 */
const VOLT_VAR: CircuitCurve = { id: 'vv', x: [0.92, 0.98, 1.02, 1.08], y: [0.44, 0, 0, -0.44] };
const VOLT_WATT: CircuitCurve = { id: 'vw', x: [1.06, 1.1], y: [1, 0.2] };

interface Network {
  readonly rOhm: number;
  readonly xOhm: number;
  readonly sourceV?: number;
}

interface Unit {
  readonly pW: number;
  readonly ratedSVa: number;
  readonly curves: readonly CircuitCurve[];
}

/** Source, line, inverter of three phases. */
function behind(network: Network, unit: Unit, more: Partial<Circuit> = {}): Circuit {
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

const follows = (generatorIds: readonly string[], curves: readonly CircuitCurve[]): InverterControl => ({
  id: 'control',
  generatorIds,
  ...(curves.some(({ id }) => id === 'vv') ? { voltVarCurve: 'vv' } : {}),
  ...(curves.some(({ id }) => id === 'vw') ? { voltWattCurve: 'vw' } : {}),
  enabled: true,
});

function solved(item: Circuit): SolvedCircuit {
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

const curveAt = ({ x, y }: CircuitCurve, at: number): number => {
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

function expectMeeting(network: Network, unit: Unit): SolvedCircuit {
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

const LV: Network = { rOhm: 0.25, xOhm: 0.15 };

describe('volt-var', () => {
  it('feeds in below its dead band and draws above it, to where curve and network meet', () => {
    for (const sourceV of [0.9, 0.94, 0.97, 1, 1.01, 1.03, 1.1]) {
      const network = { ...LV, sourceV: sourceV * BASE_V };
      const { inverters } = expectMeeting(network, { pW: 15e3, ratedSVa: 30e3, curves: [VOLT_VAR] });
      if (sourceV < 0.95) expect(inverters.get('pv')!.qVar).toBeGreaterThan(1e3);
      if (sourceV > 1) expect(inverters.get('pv')!.qVar).toBeLessThan(-1e3);
    }
  });

  it('asks for a share of what active power leaves of the rating', () => {
    const network = { ...LV, rOhm: 1e-6, xOhm: 1e-6, sourceV: 1.09 * BASE_V };
    const { inverters } = expectMeeting(network, { pW: 24e3, ratedSVa: 30e3, curves: [VOLT_VAR] });
    // sqrt(30^2 - 24^2) = 18 kvar are left; 44 % of them are drawn.
    expect(inverters.get('pv')!.qVar).toBeCloseTo(-0.44 * 18e3, 1);
    const full = solved(behind(network, { pW: 30e3, ratedSVa: 30e3, curves: [VOLT_VAR] }));
    expect(full.inverters.get('pv')!.qVar).toBeCloseTo(0, 6);
  });
});

describe('volt-watt', () => {
  it('lets active power go down with the voltage', () => {
    const unit = { pW: 30e3, ratedSVa: 30e3, curves: [VOLT_WATT] };
    const { inverters } = expectMeeting({ ...LV, sourceV: 1.05 * BASE_V }, unit);
    expect(inverters.get('pv')!.pW).toBeLessThan(20e3);
    expect(solved(behind(LV, { ...unit, pW: 5e3 })).inverters.get('pv')!.pW).toBe(5e3);
    expectMeeting({ ...LV, sourceV: 1.12 * BASE_V }, unit);
  });

  it('and volt-var together meet where both curves do, in one control or in two', () => {
    const unit = { pW: 30e3, ratedSVa: 33e3, curves: [VOLT_VAR, VOLT_WATT] };
    const network = { ...LV, sourceV: 1.06 * BASE_V };
    const both = expectMeeting(network, unit);
    const apart = solved(
      behind(network, unit, {
        inverterControls: [
          { ...follows(['pv'], [VOLT_VAR]), id: 'one' },
          { ...follows(['pv'], [VOLT_WATT]), id: 'other' },
        ],
      }),
    );
    expect(apart.inverters.get('pv')).toEqual(both.inverters.get('pv'));
  });
});

describe('steep curves in weak networks', () => {
  /*
   * Gain of the loop: slope of the curve times what the voltage gives for reactive power. Going half of the way each time
   * swings from 3 on; here it is 4 to about 500.
   */
  const weak: Network = { rOhm: 0.3, xOhm: 1.2, sourceV: 1.03 * BASE_V };
  const steep = (width: number): CircuitCurve => ({
    id: 'vv',
    x: [1 - 0.02 - width, 0.98, 1.02, 1.02 + width],
    y: [1, 0, 0, -1],
  });

  it.each([0.06, 0.02, 0.005, 0.001])('meet with a volt-var curve that is %d pu wide', (width) => {
    expectMeeting(weak, { pW: 12e3, ratedSVa: 40e3, curves: [steep(width)] });
  });

  it('meet with a volt-watt curve of 0.5 % width too', () => {
    const cliff: CircuitCurve = { id: 'vw', x: [1.06, 1.065], y: [1, 0] };
    expectMeeting({ ...weak, rOhm: 1.2 }, { pW: 40e3, ratedSVa: 40e3, curves: [cliff] });
    expectMeeting({ ...weak, rOhm: 1.2 }, { pW: 40e3, ratedSVa: 44e3, curves: [steep(0.01), cliff] });
  });

  it('rest with many inverters that pull at each other', () => {
    const buses = Array.from({ length: 12 }, (_, k) => `b${k}`);
    const units: CircuitGenerator[] = buses.map((bus, k) => ({
      ...generator(`pv-${bus}`, bus, 4e3 + 500 * k),
      ratedSVa: 12e3,
    }));
    const item = circuit({
      sources: [source('s', { voltageV: 1.02 * BASE_V, r: 0.05, x: 0.1 })],
      lines: buses.map((bus, k) => line(`l${k}`, k === 0 ? 's' : buses[k - 1]!, bus, { r: 0.05, x: 0.06 })),
      loads: buses.slice(6).map((bus) => load(`load-${bus}`, bus, 1e3, { nodes: [2, 0] })),
      generators: units,
      curves: [steep(0.01), VOLT_WATT],
      inverterControls: [
        follows(
          units.map(({ id }) => id),
          [VOLT_VAR, VOLT_WATT],
        ),
      ],
      study: { ...circuit({}).study, controls: 'static' },
    });
    const { settled, inverters, solution, compiled } = solved(item);
    expect([solution.status, settled]).toEqual(['converged', true]);
    for (const unit of units) {
      const volts = [1, 2, 3].map((node) => {
        const at = compiled.nodes.nodeOf(unit.terminal.busId, node);
        return Math.hypot(solution.voltageRe[at]!, solution.voltageIm[at]!) / BASE_V;
      });
      const vPu = (volts[0]! + volts[1]! + volts[2]!) / 3;
      const pW = Math.min(unit.pW, curveAt(VOLT_WATT, vPu) * unit.ratedSVa);
      const room = Math.sqrt(unit.ratedSVa ** 2 - pW ** 2);
      const { pW: p, qVar: q } = inverters.get(unit.id)!;
      expect(Math.abs(p - pW) / unit.ratedSVa).toBeLessThan(1e-6);
      expect(Math.abs(q - curveAt(steep(0.01), vPu) * room) / unit.ratedSVa).toBeLessThan(1e-6);
    }
    const drawn = [...inverters.values()].filter(({ qVar }) => qVar < -100);
    expect(drawn.length).toBeGreaterThan(3);
  });

  it('a curve that jumps against the network finds no rest, and says so', () => {
    // The voltage with the power is above the jump, without it below.
    const jump: CircuitCurve = { id: 'vw', x: [1.04, 1.04], y: [1, 0] };
    const outcome = solveCircuit(
      behind({ ...weak, rOhm: 0.5 }, { pW: 40e3, ratedSVa: 40e3, curves: [jump] }),
    );
    if (!outcome.ok) throw new Error();
    expect(outcome.value.settled).toBe(false);
    expect(outcome.issues.map(({ code }) => code)).toContain('circuit-inverters-unsettled');
  });
});

describe('inverters', () => {
  const unit = { pW: 30e3, ratedSVa: 30e3, curves: [VOLT_WATT] };

  it('leave the circuit as it was: what they feed is a result', () => {
    const item = behind({ ...LV, sourceV: 1.08 * BASE_V }, unit);
    const result = solved(item);
    expect(result.circuit.generators).toEqual(item.generators);
    expect(result.inverters.get('pv')!.pW).toBeLessThan(25e3);
    expect(solved(result.circuit).inverters.get('pv')).toEqual(result.inverters.get('pv'));
  });

  it('feed what they offer without control, switched off or not asked', () => {
    const network = { ...LV, sourceV: 1.08 * BASE_V };
    const fedW = (item: Circuit, controls: 'static' | 'off' = 'static'): number => {
      const outcome = solveCircuit(item, { controls });
      if (!outcome.ok) throw new Error();
      return outcome.value.solution.lossW - outcome.value.solution.sourcePW;
    };
    expect(fedW(behind(network, unit))).toBeLessThan(25e3);
    expect(fedW(behind(network, unit), 'off')).toBeCloseTo(30e3, 2);
    const off = { inverterControls: [{ ...follows(['pv'], unit.curves), enabled: false }] };
    expect(fedW(behind(network, unit, off))).toBeCloseTo(30e3, 2);
    const other = { inverterControls: [follows(['another'], unit.curves)] };
    expect(fedW(behind(network, unit, other))).toBeCloseTo(30e3, 2);
  });

  it('get back what volt-watt took once a tap has lowered the voltage', () => {
    const windings = (voltageV: number) =>
      ['s', 'a'].map((busId) => ({
        terminal: { busId, nodes: [1, 2, 3, 0] },
        connection: 'wye' as const,
        ratedVoltageV: voltageV,
        ratedSVa: 100e3,
        rPercent: 0.5,
        tapPu: 1,
        tapMinPu: 0.9,
        tapMaxPu: 1.1,
        tapSteps: 32,
        neutralROhm: -1,
        neutralXOhm: 0,
      }));
    const item = behind({ ...LV, sourceV: 1.09 * BASE_V }, unit, {
      lines: [],
      transformers: [
        {
          id: 't',
          phases: 3,
          windings: windings(400),
          shortCircuitXPercent: [2],
          noLoadLossPercent: 0,
          magnetisingPercent: 0,
          magnetisingPlace: 0,
          deltaRotation: 'lag',
          antifloatPpm: 0,
          normalRatingVa: 1e5,
          emergencyRatingVa: 1e5,
          ratingBase: '',
          bank: '',
          enabled: true,
        },
      ],
      regulatorControls: [
        {
          id: 'r',
          transformerId: 't',
          tapWinding: 1,
          measuredWinding: 1,
          phase: 0,
          setPointV: BASE_V,
          bandV: 4,
          voltageRatio: 1,
          currentRatingA: 100,
          compensationRV: 0,
          compensationXV: 0,
          reversible: false,
          reverseSetPointV: 0,
          reverseBandV: 0,
          reverseRV: 0,
          reverseXV: 0,
          delayS: 15,
          tapDelayS: 2,
          maxTapChange: 16,
          voltageLimitV: 0,
          inverseTime: false,
          enabled: true,
        },
      ],
    });
    const result = solved(item);
    expect(result.actions.length).toBeGreaterThan(0);
    expect(result.inverters.get('pv')!.pW).toBeCloseTo(30e3, 6);
  });

  it('count on the bus’s base, or on their own rating where the bus has none', () => {
    const network = { ...LV, rOhm: 1e-6, xOhm: 1e-6, sourceV: 1.05 * BASE_V };
    const item = behind(network, { pW: 10e3, ratedSVa: 30e3, curves: [VOLT_VAR] });
    const generators = item.generators.map((each) => ({ ...each, ratedVoltageV: 420 }));
    const qVar = (buses: Circuit['buses']) =>
      solved({ ...item, generators, buses }).inverters.get('pv')!.qVar;
    const room = Math.sqrt(30e3 ** 2 - 10e3 ** 2);
    expect(qVar(item.buses)).toBeCloseTo(-0.22 * room, 0);
    expect(qVar(item.buses.map((bus) => ({ ...bus, baseVoltageV: NaN })))).toBeCloseTo(0, 6);
  });

  it('measure the mean of their phases, to neutral or between phases', () => {
    const uneven = (nodes: number[], connection: 'wye' | 'delta', phases: number): Circuit => {
      const item = behind(
        { ...LV, sourceV: 0.95 * BASE_V },
        { pW: 6e3, ratedSVa: 12e3, curves: [VOLT_VAR] },
        {
          loads: [load('l', 'a', 12e3, { nodes: [1, 0] })],
        },
      );
      return {
        ...item,
        generators: item.generators.map((each) => ({
          ...each,
          connection,
          phases,
          terminal: { busId: 'a', nodes },
          ratedVoltageV: connection === 'wye' && phases === 1 ? BASE_V : 400,
        })),
      };
    };
    for (const [nodes, connection, phases] of [
      [[1, 2, 3, 0], 'wye', 3],
      [[1, 0], 'wye', 1],
      [[1, 2, 3], 'delta', 3],
      [[1, 2], 'delta', 1],
    ] as const) {
      const result = solved(uneven([...nodes], connection, phases));
      const at = (node: number) => {
        const row = node === 0 ? -1 : result.compiled.nodes.nodeOf('a', node);
        return row < 0 ? [0, 0] : [result.solution.voltageRe[row]!, result.solution.voltageIm[row]!];
      };
      const across = Array.from({ length: phases }, (_, k) => {
        const plus = at(nodes[k]!);
        const minus = at(connection === 'wye' ? 0 : nodes[(k + 1) % nodes.length]!);
        return Math.hypot(plus[0]! - minus[0]!, plus[1]! - minus[1]!) / (connection === 'wye' ? BASE_V : 400);
      });
      const vPu = across.reduce((sum, value) => sum + value, 0) / phases;
      const qVar = curveAt(VOLT_VAR, vPu) * Math.sqrt(12e3 ** 2 - 6e3 ** 2);
      expect(Math.abs(qVar)).toBeGreaterThan(1);
      expect(Math.abs(result.inverters.get('pv')!.qVar - qVar)).toBeLessThan(0.02);
    }
  });
});

describe('a curve', () => {
  it('goes straight from point to point and stays level beyond its ends', () => {
    const at = (x: number) => interpolate(VOLT_VAR, x);
    expect([0, 0.92, 0.98, 1, 1.02, 1.08, 2].map(at)).toEqual([0.44, 0.44, 0, 0, 0, -0.44, -0.44]);
    expect(at(0.95)).toBeCloseTo(0.22, 12);
    expect(at(1.06)).toBeCloseTo((-0.44 * 2) / 3, 12);
  });
});
