import type { Issue } from '../model/outcome';
import { german } from './german';
import type { Language } from './language';

/** What is wrong and what to do about it: the core's own words in English, the German ones from their table. */
export function issueWords(
  language: Language,
  { message, remedy }: Pick<Issue, 'message' | 'remedy'>,
): { readonly message: string; readonly remedy: string } {
  if (language === 'en') return { message, remedy };
  const { issueText } = german();
  return { message: issueText(message), remedy: issueText(remedy) };
}

/** Messages of several findings as one text. */
export const issueSentences = (language: Language, issues: readonly Issue[]): string =>
  issues.map((issue) => issueWords(language, issue).message).join(' ');

/** Where a finding stands: a line or a column of a file, or an element as the file names it. Empty where it does not say. */
export function placeWords(
  language: Language,
  { where, code }: { readonly where?: string | undefined; readonly code: string },
): string {
  if (where === undefined) return '';
  return language === 'en' ? where : german().placeText(where, code);
}

/** What the report of an import says of what was read and left out. */
export const readingWords = (language: Language, text: string): string =>
  language === 'en' ? text : german().readingText(text);
