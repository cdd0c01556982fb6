import { formatDelta, formatQuantity, NARROW_NO_BREAK_SPACE } from '../../units';
import type { Language } from '../../words';
import { formatWhole, kpiDeltaText, kpiText } from '../view';
import type { Figure } from './presentState';

const JOULE_PER_WH = 3600;

/** "4.31 MW"; a dash where there is no figure. */
export const figureText = ({ value, unit }: Figure, language: Language): string =>
  Number.isFinite(value) ? plain(kpiText(value, unit, language)) : '–';

/** The signs a room knows. */
const plain = (text: string): string => text.replace(/EUR/, '€').replace(/CO2/, 'CO₂');

/** "4.31" and "MW", which may stand apart. */
export function figureParts(
  figure: Figure,
  language: Language,
): { readonly digits: string; readonly unit: string } {
  const [, digits = '', unit = ''] = /^([−\-\d.,\s]*)(.*)$/.exec(figureText(figure, language)) ?? [];
  return { digits: digits.trim(), unit };
}

/** "2 420 €": whole units of a currency. */
export const amountText = (value: number, currency: string, language: Language): string =>
  Number.isFinite(value) ? `${formatWhole(value, language)}${NARROW_NO_BREAK_SPACE}${plain(currency)}` : '–';

/** "1.31 M€": what is spent once. */
export const investmentText = (eur: number, language: Language): string =>
  plain(formatQuantity(eur, 'EUR', language));

/** "+127 %", and of counts how many; empty where one of them is not there. */
export function changeText(before: Figure | undefined, after: Figure, language: Language): string {
  if (before === undefined || !Number.isFinite(before.value) || !Number.isFinite(after.value)) return '';
  if (before.value === after.value) return '±0';
  const whole = kpiDeltaText(after.value, before.value, after.unit, language);
  return /\((.*)\)/.exec(whole)?.[1] ?? whole;
}

/** "50 %". */
export const shareText = (share: number): string =>
  `${formatQuantity(Math.round(100 * share), 'count')}${NARROW_NO_BREAK_SPACE}%`;

/** "+1.8 MW" of what an end use draws more, "−5.14 GWh" of a year. */
export function powerText(change: number, unit: 'W' | 'Wh', language: Language): string {
  const text =
    unit === 'W'
      ? formatDelta(change, 0, 'W', language)
      : formatDelta(change * JOULE_PER_WH, 0, 'J', language);
  return text.replace(/\s*\(.*\)$/, '');
}
