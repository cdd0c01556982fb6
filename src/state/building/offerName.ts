import { catalogueOf, measureWords, type Language } from '../../words';
import type { OfferedType } from './offers';

/** What a measure is called where it is for one building; the name it has everywhere where that fits one as well. */
export function offerName(language: Language, type: OfferedType): string {
  const own: Partial<Readonly<Record<OfferedType, string>>> = catalogueOf(language).building.measures;
  return own[type] ?? measureWords(language, type).label;
}
