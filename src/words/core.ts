import { MEASURES } from '../measures';
import { ASSUMPTIONS } from '../model/assumptions';
import type { MeasureType } from '../model/scenario';
import { assumptionWords } from './assumptions';
import { german } from './german';
import type { Language } from './language';
import { measureWords } from './measures';

/** Names that the core puts together of measures, their parameters and figures, with the German ones. */
function composed(): ReadonlyMap<string, string> {
  const { INPUT_NAMES, MEASURE_NAMES, OPTION_NAMES } = german();
  const types = Object.keys(MEASURE_NAMES) as MeasureType[];
  const ofMeasures = types.flatMap((type): [string, string][] => {
    const { label, adoptionOf, parameters } = MEASURES[type];
    const names = measureWords('de', type);
    return [
      [label, names.label],
      [`${label}: share ${adoptionOf}`, `${names.label}: Anteil ${names.adoptionOf}`],
      ...parameters.map((one): [string, string] => [
        `${label}: ${one.label}`,
        `${names.label}: ${names.parameter(one.name)}`,
      ]),
    ];
  });
  const figures = (Object.keys(ASSUMPTIONS) as (keyof typeof ASSUMPTIONS)[]).map((key): [string, string] => [
    ASSUMPTIONS[key].label,
    assumptionWords('de', key),
  ]);
  return new Map([
    ...ofMeasures,
    ...figures,
    ...Object.entries(INPUT_NAMES),
    ...Object.entries(OPTION_NAMES),
  ]);
}

let whole: ReadonlyMap<string, string> | null = null;

/** The German name of what the core calls by an English one: a measure, a figure, an input. Undefined for all else. */
export function coreName(text: string): string | undefined {
  whole ??= composed();
  return whole.get(text);
}

/**
 * What a study says of a work that it proposes, of an input that differs, or of its own standing: the core's sentence in English,
 * its German one by the tables. A sentence that nobody has translated stays as it is.
 */
export function coreWords(language: Language, text: string): string {
  if (language === 'en') return text;
  const named = coreName(text);
  if (named !== undefined) return named;
  const { INPUT_PATTERNS, OPTION_PATTERNS } = german();
  for (const [pattern, sentence] of [...OPTION_PATTERNS, ...INPUT_PATTERNS]) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const parts = found.slice(1).map((part) => coreWords(language, part));
    return sentence.replace(/\{(\d)\}/g, (_, at: string) => parts[Number(at) - 1] ?? '');
  }
  return withComma(text);
}

/** Several such sentences one after the other. */
export const coreSentences = (language: Language, text: string): string =>
  language === 'en'
    ? text
    : text
        .split(/(?<=\.) (?=[A-Z])/)
        .map((sentence) => coreWords(language, sentence))
        .join(' ');

/** A bare amount with the decimal comma; versions and names of more than a number stay. */
const withComma = (text: string): string =>
  /^-?\d+\.\d+(?: \S+)?$/.test(text) ? text.replace('.', ',') : text;
