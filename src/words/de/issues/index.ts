import { MAP_ISSUES } from './maps';
import { METER_ISSUES } from './meters';
import { SCENARIO_ISSUES } from './scenarios';
import { STUDY_ISSUES } from './studies';
import { WEATHER_ISSUES } from './weather';

/** What is said of findings, by the English sentence with `{1}` and on for what it names. */
export const ISSUE_TEXTS: Readonly<Record<string, string>> = {
  ...MAP_ISSUES,
  ...WEATHER_ISSUES,
  ...SCENARIO_ISSUES,
  ...METER_ISSUES,
  ...STUDY_ISSUES,
};

interface Form {
  readonly form: RegExp;
  readonly german: string;
  /** Letters that are no blanks: the closest form has most of them. */
  readonly letters: number;
}

let forms: readonly Form[] | null = null;

/** Sentences with blanks as forms that a finding is held against, the closest first. */
function formsOf(): readonly Form[] {
  forms ??= Object.entries(ISSUE_TEXTS)
    .filter(([english]) => english.includes('{1}'))
    .map(([english, german]) => {
      const parts = english.split(/\{\d\}/);
      const fixed = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
      return { form: new RegExp(`^${fixed.join('(.*?)')}$`, 's'), german, letters: parts.join('').length };
    })
    .sort((a, b) => b.letters - a.letters);
  return forms;
}

/** A sentence on a finding in German; what it names stays as it is, and so does a sentence that nobody has translated. */
export function issueText(english: string): string {
  const whole = ISSUE_TEXTS[english];
  if (whole !== undefined) return whole;
  for (const { form, german } of formsOf()) {
    const found = form.exec(english);
    if (found !== null) return german.replace(/\{(\d)\}/g, (_, at: string) => found[Number(at)] ?? '');
  }
  return english;
}
