import type { IssueLog } from '../../issueLog';
import { isMissing } from '../numbers';
import { type BlockGroup, wholeNumber } from './feed';
import { childOf, textOf, type XmlView } from './xml';

/** One IntervalReading as written. */
export interface BlockReading {
  readonly line: number;
  readonly startS: number;
  /** null when the reading has no duration of its own. */
  readonly durationS: number | null;
  /** NaN where there is none; an issue says so. */
  readonly value: number;
  readonly text: string;
}

/** Years 1970 to 2199, as in CSV files. */
const LAST_START_S = 7_258_118_400;
const LONGEST_S = 366 * 86_400;

/** Every reading whose time can be read; the others are named and left out. */
export function readBlocks({ blocks, readingType }: BlockGroup, log: IssueLog): BlockReading[] {
  const usualS = wholeNumber(readingType, 'intervalLength');
  const readings: BlockReading[] = [];
  for (const block of blocks) {
    for (const element of block.children) {
      if (element.name !== 'IntervalReading') continue;
      const reading = readOne(element, usualS, log);
      if (reading !== null) readings.push(reading);
    }
  }
  return readings;
}

function readOne(element: XmlView, usualS: number | null, log: IssueLog): BlockReading | null {
  const period = childOf(element, 'timePeriod');
  const startS = period === undefined ? null : wholeNumber(period, 'start');
  const written = period === undefined ? null : textOf(period, 'duration');
  const durationS = period === undefined || written === null ? usualS : wholeNumber(period, 'duration');
  const place = { where: `line ${element.line}` };
  if (startS === null || startS < 0 || startS > LAST_START_S) {
    log.warning({
      ...place,
      code: 'meter-time-unreadable',
      field: 'start',
      value: (period === undefined ? '' : (textOf(period, 'start') ?? '')).slice(0, 40),
      message: 'The reading has no start in seconds since 1970; it is left out.',
      remedy: 'Download the feed again.',
    });
    return null;
  }
  if (
    (written !== null && durationS === null) ||
    (durationS !== null && (durationS < 0 || durationS > LONGEST_S))
  ) {
    log.warning({
      ...place,
      code: 'meter-duration-unreadable',
      field: 'duration',
      value: (written ?? '').slice(0, 40),
      message: 'The duration is no number of seconds within a year; the reading is left out.',
      remedy: 'Download the feed again.',
    });
    return null;
  }
  // A duration of 0 marks a reading of a register.
  return {
    line: element.line,
    startS,
    durationS: durationS === 0 ? null : durationS,
    ...valueOf(element, log),
  };
}

function valueOf(element: XmlView, log: IssueLog): { value: number; text: string } {
  const text = textOf(element, 'value') ?? '';
  const isNumber = /^[+-]?\d{1,15}(\.\d{1,9})?$/.test(text);
  if (!isNumber) {
    const missing = isMissing(text);
    log.warning({
      code: missing ? 'meter-value-missing' : 'meter-value-unreadable',
      where: `line ${element.line}`,
      field: 'value',
      value: text.slice(0, 40),
      message: missing
        ? 'There is no reading; the interval is missing, not zero.'
        : 'This is no number; the interval is missing.',
      remedy: 'Ask the utility for the reading, or go by the coverage.',
    });
  }
  return { value: isNumber ? Number(text) : NaN, text };
}
