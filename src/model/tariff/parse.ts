import { fail, settle, type Outcome } from '../outcome';
import { issuesFromZod } from '../schema/schemaIssues';
import { tariffIssues } from './issues';
import { tariffSchema } from './schema';
import type { Tariff } from './types';

/** A tariff from parsed JSON, or everything that is wrong with it. */
export function parseTariff(json: unknown, source: string): Outcome<Tariff> {
  const parsed = tariffSchema.safeParse(json);
  if (!parsed.success) return fail(issuesFromZod(parsed.error, json, source));
  const tariff: Tariff = parsed.data;
  return settle(tariff, tariffIssues(tariff, source));
}
