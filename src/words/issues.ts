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
