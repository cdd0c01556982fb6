import type { Circuit } from '../../model/circuit';
import { fail, succeed, type Outcome } from '../../model/outcome';
import { readableJson } from '../writeDistrict';
import { circuitIssues } from './circuitIssues';
import { CIRCUIT_SCHEMA } from './readCircuitFile';

/**
 * The circuit as JSON that `readCircuitFile` gives back unchanged: numbers with all their digits, "no value" as null. A
 * circuit that could not be read back is refused with the reasons.
 */
export function writeCircuitFile(circuit: Circuit): Outcome<string> {
  const issues = circuitIssues(circuit, circuit.name);
  if (issues.some((issue) => issue.severity === 'error')) return fail(issues);
  return succeed(`${readableJson(plain({ schema: CIRCUIT_SCHEMA, ...circuit }))}\n`, issues);
}

/** Typed arrays as lists, NaN and infinities as null. */
function plain(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (value instanceof Float64Array) return Array.from(value, plain);
  if (Array.isArray(value)) return (value as readonly unknown[]).map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (inner === undefined ? [] : [[key, plain(inner)]])),
  );
}
