import type { IssueLog } from '../issueLog';
import type { DateOrder, StampAt } from './detection';
import { DAY_S, civilText } from './civilTime';
import { placeOf } from './csvCells';
import type { StampedLine } from './csvTime';
import { localSeconds } from './stamps';
import { instantsOf, midnightOf, type ZoneClock } from './zone';

/** A line with the start of its interval; NaN where the stamp names no one instant (an issue says so). */
export interface TimedLine extends StampedLine {
  readonly startS: number;
  readonly durationS: number;
}

interface Context {
  readonly clock: ZoneClock;
  readonly order: DateOrder;
  readonly stampAt: StampAt;
  readonly intervalS: number;
}

/**
 * Local stamps to instants. The hour that a clock runs twice is told apart by the order of the lines: the first of two
 * equal stamps is the earlier one. A stamp in the hour left out, or in the double hour without its twin, names no one
 * instant. Hour-ending files number the double hour by its starts or by its ends: whichever leaves fewer questions.
 */
export function timeLines(lines: readonly StampedLine[], context: Context, log: IssueLog): TimedLine[] {
  const { stampAt, intervalS } = context;
  const label = stampAt === 'end' ? intervalS : 0;
  const byStarts = place(lines, context, label);
  const byEnds = stampAt === 'end' && intervalS < DAY_S ? place(lines, context, 0) : byStarts;
  const placed = byEnds.questions < byStarts.questions ? byEnds : byStarts;
  const shiftS = placed === byStarts ? 0 : intervalS;
  return lines.map((one, index) => {
    const found = placed.instants[index]!;
    if (typeof found === 'string') {
      report(found, one, context, log);
      return { ...one, startS: NaN, durationS: intervalS };
    }
    return { ...one, startS: found - shiftS, durationS: durationOf(found - shiftS, context) };
  });
}

type Question = 'left-out' | 'double' | 'no-date';

/** Instants of the stamps, each read `labelS` earlier, and the number of stamps that stay open. */
function place(lines: readonly StampedLine[], { clock, order }: Context, labelS: number) {
  const used = new Set<number>();
  const pairs = new Map<number, number[]>();
  const instants = lines.map(({ line, stamp }, index): number | Question => {
    const written = localSeconds(stamp, order);
    if (written === null) return 'no-date';
    if (line.ofDay?.isCounted === true) return midnightOf(clock, written - stamp.secondS) + stamp.secondS;
    const localS = written - labelS;
    if (stamp.offsetS !== null) return localS - stamp.offsetS;
    const possible = instantsOf(clock, localS);
    const [first, second] = possible;
    if (first === undefined) return 'left-out';
    if (second === undefined) return first;
    pairs.set(localS, [...(pairs.get(localS) ?? []), index]);
    const free = used.has(first) ? second : first;
    used.add(free);
    return free;
  });
  for (const indices of pairs.values()) if (indices.length === 1) instants[indices[0]!] = 'double';
  const numbers = instants.filter((one) => typeof one === 'number');
  // Equal instants are questions too: they come from numbering the double hour the other way.
  const questions = instants.length - numbers.length + (numbers.length - new Set(numbers).size);
  return { instants, questions };
}

/** A day of the local calendar has 23 to 25 hours; shorter intervals are what they are. */
function durationOf(startS: number, { clock, intervalS }: Context): number {
  if (intervalS % DAY_S !== 0) return intervalS;
  const nextLocalS = startS + clock.offsetAtS(startS) + intervalS;
  return (instantsOf(clock, nextLocalS)[0] ?? startS + intervalS) - startS;
}

function report(question: Question, { line, stamp }: StampedLine, context: Context, log: IssueLog): void {
  const written = localSeconds(stamp, context.order);
  const place = {
    where: placeOf(line),
    field: 'time',
    value: written === null ? line.cells.join(' ').slice(0, 40) : civilText(written),
  };
  if (question === 'no-date') {
    log.warning({
      ...place,
      code: 'meter-time-unreadable',
      message: `This is no date in the order ${context.order}; the row is left out.`,
      remedy: 'Correct the date or state the order of day and month.',
    });
  } else if (question === 'left-out') {
    log.warning({
      ...place,
      code: 'meter-hour-left-out',
      message: `This local time does not exist in ${context.clock.name}: the clock was put forward over it. The row is left out.`,
      remedy:
        'If the meter keeps standard time all year, state its fixed offset (for example +01:00) as the zone.',
    });
  } else {
    log.warning({
      ...place,
      code: 'meter-hour-repeated',
      message: `The clock of ${context.clock.name} ran this hour twice (a day of 25 hours) and the file has it once; the row is left out.`,
      remedy: 'Export with offsets or in UTC, or state the fixed offset if the meter keeps standard time.',
    });
  }
}
