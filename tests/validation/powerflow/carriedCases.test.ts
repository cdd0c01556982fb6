import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCircuitFile } from '../../../src/io/circuitFile';
import type { Circuit } from '../../../src/model/circuit';
import { carriedFiles, HAVE_SHARED } from './carriedCases';
import { FOLDER, solved } from './circuits/circuitCases';

const LARGEST_BYTES = 300_000;

function circuitOf(text: string): Circuit {
  const outcome = readCircuitFile(text, 'circuit.json');
  if (!outcome.ok) throw new Error(outcome.issues.map((issue) => issue.message).join('\n'));
  return outcome.value;
}

/** Where the data lies beside the checkout, what was carried over is held against it. */
describe.skipIf(!HAVE_SHARED)('figures carried from ../shared/data', () => {
  const files = HAVE_SHARED ? [...carriedFiles()] : [];

  it('are all there and small', () => {
    expect(files.length).toBeGreaterThan(15);
    for (const [path] of files) {
      expect(existsSync(FOLDER + path), path).toBe(true);
      expect(readFileSync(FOLDER + path).length).toBeLessThan(LARGEST_BYTES);
    }
  });

  it.each(files.filter(([path]) => path.endsWith('.csv')))('%s is what stands there', (path, text) => {
    expect(readFileSync(FOLDER + path, 'utf8')).toBe(text);
  });

  it.each(files.filter(([path]) => path.endsWith('.json')))('%s is that circuit', (path, text) => {
    const [carried, fresh] = [readFileSync(FOLDER + path, 'utf8'), text].map((each) =>
      solved(circuitOf(each), 'off'),
    ) as [ReturnType<typeof solved>, ReturnType<typeof solved>];
    expect(carried.compiled.nodes.busIds).toEqual(fresh.compiled.nodes.busIds);
    fresh.solution.voltageRe.forEach((re, node) => {
      const gapV = Math.hypot(
        re - carried.solution.voltageRe[node]!,
        fresh.solution.voltageIm[node]! - carried.solution.voltageIm[node]!,
      );
      expect(gapV > 1e-9 * Math.abs(fresh.compiled.baseV[node]!)).toBe(false);
    });
  });
});
