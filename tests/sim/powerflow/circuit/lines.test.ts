import { describe, expect, it } from 'vitest';
import type { CircuitLine, CircuitReactor, Terminal } from '../../../../src/model/circuit';
import { circuit, line, load, source } from '../../../study/network/circuits';
import { augmentedOf, largestGapV, powerLoads, solved } from './circuitReference';

/** Full matrices without any symmetry between phases, as an overhead line has them. */
const UNEVEN_R = [0.09, 0.021, 0.018, 0.02, 0.021, 0.085, 0.019, 0.022, 0.018, 0.019, 0.1, 0.017, 0.02, 0.022, 0.017, 0.12]; // prettier-ignore
const UNEVEN_X = [0.24, 0.11, 0.09, 0.1, 0.11, 0.23, 0.12, 0.08, 0.09, 0.12, 0.25, 0.11, 0.1, 0.08, 0.11, 0.27]; // prettier-ignore
const UNEVEN_B = [9, -2, -1, -3, -2, 8, -1.5, -2, -1, -1.5, 7, -1, -3, -2, -1, 10];

const part = (matrix: readonly number[], order: number, scale = 1): number[] =>
  matrix.filter((_, k) => Math.floor(k / 4) < order && k % 4 < order).map((value) => value * scale);

function uneven(
  id: string,
  from: string,
  to: string,
  order: 3 | 4,
  more: Partial<CircuitLine> = {},
): CircuitLine {
  const nodes = [1, 2, 3, 4].slice(0, order);
  return {
    ...line(id, from, to, { nodes }),
    rOhm: part(UNEVEN_R, order),
    xOhm: part(UNEVEN_X, order),
    bS: part(UNEVEN_B, order, 1e-4),
    ...more,
  };
}

const reactor = (
  id: string,
  busId: string,
  nodes: number[],
  more: Partial<CircuitReactor> = {},
): CircuitReactor => ({
  id,
  terminal: { busId, nodes },
  returnTerminal: { busId, nodes: nodes.map(() => 0) },
  rOhm: nodes.flatMap((_, i) => nodes.map((__, j) => (i === j ? 0.05 : 0))),
  xOhm: nodes.flatMap((_, i) => nodes.map((__, j) => (i === j ? 0.02 : 0))),
  parallelROhm: Infinity,
  connection: 'wye',
  enabled: true,
  ...more,
});

describe('lines of a circuit against an augmented nodal system', () => {
  it('carry full matrices, series and shunt, in a mesh of three', () => {
    const loads = [
      load('l1', 'a', 18e3, { qVar: 5e3 }),
      load('l2', 'b', 9e3, { nodes: [2, 0], qVar: -2e3 }),
      load('l3', 'b', 12e3, { connection: 'delta', nodes: [1, 2, 3], qVar: 3e3 }),
      load('l4', 'a', 4e3, { connection: 'delta', nodes: [1, 3] }),
    ];
    const item = circuit({
      sources: [source('s')],
      lines: [uneven('sa', 's', 'a', 3), uneven('ab', 'b', 'a', 3), uneven('sb', 's', 'b', 3)],
      loads,
    });
    const reference = augmentedOf(item).voltages(loads.flatMap(powerLoads));
    expect(largestGapV(solved(item), reference)).toBeLessThan(1e-8);
  });

  it('carry a neutral as the fourth conductor, earthed at the source and at the end', () => {
    const loads = [
      load('one', 'b', 7e3, { nodes: [1, 4], qVar: 2e3 }),
      load('two', 'a', 4e3, { nodes: [2, 4] }),
      load('three', 'b', 10e3, { nodes: [1, 2, 3, 4], qVar: 1e3 }),
      load('across', 'b', 3e3, { connection: 'delta', nodes: [2, 3] }),
    ];
    const item = circuit({
      sources: [source('s')],
      lines: [uneven('sa', 's', 'a', 4), uneven('ab', 'a', 'b', 4)],
      reactors: [reactor('station', 's', [4]), reactor('end', 'b', [4])],
      loads,
    });
    const result = solved(item);
    const reference = augmentedOf(item).voltages(loads.flatMap(powerLoads));
    expect(largestGapV(result, reference)).toBeLessThan(1e-8);
    // The neutral is a conductor of its own: it lifts off earth.
    const neutral = reference('b.4');
    expect(Math.hypot(neutral.re, neutral.im)).toBeGreaterThan(1);
  });

  it('carry a neutral that only the source earths, with a fault of no load on it', () => {
    const item = circuit({
      sources: [source('s', { returnTerminal: { busId: 's', nodes: [4, 4, 4] } })],
      lines: [uneven('sa', 's', 'a', 4)],
      reactors: [reactor('station', 's', [4], { rOhm: [0.2], xOhm: [0] })],
      loads: [load('one', 'a', 9e3, { nodes: [3, 4] })],
    });
    const reference = augmentedOf(item).voltages(item.loads.flatMap(powerLoads));
    expect(largestGapV(solved(item), reference)).toBeLessThan(1e-8);
  });

  it('carry no current in a conductor that stops: the others see their own part of the impedance matrix', () => {
    const twoPhases = source('s', {
      terminal: { busId: 's', nodes: [1, 3] },
      returnTerminal: { busId: 's', nodes: [0, 0] },
      rOhm: [0.001, 0, 0, 0.001],
      xOhm: [0.004, 0, 0, 0.004],
    });
    const loads = [load('one', 'a', 7e3, { nodes: [1, 0] }), load('three', 'a', 5e3, { nodes: [3, 0] })];
    const item = circuit({
      sources: [twoPhases],
      lines: [uneven('sa', 's', 'a', 3, { bS: part(UNEVEN_B, 3, 1e-6) })],
      loads,
    });
    // Here the dead conductor is there, and floats: only its charging holds it.
    const reference = augmentedOf(item).voltages(loads.flatMap(powerLoads));
    const result = solved(item);
    expect(largestGapV(result, reference, ['s.2', 'a.2'])).toBeLessThan(2e-6);
    const bare = { ...item, lines: [{ ...item.lines[0]!, bS: new Array<number>(9).fill(0) }] };
    const pick = (matrix: readonly number[]): number[] => [0, 2, 6, 8].map((k) => part(matrix, 3)[k]!);
    const two = (busId: string): Terminal => ({ busId, nodes: [1, 3] });
    const reduced: CircuitLine = {
      ...item.lines[0]!,
      from: two('s'),
      to: two('a'),
      rOhm: pick(UNEVEN_R),
      xOhm: pick(UNEVEN_X),
      bS: [0, 0, 0, 0],
    };
    const byHand = augmentedOf({ ...item, lines: [reduced] }).voltages(loads.flatMap(powerLoads));
    expect(largestGapV(solved(bare), byHand, ['s.2', 'a.2'])).toBeLessThan(1e-8);
    // Earthing the dead conductor instead would change the others by more than the bound.
    const earthed = { ...item, reactors: [reactor('x', 's', [2]), reactor('y', 'a', [2])] };
    const withEarth = augmentedOf(earthed).voltages(loads.flatMap(powerLoads));
    expect(largestGapV(result, withEarth, ['s.2', 'a.2'])).toBeGreaterThan(1e-2);
  });

  it('join other nodes than their own: phases swapped, and two phases on to a bus of one', () => {
    const loads = [load('l1', 'a', 9e3), load('l2', 'b', 5e3, { nodes: [1, 0], qVar: 1e3 })];
    const item = circuit({
      sources: [source('s')],
      lines: [
        uneven('sa', 's', 'a', 3, { to: { busId: 'a', nodes: [2, 3, 1] } }),
        { ...line('ab', 'a', 'b', { nodes: [1] }), from: { busId: 'a', nodes: [3] } },
      ],
      loads,
    });
    const reference = augmentedOf(item).voltages(loads.flatMap(powerLoads));
    expect(largestGapV(solved(item), reference)).toBeLessThan(1e-8);
  });

  it('report current and loading of their heaviest conductor, and losses that the powers at both ends tell', () => {
    const item = circuit({
      sources: [source('s')],
      lines: [uneven('sa', 's', 'a', 3)],
      loads: [load('l', 'a', 18e3, { nodes: [2, 0] })],
    });
    const result = solved(item);
    const flow = result.solution.elements.find((element) => element.id === 'sa')!;
    const heaviest = Math.max(
      ...flow.terminals.flatMap(({ currentRe, currentIm }) =>
        [...currentRe].map((re, k) => Math.hypot(re, currentIm[k]!)),
      ),
    );
    expect(heaviest).toBeGreaterThan(70);
    expect(flow.loading).toBeCloseTo(heaviest / 250, 12);
    expect(flow.terminals[1]!.pW).toBeCloseTo(-18e3, 4);
    expect(flow.lossW).toBeCloseTo(flow.terminals[0]!.pW - 18e3, 4);
    expect(result.solution.sourcePW).toBeCloseTo(flow.terminals[0]!.pW, 4);
  });
});
