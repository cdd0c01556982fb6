import type { Scenario } from '../model/scenario';
import { german } from './german';
import type { Language } from './language';

/**
 * What a scenario is called: one that comes with the program in the language of the page, unless somebody has renamed it.
 * `today-2` is a second `today`.
 */
export function storyName(language: Language, { id, name }: Pick<Scenario, 'id' | 'name'>): string {
  if (language === 'en') return name;
  const { STORY_NAMES } = german();
  const story = STORY_NAMES[id] ?? STORY_NAMES[id.replace(/-\d+$/, '')];
  return story?.english === name ? story.german : name;
}

/** What it says of itself, likewise. */
export const storyText = (language: Language, description: string): string =>
  language === 'en' ? description : (german().STORY_TEXTS[description] ?? description);
