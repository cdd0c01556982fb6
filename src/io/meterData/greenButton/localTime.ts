import { civilFromDays, DAY_S, daysFromCivil, daysInMonth, offsetText, weekday } from '../civilTime';
import { fixedClock, type ZoneClock } from '../zone';
import { textOf, type XmlView } from './xml';

/**
 * One rule of LocalTimeParameters: 32 bits that say when daylight saving starts or ends each year (NAESB REQ.21, type
 * DstRuleType): bits 0 to 11 second of the hour, 12 to 16 hour, 17 to 19 day of the week (Monday is 1), 20 to 24 day of
 * the month, 25 to 27 operator, 28 to 31 month.
 */
export interface DstRule {
  readonly month: number;
  readonly operator: number;
  readonly dayOfMonth: number;
  readonly dayOfWeek: number;
  readonly secondOfDayS: number;
}

/** The rule, `off` for FFFFFFFF (no daylight saving), or null for bits that name no day. */
export function decodeDstRule(hex: string): DstRule | 'off' | null {
  if (!/^[0-9a-f]{8}$/i.test(hex)) return null;
  const bits = parseInt(hex, 16);
  if (bits === 0xffffffff) return 'off';
  const rule = {
    month: bits >>> 28,
    operator: (bits >>> 25) & 7,
    dayOfMonth: (bits >>> 20) & 31,
    dayOfWeek: (bits >>> 17) & 7,
    secondOfDayS: ((bits >>> 12) & 31) * 3600 + (bits & 0xfff),
  };
  const needsDay = rule.operator < 2;
  const needsWeekday = rule.operator > 0;
  const isDay = rule.month >= 1 && rule.month <= 12 && rule.secondOfDayS < DAY_S;
  return isDay && (!needsDay || rule.dayOfMonth > 0) && (!needsWeekday || rule.dayOfWeek > 0) ? rule : null;
}

/** Local wall time of the change in a year, seconds since 1970. */
export function ruleInstant(rule: DstRule, year: number): number {
  const first = daysFromCivil(year, rule.month, 1);
  const length = daysInMonth(year, rule.month);
  const onOrAfter = (day: number): number => day + ((rule.dayOfWeek - weekday(day) + 7) % 7);
  const lastOfMonth = first + length - 1;
  let day: number;
  if (rule.operator === 0) day = first + Math.min(rule.dayOfMonth, length) - 1;
  else if (rule.operator === 1) day = onOrAfter(first + Math.min(rule.dayOfMonth, length) - 1);
  else {
    // Operators 2 to 6 count from the first; 7, and a fifth that the month lacks, take the last.
    day = onOrAfter(first) + 7 * (rule.operator === 7 ? 4 : rule.operator - 2);
    while (day > lastOfMonth) day -= 7;
  }
  return day * DAY_S + rule.secondOfDayS;
}

/** The clock that a LocalTimeParameters element describes; null when it describes none. */
export function localTimeClock(element: XmlView): ZoneClock | null {
  const tzOffsetS = wholeSeconds(textOf(element, 'tzOffset'));
  if (tzOffsetS === null) return null;
  const dstOffsetS = wholeSeconds(textOf(element, 'dstOffset')) ?? 0;
  const start = decodeDstRule(textOf(element, 'dstStartRule') ?? 'FFFFFFFF');
  const end = decodeDstRule(textOf(element, 'dstEndRule') ?? 'FFFFFFFF');
  if (start === null || end === null) return null;
  if (start === 'off' || end === 'off' || dstOffsetS === 0) return fixedClock(tzOffsetS);
  return {
    name: `${offsetText(tzOffsetS)} with daylight saving by the feed's own rules`,
    offsetAtS(utcS) {
      const standardS = utcS + tzOffsetS;
      const { year } = civilFromDays(Math.floor(standardS / DAY_S));
      // The start is read on a clock in standard time, the end on one in summer time.
      const fromS = ruleInstant(start, year);
      const toS = ruleInstant(end, year) - dstOffsetS;
      const isSummer =
        fromS < toS ? standardS >= fromS && standardS < toS : standardS >= fromS || standardS < toS;
      return isSummer ? tzOffsetS + dstOffsetS : tzOffsetS;
    },
  };
}

function wholeSeconds(text: string | null): number | null {
  if (text === null || !/^[+-]?\d{1,6}$/.test(text)) return null;
  const seconds = Number(text);
  return Math.abs(seconds) <= 14 * 3600 ? seconds : null;
}
