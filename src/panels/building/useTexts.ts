import { useMemo } from 'react';
import type { ZoneClock } from '../../io/meterData/zone';
import { offerName, reasonOf, timeOfStep, useAppState, useWords, type OfferedType } from '../../state';
import {
  formatNumber,
  formatQuantity,
  formatTyped,
  MINUS,
  MISSING,
  NARROW_NO_BREAK_SPACE,
} from '../../units';
import type { Words, Language } from '../../words';

/** Figures and moments as the language of the page writes them. */
export interface Texts {
  readonly words: Words;
  /** Three significant digits, with the decimal mark of the language. */
  readonly number: (value: number, digits?: number) => string;
  /** With all its digits, as it would be typed. */
  readonly typed: (value: number) => string;
  /** Things that are counted, with all their digits. */
  readonly whole: (value: number) => string;
  /** With a unit that keeps one to four digits. */
  readonly quantity: (value: number, unit: string) => string;
  /** A number with a unit that stays: one unit a column. */
  readonly inUnit: (value: number, unit: string) => string;
  readonly percent: (value: number) => string;
  /** `+1 200`; `±0` where nothing changes. */
  readonly change: (value: number) => string;
  /** `Tue 14 Jan, 18:00`. */
  readonly moment: (step: number) => string;
  /** Of a reading, on the clock of its meter: `14 Jan 2025, 18:00`. */
  readonly instant: (clock: ZoneClock, utcS: number) => string;
  readonly month: (key: number) => string;
  /** A measure, for one building. */
  readonly measure: (type: OfferedType) => string;
  /** Why a measure cannot be added, in the language of the page where the sentence is known. */
  readonly reason: (sentence: string) => string;
}

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de-DE' };
const WHOLE_BELOW = 1000;
/** A year that begins on a Monday. */
const MONDAY_YEAR = 2024;

export function useTexts(): Texts {
  const words = useWords();
  const language = useAppState((state) => state.language);
  const stepS = useAppState((state) => state.stepS);
  const startWeekday = useAppState((state) => state.loaded?.weather.startWeekday ?? 0);
  return useMemo(() => textsOf(words, language, stepS, startWeekday), [words, language, stepS, startWeekday]);
}

export function textsOf(words: Words, language: Language, stepS: number, startWeekday: number): Texts {
  const locale = LOCALES[language];
  const marked = (text: string) => (language === 'de' ? text.replace('.', ',') : text);
  // What is counted or rated in whole numbers has no decimals: 35 A, 40 years.
  const number = (value: number, digits = 3) =>
    Number.isInteger(value) && Math.abs(value) < WHOLE_BELOW
      ? String(value).replace('-', MINUS)
      : formatNumber(value, digits, language);
  const inUnit = (value: number, unit: string) =>
    Number.isFinite(value) ? `${number(value)}${NARROW_NO_BREAK_SPACE}${unit}` : MISSING;
  return {
    ...{ words, number, inUnit },
    typed: (value) => formatTyped(value, language),
    measure: (type) => offerName(language, type),
    whole: (value) => formatQuantity(Math.round(value), 'count', language),
    quantity: (value, unit) => formatQuantity(value, unit, language),
    percent: (value) =>
      Number.isFinite(value) ? `${number(Math.round(value))}${NARROW_NO_BREAK_SPACE}%` : MISSING,
    change: (value) => {
      if (!Number.isFinite(value)) return MISSING;
      if (Math.abs(value) < 1e-9) return '±0';
      const text = number(Math.abs(value));
      return value > 0 ? `+${text}` : `${MINUS}${text}`;
    },
    moment: (step) => {
      const { weekday, month, dayOfMonth, hour, minute } = timeOfStep(step, stepS, startWeekday);
      const day = new Date(Date.UTC(MONDAY_YEAR, 0, 1 + weekday));
      const date = new Date(Date.UTC(MONDAY_YEAR - 1, month - 1, dayOfMonth));
      const name = day.toLocaleDateString(locale, { weekday: 'short', timeZone: 'UTC' });
      const when = date.toLocaleDateString(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
      return `${name} ${when}, ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
    },
    instant: (clock, utcS) => {
      const date = new Date((utcS + clock.offsetAtS(utcS)) * 1000);
      const day = date.toLocaleDateString(locale, { dateStyle: 'medium', timeZone: 'UTC' });
      return `${day}, ${date.toISOString().slice(11, 16)}`;
    },
    month: (key) => {
      const date = new Date(Date.UTC(Math.floor(key / 12), key % 12, 1));
      return date.toLocaleDateString(locale, { month: 'short', year: '2-digit', timeZone: 'UTC' });
    },
    reason: (sentence) => {
      const known = reasonOf(sentence);
      if (known === null) return sentence;
      const { heating = '', ...numbers } = known.values;
      const filled: Record<string, string> = {
        heating: isHeating(heating) ? words(`building.heatedWith.${heating}`) : heating,
      };
      for (const [name, value] of Object.entries(numbers)) filled[name] = marked(value);
      return words(`building.reasons.${known.key}`, filled);
    },
  };
}

const HEATINGS = [
  'gasBoiler',
  'oilBoiler',
  'districtHeat',
  'directElectric',
  'airHeatPump',
  'groundHeatPump',
  'none',
] as const;
const isHeating = (text: string): text is (typeof HEATINGS)[number] =>
  (HEATINGS as readonly string[]).includes(text);
