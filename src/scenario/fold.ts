import { MEASURES } from '../measures';
import type { District } from '../model/district';
import { settle, type Issue, type Outcome } from '../model/outcome';
import type { BaseEdit, Measure, MeasureAtYear, Scenario } from '../model/scenario';
import { scenarioAt } from './adoption';
import { applyBaseEdits } from './baseEdits';
import { applyAt } from './reach';
import { selectionOf } from './selectors';
import { answeredIssues, contractIssues } from './tariffs';
import { withoutEffect } from './withoutEffect';

function measureIssues(measure: Measure, scenario: Scenario): Issue[] {
  const issues: Issue[] = [];
  const report = (field: string, value: string, message: string, remedy: string) =>
    issues.push({
      severity: 'error',
      code: 'measure-refused',
      source: scenario.id,
      where: measure.id,
      field,
      value,
      message,
      remedy,
    });
  // Own names only: a type called `constructor` is no measure.
  const definition = Object.hasOwn(MEASURES, measure.type) ? MEASURES[measure.type] : undefined;
  if (definition === undefined) {
    report(
      'type',
      measure.type,
      'This measure is not in the library.',
      `Use ${Object.keys(MEASURES).join(', ')}.`,
    );
    return issues;
  }
  const shares =
    typeof measure.adoption === 'number' ? [measure.adoption] : measure.adoption.map(({ share }) => share);
  for (const share of shares) {
    if (share >= 0 && share <= 1) continue;
    report('adoption', String(share), 'Adoption is a share.', 'Give a number from 0 to 1.');
  }
  for (const [name, value] of Object.entries(measure.parameters)) {
    const declared = definition.parameters.find((parameter) => parameter.name === name);
    if (declared === undefined) {
      const known = definition.parameters.map((parameter) => parameter.name).join(', ') || 'none';
      report(
        name,
        String(value),
        'The measure has no such parameter.',
        `Parameters of ${measure.type}: ${known}.`,
      );
    } else if (!(value >= declared.min && value <= declared.max)) {
      report(
        name,
        String(value),
        'The value lies outside the range.',
        `Give ${declared.min} to ${declared.max} ${declared.unit}.`,
      );
    }
  }
  return issues;
}

/**
 * The state is a fold: base, corrected, then each measure in order, as it stands in the scenario's year, at the elements it is
 * for. Selectors see the corrected base, never what other measures did; rules of contracts see what all of them left. Pure; untouched buildings keep their identity, and a
 * scenario that reaches nobody returns the corrected base itself. The issues that come with a district name every measure
 * without effect and every selector whose rule gives other elements than were kept.
 */
export function foldScenario(
  base: District,
  edits: readonly BaseEdit[],
  scenario: Scenario,
): Outcome<District> {
  const corrected = applyBaseEdits(base, edits);
  const issues = [
    ...corrected.issues,
    ...scenario.measures.flatMap((measure) => measureIssues(measure, scenario)),
  ];
  if (issues.length > 0) return settle(corrected.district, issues);
  const selections = scenario.measures.map((measure) =>
    selectionOf(measure, corrected.district, scenario.id),
  );
  issues.push(...selections.flatMap((selection) => selection.issues));
  if (issues.some(({ severity }) => severity === 'error')) return settle(corrected.district, issues);
  const { measures } = scenarioAt(scenario, scenario.year);
  const folded = measures.reduce((district, measure, row) => {
    const { ids } = selections[row]!;
    const next = applyAt(district, measure, scenario.seed, ids);
    issues.push(
      ...(next === district
        ? [withoutEffect(scenario.measures[row]!, measure, scenario, district, ids)]
        : caveatOf(measure, scenario, district)),
    );
    return next;
  }, corrected.district);
  // Who gets which tariff is asked of the buildings and the network as the measures leave them.
  issues.push(...contractIssues(scenario, folded), ...answeredIssues(scenario, folded));
  return settle(folded, issues);
}

function caveatOf({ id, type, parameters }: MeasureAtYear, scenario: Scenario, district: District): Issue[] {
  const { caveat, label } = MEASURES[type];
  const message = caveat?.(district, parameters) ?? null;
  if (message === null) return [];
  return [
    {
      severity: 'warning',
      code: 'measure-caveat',
      source: scenario.id,
      where: id,
      message: `${label}: ${message}`,
      remedy: 'Read what it does with this in mind, or take another measure.',
    },
  ];
}

/** The scenario without measures that every other one is compared with. */
export function baselineScenario(district: District, districtSha256: string, year: number): Scenario {
  return {
    schema: 'gridtwin-scenario/2',
    id: 'baseline',
    name: 'Baseline',
    description: 'The district as it stands today.',
    base: { districtId: district.id, sha256: districtSha256 },
    year,
    seed: district.seed,
    measures: [],
  };
}
