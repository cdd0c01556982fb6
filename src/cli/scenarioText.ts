import { ASSUMPTIONS } from '../model/assumptions';
import { DEFAULT_LIMITS } from '../model/limits';
import type { Outcome } from '../model/outcome';
import type { Measure, Scenario } from '../model/scenario';
import {
  contractInWords,
  limitsInWords,
  measureInWords,
  pathYears,
  spellInWords,
  splitMeasures,
  tariffInWords,
} from '../scenario';

/** A scenario file of a folder, read, and whether its district is at hand. */
export interface Listed {
  readonly name: string;
  readonly read: Outcome<Scenario>;
  readonly matches: (scenario: Scenario) => boolean;
}

const HEADER = ['File', 'Id', 'Year', 'Measures', 'Base', 'Name'];

/** One line a file. */
export function listText(listed: readonly Listed[]): string {
  if (listed.length === 0) return 'No scenario files (*.scenario.json) here.';
  const rows = listed.map(({ name, read, matches }) => {
    if (!read.ok) return [name, '-', '-', '-', '-', `cannot be read: ${read.issues[0]!.message}`];
    const { id, year, measures, base, name: title } = read.value;
    const match = matches(read.value) ? 'matches' : 'differs';
    return [name, id, String(year), String(measures.length), `${base.districtId} ${match}`, title];
  });
  const table = [HEADER, ...rows];
  const widths = HEADER.map((_, column) => Math.max(...table.map((row) => row[column]!.length)));
  return table
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Everything a scenario says, in words. */
export function scenarioText(scenario: Scenario): string {
  const { id, name, description, base, parent, year, seed, notes = [] } = scenario;
  const { assumptions = [], limits = DEFAULT_LIMITS, spells = [], tariffs } = scenario;
  const { inherited, own } = splitMeasures(scenario);
  return [
    `${name} (${id})`,
    ...(description === '' ? [] : [description]),
    `District: ${base.districtId}, ${base.sha256.slice(0, 12)}`,
    ...(parent === undefined ? [] : [`Parent: ${parent.name} (${parent.id}), ${parent.sha256.slice(0, 12)}`]),
    `Year: ${year}; path: ${pathYears(scenario).join(', ')}; seed: ${seed}`,
    ...(parent === undefined
      ? measureLines('Measures', own)
      : [
          ...measureLines(`Measures inherited from ${parent.name}`, inherited),
          ...measureLines('Own measures', own),
        ]),
    ...section(
      'Assumptions of its own',
      assumptions.map(
        ({ key, value, unit, source, date }) =>
          `${ASSUMPTIONS[key].label}: ${value} ${unit} (${source}, ${date})`,
      ),
    ),
    ...section('Tariffs of its own', (tariffs?.offered ?? []).map(tariffInWords)),
    ...section('Who gets which tariff', (tariffs?.contracts ?? []).map(contractInWords)),
    `Limits: ${limitsInWords(limits)}`,
    ...section('Weather', spells.map(spellInWords)),
    ...section('Notes', notes),
  ].join('\n');
}

function measureLines(title: string, measures: readonly Measure[]): readonly string[] {
  if (measures.length === 0) return [`${title}: none`];
  return section(
    title,
    measures.map((measure) => `${measure.id}: ${measureInWords(measure)}`),
  );
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`${title}:`, ...lines.map((line) => `  ${line}`)];
}
