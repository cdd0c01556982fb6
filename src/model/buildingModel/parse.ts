import { fail, settle, type Outcome } from '../outcome';
import { issuesFromZod } from '../schema/schemaIssues';
import { versionIssue } from '../schema/versions';
import { buildingModelIssues } from './issues';
import { buildingModelSchema } from './schema';
import type { BuildingModel } from './types';

/** A building model from parsed JSON: shapes and ranges, then everything that spans objects; all findings are listed. */
export function parseBuildingModel(json: unknown, source: string): Outcome<BuildingModel> {
  const version = versionIssue(json, 'gridtwin-building', source);
  if (version) return fail([version]);
  const parsed = buildingModelSchema.safeParse(json);
  if (!parsed.success) return fail(issuesFromZod(parsed.error, json, source));
  const model: BuildingModel = parsed.data;
  return settle(model, buildingModelIssues(model, source));
}
