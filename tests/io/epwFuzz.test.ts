import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEpw } from '../../src/io/epw';
import { HEADER, sampleLines } from './epwSample';

const lines = sampleLines();

const nasty = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    'NaN',
    'Infinity',
    '-Infinity',
    '1e999',
    '-9999',
    '99.9',
    '9999',
    '0x10',
    '1,2',
    '"',
    '١٢',
  ),
  fc.double({ noNaN: false }).map(String),
  fc.string({ maxLength: 12 }),
);
const mutation = fc.record({
  // Half of the mutations hit the header and the first days.
  line: fc.oneof(fc.nat({ max: HEADER.length + 40 }), fc.nat({ max: lines.length - 1 })),
  column: fc.nat({ max: 24 }),
  kind: fc.constantFrom('cell', 'cell', 'cell', 'line', 'drop', 'double', 'cut'),
  text: nasty,
});

test('mutated files never throw, and never let a missing or impossible number through', () => {
  let read = 0;
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 6 }), (mutations) => {
      const content: string[] = [...lines];
      for (const { line, column, kind, text } of mutations) {
        const old = content[line] ?? '';
        const cells = old.split(',');
        if (kind === 'cell') content[line] = cells.map((cell, i) => (i === column ? text : cell)).join(',');
        else if (kind === 'line') content[line] = text;
        else if (kind === 'drop') content.splice(line, 1);
        else if (kind === 'double') content.splice(line, 0, old);
        else content[line] = cells.slice(0, column).join(',');
      }
      const outcome = readEpw(content.join('\n'), 'fuzz.epw');
      if (!outcome.ok) {
        expect(outcome.issues.some((issue) => issue.severity === 'error')).toBe(true);
        return;
      }
      read += 1;
      for (const value of Object.values(outcome.value)) {
        if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
        if (!(value instanceof Float64Array)) continue;
        expect(value.length).toBe(8760);
        expect(value.every(Number.isFinite)).toBe(true);
      }
      expect(outcome.value.ghiWPerM2.every((ghi) => ghi >= 0 && ghi <= 1600)).toBe(true);
    }),
    // A fixed seed: a red run must be red again.
    { numRuns: 30, seed: 20261123 },
  );
  // A reader that refuses everything would pass the rest.
  expect(read).toBeGreaterThan(2);
});
