import type { Circuit } from '../../model/circuit';
import type { CircuitCheck } from './circuitIssues';
import { ABSENT_VALUES } from './circuitSchema';

/** No physical quantity of a network comes near this; larger ones would overflow in products. */
const LARGEST = 1e18;

/** Every number is finite and of a size that can be squared, but for the fields in which "no value" is allowed. */
export function finiteIssues(circuit: Circuit, check: CircuitCheck): void {
  for (const [kind, part] of Object.entries(circuit) as [string, unknown][]) {
    if (!Array.isArray(part)) walk(part, 'circuit', kind, check);
    else for (const row of part as readonly unknown[]) walk(row, nameOf(kind, row), kind, check);
  }
}

function nameOf(kind: string, row: unknown): string {
  return typeof row === 'object' && row !== null && 'id' in row ? `${kind} "${String(row.id)}"` : 'circuit';
}

function walk(value: unknown, where: string, field: string, check: CircuitCheck): void {
  if (typeof value === 'number') {
    if (Math.abs(value) <= LARGEST || (field in ABSENT_VALUES && Object.is(ABSENT_VALUES[field], value)))
      return;
    check.log.error({
      code: 'circuit-not-finite',
      where,
      field,
      value: String(value),
      message: `"${field}" of ${where} is not a usable number.`,
      remedy: `Give a number up to ${LARGEST}.`,
    });
  } else if (value instanceof Float64Array || Array.isArray(value)) {
    for (const inner of value as Iterable<unknown>) walk(inner, where, field, check);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) walk(inner, where, name, check);
  }
}
