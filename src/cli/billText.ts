import { type BilledChannel, billedYears, billTotal, localText, type MeterBills } from '../io/meterData';
import type { BillComparison } from '../study/calibration';
import { FIGURES_NOTES, percent } from './guideline14Text';
import { figuresLine, kwh } from './meterText';

const days = (seconds: number): string => `${Number((seconds / 86_400).toFixed(2))} d`;
const date = ({ clock }: MeterBills, instantS: number): string => localText(clock, instantS).slice(0, 10);

/** Periods, coverage and totals of each flow; nothing is scaled up, and what is shared over a turn of the year is said. */
export function billsText(bills: MeterBills): string {
  return bills.channels.map((channel) => flowText(bills, channel)).join('\n');
}

function flowText(bills: MeterBills, channel: BilledChannel): string {
  const { direction, name, periods } = channel;
  const { energyJ, coveredS, spanS } = billTotal(channel);
  const known = periods.filter((period) => !Number.isNaN(period.energyJ)).length;
  const span = `${date(bills, periods[0]!.startS)} to ${date(bills, periods.at(-1)!.endS)}`;
  const years = billedYears(bills, channel).map(
    (year) =>
      `  ${year.year}  ${kwh(year.energyJ)}, ${days(year.coveredS)} of ${days(year.spanS)} billed (${percent(year.coveredS / year.spanS)})` +
      (year.sharedJ === 0 ? '' : `; ${kwh(year.sharedJ)} of it shared by time with the year beside`),
  );
  return [
    `${direction} (${name}): ${span}, ${known} periods`,
    `  total ${kwh(energyJ)}, coverage ${percent(coveredS / spanS)} (${days(coveredS)} of ${days(spanS)})`,
    ...years,
  ].join('\n');
}

/** Every period beside the model, and CV(RMSE) and NMBE over them with p, sign convention, limits and their source. */
export function billComparisonText(
  bills: MeterBills,
  { direction }: BilledChannel,
  { monthly, periods, billed }: BillComparison,
): string {
  const filled = periods.filter(({ modelledShare }) => modelledShare < 1).length;
  return [
    `Modelled against billed ${direction}: ${periods.length} of ${billed} periods have both`,
    ...periods.map(
      ({ startS, endS, meteredJ, modelledJ }) =>
        `  ${date(bills, startS)} to ${date(bills, endS)}  billed ${kwh(meteredJ)}, modelled ${kwh(modelledJ)}`,
    ),
    figuresLine('monthly', monthly),
    '  hourly   none: bills have no hours. Pairs are billing periods as long as they were, held to the monthly limits.',
    ...(filled === 0
      ? []
      : [
          `  ${filled} periods have hours without a model; they are taken at the mean of the period’s others`,
        ]),
    ...FIGURES_NOTES,
  ].join('\n');
}
