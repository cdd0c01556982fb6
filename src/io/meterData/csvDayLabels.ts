import { DAY_S } from './civilTime';

/** Columns named by times of day or numbers from here on are a day per line. */
export const WIDE_COLUMNS = 20;

/** The columns of a day in a line, in order. */
export interface DayColumns {
  readonly from: number;
  /** Seconds of the day by column: the label's, or those before the k-th interval. */
  readonly secondS: readonly number[];
  readonly stepS: number;
  readonly labels: readonly string[];
  /** The k-th interval since midnight, whatever the clock does; else times of the clock. */
  readonly isCounted: boolean;
  /** What the labels say of their intervals; numbers are always those of whole intervals. */
  readonly says: 'start' | 'end';
  readonly reason: string;
  /** What the labels have in common beside their times: perhaps a unit. */
  readonly heading: string;
}

interface Run {
  readonly from: number;
  readonly to: number;
}

const TIME = /(\d{1,2})[:h](\d{2})\s*([AaPp])?/;
const RANGE = /\d{1,2}[:h]\d{2}.*\d{1,2}[:h]\d{2}/;
const COMPACT = /^([01]\d|2[0-4])([0-5]\d)$/;

function timeOfLabel(label: string): number | null {
  const match = TIME.exec(label) ?? COMPACT.exec(label);
  if (match === null) return null;
  const half = match[3]?.toLowerCase();
  const written = Number(match[1]);
  const hour = half === undefined ? written : (written % 12) + (half === 'p' ? 12 : 0);
  const secondS = hour * 3600 + Number(match[2]) * 60;
  return Number(match[2]) < 60 && secondS <= DAY_S ? secondS : null;
}

function numberOfLabel(label: string): number | null {
  const match = /^[^\d]*(\d{1,4})$/.exec(label);
  return match === null ? null : Number(match[1]);
}

/** The longest stretch of neighbours that pass. */
function longestRun(count: number, passes: (column: number) => boolean): Run {
  let best: Run = { from: 0, to: 0 };
  for (let from = 0; from < count;) {
    let to = from;
    while (to < count && passes(to)) to += 1;
    if (to - from > best.to - best.from) best = { from, to };
    from = to + 1;
  }
  return best;
}

/** The columns that a heading names by times of the day or by numbers; null when it does neither. */
export function dayColumnsOf(headings: readonly string[]): DayColumns | { readonly problem: string } | null {
  const times = headings.map(timeOfLabel);
  const timed = longestRun(headings.length, (column) => times[column] !== null);
  if (timed.to - timed.from >= WIDE_COLUMNS) {
    return (
      byTimes(headings.slice(timed.from, timed.to), timed.from) ?? {
        problem: 'its times do not make up one day',
      }
    );
  }
  const numbers = headings.map(numberOfLabel);
  const numbered = longestRun(
    headings.length,
    (column) => numbers[column] !== null && (numbers[column - 1] ?? null) !== numbers[column],
  );
  for (let from = numbered.from; from < numbered.to; from += 1) {
    const first = numbers[from]!;
    if (first > 1) continue;
    let to = from;
    while (to < numbered.to && numbers[to] === first + to - from) to += 1;
    if (to - from < WIDE_COLUMNS) continue;
    const labels = headings.slice(from, to);
    const reason = `columns ${first} to ${first + labels.length - 1}`;
    return (
      byCount(from, labels, reason, commonWords(labels)) ?? {
        problem: `its ${reason} do not make up one day`,
      }
    );
  }
  return null;
}

/** Times of the clock at one step from midnight to midnight; a time twice in a row is that of the double hour. */
function byTimes(labels: readonly string[], from: number): DayColumns | null {
  const seconds = labels.map((label) => timeOfLabel(label)!);
  const stepS = seconds[1]! - seconds[0]!;
  const says = seconds[0] === 0 ? 'start' : 'end';
  if (stepS <= 0 || (seconds[0] !== 0 && seconds[0] !== stepS)) return null;
  const secondS: number[] = [];
  let next = seconds[0];
  for (const one of seconds) {
    const isEnd = says === 'end' && one === 0 && next === DAY_S;
    if (one === next || isEnd) {
      secondS.push(next);
      next += stepS;
    } else if (secondS.includes(one)) secondS.push(one);
    else return null;
  }
  if (next - seconds[0] !== DAY_S) return null;
  const reason = `columns from ${labels[0]} to ${labels.at(-1)!}`;
  const isRange = labels.every((label) => RANGE.test(label));
  return {
    ...{ from, secondS, stepS, labels, isCounted: false, reason, heading: commonWords(labels) },
    says: isRange ? 'start' : says,
  };
}

/** Numbers of columns that make up a day of 24 hours, or one of 25. */
const STEPS_S = [3600, 1800, 900, 600, 300, 60] as const;

export function byCount(
  from: number,
  labels: readonly string[],
  reason: string,
  heading: string,
): DayColumns | null {
  const stepS = STEPS_S.find(
    (step) => labels.length * step === DAY_S || labels.length * step === DAY_S + 3600,
  );
  if (stepS === undefined) return null;
  const secondS = labels.map((_, column) => column * stepS);
  return { from, secondS, stepS, labels, isCounted: true, says: 'start', reason, heading };
}

/** Words that stand in every label. */
function commonWords(labels: readonly string[]): string {
  const wordsOf = (label: string): string[] =>
    label
      .replace(/\d{1,2}[:h]\d{2}(:\d{2})?(\s*[AaPp]\.?[Mm]\.?)?/g, ' ')
      .split(/[^\p{L}]+/u)
      .filter((word) => word.length > 1);
  const [first, ...others] = labels.map(wordsOf);
  return (first ?? []).filter((word) => others.every((words) => words.includes(word))).join(' ');
}
