import { holdsQuarter, QUARTERS_OF_DAY } from './hours';
import { TARIFF_DAYS, type EnergyBlock } from './types';

const MONTHS = 12;
const DAY_COURSES = MONTHS * TARIFF_DAYS.length;

/** Month names as people write them in files. */
const MONTH_NAMES = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** How many day courses a year has: month x kind of day, row `3 * month + kind`. */
export function dayCourse(month: number, kind: number): number {
  return TARIFF_DAYS.length * month + kind;
}

function appliesTo(block: EnergyBlock, month: number, kind: number): boolean {
  return (
    (block.months === undefined || block.months.includes(month + 1)) &&
    (block.days === undefined || block.days.includes(TARIFF_DAYS[kind]!))
  );
}

/** Block of each quarter-hour, `[dayCourse * 96 + quarter]`, the first that holds it; -1 where none does. */
export function blockOfQuarters(blocks: readonly EnergyBlock[]): Int16Array {
  const first = new Int16Array(DAY_COURSES * QUARTERS_OF_DAY).fill(-1);
  visitQuarters(blocks, (at, index) => {
    if (first[at] === -1) first[at] = index;
  });
  return first;
}

function visitQuarters(blocks: readonly EnergyBlock[], visit: (at: number, index: number) => void): void {
  blocks.forEach((block, index) => {
    for (let month = 0; month < MONTHS; month += 1) {
      for (let kind = 0; kind < TARIFF_DAYS.length; kind += 1) {
        if (!appliesTo(block, month, kind)) continue;
        const from = dayCourse(month, kind) * QUARTERS_OF_DAY;
        for (let quarter = 0; quarter < QUARTERS_OF_DAY; quarter += 1) {
          if (holdsQuarter(block.hours, quarter)) visit(from + quarter, index);
        }
      }
    }
  });
}

/** Hours of a month's kind of day that no block, or more than one, holds. */
export interface CoverageFault {
  readonly kind: 'gap' | 'overlap';
  /** Ids of the blocks that meet there. */
  readonly blocks: readonly string[];
  /** As text: `Jan to Mar, Dec, weekday, 06:00 to 07:30`. */
  readonly when: string;
}

/** Every gap and overlap of a tariff's blocks, months with the same fault in one entry. */
export function coverageFaults(blocks: readonly EnergyBlock[]): readonly CoverageFault[] {
  const holders = Array.from({ length: DAY_COURSES * QUARTERS_OF_DAY }, (): number[] => []);
  visitQuarters(blocks, (at, index) => holders[at]!.push(index));
  const months = new Map<string, number[]>();
  for (let month = 0; month < MONTHS; month += 1) {
    for (let kind = 0; kind < TARIFF_DAYS.length; kind += 1) {
      for (const stretch of faultyStretches(holders, dayCourse(month, kind) * QUARTERS_OF_DAY)) {
        const key = JSON.stringify([kind, ...stretch]);
        months.set(key, [...(months.get(key) ?? []), month]);
      }
    }
  }
  return [...months].map(([key, at]) => {
    const [kind, from, to, ...held] = JSON.parse(key) as [number, number, number, ...number[]];
    return {
      kind: held.length === 0 ? 'gap' : 'overlap',
      blocks: held.map((index) => blocks[index]!.id),
      when: `${monthsText(at)}, ${TARIFF_DAYS[kind]!}, ${clock(from)} to ${clock(to)}`,
    };
  });
}

/** Stretches of a day with the same wrong set of blocks: [from quarter, to quarter, ...blocks]. */
function faultyStretches(holders: readonly (readonly number[])[], offset: number): number[][] {
  const stretches: number[][] = [];
  for (let quarter = 0; quarter < QUARTERS_OF_DAY; quarter += 1) {
    const held = holders[offset + quarter]!;
    if (held.length === 1) continue;
    const last = stretches.at(-1);
    if (last?.[1] === quarter && last.slice(2).join() === held.join()) last[1] = quarter + 1;
    else stretches.push([quarter, quarter + 1, ...held]);
  }
  return stretches;
}

function clock(quarter: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(quarter / 4))}:${two((quarter % 4) * 15)}`;
}

function monthsText(months: readonly number[]): string {
  if (months.length === MONTHS) return 'all months';
  const runs: [number, number][] = [];
  for (const month of months) {
    const last = runs.at(-1);
    if (last?.[1] === month - 1) last[1] = month;
    else runs.push([month, month]);
  }
  const name = (month: number): string => MONTH_NAMES[month]!;
  return runs.map(([from, to]) => (from === to ? name(from) : `${name(from)} to ${name(to)}`)).join(', ');
}
