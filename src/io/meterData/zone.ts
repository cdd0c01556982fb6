import { DAY_S, daysFromCivil, civilText, offsetText } from './civilTime';

/** A zone's offset from UTC at any instant. Local time = UTC + offset. */
export interface ZoneClock {
  readonly name: string;
  offsetAtS(utcS: number): number;
}

export function fixedClock(offsetS: number): ZoneClock {
  return { name: offsetS === 0 ? 'UTC' : offsetText(offsetS), offsetAtS: () => offsetS };
}

/** An IANA name (`Europe/Berlin`), `UTC`, or a fixed offset (`+01:00`, `UTC+1`); null when there is no such zone. */
export function zoneClock(name: string): ZoneClock | null {
  const text = name.trim();
  if (/^(utc|gmt|z)$/i.test(text)) return fixedClock(0);
  const fixed = /^(?:utc|gmt)?([+-])(\d{1,2})(?::?(\d{2}))?$/i.exec(text);
  if (fixed !== null) {
    const minutes = Number(fixed[2]) * 60 + Number(fixed[3] ?? 0);
    return minutes > 14 * 60 || Number(fixed[3] ?? 0) > 59
      ? null
      : fixedClock((fixed[1] === '-' ? -60 : 60) * minutes);
  }
  return /^[A-Za-z_]+(\/[A-Za-z0-9_+-]+)+$/.test(text) ? ianaClock(text) : null;
}

/** Offsets from the engine's copy of the IANA time zone database; asked once a day, more often on days of a change. */
function ianaClock(name: string): ZoneClock | null {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return null;
  }
  const ask = (utcS: number): number => {
    const part: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(utcS * 1000)) part[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
    return daysFromCivil(year, month, day) * DAY_S + hour * 3600 + minute * 60 + second - utcS;
  };
  const known = new Map<number, number>();
  const atDay = (day: number): number => {
    let offset = known.get(day);
    if (offset === undefined) known.set(day, (offset = ask(day * DAY_S)));
    return offset;
  };
  return {
    name,
    offsetAtS(utcS) {
      const whole = Math.floor(utcS);
      const day = Math.floor(whole / DAY_S);
      const before = atDay(day);
      return before === atDay(day + 1) ? before : ask(whole);
    },
  };
}

/**
 * The instants that a local time can mean: one as a rule, none in the hour that is left out in spring, two in the hour
 * that is run twice in autumn (the earlier one first).
 */
export function instantsOf(clock: ZoneClock, localS: number): number[] {
  const offsets = [clock.offsetAtS(localS - DAY_S), clock.offsetAtS(localS + DAY_S)];
  const instants = offsets
    .map((offset) => localS - offset)
    .filter((utcS) => utcS + clock.offsetAtS(utcS) === localS);
  return [...new Set(instants)].sort((a, b) => a - b);
}

/** The instant at which a local day begins; the first that exists where its midnight does not. */
export const midnightOf = (clock: ZoneClock, localS: number): number =>
  instantsOf(clock, localS)[0] ?? localS - clock.offsetAtS(localS);

/** Local time with its offset, `2024-03-31T03:00+02:00`. */
export function localText(clock: ZoneClock, utcS: number): string {
  const offsetS = clock.offsetAtS(utcS);
  return `${civilText(utcS + offsetS)}${offsetText(offsetS)}`;
}
