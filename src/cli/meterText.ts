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
import type { FitFigures, Guideline14 } from '../study/calibration';
import { J_PER_KWH } from '../units/suffixes';
import { comparedHours, FIGURES_NOTES, limitTexts, percent } from './guideline14Text';

export const kwh = (energyJ: number): string =>
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
  const { hourly, monthly, months } = compared;
  const partial = months.filter((month) => month.hours < month.hoursInPeriod).length;
  return [
    `Modelled against metered ${direction}: ${comparedHours(compared)}`,
    figuresLine('hourly', hourly),
    figuresLine('monthly', monthly),
    ...(partial === 0
      ? []
      : [`  ${partial} of ${months.length} months are compared over the hours that both have`]),
    ...FIGURES_NOTES,
  ].join('\n');
}

export function figuresLine(name: 'hourly' | 'monthly', figures: FitFigures | null): string {
  if (figures === null) return `  ${name.padEnd(8)} too few values for a figure`;
  const { cvRmse, nmbe, n, p, withinLimits } = figures;
  const limits = limitTexts(name);
  return `  ${name.padEnd(8)} CV(RMSE) ${percent(cvRmse)} (limit ${limits.cvRmse}), NMBE ${percent(nmbe)} (limit ${limits.nmbe}), n = ${n}, p = ${p}: ${withinLimits ? 'within the limits' : 'outside the limits'}`;
}
