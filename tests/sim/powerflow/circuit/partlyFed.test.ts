import { describe, expect, it } from 'vitest';
import { BranchFlowTable, compileCircuit, solveCircuit } from '../../../../src/sim/powerflow/circuit';
import { circuit, line, load, source } from '../../../study/network/circuits';
import { solved } from './circuitReference';

/** Self 0.2 + j 0.2, mutual 0.1 + j 0.1 ohm: full currents through the dead conductors would be half of the live one's. */
const COUPLED = [0.2, 0.1, 0.1, 0.1, 0.2, 0.1, 0.1, 0.1, 0.2];

describe('a line of three conductors behind one phase', () => {
  const item = circuit({
    sources: [source('s')],
    lines: [
      line('one', 's', 'm', { nodes: [1] }),
      { ...line('three', 'm', 'e'), rOhm: COUPLED, xOhm: COUPLED, bS: COUPLED.map(() => 0) },
    ],
    loads: [load('l', 'e', 10e3, { nodes: [1, 0] })],
  });
  const { compiled, solution } = solved(item);
  const three = solution.elements.find(({ id }) => id === 'three')!;
  const { currentRe, currentIm } = three.terminals[0]!;
  const squareA = currentRe[0]! * currentRe[0]! + currentIm[0]! * currentIm[0]!;

  it('carries nothing in the conductors without supply and loses R I^2 in the other', () => {
    expect([currentRe[1], currentIm[1], currentRe[2], currentIm[2]]).toEqual([0, 0, 0, 0]);
    expect(three.lossW / (0.2 * squareA)).toBeCloseTo(1, 9);
    expect(three.lossVar / (0.2 * squareA)).toBeCloseTo(1, 9);
  });

  it('leaves the balance of the circuit closed', () => {
    expect(solution.sourcePW - solution.lossW).toBeCloseTo(10e3, 4);
  });

  it('loses as much in a table of flows over many steps', () => {
    const table = new BranchFlowTable(compiled);
    table.read(solution.voltageRe, solution.voltageIm);
    expect(table.totalLossW).toBeCloseTo(solution.lossW, 6);
  });
});

describe('a capacitor in series', () => {
  const withStep = (closed: boolean) => {
    const bank = {
      id: 'c',
      terminal: { busId: 's', nodes: [1, 2, 3] },
      returnTerminal: { busId: 'm', nodes: [1, 2, 3] },
      phases: 3,
      connection: 'wye',
      ratedVoltageV: 400,
      steps: [{ qVar: 500e3, rOhm: 0, xOhm: 0, closed }],
      enabled: true,
    } as const;
    return { ...base, capacitors: [bank] };
  };
  const base = circuit({ sources: [source('s')], loads: [load('l', 'm', 10e3)] });

  it('feeds what stands behind it while a step is closed only, also when compiled from the circuit before', () => {
    const open = compileCircuit(withStep(false));
    if (!open.ok) throw new Error('open');
    expect(open.issues.map(({ code }) => code)).toEqual(['circuit-unfed']);
    const closed = compileCircuit(
      { ...open.value.circuit, capacitors: withStep(true).capacitors },
      open.value,
    );
    if (!closed.ok) throw new Error('closed');
    const at = (compiled: typeof open.value): number => compiled.nodes.fed[compiled.nodes.nodeOf('m', 1)]!;
    expect([at(open.value), at(closed.value)]).toEqual([0, 1]);
  });
});

it('a part that nothing holds is named by bus and node', () => {
  // Series and shunt reactance cancel: the node between them has no admittance to anything.
  const item = circuit({
    sources: [source('s')],
    lines: [line('a', 's', 'm', { nodes: [1], r: 0, x: 1 })],
    reactors: [
      {
        id: 'r',
        terminal: { busId: 'm', nodes: [1] },
        returnTerminal: { busId: 'm', nodes: [0] },
        rOhm: [0],
        xOhm: [-1.004],
        parallelROhm: Infinity,
        connection: 'wye',
        enabled: true,
      },
    ],
  });
  const outcome = solveCircuit({ ...item, sources: [source('s', { r: 0, x: 0.004 })] });
  if (outcome.ok) throw new Error('solved');
  expect(outcome.issues.map(({ code, where }) => `${code} ${where ?? ''}`)).toEqual([
    expect.stringMatching(/^power-flow-singular [sm]\.1$/),
  ]);
});
