import {
  alignByCalendar,
  fixedClock,
  hasNumberedHours,
  hourlyPower,
  type BilledChannel,
  type HourlyPower,
  METER_UNITS,
  type MeterBills,
  type MeterChannel,
  type MeterDirection,
  type MeterSeries,
  monthsOfHours,
  readNumberedHours,
  type ZoneClock,
} from '../io/meterData';
import {
  alignHours,
  type BillComparison,
  compareToBills,
  compareToMeter,
  type Guideline14,
} from '../study/calibration';
import { required } from './exit';
import { fileName, readText } from './files';
import { oneOf, printIssues, readMeterText, refuseMeter, tooLong } from './meterInput';

/** The modelled series that a meter is held against, as options of the command say. */
export interface Against {
  readonly path: string;
  readonly column?: string;
  readonly unit?: string;
  /** For modelled time stamps without a zone of their own. */
  readonly zone?: string;
  readonly align: 'instant' | 'calendar';
}

/** Hour by hour and month by month, over the hours that both have. */
export function compareSeries(series: MeterSeries, channel: MeterChannel, against: Against): Guideline14 {
  const metered = hourlyPower(series, channel);
  const aligned = modelledOn(metered, series.clock, channel.direction, against);
  const months = monthsOfHours(series.clock, metered.startS, metered.pW.length);
  const compared = required(compareToMeter(metered.pW, aligned, months));
  if (compared.hours === 0) return refuseOverlap(against.path);
  return compared;
}

/** Period by period, as long as they were billed. */
export function compareBilled(bills: MeterBills, channel: BilledChannel, against: Against): BillComparison {
  const { periods } = channel;
  const [startS, endS] = [periods[0]!.startS, periods.at(-1)!.endS];
  const hours = { startS, pW: new Float64Array(Math.ceil((endS - startS) / 3600)) };
  const pW = modelledOn(hours, bills.clock, channel.direction, against);
  const compared = compareToBills(periods, { startS, pW });
  if (compared.periods.length === 0) return refuseOverlap(against.path);
  return compared;
}

/** The modelled hours on those of the meter; NaN where the model has none. */
function modelledOn(
  metered: HourlyPower,
  clock: ZoneClock,
  direction: MeterDirection,
  against: Against,
): Float64Array {
  const modelled = modelledHours(direction, against);
  const aligned =
    against.align === 'calendar'
      ? alignByCalendar(metered, clock, modelled.hours, modelled.clock)
      : alignHours(metered, modelled.hours);
  return (
    aligned ??
    refuseMeter(
      'meter-against',
      against.path,
      'The hours of the model begin at another minute than those of the meter.',
      'Check the zones of both.',
    )
  );
}

function refuseOverlap(path: string): never {
  return refuseMeter(
    'meter-no-overlap',
    path,
    'Model and meter have no hour or whole period in common.',
    'Run the model with the weather of the metered period, or compare by month, day and hour with --align calendar.',
  );
}

/** The modelled series: hours by number, as `gridtwin building` writes them, or with time stamps like a meter's. */
function modelledHours(
  direction: MeterDirection,
  { path, column, unit, zone, align }: Against,
): { hours: HourlyPower; clock: ZoneClock } {
  const text = readText(path);
  if (hasNumberedHours(text)) {
    if (align === 'calendar') {
      return { hours: required(readNumberedHours(text, fileName(path), column)), clock: fixedClock(0) };
    }
    return refuseMeter(
      'meter-no-overlap',
      path,
      'The modelled hours have numbers and no dates.',
      'Compare by month, day and hour with --align calendar.',
    );
  }
  const { value, issues } = readMeterText(text, path, {
    ...(column === undefined ? {} : { column }),
    ...(unit === undefined ? {} : { unit: oneOf(unit, 'against-unit', METER_UNITS)! }),
    ...(zone === undefined ? {} : { zone }),
    // The model is compared with this flow whatever its column is called.
    direction,
  });
  printIssues(issues.filter((issue) => issue.severity !== 'note'));
  const [modelled] = value.series?.channels ?? [];
  if (value.series === null || modelled === undefined || value.series.channels.length > 1) {
    return refuseMeter(
      'meter-against',
      path,
      'The modelled series cannot be read.',
      'See the issues above; give --against-column and --against-unit.',
    );
  }
  if (value.series.meteredStepS > 3600) throw tooLong(path, value.series);
  return { hours: hourlyPower(value.series, modelled), clock: value.series.clock };
}
