import type { Circuit } from '../../model/circuit';
import { fail, settle, type Outcome } from '../../model/outcome';
import { issuesFromZod } from '../../model/schema/schemaIssues';
import { versionIssue } from '../../model/schema/versions';
import { z } from '../../model/schema/zod';
import { parseJsonText } from '../json';
import { circuitIssues } from './circuitIssues';
import { elementSchemas as element } from './circuitSchema';
import { controlSchemas as control } from './controlSchema';

export const CIRCUIT_SCHEMA = 'gridtwin-circuit/1';

const list = <Schema extends z.ZodType>(schema: Schema) => z.array(schema).default([]);

const circuitFileSchema = z.strictObject({
  schema: z.literal(CIRCUIT_SCHEMA),
  name: z.string().max(200).default(''),
  baseFrequencyHz: z.number().positive(),
  voltageBasesV: list(z.number().positive()),
  buses: z.array(element.bus),
  sources: z.array(element.source),
  lines: list(element.line),
  transformers: list(element.transformer),
  capacitors: list(element.capacitor),
  reactors: list(element.reactor),
  loads: list(element.load),
  generators: list(element.generator),
  regulatorControls: list(control.regulatorControl),
  capacitorControls: list(control.capacitorControl),
  inverterControls: list(control.inverterControl),
  shapes: list(control.shape),
  curves: list(control.curve),
  study: control.study,
});

/**
 * A circuit in this program's own JSON (README.md): shape and ranges of every field, then everything that spans fields.
 * All findings are listed; with an error there is no circuit.
 */
export function readCircuitFile(text: string, fileName: string): Outcome<Circuit> {
  const json = parseJsonText(text, fileName);
  return json.ok ? readCircuitValue(json.value, fileName) : json;
}

export function readCircuitValue(json: unknown, fileName: string): Outcome<Circuit> {
  const version = versionIssue(json, 'gridtwin-circuit', fileName);
  if (version) return fail([version]);
  const parsed = circuitFileSchema.safeParse(json);
  if (!parsed.success) return fail(issuesFromZod(parsed.error, json, fileName));
  const { schema: _schema, ...circuit } = parsed.data;
  return settle(circuit, circuitIssues(circuit, fileName));
}
