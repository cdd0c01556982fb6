import { DAYS_OF_MONTH } from '../../model/commonYear';
import { listOf, wordsOf, type Language } from '../../words';

export type TypedMoment =
  | { readonly kind: 'step'; readonly step: number }
  | { readonly kind: 'refused'; readonly why: 'notRead' | 'notThere' };

interface Clock {
  readonly hour: number;
  readonly minute: number;
}

interface MonthDay {
  readonly month: number;
  readonly day: number;
}

const refused = (why: 'notRead' | 'notThere'): TypedMoment => ({ kind: 'refused', why });
const FEWEST_LETTERS = 3;

/**
 * The step that a typed date, time or both name: `14 January 18:00`, `14.1. 18:00`, `01-14T18:00`, `2026-01-14`, `18:15`. What is not typed stays
 * as it is on screen. Months by their names in the language of the page or in English; a day comes before its month.
 */
export function typedMoment(
  text: string,
  presentStep: number,
  stepS: number,
  language: Language,
): TypedMoment {
  const { clock, rest } = splitClock(text.trim());
  const date = rest === '' ? null : dateOf(rest, language);
  if ((rest !== '' && date === null) || (rest === '' && clock === null)) return refused('notRead');
  const perDay = 86_400 / stepS;
  const presentDay = Math.floor(presentStep / perDay);
  const day = date === null ? presentDay : dayOfYear(date);
  if (day === null || (clock !== null && (clock.hour > 23 || clock.minute > 59))) return refused('notThere');
  const ofDay =
    clock === null
      ? presentStep - presentDay * perDay
      : Math.floor((clock.hour * 3600 + clock.minute * 60) / stepS);
  return { kind: 'step', step: day * perDay + ofDay };
}

/** A time has a colon, or `h` or `Uhr` behind it. */
function splitClock(text: string): { readonly clock: Clock | null; readonly rest: string } {
  const found = /(?:^|[\sT,])(\d{1,2})(?::(\d{2})(?:\s*uhr)?|\s*(?:h|uhr))$/i.exec(text);
  if (found === null) return { clock: null, rest: text };
  const clock = { hour: Number(found[1]), minute: Number(found[2] ?? 0) };
  return { clock, rest: text.slice(0, found.index).replace(/[\s,]+$/, '') };
}

function dateOf(text: string, language: Language): MonthDay | null {
  const iso = /^(?:\d{4}-)?(\d{2})-(\d{2})$/.exec(text);
  if (iso !== null) return { month: Number(iso[1]), day: Number(iso[2]) };
  const dotted = /^(\d{1,2})\.\s*(\d{1,2})\.?(?:\s*\d{4})?$/.exec(text);
  if (dotted !== null) return { month: Number(dotted[2]), day: Number(dotted[1]) };
  // A weekday in front is what the page itself writes.
  const named =
    /^(?:\p{L}+,?\s+)?(\d{1,2})\.?\s+(\p{L}+)\.?(?:\s+\d{4})?$/u.exec(text) ??
    /^(?<m>\p{L}+)\.?\s+(?<d>\d{1,2})(?:,?\s+\d{4})?$/u.exec(text);
  if (named === null) return null;
  const month = monthOf(named.groups?.['m'] ?? named[2]!, language);
  return month === null ? null : { month, day: Number(named.groups?.['d'] ?? named[1]) };
}

function monthOf(name: string, language: Language): number | null {
  const wanted = name.toLocaleLowerCase(language);
  if (wanted.length < FEWEST_LETTERS) return null;
  for (const one of new Set<Language>([language, 'en'])) {
    const months = listOf(wordsOf(one)('time.months'));
    const row = months.findIndex((month) => month.toLocaleLowerCase(one).startsWith(wanted));
    if (row >= 0) return row + 1;
  }
  return null;
}

/** From 0; null for a day that a common year does not have. */
function dayOfYear({ month, day }: MonthDay): number | null {
  const days = DAYS_OF_MONTH[month - 1];
  if (days === undefined || day < 1 || day > days) return null;
  return DAYS_OF_MONTH.slice(0, month - 1).reduce((sum, length) => sum + length, 0) + day - 1;
}
