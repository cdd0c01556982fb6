import i18next from 'i18next';
import type { Same, TextKey } from './catalogue';
import { en, type English } from './en';
import { german, loadGerman } from './german';
import type { Language } from './language';

/**
 * The strings of the page, one catalogue a language: src/words/en and src/words/de hold the same keys, area by area. Texts are
 * plain: braces name what is filled in, `_one` and `_other` are the forms of a count. Numbers are formatted before they come here.
 */
export const LANGUAGES: readonly { readonly value: Language; readonly label: string }[] = [
  { value: 'en', label: 'English' },
  { value: 'de', label: 'Deutsch' },
];

const instance = i18next.createInstance();
void instance.init({
  lng: 'en',
  fallbackLng: false,
  resources: { en: { translation: en } },
  // React escapes; the text of a file never becomes markup here.
  interpolation: { escapeValue: false, prefix: '{', suffix: '}' },
  initAsync: false,
});

/**
 * Makes a language ready to be read; English always is. Until then its texts are missing, so a page asks for them before it
 * changes over.
 */
export async function loadLanguage(language: Language): Promise<void> {
  if (language === 'de') instance.addResourceBundle('de', 'translation', (await loadGerman()).de);
}

/** Makes the English texts ready that only comparing, connecting and Present need; the German ones come all at once. */
export async function loadLateWords(): Promise<void> {
  instance.addResourceBundle('en', 'translation', (await import('./en/late')).late, true);
}

export { assumptionWords } from './assumptions';
export { kpiGroupWords, kpiLabel, kpiWords, type KpiWords } from './kpis';
export { costBasisWords, measureGroupWords, measureWords, type MeasureWords } from './measures';
export { coreSentences, coreWords } from './core';
export { issueSentences, issueWords, placeWords, readingWords } from './issues';
export { indicatorWords } from './indicators';
export { landmarkWords } from './landmarks';
export { layerWords } from './layers';
export { sizingRuleWords } from './network';
export { sourceWords } from './sources';
export { storyName, storyText } from './stories';
export { unitWords } from './units';
export { attributeName, selectorWords, valueName } from './selectors';
export type { Language };

/** Gives the text of a key; braces in it are filled from the values, and `count` chooses the form of a plural. */
export type Words = (key: TextKey<English>, values?: Readonly<Record<string, string | number>>) => string;

/** The texts of a language as they stand, for looking up a name that comes from a file. */
export const catalogueOf = (language: Language): Same<typeof en> => (language === 'en' ? en : german().de);

function fixed(language: Language): Words {
  const text = instance.getFixedT(language);
  return (key, values) => text(key, { ...values });
}

const WORDS: Readonly<Record<Language, Words>> = { en: fixed('en'), de: fixed('de') };

/** The function that gives a text of a language: `words('modes.plan')`. */
export const wordsOf = (language: Language): Words => WORDS[language];

/** The language that a function of words speaks. */
export const languageSpoken = (words: Words): Language => (words === WORDS.de ? 'de' : 'en');

/** The entries of a text that is a list: `Mon|Tue|Wed`. */
export const listOf = (text: string): readonly string[] => text.split('|');

/** Whether a text that was kept names one of them. */
export const isLanguage = (text: string | null | undefined): text is Language =>
  LANGUAGES.some(({ value }) => value === text);

/** The first language of a list (as a browser has it) that there is a catalogue for; English where none is. */
export function languageOf(wanted: readonly string[]): Language {
  const primary = wanted.map((tag) => tag.toLowerCase().split('-')[0]);
  return primary.find((tag): tag is Language => isLanguage(tag)) ?? 'en';
}
