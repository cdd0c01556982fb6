import { ASSUMPTIONS, type AssumptionKey } from '../model/assumptions';
import { german } from './german';
import type { Language } from './language';

/** What a figure of the registry is called; the core's own words in English. */
export const assumptionWords = (language: Language, key: AssumptionKey): string =>
  language === 'en' ? ASSUMPTIONS[key].label : german().ASSUMPTION_NAMES[key];
