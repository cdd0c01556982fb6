import { normal, randomKey } from '../../../src/sim/numeric/random';

/** A load in whole watt-hours per quarter hour, drawn by key: every unit below holds it without rounding. */
export function quarterHoursWh(count: number, seed: number): number[] {
  const key = randomKey(seed, 'meter', 'load');
  return Array.from({ length: count }, (_, i) =>
    Math.max(0, Math.round(120 + 60 * Math.sin(i / 15) + 25 * normal(key, i))),
  );
}

export type Spelling = 'local' | 'offset' | 'utc' | 'german';

const formats = new Map<string, Intl.DateTimeFormat>();
const known = new Map<string, string>();

/** `2024-03-31 03:00:00`; the calendar is slow, and a year is written many times. */
function localOf(ms: number, zone: string): string {
  const key = `${zone} ${ms}`;
  let text = known.get(key);
  if (text === undefined) {
    let format = formats.get(zone);
    if (format === undefined) {
      format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
      formats.set(zone, format);
    }
    known.set(key, (text = format.format(ms)));
  }
  return text;
}

/** A stamp by the runtime's own calendar, which the reader does not use. */
export function stampText(ms: number, zone: string, spelling: Spelling): string {
  if (spelling === 'utc') return new Date(ms).toISOString().replace('.000', '');
  const local = localOf(ms, zone);
  if (spelling === 'local') return local.slice(0, 16);
  const [date, time] = local.split(' ') as [string, string];
  if (spelling === 'german') return `${date.split('-').reverse().join('.')} ${time.slice(0, 5)}`;
  const minutes = Math.round((Date.parse(`${date}T${time}Z`) - ms) / 60_000);
  const sign = minutes < 0 ? '-' : '+';
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${date}T${time}${sign}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;
}

export const BERLIN_2024_MS = Date.UTC(2023, 11, 31, 23);
/** 366 days; the two changes of the clock cancel. */
export const QUARTERS_2024 = 366 * 96;

export interface FileOptions {
  readonly heading: string;
  readonly startMs: number;
  readonly stepS?: number;
  readonly zone?: string;
  readonly spelling?: Spelling;
  readonly separator?: string;
  readonly time?: string;
}

export function meterFile(values: readonly (number | string)[], options: FileOptions): string {
  const {
    heading,
    startMs,
    stepS = 900,
    zone = 'Europe/Berlin',
    spelling = 'local',
    separator = ',',
    time = 'time',
  } = options;
  const lines = values.map(
    (value, i) => `${stampText(startMs + i * stepS * 1000, zone, spelling)}${separator}${value}`,
  );
  return `${time}${separator}${heading}\n${lines.join('\n')}\n`;
}
