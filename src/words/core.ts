import { MEASURES } from '../measures';
import { ASSUMPTIONS } from '../model/assumptions';
import type { MeasureType } from '../model/scenario';
import { assumptionWords } from './assumptions';
import { MEASURE_NAMES } from './de/measures';
import { INPUT_NAMES, INPUT_PATTERNS } from './de/inputs';
import { OPTION_NAMES, OPTION_PATTERNS } from './de/options';
import type { Language } from './language';
import { measureWords } from './measures';

/** Names that the core puts together of measures, their parameters and figures, with the German ones. */
function composed(): ReadonlyMap<string, string> {
  const types = Object.keys(MEASURE_NAMES) as MeasureType[];
  const ofMeasures = types.flatMap((type): [string, string][] => {
    const { label, adoptionOf, parameters } = MEASURES[type];
    const german = measureWords('de', type);
    return [
      [label, german.label],
      [`${label}: share ${adoptionOf}`, `${german.label}: Anteil ${german.adoptionOf}`],
      ...parameters.map((one): [string, string] => [
        `${label}: ${one.label}`,
        `${german.label}: ${german.parameter(one.name)}`,
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

const WHOLE = composed();
const PATTERNS = [...OPTION_PATTERNS, ...INPUT_PATTERNS];

/**
 * What a study says of a work that it proposes, of an input that differs, or of its own standing: the core's sentence in English,
 * its German one by the tables. A sentence that nobody has translated stays as it is.
 */
export function coreWords(language: Language, text: string): string {
  if (language === 'en') return text;
  const whole = WHOLE.get(text);
  if (whole !== undefined) return whole;
  for (const [pattern, german] of PATTERNS) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const parts = found.slice(1).map((part) => coreWords(language, part));
    return german.replace(/\{(\d)\}/g, (_, at: string) => parts[Number(at) - 1] ?? '');
  }
  return withComma(text);
}

/** A bare amount with the decimal comma; versions and names of more than a number stay. */
const withComma = (text: string): string =>
  /^-?\d+\.\d+(?: \S+)?$/.test(text) ? text.replace('.', ',') : text;
