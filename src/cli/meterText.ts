import {
  detectionEntries,
  entryLabel,
  localText,
  type MeterChannel,
  type MeterReading,
  type MeterSeries,
  totalOf,
  valueText,
  yearTotals,
} from '../io/meterData';
import {
  type FitFigures,
  GUIDELINE_14_LIMITS,
  GUIDELINE_14_SOURCE,
  type Guideline14,
  NMBE_SIGN,
} from '../study/calibration';
import { J_PER_KWH } from '../units/suffixes';

const percent = (fraction: number): string => `${(fraction * 100).toFixed(2)} %`;
const kwh = (energyJ: number): string =>
  Number.isNaN(energyJ) ? 'no reading' : `${(energyJ / J_PER_KWH).toFixed(3)} kWh`;

/** What was detected, each with its basis and reason: the caller confirms it or overrides it with an option. */
export function detectionText(name: string, { detection, rowsRead, rowsUsed }: MeterReading): string {
  const lines = detectionEntries(detection)
    .filter(({ found }) => found.basis !== 'absent')
    .map(({ name: entry, column, found }) => {
      const label =
        column === undefined || detection.channels.length < 2
          ? entryLabel(entry)
          : `${entryLabel(entry)} of ${column}`;
      const value =
        found.value === null
          ? '?'
          : entry === 'intervalS'
            ? `${valueText(found.value)} s`
            : valueText(found.value);
      return [label, value, `${found.basis}: ${found.reason}`];
    });
  const widths = [0, 1].map((at) => Math.max(...lines.map((line) => line[at]!.length)));
  const table = lines.map(
    ([label, value, reason]) => `  ${label!.padEnd(widths[0]!)}  ${value!.padEnd(widths[1]!)}  ${reason}`,
  );
  return [`Detected in ${name}`, ...table, `  ${rowsRead} readings found, ${rowsUsed} used`].join('\n');
}

/** Period, coverage and totals of each flow; nothing is scaled up for what is missing. */
export function seriesText(series: MeterSeries): string {
  const { startS, stepS, clock } = series;
  return series.channels
    .map((channel) => {
      const { energyJ, coveredS, spanS } = totalOf(series, channel);
      const period = `${localText(clock, startS)} to ${localText(clock, startS + channel.pW.length * stepS)}`;
      const years = yearTotals(series, channel).map(
        (year) =>
          `  ${year.year}  ${kwh(year.energyJ)}, ${year.coveredS / 3600} of ${year.spanS / 3600} h metered (${percent(year.coveredS / year.spanS)})`,
      );
      return [
        `${channel.direction} (${channel.name}): ${period}`,
        `  total ${kwh(energyJ)}, coverage ${percent(coveredS / spanS)} (${coveredS / 3600} of ${spanS / 3600} h)`,
        ...years,
      ].join('\n');
    })
    .join('\n');
}

/** CV(RMSE) and NMBE by month and hour, with p, sign convention, limits and their source. */
export function comparisonText({ direction }: MeterChannel, compared: Guideline14): string {
  const { hourly, monthly, months, hours, hoursInPeriod } = compared;
  const partial = months.filter((month) => month.hours < month.hoursInPeriod).length;
  return [
    `Modelled against metered ${direction}: ${hours} of ${hoursInPeriod} h have both (${percent(hours / hoursInPeriod)})`,
    figuresLine('hourly', hourly, GUIDELINE_14_LIMITS.hourly),
    figuresLine('monthly', monthly, GUIDELINE_14_LIMITS.monthly),
    ...(partial === 0
      ? []
      : [`  ${partial} of ${months.length} months are compared over the hours that both have`]),
    `  ${NMBE_SIGN}. Denominators n - p.`,
    `  Limits: ${GUIDELINE_14_SOURCE}.`,
  ].join('\n');
}

function figuresLine(
  name: string,
  figures: FitFigures | null,
  limits: { cvRmse: number; nmbe: number },
): string {
  if (figures === null) return `  ${name.padEnd(8)} too few values for a figure`;
  const { cvRmse, nmbe, n, p, withinLimits } = figures;
  return `  ${name.padEnd(8)} CV(RMSE) ${percent(cvRmse)} (limit ${limits.cvRmse * 100} %), NMBE ${percent(nmbe)} (limit ±${limits.nmbe * 100} %), n = ${n}, p = ${p}: ${withinLimits ? 'within the limits' : 'outside the limits'}`;
}
