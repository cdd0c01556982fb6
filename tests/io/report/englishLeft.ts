import { XmlElement, XmlText } from '@rgrove/parse-xml';
import type { ReadReport } from './readReport';

/** Words that no German sentence has. */
const ENGLISH =
  /\b(?:the|of|and|with|from|than|what|which|not|each|are|is|at|by|for|to|year|cost|costs|known|share|peak|households|buildings|hours|better|worse|less|more|as|or|on|no|yes)\b/iu;

/** Pieces of text, names and attributes that still have English words, once what may keep them is taken out. */
export function englishLeft({ elements }: ReadReport, kept: readonly string[]): readonly string[] {
  const longest = [...kept].filter((text) => text !== '').sort((a, b) => b.length - a.length);
  const without = (text: string) => longest.reduce((rest, each) => rest.replaceAll(each, ''), text);
  const texts = elements
    .filter(({ name }) => name !== 'style')
    .flatMap((element) => [
      element.attributes['aria-label'] ?? '',
      ...element.children.flatMap((child) =>
        child instanceof XmlText && !(child instanceof XmlElement) ? [child.text] : [],
      ),
    ]);
  return [...new Set(texts)].filter((text) => ENGLISH.test(without(text)));
}
