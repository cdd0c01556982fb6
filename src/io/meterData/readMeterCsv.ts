import { IssueLog } from '../issueLog';
import { DAY_S } from './civilTime';
import { buildSeries, type ChannelReadings } from './buildSeries';
import { timeLines } from './csvInstants';
import { layOut, type Layout } from './csvLayout';
import { readRows, type MeterRow } from './csvRows';
import { detectDateOrder, detectInterval, detectStampAt, intervalText } from './csvTime';
import { detectZone } from './csvZone';
import {
  absent,
  confirmedOr,
  type MeterChoices,
  type MeterDetection,
  type MeterQuantity,
  type MeterUnit,
  openDetection,
  stated,
  undecided,
} from './detection';
import { placeOf } from './csvCells';
import { detectChannels } from './csvChannels';
import { readBills } from './bills/readBills';
import type { MeterOutcome, MeterReading } from './meterSeries';
import { isUsableInterval } from './placeReadings';
import { reportDetection, reportUnusable } from './reportDetection';
import { reportChoices, reportValues } from './csvReports';
import { localSeconds } from './stamps';
import { siFactor } from './units';
import { zoneClock, type ZoneClock } from './zone';

/** Ten years of minutes are 200 MB; more is something else. */
const MAX_TEXT_LENGTH = 250_000_000;

/**
 * Reads a meter's CSV export. What the file means (separator, decimal mark, date order, zone, unit, interval, direction)
 * is detected from all rows and returned for the caller to show; `choices` confirm or override it. While anything stays
 * undecided there is no series. Rows that cannot be trusted are named one by one and their intervals are NaN.
 */
export function readMeterCsv(text: string, fileName: string, choices: MeterChoices = {}): MeterOutcome {
  const log = new IssueLog(fileName);
  const value = text.length > MAX_TEXT_LENGTH ? tooLarge(text.length, log) : read(text, choices, log);
  return { value, issues: log.issues() };
}

function read(text: string, choices: MeterChoices, log: IssueLog): MeterReading {
  const layout = layOut(text, choices, log);
  if (layout.kind === 'unreadable') return nothing(layout.detection);
  if (layout.kind === 'bills') return readBills(layout, choices, log);
  const rows = readRows(layout, log);
  const detection = detect(layout, rows, choices);
  const open = { ...nothing(detection), rowsRead: layout.body.lines.length };
  reportChoices(detection, layout, rows, choices, log);
  const isDecided = reportDetection(detection, log);
  const clock = detection.zone.value === null ? null : zoneClock(detection.zone.value);
  const intervalS = detection.intervalS.value;
  const isUsable = intervalS === null || isUsableInterval(intervalS);
  reportUnusable(detection, isUsable, clock !== null || detection.zone.value === null, log);
  if (!isDecided || !isUsable || clock === null || intervalS === null) return open;
  const channels = channelReadings(rows, detection, clock, intervalS, log);
  const built = buildSeries(channels, intervalS, clock, log);
  if (built !== null) return { ...open, series: built.series, rowsUsed: built.used };
  log.error({
    code: 'meter-no-rows',
    message: 'No row holds a reading that can be used.',
    remedy: 'Correct the rows listed.',
  });
  return open;
}

/** The rows at their instants, one list of readings for each value column. */
function channelReadings(
  rows: readonly MeterRow[],
  { channels, dateOrder, stampAt, decimalMark }: MeterDetection,
  clock: ZoneClock,
  intervalS: number,
  log: IssueLog,
): ChannelReadings[] {
  const isRegister = channels.some((channel) => channel.quantity.value === 'register');
  // A register is read at an instant.
  const at = isRegister ? 'start' : stampAt.value!;
  const timed = timeLines(rows, { clock, order: dateOrder.value!, stampAt: at, intervalS }, log);
  return channels.map((channel, index) => {
    const numbers = reportValues(rows, index, channel, decimalMark.value!, log);
    const readings = timed.map(({ startS, durationS, line }, row) => ({
      where: placeOf(line),
      startS,
      durationS,
      value: toSi(numbers[row]!, channel.unit.value!, channel.quantity.value!, durationS),
      text: rows[row]!.texts[index]!,
    }));
    return { detection: channel, readings: readings.filter(({ startS }) => !Number.isNaN(startS)) };
  });
}

/** W, or J for a register. */
function toSi(value: number, unit: MeterUnit, quantity: MeterQuantity, durationS: number): number {
  const si = value * siFactor(unit);
  return quantity === 'interval-energy' ? si / durationS : si;
}

function detect(layout: Layout, rows: readonly MeterRow[], choices: MeterChoices): MeterDetection {
  return {
    ...layout.detection,
    ...detectTime(layout, rows, choices),
    ...detectChannels(layout, rows, choices),
    periodEnd: absent(),
  };
}

function detectTime(layout: Layout, rows: readonly MeterRow[], choices: MeterChoices) {
  const stamps = rows.map(({ stamp }) => stamp);
  const dateOrder = layout.openOrder ?? detectDateOrder(stamps, choices);
  if (dateOrder.value === null) {
    const later = 'the date order comes first';
    return {
      dateOrder,
      zone: undecided<string>(later),
      stampAt: undecided<'start' | 'end'>(later),
      intervalS: undecided<number>(later),
    };
  }
  const order = dateOrder.value;
  const chosen = choices.zone === undefined ? null : zoneClock(choices.zone);
  const local: number[] = [];
  const even: number[] = [];
  for (const stamp of stamps) {
    const second = localSeconds(stamp, order);
    // The hours after midnight of a longer day that is counted through.
    if (second === null || (stamp.kind !== 'epoch' && stamp.secondS > DAY_S)) continue;
    const instantS = second - (stamp.offsetS ?? 0);
    // Midnights are those of the meter's own clock where it is known.
    const isKnown = chosen !== null && stamp.offsetS !== null;
    local.push(isKnown ? instantS + chosen.offsetAtS(instantS) : second);
    even.push(instantS);
  }
  const { dayStepS } = layout;
  const intervalS =
    dayStepS === null
      ? detectInterval(even, choices)
      : confirmedOr(choices.intervalS, () => stated(dayStepS, `columns of ${intervalText(dayStepS)}`));
  const stepS = intervalS.value ?? 3600;
  return {
    dateOrder,
    intervalS,
    stampAt: detectStampAt(local, stepS, layout.time.says, choices),
    zone: detectZone(stamps, local, stepS, layout.time.heading, choices),
  };
}

function nothing(detection: MeterDetection): MeterReading {
  return { detection, series: null, bills: null, rowsRead: 0, rowsUsed: 0 };
}

function tooLarge(length: number, log: IssueLog): MeterReading {
  log.error({
    code: 'meter-size',
    value: `${Math.round(length / 1e6)} MB`,
    message: 'The file is larger than ten years of minutes and was not read.',
    remedy: 'Split it by years.',
  });
  return nothing(openDetection());
}
