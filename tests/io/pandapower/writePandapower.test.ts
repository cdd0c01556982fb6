import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readPandapower, writePandapower } from '../../../src/io/pandapower';
import type { Circuit } from '../../../src/model/circuit';
import { largestDeviations, solved, type BalancedBus } from '../../validation/powerflow/pandapowerCases';
import { netText, SMALL } from './netFile';

const FOLDER = 'tests/validation/powerflow/pandapower-elements';

function read(text: string, options: Parameters<typeof readPandapower>[2] = {}): Circuit {
  const outcome = readPandapower(text, 'net.json', options);
  if (!outcome.ok) throw new Error(outcome.issues.map((issue) => issue.message).join('\n'));
  return outcome.value;
}

function written(circuit: Circuit): string {
  const outcome = writePandapower(circuit);
  if (!outcome.ok) throw new Error(outcome.issues.map((issue) => issue.message).join('\n'));
  return outcome.value;
}

describe('a circuit written for pandapower', () => {
  test('reads back as the same circuit', () => {
    const circuit = read(netText(SMALL), { ids: 'name' });
    const again = read(written(circuit), { ids: 'name' });
    // pandapower has no place for two parallel units in one nameplate and for the parts of a rating; all else is equal.
    expect(again.buses).toEqual(circuit.buses);
    expect(again.loads).toEqual(circuit.loads);
    const [a, b] = [circuit.lines[0]!, again.lines[0]!];
    a.rOhm.forEach((value, k) => expect(b.rOhm[k]).toBeCloseTo(value, 14));
    a.bS.forEach((value, k) => expect(b.bS[k]).toBeCloseTo(value, 16));
    const [s, t] = [circuit.transformers[0]!, again.transformers[0]!];
    expect(t.windings.map((winding) => winding.terminal)).toEqual(
      s.windings.map((winding) => winding.terminal),
    );
    expect(t.windings[0]!.tapPu).toBeCloseTo(s.windings[0]!.tapPu, 14);
    expect(t.windings[0]!.tapSteps).toBe(4);
    expect(t.shortCircuitXPercent[0]).toBeCloseTo(s.shortCircuitXPercent[0]!, 10);
    expect(t.magnetisingPercent).toBeCloseTo(s.magnetisingPercent, 10);
    expect(t.normalRatingVa).toBeCloseTo(s.normalRatingVa, 6);
  });

  test('with every element gives the voltages of pandapower for the net it was read from', () => {
    const { expected, tolerance } = JSON.parse(readFileSync(`${FOLDER}/case.json`, 'utf8')) as {
      expected: { t: { buses: BalancedBus[] } };
      tolerance: { vMagPu: number; vAngDeg: number };
    };
    const first = read(readFileSync(`${FOLDER}/net.pandapower.json`, 'utf8'));
    const buses = expected.t.buses.filter((bus) => bus.vMagPu !== null);
    const largest = largestDeviations(solved(read(written(first))), buses);
    expect(largest.vMagPu).toBeLessThan(tolerance.vMagPu);
    expect(largest.vAngDeg).toBeLessThan(tolerance.vAngDeg);
  });

  test('keeps the impedance of a source as a line behind it', () => {
    const circuit = read(netText(SMALL), { sources: 'shortCircuit' });
    const again = read(written(circuit));
    expect(again.buses).toHaveLength(circuit.buses.length + 1);
    const ends = ({ compiled, solution }: ReturnType<typeof solved>): number => {
      const row = compiled.nodes.nodeOf('2', 1);
      return Math.hypot(solution.voltageRe[row]!, solution.voltageIm[row]!);
    };
    expect(ends(solved(again))).toBeCloseTo(ends(solved(circuit)), 5);
    expect(ends(solved(read(netText(SMALL))))).not.toBeCloseTo(ends(solved(circuit)), 3);
  });

  test('moves a ZIP load from its own rated voltage to that of its bus', () => {
    const circuit = read(netText(SMALL));
    const load = { ...circuit.loads[0]!, model: { kind: 'constantImpedance' as const }, ratedVoltageV: 380 };
    const again = read(written({ ...circuit, loads: [load] })).loads[0]!;
    expect(again.model).toEqual({ kind: 'constantImpedance' });
    expect(again.pW).toBeCloseTo(25_000 * (400 / 380) * (400 / 380), 6);
  });

  test('has single-phase loads in their phase, against earth or between neighbours', () => {
    const circuit = read(netText(SMALL));
    const single = { ...circuit.loads[0]!, phases: 1, ratedVoltageV: 230 };
    const loads = [
      { ...single, id: 'b', terminal: { busId: '2', nodes: [2, 0] } },
      {
        ...single,
        id: 'ca',
        connection: 'delta' as const,
        ratedVoltageV: 400,
        terminal: { busId: '2', nodes: [1, 3] },
      },
    ];
    const again = read(written({ ...circuit, loads })).loads;
    expect(again.map((load) => [load.terminal.nodes, load.connection])).toEqual([
      [[2, 0], 'wye'],
      [[3, 1], 'delta'],
    ]);
  });

  test('refuses what its tables cannot hold and warns of what they leave out', () => {
    const circuit = read(netText(SMALL));
    const line = {
      ...circuit.lines[0]!,
      from: { busId: '1', nodes: [1] },
      to: { busId: '2', nodes: [1] },
      rOhm: [1],
      xOhm: [1],
      bS: [0],
    };
    const refused = writePandapower({ ...circuit, lines: [line] });
    expect(refused.ok).toBe(false);
    expect(refused.issues.map((issue) => [issue.code, issue.where])).toEqual([
      ['pandapower-cannot-hold', 'line line 0'],
    ]);
    const limited = { ...circuit.loads[0]!, limits: { minPu: 0.9, maxPu: 1.1, lowPu: 0 } };
    const warned = writePandapower({ ...circuit, loads: [limited] });
    expect(warned.ok).toBe(true);
    expect(warned.issues.map((issue) => issue.code)).toEqual(['pandapower-left-out']);
  });
});
