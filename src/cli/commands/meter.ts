import { parseArgs } from 'node:util';
import { type MeterBills, type MeterSeries, writeHourlyCsv } from '../../io/meterData';
import { billComparisonText, billsText } from '../billText';
import { EXIT, usageFailure } from '../exit';
import { fileName, readText, writeFile } from '../files';
import { type Against, compareBilled, compareSeries } from '../meterAgainst';
import {
  comparedFlow,
  METER_CHOICE_OPTIONS,
  METER_CHOICE_USAGE,
  meterChoices,
  noHours,
  oneOf,
  printIssues,
  readMeterText,
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
  const against = againstOf(values);
  const { value, issues } = readMeterText(readText(path), path, choices);
  process.stdout.write(`${detectionText(fileName(path), value)}\n`);
  printIssues(issues);
  if (value.series !== null) useSeries(value.series, path, values.out, against);
  else if (value.bills !== null) useBills(value.bills, path, values.out, against);
  else return EXIT.badInput;
  return EXIT.done;
}

function againstOf(values: Values): Against | null {
  const align = oneOf(values.align, 'align', ['instant', 'calendar'] as const) ?? 'instant';
  const { against: path, 'against-column': column, 'against-unit': unit, zone } = values;
  if (path === undefined) {
    if ((column ?? unit ?? values.align) === undefined) return null;
    throw usageFailure('--against-column, --against-unit and --align go with --against.', METER_USAGE);
  }
  return {
    ...{ path, align },
    ...(column === undefined ? {} : { column }),
    ...(unit === undefined ? {} : { unit }),
    ...(zone === undefined ? {} : { zone }),
  };
}

function useSeries(
  series: MeterSeries,
  path: string,
  out: string | undefined,
  against: Against | null,
): void {
  process.stdout.write(`\n${seriesText(series)}\n`);
  if ((out !== undefined || against !== null) && series.meteredStepS > 3600) throw tooLong(path, series);
  if (out !== undefined) writeFile(out, writeHourlyCsv(series));
  if (against === null) return;
  const channel = comparedFlow(series.channels, path);
  process.stdout.write(`\n${comparisonText(channel, compareSeries(series, channel, against))}\n`);
}

function useBills(bills: MeterBills, path: string, out: string | undefined, against: Against | null): void {
  process.stdout.write(`\n${billsText(bills)}\n`);
  if (out !== undefined) throw noHours(path, 'bills', 'Bills have no hours in them.');
  if (against === null) return;
  const channel = comparedFlow(bills.channels, path);
  const compared = compareBilled(bills, channel, against);
  process.stdout.write(`\n${billComparisonText(bills, channel, compared)}\n`);
}
