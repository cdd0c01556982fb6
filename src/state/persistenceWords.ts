import type { District } from '../model/district';
import type { Issue } from '../model/outcome';
import { foldScenario } from '../scenario';
import { counted } from '../units';
import { told, type KeptProject, type Told } from './projects';
import { DISTRICT_CHANGED, versionText } from './shareWords';

/** What is said of the keeping of work. */
export const FULL =
  'The storage of this browser is full: the last changes are not kept. Save the project as a file, or delete projects.';
export const CLOSED =
  'This browser keeps nothing for this page (a private window?). Save the project as a file before you close it.';
export const NO_ROOM_FOR_DISTRICT = 'There is no room to keep this district. Save the project as a file.';
export const NOT_DELETED =
  'It could not be deleted: this browser does not let the page at its storage now. Close other tabs of this page and try again, or delete the data of this page in the settings of the browser.';
export const ALL_DELETED =
  'Everything this page had kept in this browser is deleted. What is on screen is not kept again until you ask for it under Projects; it goes when you close this page.';

export const forked = (name: string, copyName: string): string =>
  `Another tab has changed “${name}”. The work of this tab is kept beside it as “${copyName}”; nothing is lost.`;

export const forkNotKept = (name: string): string =>
  `Another tab has changed “${name}”, and there is no room to keep the work of this tab beside it: it is kept nowhere. Save the project as a file before you close this page.`;

export const deletedHere = (name: string): string =>
  `“${name}” is deleted. What is on screen is not kept again until you ask for it under Projects; it goes when you close this page.`;

export const deletedElsewhere = (name: string): string =>
  `“${name}” is not kept in this browser any more: another tab has deleted it. What is on screen is not written back until you ask for it under Projects.`;

/** That work stands on another state of its district, and which scenarios do not fold there. */
export function districtChanged({ name, document }: KeptProject, district: District): Told {
  const { baseEdits, scenarios } = document;
  const refused = scenarios
    .map((scenario) => foldScenario(district, baseEdits, scenario))
    .filter(({ ok }) => !ok)
    .map(({ issues }) => issues.filter(({ severity }) => severity === 'error'));
  const what =
    refused.length === 0
      ? ''
      : ` ${counted(refused.length, 'scenario')} cannot be computed on it: ${refused[0]![0]?.message ?? ''}`;
  return told(`Opened “${name}”.${DISTRICT_CHANGED}${what}`, 'problem', withoutRepeats(refused.flat()));
}

/** That a project file is open, with what reading it had to say. */
export function opened(name: string, engineVersion: string, issues: readonly Issue[]): Told {
  const [first] = issues;
  const text = `Opened “${name}”${versionText(engineVersion)}.`;
  if (first === undefined) return told(text);
  return told(`${text} ${counted(issues.length, 'remark')} on the file: ${first.message}`, 'problem', issues);
}

/** A correction that does not fit is refused once a scenario. */
const withoutRepeats = (issues: readonly Issue[]): readonly Issue[] => [
  ...new Map(
    issues.map((issue) => [`${issue.code} ${issue.where} ${issue.field} ${issue.message}`, issue]),
  ).values(),
];
