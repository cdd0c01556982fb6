import type { ResultsManifest } from '../manifest';
import { fail, succeed, type Outcome } from '../outcome';
import { idSchema } from './buildingSchema';
import { issuesFromZod } from './schemaIssues';
import { sha256Schema } from './selectorSchema';
import { versionIssue } from './versions';
import { z } from './zod';

export const manifestSchema = z.strictObject({
  schema: z.literal('gridtwin-results/1'),
  scenario: z.strictObject({
    id: idSchema,
    name: z.string(),
    sha256: sha256Schema,
    year: z.int(),
    seed: z.int(),
  }),
  district: z.strictObject({ id: z.string(), sha256: sha256Schema }),
  baseEdits: z.strictObject({ count: z.int().min(0), sha256: sha256Schema }),
  weather: z.strictObject({ name: z.string(), origin: z.enum(['epw', 'synthetic']), sha256: sha256Schema }),
  stepS: z.union([z.literal(3600), z.literal(900)]),
  voltages: z.string(),
  engineVersion: z.string(),
  inputHash: sha256Schema,
  resultHash: sha256Schema,
  kpis: z.array(
    z.strictObject({ id: z.string(), label: z.string(), value: z.number().nullable(), unit: z.string() }),
  ),
  createdBy: z.strictObject({ program: z.string(), version: z.string(), runtime: z.string() }),
});

/** A manifest of results from parsed JSON. */
export function parseManifest(json: unknown, source: string): Outcome<ResultsManifest> {
  const version = versionIssue(json, 'gridtwin-results', source);
  if (version) return fail([version]);
  const parsed = manifestSchema.safeParse(json);
  return parsed.success ? succeed(parsed.data) : fail(issuesFromZod(parsed.error, json, source));
}
