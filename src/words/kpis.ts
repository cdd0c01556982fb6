import type { Kpi } from '../kpi';
import { KPI_GROUPS, type KpiGroup } from '../kpi/kpiGroups';
import { german } from './german';
import type { Language } from './language';
import { withNumbersOf } from './numbers';
import { sourceWords } from './sources';

/** What an indicator is called, what it is, where its borders lie and where it comes from; titles of works stay as they are. */
export type KpiWords = Pick<Kpi, 'label' | 'definition' | 'boundary' | 'source'>;

/**
 * The core's own words in English. In German those of the table; `{1}` and on are the numbers of the English sentence in their
 * order, since some follow from what a scenario assumes. An indicator that nobody has translated stays as it is.
 */
export function kpiWords(language: Language, kpi: KpiWords & Pick<Kpi, 'id'>): KpiWords {
  const { id, label, definition, boundary, source } = kpi;
  if (language === 'en') return { label, definition, boundary, source };
  const { BOUNDARY_NAMES, KPI_NAMES } = german();
  const names = KPI_NAMES[id];
  if (names === undefined) return { label, definition, boundary, source };
  return {
    label: said(names.label, label),
    definition: said(names.definition, definition),
    boundary: BOUNDARY_NAMES[boundary] ?? boundary,
    source: sourceWords(language, source),
  };
}

/** The name of an indicator of which nothing but its name is at hand. */
export const kpiLabel = (language: Language, id: string, label: string): string =>
  kpiWords(language, { id, label, definition: '', boundary: '', source: '' }).label;

function said(text: string | ((english: string) => string), english: string): string {
  if (typeof text === 'function') return text(english);
  return withNumbersOf(english, text);
}

export const kpiGroupWords = (language: Language, group: KpiGroup): string =>
  language === 'en' ? KPI_GROUPS[group] : german().KPI_GROUP_NAMES[group];
