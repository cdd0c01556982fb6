import { complex } from 'mathjs';
import { describe, expect, it } from 'vitest';
import type { Circuit, CircuitCapacitor, CircuitReactor } from '../../../../src/model/circuit';
import { BASE_V, circuit, line, load, source } from '../../../study/network/circuits';
import { augmentedOf, largestGapV, powerLoads, solved } from './circuitReference';
import { EARTH } from './augmented';

const capacitor = (more: Partial<CircuitCapacitor> = {}): CircuitCapacitor => ({
  id: 'cap',
  terminal: { busId: 'a', nodes: [1, 2, 3] },
  returnTerminal: { busId: 'a', nodes: [0, 0, 0] },
  phases: 3,
  connection: 'wye',
  ratedVoltageV: 400,
  steps: [{ qVar: 30e3, rOhm: 0, xOhm: 0, closed: true }],
  enabled: true,
  ...more,
});

const reactor = (more: Partial<CircuitReactor> = {}): CircuitReactor => ({
  id: 'coil',
  terminal: { busId: 'a', nodes: [1, 2, 3] },
  returnTerminal: { busId: 'a', nodes: [0, 0, 0] },
  rOhm: [0.4, 0, 0, 0, 0.4, 0, 0, 0, 0.4],
  xOhm: [6, 0, 0, 0, 6, 0, 0, 0, 6],
  parallelROhm: Infinity,
  connection: 'wye',
  enabled: true,
  ...more,
});

/** Uneven load behind a line, so that no bank sees balanced voltages. */
const withShunts = (parts: Partial<Circuit>): Circuit =>
  circuit({
    sources: [source('s')],
    lines: [line('sa', 's', 'a', { r: 0.05, x: 0.12, rm: 0.01, xm: 0.04 })],
    loads: [load('l', 'a', 9e3, { nodes: [2, 0], qVar: 3e3 })],
    ...parts,
  });

/** The same circuit with admittances placed by hand. */
function gapV(
  item: Circuit,
  byHand: readonly (readonly [a: string, b: string, re: number, im: number])[],
): number {
  const system = augmentedOf({ ...item, reactors: [] });
  for (const [a, b, re, im] of byHand) system.admittance(a, b, complex(re, im));
  return largestGapV(solved(item), system.voltages(item.loads.flatMap(powerLoads)));
}

/** Admittance of a capacitance of q var at this voltage in series with r + jx. */
function step(qVar: number, voltageV: number, r = 0, x = 0): readonly [re: number, im: number] {
  const reactance = x - (voltageV * voltageV) / qVar;
  const squared = r * r + reactance * reactance;
  return [r / squared, -reactance / squared];
}

const STARS = ['a.1', 'a.2', 'a.3'].map((node) => [node, EARTH] as const);
const DELTAS = [
  ['a.1', 'a.2'],
  ['a.2', 'a.3'],
  ['a.3', 'a.1'],
] as const;

describe('capacitors', () => {
  it('are a bank of steps: the closed ones in parallel, each behind its own reactor', () => {
    const steps = [
      { qVar: 30e3, rOhm: 0.02, xOhm: 0.3, closed: true },
      { qVar: 45e3, rOhm: 0, xOhm: 0, closed: false },
      { qVar: 15e3, rOhm: 0, xOhm: 0.6, closed: true },
    ];
    const [first, third] = [step(10e3, BASE_V, 0.02, 0.3), step(5e3, BASE_V, 0, 0.6)];
    const byHand = STARS.map((ends) => [...ends, first[0] + third[0], first[1] + third[1]] as const);
    expect(gapV(withShunts({ capacitors: [capacitor({ steps })] }), byHand)).toBeLessThan(1e-8);
  });

  it('in delta stand between the phases at the full rated voltage', () => {
    const byHand = DELTAS.map((ends) => [...ends, ...step(10e3, 400)] as const);
    expect(gapV(withShunts({ capacitors: [capacitor({ connection: 'delta' })] }), byHand)).toBeLessThan(1e-8);
  });

  it('of one phase stand across their two nodes', () => {
    const single = { phases: 1, steps: [{ qVar: 12e3, rOhm: 0, xOhm: 0, closed: true }] };
    const star = capacitor({
      ...single,
      ratedVoltageV: 230,
      terminal: { busId: 'a', nodes: [3] },
      returnTerminal: { busId: 'a', nodes: [0] },
    });
    expect(gapV(withShunts({ capacitors: [star] }), [['a.3', EARTH, ...step(12e3, 230)]])).toBeLessThan(1e-8);
    const across = capacitor({ ...single, connection: 'delta', terminal: { busId: 'a', nodes: [1, 3] } });
    expect(gapV(withShunts({ capacitors: [across] }), [['a.1', 'a.3', ...step(12e3, 400)]])).toBeLessThan(
      1e-8,
    );
  });

  it('with their star point off earth leave it where the currents put it', () => {
    const floating = capacitor({ returnTerminal: { busId: 'a', nodes: [4, 4, 4] } });
    const byHand = ['a.1', 'a.2', 'a.3'].map((node) => [node, 'a.4', ...step(10e3, BASE_V)] as const);
    expect(gapV(withShunts({ capacitors: [floating] }), byHand)).toBeLessThan(1e-8);
  });

  it('deliver their rated power at rated voltage, and do not count among the losses', () => {
    const stiff = source('a', { r: 0, x: 1e-9 });
    for (const connection of ['wye', 'delta'] as const) {
      const { solution } = solved(circuit({ sources: [stiff], capacitors: [capacitor({ connection })] }));
      const bank = solution.elements.find(({ kind }) => kind === 'capacitor')!;
      expect(bank.lossVar).toBeCloseTo(-30e3, 4);
      expect(bank.lossW).toBeCloseTo(0, 6);
      expect([solution.lossW, solution.lossVar]).toEqual([0, 0]);
    }
  });
});

describe('reactors', () => {
  it('in star stand to earth with a resistance across each', () => {
    const y = [0.4 / (0.16 + 36) + 1 / 50, -6 / (0.16 + 36)] as const;
    const byHand = STARS.map((ends) => [...ends, ...y] as const);
    expect(gapV(withShunts({ reactors: [reactor({ parallelROhm: 50 })] }), byHand)).toBeLessThan(1e-8);
  });

  it('in delta stand between the phases', () => {
    const y = [0.4 / (0.16 + 36) + 1 / 50, -6 / (0.16 + 36)] as const;
    const byHand = DELTAS.map((ends) => [...ends, ...y] as const);
    const item = withShunts({ reactors: [reactor({ connection: 'delta', parallelROhm: 50 })] });
    expect(gapV(item, byHand)).toBeLessThan(1e-8);
  });

  it('in series couple their phases as their matrices say', () => {
    const item = withShunts({
      loads: [load('l', 'b', 9e3, { nodes: [2, 0], qVar: 3e3 })],
      reactors: [
        reactor({
          returnTerminal: { busId: 'b', nodes: [1, 2, 3] },
          rOhm: [0.1, 0.02, 0.01, 0.02, 0.1, 0.03, 0.01, 0.03, 0.1],
          xOhm: [0.3, 0.1, 0.05, 0.1, 0.3, 0.08, 0.05, 0.08, 0.3],
        }),
      ],
    });
    const reference = augmentedOf(item).voltages(item.loads.flatMap(powerLoads));
    expect(largestGapV(solved(item), reference)).toBeLessThan(1e-8);
  });
});
