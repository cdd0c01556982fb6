import type { U4sscIndicator } from '../kpi/u4ssc/indicator';
import { german } from './german';
import type { Language } from './language';

/** What an indicator of U4SSC is called, what it is, and its unit; by its published name in English. */
export function indicatorWords(
  language: Language,
  { id, name, definition, unit }: Pick<U4sscIndicator, 'id' | 'name' | 'definition' | 'unit'>,
): { readonly name: string; readonly definition: string; readonly unit: string } {
  if (language === 'en') return { name, definition, unit };
  const { U4SSC_NAMES, U4SSC_UNITS } = german();
  return { ...(U4SSC_NAMES[id] ?? { name, definition }), unit: U4SSC_UNITS[unit] ?? unit };
}
