import { parseArgs } from 'node:util';
import {
  alignByCalendar,
  DATE_ORDERS,
  fixedClock,
  hasNumberedHours,
  hourlyPower,
  type HourlyPower,
  METER_DIRECTIONS,
  METER_QUANTITIES,
  METER_UNITS,
  type MeterChannel,
  type MeterChoices,
  type MeterOutcome,
  type MeterSeries,
  monthsOfHours,
  readGreenButton,
  readMeterCsv,
  readNumberedHours,
  writeHourlyCsv,
  type ZoneClock,
} from '../../io/meterData';
import type { Issue } from '../../model/outcome';
import { alignHours, compareToMeter, type Guideline14 } from '../../study/calibration';
import { CommandFailure, EXIT, formatIssue, required, usageFailure } from '../exit';
import { fileName, readText, writeFile } from '../files';
import { comparisonText, detectionText, seriesText } from '../meterText';

export const METER_USAGE =
  'meter FILE(.csv|.xml) [--unit kWh] [--interval 15m] [--zone Europe/Berlin] [--direction import|export|net|net-export-positive] [--quantity interval-energy|register|mean-power] [--stamp start|end] [--date-order ORDER] [--decimal point|comma] [--column NAME] [--out hourly.csv] [--against modelled.csv [--against-column NAME] [--against-unit UNIT] [--align instant|calendar]]';

const OPTIONS = {
  unit: { type: 'string' },
  interval: { type: 'string' },
  zone: { type: 'string' },
  direction: { type: 'string' },
  quantity: { type: 'string' },
  stamp: { type: 'string' },
  'date-order': { type: 'string' },
  decimal: { type: 'string' },
  column: { type: 'string' },
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
  const choices = choicesOf(values);
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
  const text = readText(path);
  const isXml = text.trimStart().replace('\ufeff', '').startsWith('<');
  return (isXml ? readGreenButton : readMeterCsv)(text, fileName(path), choices);
}

function printIssues(issues: readonly Issue[]): void {
  for (const issue of issues) process.stderr.write(`${formatIssue(issue)}\n`);
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
    return refuse(
      'meter-against',
      path,
      'The hours of the model begin at another minute than those of the meter.',
      'Check the zones of both.',
    );
  }
  const months = monthsOfHours(series.clock, metered.startS, metered.pW.length);
  const compared = required(compareToMeter(metered.pW, aligned, months));
  if (compared.hours === 0) {
    return refuse(
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
    return refuse(
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
    return refuse(
      'meter-against',
      path,
      'The modelled series cannot be read.',
      'See the issues above; give --against-column and --against-unit.',
    );
  }
  if (value.series.meteredStepS > 3600) throw tooLong(path, value.series);
  return { hours: hourlyPower(value.series, modelled), clock: value.series.clock };
}

function comparedChannel({ channels }: MeterSeries, path: string): MeterChannel {
  const [only] = channels;
  return channels.length === 1 && only !== undefined
    ? only
    : refuse(
        'meter-against',
        path,
        'The meter has several flows.',
        'Choose one with --column or --direction.',
      );
}

function refuse(code: string, path: string, message: string, remedy: string): never {
  throw new CommandFailure(EXIT.badInput, [
    { severity: 'error', code, source: fileName(path), message, remedy },
  ]);
}

const tooLong = (path: string, { meteredStepS }: MeterSeries): CommandFailure =>
  new CommandFailure(EXIT.badInput, [
    {
      severity: 'error',
      code: 'meter-no-hours',
      source: fileName(path),
      value: `${meteredStepS / 3600} h`,
      message: 'The readings are longer than an hour: there are no hourly values in them.',
      remedy: 'Export hours or quarter hours.',
    },
  ]);

function choicesOf(values: Values): MeterChoices {
  const entries = {
    unit: oneOf(values.unit, 'unit', METER_UNITS),
    quantity: oneOf(values.quantity, 'quantity', METER_QUANTITIES),
    direction: oneOf(values.direction, 'direction', METER_DIRECTIONS),
    stampAt: oneOf(values.stamp, 'stamp', ['start', 'end'] as const),
    dateOrder: oneOf(values['date-order'], 'date-order', DATE_ORDERS),
    decimalMark: decimalOf(oneOf(values.decimal, 'decimal', ['point', 'comma'] as const)),
    intervalS: values.interval === undefined ? undefined : secondsOf(values.interval),
    zone: values.zone,
    column: values.column,
  };
  return Object.fromEntries(
    Object.entries(entries).filter(([, value]) => value !== undefined),
  ) as MeterChoices;
}

const decimalOf = (word: 'point' | 'comma' | undefined): '.' | ',' | undefined =>
  word === undefined ? undefined : word === 'point' ? '.' : ',';

function oneOf<Word extends string>(
  text: string | undefined,
  name: string,
  words: readonly Word[],
): Word | undefined {
  if (text === undefined) return undefined;
  const word = words.find((known) => known === text);
  if (word !== undefined) return word;
  throw usageFailure(`--${name} cannot be ${text}.`, `Use one of ${words.join(', ')}.`);
}

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, min: 60, h: 3600, d: 86_400 };

function secondsOf(text: string): number {
  const match = /^(\d{1,5})(s|m|min|h|d)$/.exec(text);
  const seconds = match === null ? 0 : Number(match[1]) * SECONDS[match[2]!]!;
  if (seconds > 0) return seconds;
  throw usageFailure(
    `--interval cannot be ${text}.`,
    'Give a number with s, min, h or d, such as 15m or 1h.',
  );
}
