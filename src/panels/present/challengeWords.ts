import type { SessionCondition } from '../../io/session';
import type { Kpi } from '../../kpi';
import { textIn, type PresentState } from '../../state/present';
import { kpiText } from '../../state/view';
import { kpiLabel, measureWords, selectorWords, wordsOf, type Language } from '../../words';
import { shareText } from './usePresent';

type Named = Pick<Kpi, 'id' | 'label' | 'unit'>;

/** What a field beside a unit asks for, and how many of that one of the base unit is. */
export const FIELD_UNITS: Readonly<Record<string, { readonly name: string; readonly factor: number }>> = {
  W: { name: 'kW', factor: 1e-3 },
  J: { name: 'MWh', factor: 1 / 3.6e9 },
  'kg CO2e': { name: 't CO₂', factor: 1e-3 },
  EUR: { name: '€', factor: 1 },
};

/** The power of a whole district, as the tiles show it. */
export const DISTRICT_POWER = { name: 'MW', factor: 1e-6 } as const;

/** "Worst transformer of T-11 above 100 %". */
export function conditionText(
  condition: SessionCondition,
  { session }: PresentState,
  kpis: readonly Named[],
  language: Language,
): string {
  const words = wordsOf(language);
  const { is, value } = condition;
  const compared = (what: string, text: string) => `${what} ${words(`challenges.signs.${is}`)} ${text}`;
  switch (condition.of) {
    case 'lever': {
      const lever = session.levers.find(({ id }) => id === condition.lever);
      return compared(
        lever === undefined ? condition.lever : textIn(lever.words, language),
        shareText(value),
      );
    }
    case 'measure':
      return compared(measureWords(language, condition.measure).label, shareText(value));
    case 'count': {
      const elements = selectorWords(language, { rule: condition.where }, condition.elements);
      return compared(words('challenges.count', { elements }), String(value));
    }
    case 'kpi': {
      const { at } = condition;
      const known = kpis.find(({ id }) => id === condition.kpi);
      const kpi = kpiLabel(language, condition.kpi, known?.label ?? condition.kpi);
      const place =
        at.level === 'district'
          ? null
          : at.level === 'buildings'
            ? selectorWords(language, { rule: at.where }, 'building')
            : at.id;
      const what = place === null ? kpi : words('challenges.at', { kpi, place });
      return compared(what, kpiText(value, known?.unit ?? '', language));
    }
  }
}
