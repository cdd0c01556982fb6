import { formatDelta, formatFixed, formatNumber, formatQuantity, formatTyped } from '../../units';
import { wordsOf, type Language, type Words } from '../../words';
import { stepText } from '../worst';
import { formatHours, formatPercent, formatWhole, kpiDeltaText, kpiText } from './text';

/** How a language says things: its texts, and its numbers and moments. */
export interface Speech {
  readonly language: Language;
  readonly words: Words;
  /** Three significant digits by default. */
  readonly number: (value: number, digits?: number) => string;
  /** As many decimals as the column has. */
  readonly fixed: (value: number, decimals: number) => string;
  /** All digits, as in a field. */
  readonly typed: (value: number) => string;
  readonly quantity: (value: number, unit: string) => string;
  readonly delta: (value: number, reference: number, unit: string) => string;
  readonly whole: (value: number) => string;
  readonly percent: (value: number) => string;
  readonly hours: (value: number) => string;
  readonly kpi: (value: number, unit: string) => string;
  readonly kpiDelta: (value: number, reference: number, unit: string) => string;
  /** "Tuesday 14 January, 18:00". */
  readonly moment: (step: number, stepS: number, startWeekday: number) => string;
}

const made = (language: Language): Speech => ({
  language,
  words: wordsOf(language),
  number: (value, digits) => formatNumber(value, digits, language),
  fixed: (value, decimals) => formatFixed(value, decimals, language),
  typed: (value) => formatTyped(value, language),
  quantity: (value, unit) => formatQuantity(value, unit, language),
  delta: (value, reference, unit) => formatDelta(value, reference, unit, language),
  whole: (value) => formatWhole(value, language),
  percent: (value) => formatPercent(value, language),
  hours: (value) => formatHours(value, language),
  kpi: (value, unit) => kpiText(value, unit, language),
  kpiDelta: (value, reference, unit) => kpiDeltaText(value, reference, unit, language),
  moment: (step, stepS, startWeekday) => stepText(step, stepS, startWeekday, language),
});

const SPEECHES: Readonly<Record<Language, Speech>> = { en: made('en'), de: made('de') };

export const speechOf = (language: Language): Speech => SPEECHES[language];
