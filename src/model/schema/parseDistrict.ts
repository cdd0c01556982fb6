import type { District } from '../district';
import { fail, settle, type Issue, type Outcome } from '../outcome';
import { districtIssues } from './districtIssues';
import { districtSchema } from './districtSchema';
import { issuesFromZod } from './schemaIssues';
import { versionIssue } from './versions';

/**
 * A district from parsed JSON: shape, ranges, then everything that spans objects (ids, references, connectedness of
 * names). All findings are listed; with any error there is no district.
 */
export function parseDistrict(json: unknown, source: string): Outcome<District> {
  const version = versionIssue(json, 'gridtwin-district', source);
  if (version) return fail([version]);
  const parsed = districtSchema.safeParse(json);
  if (!parsed.success) return fail(issuesFromZod(parsed.error, json, source));
  const district: District = parsed.data;
  const issues: Issue[] = districtIssues(district, source);
  return settle(district, issues);
}
