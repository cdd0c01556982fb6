import { readScenarioFile } from '../io/scenarioFile';
import { fail, succeed, type Issue, type Outcome } from '../model/outcome';
import { baseIssue } from '../scenario';
import type { AppState, Deed } from '../state';

/** A scenario from a file, as far as it is for the district on screen. */
export function scenarioFor(
  text: string,
  fileName: string,
  { loaded }: AppState,
): Outcome<Extract<Deed, { readonly is: 'scenario' }>> {
  const read = readScenarioFile(text, fileName);
  if (!read.ok) return read;
  const scenario = read.value;
  if (loaded === null || scenario.base.districtId !== loaded.district.id)
    return fail([otherBase(fileName, scenario.base.districtId)]);
  // A district that has been made anew since: its measures stand, and what they reach may differ.
  const differs = baseIssue(scenario, loaded.district, loaded.sha256, fileName);
  return succeed({ is: 'scenario', scenario, isOtherState: differs !== null }, [
    ...read.issues,
    ...(differs === null ? [] : [differs]),
  ]);
}

const otherBase = (source: string, districtId: string): Issue => ({
  ...{ severity: 'error', code: 'scenario-other-base', source, field: 'base', value: districtId },
  message: 'The scenario belongs to another district.',
  remedy: `Open ${districtId} first.`,
});
