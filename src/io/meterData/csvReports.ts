import type { IssueLog } from '../issueLog';
import { placeOf } from './csvCells';
import type { Layout } from './csvLayout';
import { type MeterRow, short } from './csvRows';
import { detectInterval, intervalText } from './csvTime';
import type { ChannelDetection, DecimalMark, MeterChoices, MeterDetection } from './detection';
import { isMissing, parseNumber } from './numbers';
import { localSeconds } from './stamps';
import { unitOfHeading } from './units';

/** Numbers of one value column; NaN where there is none, each named. */
export function reportValues(
  rows: readonly MeterRow[],
  column: number,
  channel: ChannelDetection,
  mark: DecimalMark,
  log: IssueLog,
): Float64Array {
  const numbers = new Float64Array(rows.length);
  rows.forEach(({ line, texts, unit }, index) => {
    const text = texts[column]!;
    const value = parseNumber(text, mark);
    const isOtherUnit = unit !== null && channel.unit.basis === 'stated' && isOther(unit, channel);
    numbers[index] = isOtherUnit ? NaN : value;
    const place = {
      where: placeOf(line),
      field: channel.column,
      value: short(isOtherUnit ? unit : text),
    };
    if (isOtherUnit) {
      log.warning({
        ...place,
        code: 'meter-unit-mixed',
        message: `This row is in another unit than ${channel.unit.value}; it is left out.`,
        remedy: 'Convert it, or remove it.',
      });
    } else if (isMissing(text)) {
      log.warning({
        ...place,
        code: 'meter-value-missing',
        message: 'There is no reading; the interval is missing, not zero.',
        remedy: 'Ask the meter operator for it, or go by the coverage.',
      });
    } else if (Number.isNaN(value)) {
      log.warning({
        ...place,
        code: 'meter-value-unreadable',
        message: `This is no number with the decimal mark "${mark}"; the interval is missing.`,
        remedy: 'Correct the cell, or state the decimal mark.',
      });
    }
  });
  return numbers;
}

function isOther(unit: string, channel: ChannelDetection): boolean {
  const named = unitOfHeading(unit).value;
  return named !== null && named !== channel.unit.value;
}

type Contradict = (field: string, chosen: string, found: string) => void;

const contradicting =
  (log: IssueLog): Contradict =>
  (field, chosen, found) => {
    log.warning({
      code: 'meter-choice-contradicted',
      field,
      value: chosen,
      message: `The ${field} was stated as ${chosen}; the file says ${found}. The statement holds.`,
      remedy: `Check the ${field}.`,
    });
  };

export function reportContradictedUnits({ channels }: MeterDetection, log: IssueLog): void {
  for (const { column, unit } of channels) {
    const named = unitOfHeading(column);
    if (unit.basis === 'confirmed' && named.basis === 'stated' && named.value !== unit.value) {
      contradicting(log)('unit', String(unit.value), `"${column}"`);
    }
  }
}

/** Where the caller's word and the file's own disagree. The caller's word holds. */
export function reportChoices(
  detection: MeterDetection,
  layout: Layout,
  rows: readonly MeterRow[],
  choices: MeterChoices,
  log: IssueLog,
): void {
  const contradict = contradicting(log);
  reportContradictedUnits(detection, log);
  const order = detection.dateOrder.value;
  if (choices.intervalS !== undefined && order !== null) {
    const seconds = rows.map(({ stamp }) => (localSeconds(stamp, order) ?? NaN) - (stamp.offsetS ?? 0));
    const found = detectInterval(
      seconds.filter((second) => !Number.isNaN(second)),
      {},
    );
    if (found.value !== null && found.value !== choices.intervalS) {
      contradict('interval', intervalText(choices.intervalS), found.reason);
    }
  }
  if (choices.stampAt !== undefined && layout.time.says !== null && choices.stampAt !== layout.time.says) {
    contradict('stamp', choices.stampAt, `"${layout.time.heading}"`);
  }
}
