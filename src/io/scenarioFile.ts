import { MEASURES } from '../measures';
import { fail, settle, type Issue, type Outcome } from '../model/outcome';
import type { MeasureType, Scenario } from '../model/scenario';
import { parseScenario, type KnownParameters } from '../model/schema/parseScenario';
import { scenarioJsonSchema, scenarioSchema } from '../model/schema/scenarioSchema';
import { parseJsonText } from './json';
import { readableJson } from './writeDistrict';

/** A scenario file; measure types, parameter names and ranges are those of the measure library. */
export function readScenarioFile(text: string, fileName: string): Outcome<Scenario> {
  const json = parseJsonText(text, fileName);
  return json.ok ? readScenarioValue(json.value, fileName) : json;
}

export function readScenarioValue(json: unknown, fileName: string): Outcome<Scenario> {
  const known = Object.fromEntries(
    Object.values(MEASURES).map((one): [MeasureType, string[]] => [
      one.type,
      one.parameters.map((p) => p.name),
    ]),
  ) as unknown as KnownParameters;
  const parsed = parseScenario(json, fileName, known);
  return parsed.ok
    ? settle(parsed.value, [...parsed.issues, ...rangeIssues(parsed.value, fileName)])
    : fail(parsed.issues);
}

function rangeIssues(scenario: Scenario, source: string): Issue[] {
  const issues: Issue[] = [];
  for (const measure of scenario.measures) {
    for (const { name, min, max, unit } of MEASURES[measure.type].parameters) {
      const value = Object.hasOwn(measure.parameters, name) ? measure.parameters[name] : undefined;
      if (value === undefined || (value >= min && value <= max)) continue;
      issues.push({
        severity: 'error',
        code: 'parameter-range',
        source,
        where: `measure "${measure.id}"`,
        field: name,
        value: String(value),
        message: `"${name}" of "${measure.type}" lies outside ${min} to ${max} ${unit}.`,
        remedy: `Choose a value from ${min} to ${max} ${unit}.`,
      });
    }
  }
  return issues;
}

/** A scenario as readable JSON, members in the schema's order; always of the newest version. */
export function writeScenario(scenario: Scenario): string {
  // Reading through the schema puts keys in its order, whoever built the object.
  const parsed = scenarioSchema.safeParse(scenario);
  return `${readableJson(parsed.success ? parsed.data : scenario)}\n`;
}

/** The JSON Schema of the format as text; `public/gridtwin-scenario.schema.json` holds the same. */
export function scenarioFileSchema(): string {
  return `${readableJson(scenarioJsonSchema())}\n`;
}
