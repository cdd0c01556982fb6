import { fail, settle, type Issue, type Outcome } from '../outcome';
import type { BaseEdit, MeasureType, Scenario } from '../scenario';
import { issuesFromZod } from './schemaIssues';
import { baseEditSchema, scenarioSchema } from './scenarioSchema';
import { versionIssue } from './versions';
import { z } from './zod';

/** Parameter names per measure type; the measure library lies above the model, so it is handed in. */
export type KnownParameters = Readonly<Record<MeasureType, readonly string[]>>;

/** A scenario from parsed JSON. Unknown measure parameters are refused by name when the known ones are given. */
export function parseScenario(json: unknown, source: string, known?: KnownParameters): Outcome<Scenario> {
  const version = versionIssue(json, 'gridtwin-scenario', source);
  if (version) return fail([version]);
  const parsed = scenarioSchema.safeParse(json);
  if (!parsed.success) return fail(issuesFromZod(parsed.error, json, source));
  const scenario: Scenario = parsed.data;
  return settle(scenario, measureIssues(scenario, source, known));
}

/** A list of corrections of present-day facts. */
export function parseBaseEdits(json: unknown, source: string): Outcome<readonly BaseEdit[]> {
  const parsed = z.array(baseEditSchema).safeParse(json);
  return parsed.success ? settle(parsed.data, []) : fail(issuesFromZod(parsed.error, json, source));
}

function measureIssues(scenario: Scenario, source: string, known: KnownParameters | undefined): Issue[] {
  const issues: Issue[] = [];
  const seen = new Set<string>();
  for (const measure of scenario.measures) {
    const where = `measure "${measure.id}"`;
    if (seen.has(measure.id)) {
      issues.push({
        severity: 'error',
        code: 'duplicate-id',
        source,
        where,
        field: 'id',
        value: measure.id,
        message: `The measure id "${measure.id}" occurs more than once.`,
        remedy: 'Give every measure an id of its own.',
      });
    }
    seen.add(measure.id);
    if (!known) continue;
    for (const name of Object.keys(measure.parameters)) {
      if (known[measure.type].includes(name)) continue;
      issues.push({
        severity: 'error',
        code: 'unknown-parameter',
        source,
        where,
        field: name,
        message: `The measure "${measure.type}" has no parameter "${name}".`,
        remedy: `Its parameters are: ${known[measure.type].join(', ') || 'none'}.`,
      });
    }
  }
  return issues;
}
