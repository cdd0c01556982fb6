import { describe, expect, it } from 'vitest';
import type { CircuitCurve, CircuitGenerator } from '../../../../src/model/circuit';
import { solveCircuit } from '../../../../src/sim/powerflow/circuit';
import { interpolate } from '../../../../src/sim/powerflow/controls/inverter';
import { BASE_V, circuit, generator, line, load, source } from '../../../study/network/circuits';
import {
  behind,
  curveAt,
  expectMeeting,
  follows,
  LV,
  type Network,
  solved,
  VOLT_VAR,
  VOLT_WATT,
} from './inverterNetwork';

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
    const whole = behind(network, { pW: 24e3, ratedSVa: 30e3, curves: [VOLT_VAR] });
    const ofRating = (pW: number) =>
      solved({
        ...whole,
        generators: whole.generators.map((each) => ({ ...each, pW })),
        inverterControls: [{ ...whole.inverterControls[0]!, voltVarReference: 'rating' }],
      }).inverters.get('pv')!;
    // Or of the rating itself, as far as active power leaves room: 13.2 kvar, of sqrt(30^2 - 29^2) = 7.68 kvar left.
    expect(ofRating(24e3).qVar).toBeCloseTo(-0.44 * 30e3, 1);
    expect(ofRating(29e3).qVar).toBeCloseTo(-Math.sqrt(30e3 ** 2 - 29e3 ** 2), 1);
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

describe('a curve', () => {
  it('goes straight from point to point and stays level beyond its ends', () => {
    const at = (x: number) => interpolate(VOLT_VAR, x);
    expect([0, 0.92, 0.98, 1, 1.02, 1.08, 2].map(at)).toEqual([0.44, 0.44, 0, 0, 0, -0.44, -0.44]);
    expect(at(0.95)).toBeCloseTo(0.22, 12);
    expect(at(1.06)).toBeCloseTo((-0.44 * 2) / 3, 12);
  });
});
