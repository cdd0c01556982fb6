import type { AssumptionName } from '../../model/archetypes';
import { OVERRIDABLE, type Overridable, type QualityClass } from '../../model/building';
import { coreWords, sourceWords, unitWords, wordsOf, type Language } from '../../words';
import { en } from '../../words/en';

const isOverridable = (name: string): name is Overridable =>
  (OVERRIDABLE as readonly string[]).includes(name);

/** What people call a number of a building. */
export function figureWord(name: AssumptionName, language: Language = 'en'): string {
  const words = wordsOf(language);
  return isOverridable(name) ? words(`figures.names.${name}`) : words(`figures.others.${name}`);
}

/** What an indicator stands on, where it is named as the model names it; other sentences of the core in its language too. */
export const inputWord = (name: string, language: Language): string =>
  name in en.figures.names || name in en.figures.others
    ? figureWord(name as AssumptionName, language)
    : coreWords(language, name);

/** The keys of the six classes in the catalogue. */
const QUALITY_KEYS = {
  accurate_measurement: 'measured',
  extrapolated_survey: 'survey',
  extrapolated_higher_level: 'typology',
  estimation_assumptions: 'assumption',
  personal_estimation: 'ownEstimate',
  unknown_untraceable: 'noSource',
} as const satisfies Readonly<Record<QualityClass, keyof typeof en.figures.quality>>;

/** How sure a number is, in one or two words; the class's own name stands in the data. */
export const qualityWord = (quality: QualityClass, language: Language): string =>
  wordsOf(language)(`figures.quality.${QUALITY_KEYS[quality]}`);

/** The class by its own name. */
export const qualityClassWord = (quality: QualityClass, language: Language): string =>
  wordsOf(language)(`figures.qualityClasses.${QUALITY_KEYS[quality]}`);

/** A source with how sure it is. */
export function sourceText(source: string, quality: QualityClass, language: Language): string {
  const words = wordsOf(language);
  return words('figures.qualified', {
    value: sourceWords(language, source),
    quality: qualityClassWord(quality, language),
  });
}

/** A unit as people write it; nothing for a share. */
export const unitText = (unit: string, language: Language = 'en'): string =>
  unit === '-' ? '' : unitWords(language, unit).replace('m2', 'm²').replace('m3', 'm³').replace('degC', '°C');
