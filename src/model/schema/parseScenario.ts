import { fail, settle, type Issue, type Outcome } from '../outcome';
import type { BaseEdit, MeasureType, Scenario } from '../scenario';
import { nestingIssue } from './nesting';
import { scenarioIssues } from './scenarioIssues';
import { issuesFromZod } from './schemaIssues';
import { baseEditSchema, scenarioSchema } from './scenarioSchema';
import { liftScenario, versionIssue } from './versions';
import { z } from './zod';

/** Parameter names per measure type; the measure library lies above the model, so it is handed in. */
export type KnownParameters = Readonly<Record<MeasureType, readonly string[]>>;

/**
 * A scenario from parsed JSON of any readable version. Unknown members are refused by name, and so are unknown measure
 * parameters where the known ones are given.
 */
export function parseScenario(json: unknown, source: string, known?: KnownParameters): Outcome<Scenario> {
  const before = versionIssue(json, 'gridtwin-scenario', source) ?? nestingIssue(json, source);
  if (before) return fail([before]);
  const lifted = liftScenario(json, source);
  const parsed = scenarioSchema.safeParse(lifted.json);
  if (!parsed.success) return fail([...lifted.issues, ...issuesFromZod(parsed.error, lifted.json, source)]);
  const scenario: Scenario = parsed.data;
  return settle(scenario, [
    ...lifted.issues,
    ...scenarioIssues(scenario, source),
    ...parameterIssues(scenario, source, known),
  ]);
}

/** A list of corrections of present-day facts. */
export function parseBaseEdits(json: unknown, source: string): Outcome<readonly BaseEdit[]> {
  const parsed = z.array(baseEditSchema).safeParse(json);
  return parsed.success ? settle(parsed.data, []) : fail(issuesFromZod(parsed.error, json, source));
}

function parameterIssues(scenario: Scenario, source: string, known: KnownParameters | undefined): Issue[] {
  if (known === undefined) return [];
  return scenario.measures.flatMap(({ id, type, parameters }) =>
    Object.keys(parameters)
      .filter((name) => !known[type].includes(name))
      .map((name): Issue => ({
        severity: 'error',
        code: 'unknown-parameter',
        source,
        where: `measure "${id}"`,
        field: name,
        message: `The measure "${type}" has no parameter "${name}".`,
        remedy: `Its parameters are: ${known[type].join(', ') || 'none'}.`,
      })),
  );
}
