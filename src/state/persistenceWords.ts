import type { District } from '../model/district';
import type { Issue } from '../model/outcome';
import { foldScenario } from '../scenario';
import { issueSentences, wordsOf, type Language } from '../words';
import { told, type KeptProject, type Told } from './projects';
import { versionText } from './shareWords';

/** That work stands on another state of its district, and which scenarios do not fold there. */
export function districtChanged(
  { name, document }: KeptProject,
  district: District,
  language: Language = 'en',
): Told {
  const words = wordsOf(language);
  const { baseEdits, scenarios } = document;
  const refused = scenarios
    .map((scenario) => foldScenario(district, baseEdits, scenario))
    .filter(({ ok }) => !ok)
    .map(({ issues }) => issues.filter(({ severity }) => severity === 'error'));
  const what =
    refused.length === 0
      ? ''
      : words('told.notComputable', {
          count: refused.length,
          reason: issueSentences(language, refused[0]!.slice(0, 1)),
        });
  const text = words('told.opened', { name, version: '' }) + words('told.districtChanged') + what;
  return told(text, 'problem', withoutRepeats(refused.flat()));
}

/** That a project file is open, with what reading it had to say. */
export function opened(
  name: string,
  engineVersion: string,
  issues: readonly Issue[],
  language: Language = 'en',
): Told {
  const words = wordsOf(language);
  const [first] = issues;
  const text = words('told.opened', { name, version: versionText(engineVersion, words) });
  if (first === undefined) return told(text);
  const remarks = words('told.remarks', { count: issues.length, first: issueSentences(language, [first]) });
  return told(text + remarks, 'problem', issues);
}

/** A correction that does not fit is refused once a scenario. */
const withoutRepeats = (issues: readonly Issue[]): readonly Issue[] => [
  ...new Map(
    issues.map((issue) => [`${issue.code} ${issue.where} ${issue.field} ${issue.message}`, issue]),
  ).values(),
];
