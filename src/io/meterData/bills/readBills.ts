import type { IssueLog } from '../../issueLog';
import { kindOf, reportSize, withSign } from '../buildSeries';
import { DAY_S } from '../civilTime';
import { detectChannels } from '../csvChannels';
import type { BillLayout } from '../csvLayout';
import { reportContradictedUnits, reportValues } from '../csvReports';
import { detectZone } from '../csvZone';
import {
  absent,
  type ChannelDetection,
  type MeterChoices,
  type MeterDetection,
  stated,
  undecided,
} from '../detection';
import type { BilledChannel, BillPeriod, MeterReading } from '../meterSeries';
import type { Reading } from '../reading';
import { reportDetection, reportUnusable } from '../reportDetection';
import { localSeconds, type Stamp } from '../stamps';
import { tidyReadings } from '../tidyReadings';
import { siFactor } from '../units';
import { midnightOf, zoneClock, type ZoneClock } from '../zone';
import { datedPeriods, registerPeriods, tidyPeriods } from './billPeriods';
import { type BillRow, readBillRows } from './billRows';
import { detectDateAt, detectPeriodEnd, localPeriods } from './periodEnds';

/** How far dates may lie apart: by this, four times over. */
const USUAL_S = 31 * DAY_S;

/**
 * Bills and readings by hand: an energy for each period, as long as it was. Detection, choices and issues are those of
 * `readMeterCsv`; periods that cannot be trusted are NaN or left out, by name.
 */
export function readBills(layout: BillLayout, choices: MeterChoices, log: IssueLog): MeterReading {
  const rows = readBillRows(layout, log);
  const detection = detect(layout, rows, choices);
  const rowsRead = layout.body.lines.length;
  const open: MeterReading = { detection, series: null, bills: null, rowsRead, rowsUsed: 0 };
  reportContradictedUnits(detection, log);
  const isDecided = reportDetection(detection, log);
  const clock = detection.zone.value === null ? null : zoneClock(detection.zone.value);
  reportUnusable(detection, true, clock !== null || detection.zone.value === null, log);
  if (!isDecided || clock === null) return open;
  const channels = detection.channels.map((channel, index): BilledChannel => ({
    direction: kindOf(channel),
    name: channel.column,
    periods: periodsOf(rows, index, { layout, detection, channel, clock, log }),
  }));
  const rowsUsed = Math.max(
    0,
    ...channels.map(({ periods }) => periods.filter(({ energyJ }) => !Number.isNaN(energyJ)).length),
  );
  if (rowsUsed > 0) return { ...open, bills: { clock, channels }, rowsUsed };
  log.error({
    code: 'meter-no-rows',
    message: 'No row holds a period that can be used.',
    remedy: 'Correct the rows listed.',
  });
  return open;
}

function detect(layout: BillLayout, rows: readonly BillRow[], choices: MeterChoices): MeterDetection {
  const { periods } = layout;
  const { decimalMark, channels } = detectChannels(layout, rows, choices);
  const file = {
    ...layout.detection,
    decimalMark,
    dateOrder: periods.dateOrder,
    intervalS: absent<number>(),
  };
  const energies = channels.map((channel) =>
    periods.kind === 'date' ? channel : asEnergy(channel, choices),
  );
  const stamps = rows.flatMap(({ stamp, end }) => (end === null ? [stamp] : [stamp, end]));
  const zone = detectZone(stamps, [], DAY_S, periods.heading, choices);
  if (periods.dateOrder.value === null) {
    const later = 'the date order comes first';
    const ends = {
      stampAt: undecided<'start' | 'end'>(later),
      periodEnd: absent<'last-day' | 'next-start'>(),
    };
    return { ...file, zone, ...ends, channels: energies };
  }
  const local = localPeriods(rows, periods.dateOrder.value);
  const isRegister = energies.some(({ quantity }) => quantity.value === 'register');
  const stampAt = detectDateAt(periods, local, isRegister, choices);
  const periodEnd = isRegister
    ? absent<'last-day' | 'next-start'>()
    : detectPeriodEnd(periods, local, stampAt.value, choices);
  return { ...file, zone, stampAt, periodEnd, channels: energies };
}

/** A period with a beginning and an end has an energy, or a mean power. */
function asEnergy(channel: ChannelDetection, { quantity }: MeterChoices): ChannelDetection {
  if (quantity === 'register')
    return {
      ...channel,
      quantity: undecided('a period with two dates has an energy, register was asked for'),
    };
  if (quantity !== undefined || channel.quantity.value === 'mean-power') return channel;
  return { ...channel, quantity: stated('interval-energy', 'each period has its own energy') };
}

interface Context {
  readonly layout: BillLayout;
  readonly detection: MeterDetection;
  readonly channel: ChannelDetection;
  readonly clock: ZoneClock;
  readonly log: IssueLog;
}

function periodsOf(rows: readonly BillRow[], index: number, context: Context): BillPeriod[] {
  const { layout, detection, channel, clock, log } = context;
  const numbers = reportValues(rows, index, channel, detection.decimalMark.value!, log);
  const readings = rows.flatMap((row, at) => readingOf(row, row.texts[index]!, numbers[at]!, context));
  const tidy = tidyReadings(withSign(channel, readings, log), USUAL_S, clock, log);
  const dated = { readings: tidy, clock, log };
  const isPower = channel.quantity.value === 'mean-power';
  const raw =
    channel.quantity.value === 'register'
      ? registerPeriods(dated, channel.direction.value ?? 'net')
      : layout.periods.kind === 'date'
        ? datedPeriods(dated, detection.stampAt.value!)
        : tidy.map(({ startS, durationS, value, where }) => ({
            ...{ startS, endS: startS + durationS, energyJ: value, where },
          }));
  const energies = isPower
    ? raw.map((period) => ({ ...period, energyJ: period.energyJ * (period.endS - period.startS) }))
    : raw;
  const periods = tidyPeriods(energies, clock, log);
  const pW = Float64Array.from(periods, ({ startS, endS, energyJ }) => energyJ / (endS - startS));
  reportSize({ pW, name: channel.column }, log);
  return periods;
}

/** The period of a line, J or W; of a single date the instant up to which or from which it counts. */
function readingOf(row: BillRow, text: string, number: number, context: Context): Reading[] {
  const { detection, channel, log } = context;
  const where = `line ${row.line.line}`;
  const startS = instantOf(row.stamp, context);
  const endS = row.end === null ? startS : instantOf(row.end, context);
  if (startS === null || endS === null) {
    log.warning({
      ...{ code: 'meter-time-unreadable', where, field: 'time' },
      value: row.line.cells.join(' ').slice(0, 40),
      message: `This is no date in the order ${detection.dateOrder.value}; the row is left out.`,
      remedy: 'Correct the date or state the order of day and month.',
    });
    return [];
  }
  const value = number * siFactor(channel.unit.value!);
  const lastDayS = detection.periodEnd.value === 'last-day' ? DAY_S : 0;
  if (row.end === null) {
    const at = lastDayS === 0 ? startS : (instantOf(row.stamp, context, lastDayS) ?? startS);
    return [{ where, startS: at, durationS: 0, value, text }];
  }
  const closedS = lastDayS === 0 ? endS : (instantOf(row.end, context, lastDayS) ?? endS);
  return [{ where, startS, durationS: closedS - startS, value, text }];
}

function instantOf(stamp: Stamp, { detection, clock }: Context, laterS = 0): number | null {
  const localS = localSeconds(stamp, detection.dateOrder.value!);
  if (localS === null) return null;
  return stamp.offsetS === null ? midnightOf(clock, localS + laterS) : localS + laterS - stamp.offsetS;
}
