import { describe, expect, it } from 'vitest';
import { fail, type Issue, type Outcome, succeed } from '../../../src/model/outcome';
import type { Circuit } from '../../../src/model/circuit';
import { randomCircuit } from '../../sim/powerflow/circuit/randomCircuits';
import { FUZZ_KINDS, fuzzOne, fuzzReaders } from './fuzzInputs';

const { circuit } = randomCircuit({ seed: 1, stations: 1, houses: 3 });
const complaintOf = (reader: () => Outcome<Circuit>): string | undefined =>
  fuzzOne('openDss', reader, 7).complaint;

describe('what the fuzz refuses', () => {
  it('nothing in a sound circuit or a reasoned refusal', () => {
    const issue: Issue = { severity: 'error', code: 'x', source: 'f', message: 'm', remedy: 'r' };
    expect(fuzzOne('openDss', () => succeed(circuit), 7)).toMatchObject({ read: true, solved: true });
    expect(complaintOf(() => succeed(circuit))).toBeUndefined();
    expect(complaintOf(() => fail([issue]))).toBeUndefined();
  });

  it('a crash, a silent refusal, a second of work', () => {
    const slow = (): Outcome<Circuit> => {
      const started = process.cpuUsage();
      for (let used = process.cpuUsage(started); used.user + used.system < 1.1e6;) {
        used = process.cpuUsage(started);
      }
      return succeed(circuit);
    };
    expect(complaintOf(() => succeed(undefined as unknown as Circuit))).toMatch(
      /^openDss 7: threw TypeError/,
    );
    expect(complaintOf(() => fail([]))).toBe('openDss 7: refused without an error');
    expect(complaintOf(slow)).toMatch(/took \d+ ms/);
  });

  it('a number that is none, wherever it comes in', () => {
    const [load, line] = [circuit.loads[0]!, circuit.lines[0]!];
    const broken: readonly Circuit[] = [
      { ...circuit, loads: [{ ...load, pW: NaN }] },
      { ...circuit, lines: circuit.lines.map((each) => (each === line ? { ...each, bS: each.bS.map(() => NaN) } : each)) }, // prettier-ignore
      { ...circuit, sources: circuit.sources.map((source) => ({ ...source, voltageV: NaN })) },
    ];
    for (const each of broken) expect(fuzzOne('openDss', () => succeed(each), 7)).not.toMatchObject({ solved: true, complaint: undefined }); // prettier-ignore
  });
});

describe('200 mutated inputs', () => {
  const readers = fuzzReaders('.');
  it.each(FUZZ_KINDS)('of %s end in issues, in a status or in numbers', (kind) => {
    const results = Array.from({ length: 50 }, (_, k) => fuzzOne(kind, readers[kind], 1 + k));
    expect(results.flatMap(({ complaint }) => complaint ?? [])).toEqual([]);
    const solved = results.filter((result) => result.solved).length;
    expect(solved).toBeGreaterThan(2);
    expect(solved).toBeLessThan(48);
  });
});
