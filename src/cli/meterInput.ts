import {
  DATE_ORDERS,
  METER_DIRECTIONS,
  METER_LAYOUTS,
  METER_QUANTITIES,
  METER_UNITS,
  PERIOD_ENDS,
  type MeterChoices,
  type MeterOutcome,
  type MeterSeries,
  readGreenButton,
  readMeterCsv,
} from '../io/meterData';
import type { Issue } from '../model/outcome';
import { CommandFailure, EXIT, formatIssue, usageFailure } from './exit';
import { fileName } from './files';
import { durationS } from './optionNumbers';

/** What a caller may state about a meter's file, as options of a command. */
export const METER_CHOICE_OPTIONS = {
  unit: { type: 'string' },
  interval: { type: 'string' },
  zone: { type: 'string' },
  direction: { type: 'string' },
  quantity: { type: 'string' },
  stamp: { type: 'string' },
  'date-order': { type: 'string' },
  layout: { type: 'string' },
  'period-end': { type: 'string' },
  decimal: { type: 'string' },
  column: { type: 'string' },
} as const;

export const METER_CHOICE_USAGE =
  '[--unit kWh] [--interval 15m] [--zone Europe/Berlin] [--direction import|export|net|net-export-positive] [--quantity interval-energy|register|mean-power] [--stamp start|end] [--date-order ORDER] [--layout reading-per-line|day-per-line|billing-periods] [--period-end last-day|next-start] [--decimal point|comma] [--column NAME]';

export type MeterChoiceTexts = Readonly<Partial<Record<keyof typeof METER_CHOICE_OPTIONS, string>>>;

export function meterChoices(values: MeterChoiceTexts): MeterChoices {
  const entries = {
    unit: oneOf(values.unit, 'unit', METER_UNITS),
    quantity: oneOf(values.quantity, 'quantity', METER_QUANTITIES),
    direction: oneOf(values.direction, 'direction', METER_DIRECTIONS),
    stampAt: oneOf(values.stamp, 'stamp', ['start', 'end'] as const),
    layout: oneOf(values.layout, 'layout', METER_LAYOUTS),
    periodEnd: oneOf(values['period-end'], 'period-end', PERIOD_ENDS),
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

export function oneOf<Word extends string>(
  text: string | undefined,
  name: string,
  words: readonly Word[],
): Word | undefined {
  if (text === undefined) return undefined;
  const word = words.find((known) => known === text);
  if (word !== undefined) return word;
  throw usageFailure(`--${name} cannot be ${text}.`, `Use one of ${words.join(', ')}.`);
}

function secondsOf(text: string): number {
  const seconds = durationS(text);
  if (seconds !== null) return seconds;
  throw usageFailure(
    `--interval cannot be ${text}.`,
    'Give a number with s, min, h or d, such as 15m or 1h.',
  );
}

/** CSV or Green Button, known by its first character. */
export function readMeterText(text: string, path: string, choices: MeterChoices): MeterOutcome {
  const isXml = text.trimStart().replace('\ufeff', '').startsWith('<');
  return (isXml ? readGreenButton : readMeterCsv)(text, fileName(path), choices);
}

export function printIssues(issues: readonly Issue[]): void {
  for (const issue of issues) process.stderr.write(`${formatIssue(issue)}\n`);
}

/** The one flow of a meter that a model can be held against. */
export function comparedFlow<Flow>(channels: readonly Flow[], path: string): Flow {
  const [only] = channels;
  if (channels.length === 1 && only !== undefined) return only;
  return refuseMeter(
    'meter-against',
    path,
    'The meter has several flows.',
    'Choose one with --column or --direction.',
  );
}

export function refuseMeter(code: string, path: string, message: string, remedy: string): never {
  throw new CommandFailure(EXIT.badInput, [
    { severity: 'error', code, source: fileName(path), message, remedy },
  ]);
}

export const noHours = (path: string, value: string, message: string): CommandFailure =>
  new CommandFailure(EXIT.badInput, [
    {
      ...{ severity: 'error', code: 'meter-no-hours', source: fileName(path), value, message },
      remedy: 'Export hours or quarter hours.',
    },
  ]);

export const tooLong = (path: string, { meteredStepS }: MeterSeries): CommandFailure =>
  noHours(
    path,
    `${meteredStepS / 3600} h`,
    'The readings are longer than an hour: there are no hourly values in them.',
  );
