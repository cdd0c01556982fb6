import { MEASURE_GROUPS, MEASURES, type MeasureGroup } from '../measures';
import type { MeasureType } from '../model/scenario';
import { german } from './german';
import type { Language } from './language';

/** What a measure is called, whom it is for and what it does. */
export interface MeasureWords {
  readonly label: string;
  /** What its share counts: `of transformer stations`. */
  readonly adoptionOf: string;
  readonly changes: string;
  /** The label of one of its parameters. */
  readonly parameter: (name: string) => string;
}

/** The core's own names in English; the German ones from their table. */
export function measureWords(language: Language, type: MeasureType): MeasureWords {
  const { label, adoptionOf, changes, parameters } = MEASURES[type];
  const english = (name: string) => parameters.find((one) => one.name === name)?.label ?? name;
  if (language === 'en') return { label, adoptionOf, changes, parameter: english };
  const names = german().MEASURE_NAMES[type];
  return {
    label: names.label,
    adoptionOf: names.of,
    changes: names.changes,
    parameter: (name) => names.parameters?.[name] ?? english(name),
  };
}

export const measureGroupWords = (language: Language, group: MeasureGroup): string =>
  language === 'en' ? MEASURE_GROUPS[group] : german().MEASURE_GROUP_NAMES[group];

/** What a price is counted on: `EUR/m²` and `of wall`. */
export function costBasisWords(
  language: Language,
  unit: string,
  of: string,
): { readonly unit: string; readonly of: string } {
  const raised = unit.replace('m2', 'm²');
  if (language === 'en') return { unit: raised, of };
  const [money = '', per = ''] = raised.split('/');
  const { COST_BASIS_NAMES, COST_UNIT_NAMES } = german();
  return { unit: `${money}/${COST_UNIT_NAMES[per] ?? per}`, of: COST_BASIS_NAMES[of] ?? of };
}
