import { describe, expect, test } from 'vitest';
import {
  formatTopologyReport,
  type NetworkFromTables,
  type NetworkTableFile,
  readNetworkTables,
} from '../../../src/io/networkTables';
import { solveCircuit } from '../../../src/sim/powerflow/circuit';
import { drawing, drawnLine, drawnPoint } from './drawing';

function read(files: readonly NetworkTableFile[]): NetworkFromTables {
  const outcome = readNetworkTables(files);
  if (!outcome.ok) throw new Error(outcome.issues.map((issue) => issue.message).join('\n'));
  return outcome.value;
}

const STATION = [
  drawnPoint('source', 'grid', [0, 100], { kv: 20 }),
  drawnLine(
    'mv cable',
    [
      [0, 100],
      [0, 0.2],
    ],
    { kv: 20 },
  ),
  drawnPoint('transformer', 't1', [0, 0], { rated_kva: 400, from_kv: 20, to_kv: 0.4, uk_percent: 4 }),
];

describe('a network from a drawing', () => {
  const { circuit, report } = read([
    drawing([
      ...STATION,
      drawnLine('main', [
        [0.3, 0],
        [50, 0],
        [100, 0],
      ]),
      // Ends 0.2 m short of the main's inside, and 0.1 m beside its end.
      drawnLine('side', [
        [60, 0.2],
        [60, 40],
      ]),
      drawnLine(
        'next',
        [
          [100.1, 0],
          [150, 0],
        ],
        { length_m: 55 },
      ),
      // Crosses "side" in the open and touches nothing.
      drawnLine('stray', [
        [40, 20],
        [80, 20],
      ]),
      drawnLine('stub', [
        [10, 30],
        [10.1, 30.1],
      ]),
      drawnLine('next again', [
        [150, 0],
        [100.1, 0],
      ]),
      drawnPoint('connection', 'house 1', [60, 42], { p_kw: 5 }),
      drawnPoint('connection', 'house 2', [120, 3], { p_kw: 4, phases: 'c' }),
      drawnPoint('connection', 'hut', [80, 20.5], { p_kw: 1 }),
    ]),
  ]);
  const bus = (lineId: string): string[] => {
    const line = circuit.lines.find((one) => one.id === lineId)!;
    return [line.from.busId, line.to.busId];
  };

  test('joins ends within the tolerance and says by how much each was moved', () => {
    expect(bus('main/2')[1]).toBe(bus('next/1')[0]);
    const moved = report.snapped.find((one) => one.what === 'start of next')!;
    expect(moved.movedM).toBeGreaterThan(0.09);
    expect(moved.movedM).toBeLessThan(0.11);
  });

  test('cuts a line where another ends on it and where a service meets it, keeping its length', () => {
    expect(report.cut.map((cut) => cut.lineId)).toEqual(['main', 'next']);
    expect(bus('main/1')[1]).toBe(bus('side')[0]);
    const part = (id: string): number => circuit.lines.find((line) => line.id === id)!.lengthM;
    expect(part('main/1')).toBeCloseTo(59.7, 1);
    expect(part('main/1') + part('main/2')).toBeCloseTo(99.7, 1);
    // 55 m given for 49.9 m drawn: the parts share what is given.
    expect(part('next/1') + part('next/2')).toBeCloseTo(55, 9);
    expect(part('next/1')).toBeCloseTo((55 * 19.9) / 49.9, 1);
  });

  test('keeps the two sides of the transformer apart though all ends meet in one place', () => {
    const [high, low] = circuit.transformers[0]!.windings;
    expect(high!.terminal.busId).toBe(bus('mv cable')[1]);
    expect(low!.terminal.busId).toBe(bus('main/1')[0]);
    expect(high!.terminal.busId).not.toBe(low!.terminal.busId);
  });

  test('reports what it left out and what it did not join', () => {
    expect(report.zeroLength).toEqual(['stub']);
    expect(report.duplicates).toEqual([{ lineId: 'next again', sameAsId: 'next', kept: false }]);
    expect(report.crossings.map((one) => one.lineIds)).toEqual([['side', 'stray']]);
    expect(report.islands).toHaveLength(1);
    expect(report.islands[0]!.loadIds).toEqual(['hut']);
    expect(report.dangling.map((one) => one.lineId)).toEqual(['next/2', 'stray']);
    expect(report.loops).toEqual([]);
    const text = formatTopologyReport(report);
    for (const word of ['side and stray', 'next again', 'stub', 'hut']) expect(text).toContain(word);
  });

  test('feeds both houses', () => {
    const solved = solveCircuit(circuit);
    if (!solved.ok) throw new Error(solved.issues[0]!.message);
    expect(solved.value.solution.status).toBe('converged');
    // 5 kW and 4 kW and the losses; the hut on its island draws nothing.
    expect(solved.value.solution.sourcePW).toBeGreaterThan(9000);
    expect(solved.value.solution.sourcePW).toBeLessThan(9100);
  });

  test('does not depend on the direction in which lines are drawn', () => {
    const turned = read([
      drawing([
        ...STATION,
        drawnLine('main', [
          [100, 0],
          [50, 0],
          [0.3, 0],
        ]),
        drawnLine('side', [
          [60, 40],
          [60, 0.2],
        ]),
        drawnPoint('connection', 'house 1', [60, 42], { p_kw: 5 }),
      ]),
    ]);
    expect(turned.report.islands).toEqual([]);
    expect(turned.report.cut.map((cut) => cut.lineId)).toEqual(['main']);
  });

  test('leaves gaps above the tolerance open, and closes a chain of small ones only as far as it reaches', () => {
    const gap = [
      ...STATION,
      drawnLine('a', [
        [0, 0],
        [50, 0],
      ]),
      drawnLine('b', [
        [50.6, 0],
        [90, 0],
      ]),
    ];
    expect(read([drawing(gap)]).report.islands).toHaveLength(1);
    const wider = readNetworkTables([drawing(gap)], { toleranceM: 1 });
    expect(wider.ok && wider.value.report.islands).toEqual([]);
    // Ends at 50, 50.4 and 50.8: the third is within 0.5 m of the second, but not of the bus that the first founded.
    const chain = [
      drawnLine('next 0', [
        [50.4, 0],
        [40, -20],
      ]),
      drawnLine('next 1', [
        [50.8, 0],
        [60, 30],
      ]),
    ];
    const { circuit: far } = read([drawing([...gap.slice(0, 4), ...chain])]);
    const start = (id: string): string => far.lines.find((line) => line.id === id)!.from.busId;
    const end = far.lines.find((line) => line.id === 'a')!.to.busId;
    expect([start('next 0') === end, start('next 1') === end]).toEqual([true, false]);
  });

  test('loops are spelled out', () => {
    const { report: ring } = read([
      drawing([
        ...STATION,
        drawnLine('a', [
          [0, 0],
          [50, 0],
        ]),
        drawnLine('b', [
          [50, 0],
          [50, 50],
        ]),
        drawnLine('c', [
          [50, 50],
          [0, 0],
        ]),
      ]),
    ]);
    expect(ring.loops.map((loop) => [...loop].sort())).toEqual([['a', 'b', 'c']]);
  });
});
