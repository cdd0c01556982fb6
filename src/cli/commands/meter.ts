import { parseArgs } from 'node:util';
import {
  alignByCalendar,
  fixedClock,
  hasNumberedHours,
  hourlyPower,
  type HourlyPower,
  METER_UNITS,
  type MeterChannel,
  type MeterChoices,
  type MeterOutcome,
  type MeterSeries,
  monthsOfHours,
  readNumberedHours,
  writeHourlyCsv,
  type ZoneClock,
} from '../../io/meterData';
import { alignHours, compareToMeter, type Guideline14 } from '../../study/calibration';
import { EXIT, required, usageFailure } from '../exit';
import { fileName, readText, writeFile } from '../files';
import {
  comparedChannel,
  METER_CHOICE_OPTIONS,
  METER_CHOICE_USAGE,
  meterChoices,
  oneOf,
  printIssues,
  readMeterText,
  refuseMeter,
  tooLong,
} from '../meterInput';
import { comparisonText, detectionText, seriesText } from '../meterText';

export const METER_USAGE = `meter FILE(.csv|.xml) ${METER_CHOICE_USAGE} [--out hourly.csv] [--against modelled.csv [--against-column NAME] [--against-unit UNIT] [--align instant|calendar]]`;

const OPTIONS = {
  ...METER_CHOICE_OPTIONS,
  out: { type: 'string' },
  against: { type: 'string' },
  'against-column': { type: 'string' },
  'against-unit': { type: 'string' },
  align: { type: 'string' },
} as const;

type Values = Readonly<Partial<Record<keyof typeof OPTIONS, string>>>;

/** Reads a meter's file, prints what was detected and counted, and compares it with a modelled series. */
export function meter(args: readonly string[]): number {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
  const [path] = positionals;
  if (path === undefined || positionals.length > 1) throw usageFailure('meter takes one file.', METER_USAGE);
  const choices = meterChoices(values);
  const align = oneOf(values.align, 'align', ['instant', 'calendar'] as const) ?? 'instant';
  if (
    values.against === undefined &&
    (values['against-column'] ?? values['against-unit'] ?? values.align) !== undefined
  ) {
    throw usageFailure('--against-column, --against-unit and --align go with --against.', METER_USAGE);
  }
  const { value, issues } = readMeter(path, choices);
  process.stdout.write(`${detectionText(fileName(path), value)}\n`);
  printIssues(issues);
  if (value.series === null) return EXIT.badInput;
  process.stdout.write(`\n${seriesText(value.series)}\n`);
  if (values.out !== undefined) {
    if (value.series.meteredStepS > 3600) throw tooLong(path, value.series);
    writeFile(values.out, writeHourlyCsv(value.series));
  }
  if (values.against !== undefined) {
    const channel = comparedChannel(value.series, path);
    const compared = compare(value.series, channel, values, values.against, align);
    process.stdout.write(`\n${comparisonText(channel, compared)}\n`);
  }
  return EXIT.done;
}

function readMeter(path: string, choices: MeterChoices): MeterOutcome {
  return readMeterText(readText(path), path, choices);
}

type Align = 'instant' | 'calendar';

function compare(
  series: MeterSeries,
  channel: MeterChannel,
  values: Values,
  path: string,
  align: Align,
): Guideline14 {
  if (series.meteredStepS > 3600) throw tooLong(path, series);
  const { hours, clock } = modelledHours(channel, values, path, align);
  const metered = hourlyPower(series, channel);
  const aligned =
    align === 'calendar' ? alignByCalendar(metered, series.clock, hours, clock) : alignHours(metered, hours);
  if (aligned === null) {
    return refuseMeter(
      'meter-against',
      path,
      'The hours of the model begin at another minute than those of the meter.',
      'Check the zones of both.',
    );
  }
  const months = monthsOfHours(series.clock, metered.startS, metered.pW.length);
  const compared = required(compareToMeter(metered.pW, aligned, months));
  if (compared.hours === 0) {
    return refuseMeter(
      'meter-no-overlap',
      path,
      'Model and meter have no hour in common.',
      'Run the model with the weather of the metered period, or compare by month, day and hour with --align calendar.',
    );
  }
  return compared;
}

/** The modelled series: hours by number, as `gridtwin building` writes them, or with time stamps like a meter's. */
function modelledHours(
  channel: MeterChannel,
  values: Values,
  path: string,
  align: Align,
): { hours: HourlyPower; clock: ZoneClock } {
  const text = readText(path);
  const column = values['against-column'];
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
  const { value, issues } = readMeter(path, {
    ...(column === undefined ? {} : { column }),
    ...(values['against-unit'] === undefined
      ? {}
      : { unit: oneOf(values['against-unit'], 'against-unit', METER_UNITS)! }),
    ...(values.zone === undefined ? {} : { zone: values.zone }),
    // The model is compared with this flow whatever its column is called.
    direction: channel.direction,
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
