import { stampText } from './meterFiles';

/** `00:15`, 24:00 for the end of the day. */
export const clockText = (second: number): string =>
  [second / 3600, (second / 60) % 60].map((part) => String(Math.floor(part)).padStart(2, '0')).join(':');

export interface DayFile {
  /** Wh, from the local midnight of `startMs` on. */
  readonly wh: readonly number[];
  readonly startMs: number;
  readonly stepS: number;
  readonly zone: string;
  /** Headings: times at which intervals begin or end, or numbers of the intervals of the day. */
  readonly labels: 'starts' | 'ends' | 'numbers';
  readonly perUnit?: number;
  readonly heading?: string;
}

/**
 * A day in each line by the runtime's own calendar. Times: what the clock shows, the hour that is run twice in a column of its
 * own; numbers: as many intervals as the day has.
 */
export function dayFile({
  wh,
  startMs,
  stepS,
  zone,
  labels,
  perUnit = 1000,
  heading = 'import kWh',
}: DayFile): string {
  const perDay = 86_400 / stepS;
  const perHour = 3600 / stepS;
  const days = new Map<string, { at: number; value: number }[]>();
  wh.forEach((value, i) => {
    const local = stampText(startMs + i * stepS * 1000, zone, 'local');
    const [date, time] = local.split(' ') as [string, string];
    const [hour, minute] = time.split(':').map(Number) as [number, number];
    const day = days.get(date) ?? [];
    days.set(date, day);
    day.push({ at: (hour * 3600 + minute * 60) / stepS, value });
  });
  const columns =
    labels === 'numbers'
      ? Array.from({ length: perDay + perHour }, (_, k) => String(k + 1))
      : Array.from({ length: perDay }, (_, k) => clockText((k + (labels === 'ends' ? 1 : 0)) * stepS));
  // The second run of the hour from 2 to 3 behind the first one.
  const doubled = labels === 'numbers' ? [] : columns.slice(2 * perHour, 3 * perHour);
  if (doubled.length > 0) columns.splice(3 * perHour, 0, ...doubled);
  const lines = [...days].map(([date, day]) => {
    const cells = columns.map(() => '');
    const seen = new Set<number>();
    day.forEach(({ at, value }, k) => {
      const text = String(value / perUnit);
      const isSecond = seen.has(at);
      seen.add(at);
      const place = labels === 'numbers' ? k : at < 3 * perHour && !isSecond ? at : at + perHour;
      cells[place] = text;
    });
    return [date, ...cells].join(';');
  });
  const named = columns.map((column) => `${heading} ${column}`);
  return `date;${named.join(';')}\n${lines.join('\n')}\n`;
}
