import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCircuitFile, writeCircuitFile } from '../../../src/io/circuitFile';
import type { Circuit } from '../../../src/model/circuit';
import { solveCircuit } from '../../../src/sim/powerflow/circuit';
import { everyField } from './everyField';

/** The example of the README is the sample: what is documented is what is read. */
const EXAMPLE = readFileSync('src/io/circuitFile/README.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('    '))
  .join('\n');

function read(text: string): Circuit {
  const outcome = readCircuitFile(text, 'sample.json');
  if (!outcome.ok)
    throw new Error(outcome.issues.map((issue) => `${issue.where}: ${issue.message}`).join('\n'));
  return outcome.value;
}

describe('a circuit file', () => {
  test('of the README is read with its defaults, and solved', () => {
    const circuit = read(EXAMPLE);
    expect(circuit.lines[0]).toMatchObject({ open: false, enabled: true, isSwitch: false });
    expect(circuit.lines[0]!.ratedCurrentA).toBeNaN();
    expect(circuit.loads[0]!.limits).toEqual({ minPu: 0, maxPu: Infinity, lowPu: 0 });
    expect(circuit.loads[0]!.model).toEqual({ kind: 'constantPower' });
    const solved = solveCircuit(circuit);
    if (!solved.ok) throw new Error('not solved');
    const { compiled, solution } = solved.value;
    const row = compiled.nodes.nodeOf('house', 2);
    const magnitude = Math.hypot(solution.voltageRe[row]!, solution.voltageIm[row]!);
    // 6 kW + j 1.5 kvar over (0.06 + j 0.008) ohm take about (6000 x 0.06 + 1500 x 0.008) / 230 = 1.6 V, the station 0.5 V.
    expect(magnitude).toBeGreaterThan(228);
    expect(magnitude).toBeLessThan(229.5);
  });

  test('with every field set reads back the same, NaN, infinities and curves included', () => {
    const written = writeCircuitFile(everyField);
    if (!written.ok) throw new Error(written.issues.map((issue) => issue.message).join('\n'));
    expect(read(written.value)).toEqual(everyField);
    expect(written.value).not.toMatch(/NaN|Infinity/);
    // Every field of the sample is in the file: a field that the writer or the schema forgot would be missing here.
    const again = writeCircuitFile(read(written.value));
    expect(again.ok && again.value).toBe(written.value);
  });

  test('is not written with a number that could not be read back', () => {
    const broken: Circuit = { ...everyField, loads: [{ ...everyField.loads[0]!, pW: NaN }] };
    const written = writeCircuitFile(broken);
    expect(written.ok).toBe(false);
    expect(written.issues.map((issue) => [issue.code, issue.field])).toContainEqual([
      'circuit-not-finite',
      'pW',
    ]);
  });
});

type Json = Record<string, never>;

/** The example with one place changed; `path` ends in the field to set. */
function changed(path: readonly (string | number)[], value: unknown): string {
  const json = JSON.parse(EXAMPLE) as Json;
  let at: Record<string | number, unknown> = json;
  for (const step of path.slice(0, -1)) at = at[step] as Record<string | number, unknown>;
  at[path.at(-1)!] = value;
  return JSON.stringify(json);
}

describe('what is wrong with a circuit file is said by place and value', () => {
  const cases: readonly (readonly [string, readonly (string | number)[], unknown, string, string])[] = [
    [
      'a bus that is not there',
      ['loads', 0, 'terminal', 'busId'],
      'hause',
      'circuit-unknown-bus',
      'load house',
    ],
    ['a matrix that is not n x n', ['lines', 0, 'rOhm'], [1, 2], 'circuit-size', 'line service'],
    ['a source matrix that no machine has', ['sources', 0, 'xOhm', 1], 0.2, 'circuit-range', 'source grid'],
    ['a negative resistance', ['lines', 0, 'rOhm', 0], -0.06, 'circuit-range', 'line service'],
    ['a node twice', ['sources', 0, 'terminal', 'nodes'], [1, 1, 2], 'circuit-range', 'source grid'],
    ['ends of different size', ['lines', 0, 'to', 'nodes'], [1, 2], 'circuit-size', 'line service'],
    [
      'a tap outside its range',
      ['transformers', 0, 'windings', 0, 'tapPu'],
      1.2,
      'circuit-range',
      'transformer t1, winding 0',
    ],
    [
      'a missing reactance',
      ['transformers', 0, 'shortCircuitXPercent'],
      [],
      'circuit-size',
      'transformer t1',
    ],
    [
      'a star without its point',
      ['transformers', 0, 'windings', 1, 'terminal', 'nodes'],
      [1, 2, 3],
      'circuit-size',
      'transformer t1, winding 1',
    ],
    [
      'a magnetising place that is no winding',
      ['transformers', 0, 'magnetisingPlace'],
      2,
      'circuit-range',
      'transformer t1',
    ],
    [
      'a shape that is not there',
      ['loads', 0, 'shapes'],
      { daily: 'h0' },
      'circuit-unknown-shape',
      'load house',
    ],
    ['an id used twice', ['buses', 1, 'id'], 'mv', 'circuit-duplicate-id', 'bus mv'],
    [
      'shares that do not sum to 1',
      ['loads', 0, 'model'],
      { kind: 'zip', p: [0.5, 0.5, 0.5], q: [0, 0, 1] },
      'circuit-range',
      'load house',
    ],
    [
      'limits in the wrong order',
      ['loads', 0, 'limits'],
      { minPu: 1.2, maxPu: 1.1 },
      'circuit-range',
      'load house',
    ],
    [
      'a field that does not exist',
      ['lines', 0, 'lengthKm'],
      1,
      'schema-unknown-field',
      'lines[0] "service"',
    ],
    ['a number as text', ['loads', 0, 'pW'], '6 kW', 'schema-invalid-type', 'loads[0] "house"'],
    ['a number beyond all sizes', ['loads', 0, 'pW'], 1e300, 'circuit-not-finite', 'loads "house"'],
    ['null where a value is needed', ['loads', 0, 'pW'], null, 'schema-invalid-type', 'loads[0] "house"'],
    ['another version', ['schema'], 'gridtwin-circuit/9', 'schema-version', ''],
    ['another kind of file', ['schema'], 'gridtwin-district/1', 'schema-kind', ''],
  ];

  test.each(cases)('%s', (_name, path, value, code, where) => {
    const outcome = readCircuitFile(changed(path, value), 'sample.json');
    expect(outcome.ok).toBe(false);
    expect(outcome.issues.map((issue) => [issue.code, issue.where ?? ''])).toContainEqual([code, where]);
  });

  test('a line matrix that only a machine could have', () => {
    const json = JSON.parse(EXAMPLE) as { lines: Record<string, unknown>[] };
    const ends = { from: { busId: 'station', nodes: [1, 2, 3] }, to: { busId: 'house', nodes: [1, 2, 3] } };
    const [a, b, c] = [0.3, 0.1, 0.2];
    const xOhm = [a, b, c, c, a, b, b, c, a];
    const still = { rOhm: xOhm.map(() => 0), bS: xOhm.map(() => 0) };
    json.lines[0] = { ...json.lines[0], ...ends, ...still, xOhm };
    const outcome = readCircuitFile(JSON.stringify(json), 'sample.json');
    expect(outcome.issues.map(({ code, where, field }) => [code, where, field])).toEqual([
      ['circuit-range', 'line service', 'xOhm'],
    ]);
  });

  test('a purely reactive impedance is fine', () => {
    expect(readCircuitFile(changed(['sources', 0, 'rOhm'], Array(9).fill(0)), 'sample.json').ok).toBe(true);
  });

  test('several findings are all listed', () => {
    const json = JSON.parse(changed(['loads', 0, 'terminal', 'busId'], 'hause')) as {
      lines: { rOhm: number[] }[];
    };
    json.lines[0]!.rOhm = [-1];
    const outcome = readCircuitFile(JSON.stringify(json), 'sample.json');
    expect(outcome.issues.map((issue) => issue.where)).toEqual(['line service', 'load house']);
  });

  test('lines between voltage levels are a warning, and the circuit is there', () => {
    const outcome = readCircuitFile(changed(['buses', 2, 'baseVoltageV'], 11547), 'sample.json');
    expect(outcome.ok).toBe(true);
    expect(outcome.issues.map((issue) => issue.code)).toEqual(['circuit-voltage-levels']);
  });
});
