import { ASSUMPTIONS } from '../assumptions';
import type { Issue } from '../outcome';
import type { Measure, Scenario } from '../scenario';
import { ownTariffsIssues } from './tariffsIssues';
import { selectorIssues, type Place } from './selectorIssues';

/** What a scenario says that its single members cannot show wrong: order of years, doubles, references. */
export function scenarioIssues(scenario: Scenario, source: string): Issue[] {
  return [
    ...doubles(
      'measure',
      scenario.measures.map(({ id }) => id),
      source,
    ),
    ...scenario.measures.flatMap((measure) => measureIssues(measure, scenario, source)),
    ...doubles(
      'legal status',
      (scenario.legal ?? []).map(({ type }) => type),
      source,
    ),
    ...assumptionIssues(scenario, source),
    ...(scenario.tariffs === undefined ? [] : ownTariffsIssues(scenario.tariffs, source)),
    ...limitsIssues(scenario, source),
    ...pathIssues(scenario, source),
  ];
}

function error(
  place: Place,
  code: string,
  field: string,
  value: unknown,
  message: string,
  remedy: string,
): Issue {
  return { severity: 'error', code, ...place, field, value: String(value), message, remedy };
}

function doubles(
  kind: 'measure' | 'assumption' | 'legal status',
  ids: readonly string[],
  source: string,
): Issue[] {
  const field = { measure: 'id', assumption: 'key', 'legal status': 'type' }[kind];
  return ids.flatMap((id, row) =>
    ids.indexOf(id) === row
      ? []
      : [
          error(
            { source, where: `${kind} "${id}"` },
            'duplicate-id',
            field,
            id,
            `The ${kind} ${field} "${id}" occurs more than once.`,
            kind === 'measure' ? 'Give every measure an id of its own.' : `State each ${kind} once.`,
          ),
        ],
  );
}

/** Position of the first year that is not later than the one before; -1 where all are in order. */
function unordered(years: readonly number[]): number {
  return years.findIndex((year, row) => row > 0 && year <= years[row - 1]!);
}

function measureIssues(measure: Measure, scenario: Scenario, source: string): Issue[] {
  const place = { source, where: `measure "${measure.id}"` };
  const issues: Issue[] = [];
  if (measure.selector !== undefined) issues.push(...selectorIssues(measure.selector.rule, place));
  if (typeof measure.adoption !== 'number') {
    const years = measure.adoption.map(({ year }) => year);
    const odd = unordered(years);
    if (odd >= 0) {
      const message = 'The years of the adoption are not in order, each once.';
      const remedy = 'List them from the earliest to the latest.';
      issues.push(error(place, 'adoption-years', 'adoption', years[odd], message, remedy));
    }
  }
  const { inheritedFrom } = measure;
  if (inheritedFrom !== undefined && inheritedFrom !== scenario.parent?.id) {
    const message = 'The measure says it is inherited from a scenario that is not the parent.';
    const { parent } = scenario;
    const remedy =
      parent === undefined ? 'Name the parent, or remove the field.' : `The parent is ${parent.id}.`;
    issues.push(error(place, 'inherited-from', 'inheritedFrom', inheritedFrom, message, remedy));
  }
  return issues;
}

function assumptionIssues({ assumptions = [] }: Scenario, source: string): Issue[] {
  const wrong = assumptions.flatMap(({ key, value, unit }) => {
    const declared = ASSUMPTIONS[key];
    const place = { source, where: `assumption "${key}"` };
    if (unit !== declared.unit) {
      const message = `${declared.label} is stated in ${declared.unit}.`;
      return [
        error(place, 'assumption-unit', 'unit', unit, message, `Convert the value to ${declared.unit}.`),
      ];
    }
    if (value >= declared.min && value <= declared.max) return [];
    const range = `${declared.min} to ${declared.max} ${declared.unit}`;
    const message = `${declared.label} lies outside ${range}.`;
    return [error(place, 'assumption-range', 'value', value, message, `Choose a value from ${range}.`)];
  });
  return [
    ...doubles(
      'assumption',
      assumptions.map(({ key }) => key),
      source,
    ),
    ...wrong,
  ];
}

function limitsIssues({ limits }: Scenario, source: string): Issue[] {
  if (limits?.profile !== 'own' || limits.lowerPu < limits.upperPu) return [];
  const message = 'The lower limit of the voltage does not lie below the upper one.';
  const place = { source, where: 'limits' };
  return [error(place, 'limits-order', 'lowerPu', limits.lowerPu, message, 'Give the lower voltage first.')];
}

function pathIssues({ path }: Scenario, source: string): Issue[] {
  const odd = path === undefined ? -1 : unordered(path.years);
  if (odd < 0) return [];
  const message = 'The years of the path are not in order, each once.';
  const remedy = 'List them from the earliest to the latest.';
  return [error({ source, where: 'path' }, 'path-years', 'years', path!.years[odd], message, remedy)];
}
