import { german } from './german';
import type { Language } from './language';

const TYPES_COUNTED = /^(TABULA(?:\/EPISCOPE)?), median of (\d+) types(?: \((\w+)\))?$/;

/**
 * Where a figure comes from: as the core says it in English; in German with the program's own remarks and classes translated,
 * and the titles of works as they are cited.
 */
export function sourceWords(language: Language, source: string): string {
  return language === 'en' ? source : said(source);
}

function said(source: string): string {
  const { CLASS_NAMES, REGION_NAMES, SOURCE_HEADS, SOURCE_NAMES } = german();
  const whole = SOURCE_NAMES[source] ?? CLASS_NAMES[source];
  if (whole !== undefined) return whole;
  const framed = framedWords(source);
  if (framed !== null) return framed;
  const [, rest, of] = /^(.+)(?:: |, )(\w+_\w+)$/.exec(source) ?? [];
  if (rest !== undefined && CLASS_NAMES[of!] !== undefined) return `${said(rest)}: ${CLASS_NAMES[of!]!}`;
  const [, before, after] = /^([a-z ]+): (.+)$/.exec(source) ?? [];
  if (before !== undefined && SOURCE_HEADS[before] !== undefined)
    return `${SOURCE_HEADS[before]!}: ${said(after!)}`;
  const parts = source.split('; ');
  if (parts.length > 1) return parts.map(said).join('; ');
  const [, work, count, region] = TYPES_COUNTED.exec(source) ?? [];
  if (work !== undefined)
    return `${work}, Median aus ${count} Typen${region === undefined ? '' : ` (${REGION_NAMES[region] ?? region})`}`;
  return phrased(source);
}

function framedWords(source: string): string | null {
  for (const [frame, sentence] of german().SOURCE_FRAMES) {
    const found = frame.exec(source);
    if (found !== null) return sentence.replace('{1}', said(found[1]!));
  }
  return null;
}

const phrased = (text: string): string =>
  german().SOURCE_PHRASES.reduce((left, [phrase, inGerman]) => left.replace(phrase, inGerman), text);
