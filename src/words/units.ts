import { german } from './german';
import type { Language } from './language';

/** A unit, its words in the language of the page; most are signs. */
export const unitWords = (language: Language, unit: string): string =>
  language === 'en' ? unit : (german().UNIT_NAMES[unit] ?? unit);
