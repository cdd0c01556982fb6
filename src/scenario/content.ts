import type { District } from '../model/district';
import type { Issue } from '../model/outcome';
import type { Scenario } from '../model/scenario';
import { pathYears } from './adoption';

/** Says that a scenario was made for another district, or for another version of this one; or null. */
export function baseIssue(
  scenario: Scenario,
  district: District,
  districtSha256: string,
  source: string,
): Issue | null {
  const { districtId, sha256 } = scenario.base;
  if (sha256 === districtSha256) return null;
  const isOther = districtId !== district.id;
  return {
    severity: 'warning',
    code: 'base-differs',
    source,
    field: 'base',
    value: `${districtId}, ${sha256.slice(0, 12)}`,
    message: `The scenario was made for another ${isOther ? 'district' : 'version of the district'} (${districtId}, ${sha256.slice(0, 12)}); it is applied to ${district.id}, ${districtSha256.slice(0, 12)}.`,
    remedy: 'Check which buildings its measures reach.',
  };
}

/** Content that the run of one year does not use, by name, so that nothing is left out silently. */
export function unusedInOneYear(scenario: Scenario): readonly Issue[] {
  if (scenario.path === undefined) return [];
  const others = pathYears(scenario).filter((year) => year !== scenario.year);
  if (others.length === 0) return [];
  return [
    {
      severity: 'note',
      code: 'scenario-content-ignored',
      source: scenario.id,
      field: 'path',
      value: others.join(', '),
      message: `The run is that of ${scenario.year}; the other years of the path are ignored.`,
      remedy: 'Set another year to run it.',
    },
  ];
}
