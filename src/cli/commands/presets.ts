import { relative } from 'node:path';
import { readDistrictFile } from '../../io';
import type { District } from '../../model/district';
import type { Scenario } from '../../model/scenario';
import { foldScenario, hashDistrict, pathYears, scenarioAt } from '../../scenario';
import { columnsText } from '../comparisonText';
import { EXIT, formatIssue, required } from '../exit';
import { fileName, readText } from '../files';
import { presetFiles } from '../presetFiles';

export interface Base {
  readonly district: District;
  readonly sha256: string;
}

/**
 * The scenarios that come with the project, each with its sentence; with a district, whether they can be run on it. A scenario that names
 * elements of its own district is bound to it, which is no failure; one that is refused for anything else is.
 */
export function listPresets(districtPath: string | undefined): number {
  const base = districtPath === undefined ? null : baseOf(districtPath);
  const presets = presetFiles();
  let isGood = true;
  const rows = presets.map(({ path, read }) => {
    const scenario = required(read);
    const held = base === null ? [] : [verdict(scenario, base)];
    isGood &&= base === null || held[0] !== REFUSED;
    return { scenario, path, held };
  });
  const table = rows.map(({ scenario, held }) => [scenario.id, scenario.name, ...held]);
  const header = ['Id', 'Name', ...(base === null ? [] : ['On this district'])];
  const sentences = rows.flatMap(({ scenario, path }) => [
    `${scenario.id} (${relative('.', path)})`,
    `  ${scenario.description}`,
  ]);
  process.stdout.write(`${columnsText([header, ...table])}\n\n${sentences.join('\n')}\n`);
  return isGood ? EXIT.done : EXIT.badInput;
}

function baseOf(path: string): Base {
  const district = required(readDistrictFile(readText(path), fileName(path)));
  return { district, sha256: hashDistrict(district) };
}

const REFUSED = 'refused';
/** It names elements of the district that it was made for: no fault of either. */
const BOUND = 'bound to its own district';

/** Whether it folds in every year of its path; what keeps it from that goes to standard error. */
export function verdict(scenario: Scenario, { district, sha256 }: Base): string {
  for (const year of pathYears(scenario)) {
    const folded = foldScenario(district, [], scenarioAt(scenario, year));
    if (folded.ok) continue;
    const errors = folded.issues.filter(({ severity }) => severity === 'error');
    const isElsewhere = scenario.base.sha256 !== sha256;
    if (isElsewhere && errors.every(({ code }) => code === 'selector-unknown-element')) return BOUND;
    for (const issue of folded.issues) process.stderr.write(`${formatIssue(issue)}\n`);
    return REFUSED;
  }
  return scenario.base.sha256 === sha256 ? 'its own' : 'runs';
}
