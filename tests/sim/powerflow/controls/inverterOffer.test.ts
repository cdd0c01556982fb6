import { describe, expect, it } from 'vitest';
import type { Circuit } from '../../../../src/model/circuit';
import { solveCircuit } from '../../../../src/sim/powerflow/circuit';
import { BASE_V, load } from '../../../study/network/circuits';
import { behind, curveAt, follows, LV, solved, VOLT_VAR, VOLT_WATT } from './inverterNetwork';

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
