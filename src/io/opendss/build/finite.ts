import type { Circuit } from '../../../model/circuit';
import type { Session } from '../session';

const CLASSES: Readonly<Record<string, readonly string[]>> = {
  sources: ['vsource'],
  lines: ['line'],
  transformers: ['transformer', 'autotrans'],
  capacitors: ['capacitor'],
  reactors: ['reactor', 'fault', 'capacitor'],
  loads: ['load', 'generator'],
  generators: ['generator', 'pvsystem', 'storage'],
  regulatorControls: ['regcontrol'],
  capacitorControls: ['capcontrol'],
  inverterControls: ['invcontrol'],
  shapes: ['loadshape'],
  curves: ['xycurve'],
};

/** Fields in which NaN or Infinity means something. */
const OPEN_ENDED: ReadonlySet<string> = new Set([
  'baseVoltageV',
  'ratedCurrentA',
  'emergencyCurrentA',
  'parallelROhm',
]);

/** Every number of a circuit must be one: what a script's arithmetic made infinite or void is an error by name. */
export function reportVoidNumbers(circuit: Circuit, session: Session): void {
  for (const [list, elements] of Object.entries(circuit) as [string, unknown][]) {
    if (!Array.isArray(elements)) continue;
    for (const element of elements as unknown[]) {
      const field = voidField(element);
      if (field !== undefined) report(session, list, (element as { readonly id?: string }).id ?? '', field);
    }
  }
  const study =
    voidField(circuit.study) ?? (Number.isFinite(circuit.baseFrequencyHz) ? undefined : 'frequency');
  if (study !== undefined) report(session, 'study', '', study);
}

function report(session: Session, list: string, id: string, field: string): void {
  const name = id.slice(id.lastIndexOf('.') + 1);
  const object = (CLASSES[list] ?? [])
    .map((className) => session.tables.get(className)?.objects)
    .map((objects) => objects?.get(id) ?? objects?.get(name))
    .find((found) => found !== undefined);
  session.reports.error({
    ...(object === undefined ? {} : { place: object.place }),
    code: 'dss-not-finite',
    field: `${list}.${id}.${field}`,
    message: `${list} "${id}": ${field} comes out as no finite number.`,
    remedy: 'Look for a zero, or a number far too large, in the properties that it follows from.',
  });
}

/** Name of the first number that is none, at any depth. */
function voidField(value: unknown, name = ''): string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) || OPEN_ENDED.has(name) ? undefined : name;
  if (value instanceof Float64Array) return value.every(Number.isFinite) ? undefined : name;
  if (Array.isArray(value)) return firstOf(value, () => name);
  if (typeof value === 'object' && value !== null)
    return firstOf(Object.values(value), (i) => Object.keys(value)[i]!);
  return undefined;
}

function firstOf(values: readonly unknown[], name: (i: number) => string): string | undefined {
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (typeof value !== 'number' && typeof value !== 'object') continue;
    const found = voidField(value, name(i));
    if (found !== undefined) return found;
  }
  return undefined;
}
