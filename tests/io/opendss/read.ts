import { expect } from 'vitest';
import type { Circuit } from '../../../src/model/circuit';
import type { Issue } from '../../../src/model/outcome';
import { memoryFiles, readOpenDss } from '../../../src/io/opendss';

export const HEAD = 'New Circuit.test basekv=12.47 bus1=src\n';

/** Reads a script of one file, and what it includes. */
export function read(
  script: string,
  others: Readonly<Record<string, string | Uint8Array>> = {},
): { circuit: Circuit; issues: readonly Issue[] } {
  const outcome = readOpenDss('main.dss', memoryFiles({ 'main.dss': script, ...others }));
  if (!outcome.ok)
    throw new Error(outcome.issues.map(({ where, message }) => `${where}: ${message}`).join('\n'));
  return { circuit: outcome.value.circuit, issues: outcome.issues };
}

/** A circuit whose first line is `New Circuit`. */
export function circuitOf(body: string, others: Readonly<Record<string, string | Uint8Array>> = {}): Circuit {
  return read(HEAD + body, others).circuit;
}

/** Errors of a script that cannot be read, as `line field`. */
export function errorsOf(script: string): string[] {
  const outcome = readOpenDss('main.dss', memoryFiles({ 'main.dss': script }));
  if (outcome.ok) return [];
  return outcome.issues
    .filter(({ severity }) => severity === 'error')
    .map(({ where = '', field = '' }) => `${where} ${field}`);
}

export const OMEGA = 2 * Math.PI * 60;

/** Equal to nine digits. */
export function near(values: readonly number[], expected: readonly number[]): void {
  expect(values).toHaveLength(expected.length);
  expected.forEach((value, i) => expect(values[i]! / (value || 1)).toBeCloseTo(value === 0 ? 0 : 1, 9));
}
