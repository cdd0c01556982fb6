import { fail, type Issue, type Outcome, succeed } from '../../model/outcome';

/**
 * Limits for a calibrated simulation: ASHRAE Guideline 14-2014, Measurement of Energy, Demand, and Water Savings, whole
 * building calibrated simulation path: NMBE 5 % and CV(RMSE) 15 % against monthly data, 10 % and 30 % against hourly data.
 */
export const GUIDELINE_14_LIMITS = {
  monthly: { cvRmse: 0.15, nmbe: 0.05 },
  hourly: { cvRmse: 0.3, nmbe: 0.1 },
} as const;

export const GUIDELINE_14_SOURCE = 'ASHRAE Guideline 14-2014, whole building calibrated simulation';

/** The sign, as it has to stand beside every printed NMBE. */
export const NMBE_SIGN = 'NMBE = metered - modelled: negative means that the model predicts too much';

/** Adjustable parameters in n - p; one for a calibrated simulation. */
export const DEFAULT_PARAMETERS = 1;

export interface FitFigures {
  /** Coefficient of variation of the root mean square error, as a fraction. */
  readonly cvRmse: number;
  /** Normalised mean bias error, as a fraction; metered - modelled. */
  readonly nmbe: number;
  /** Pairs compared. */
  readonly n: number;
  /** Adjustable parameters in the denominator. */
  readonly p: number;
  readonly withinLimits: boolean;
}

export interface MonthFit {
  /** year x 12 + month - 1 of the local calendar. */
  readonly month: number;
  /** Sums over the hours that both have, J. */
  readonly meteredJ: number;
  readonly modelledJ: number;
  readonly hours: number;
  /** Hours of this month in the period given. */
  readonly hoursInPeriod: number;
}

export interface Guideline14 {
  /** null with fewer pairs than p + 1, or a metered mean of zero. */
  readonly hourly: FitFigures | null;
  readonly monthly: FitFigures | null;
  readonly months: readonly MonthFit[];
  /** Hours that both series have, and hours of the period. */
  readonly hours: number;
  readonly hoursInPeriod: number;
}

/**
 * Modelled against metered after ASHRAE Guideline 14-2014, over the hours that both have:
 *
 *     CV(RMSE) = sqrt(sum((y_i - s_i)^2) / (n - p)) / mean(y)
 *     NMBE     = sum(y_i - s_i) / ((n - p) mean(y))
 *
 * with y metered, s modelled. Monthly figures compare the sums of those hours in each month: a month is never compared
 * with one that has more hours.
 *
 * @param meteredW mean power of each hour, W, NaN where missing
 * @param modelledW the same hours
 * @param monthOfHour year x 12 + month - 1 of each hour
 * @param p adjustable parameters, stated with every figure
 */
export function compareToMeter(
  meteredW: Float64Array,
  modelledW: Float64Array,
  monthOfHour: Int32Array,
  p: number = DEFAULT_PARAMETERS,
): Outcome<Guideline14> {
  const hours = meteredW.length;
  if (modelledW.length !== hours || monthOfHour.length !== hours || !(p >= 0)) {
    return fail([lengthIssue(`${hours}, ${modelledW.length}, ${monthOfHour.length} hours, p = ${p}`)]);
  }
  const both = (hour: number): boolean =>
    Number.isFinite(meteredW[hour]!) && Number.isFinite(modelledW[hour]!);
  const common = Array.from(meteredW.keys()).filter(both);
  const months = monthsOf(meteredW, modelledW, monthOfHour, both);
  const used = months.filter((month) => month.hours > 0);
  return succeed({
    hourly: figuresOf(
      common.map((hour) => meteredW[hour]!),
      common.map((hour) => modelledW[hour]!),
      p,
      GUIDELINE_14_LIMITS.hourly,
    ),
    monthly: figuresOf(
      used.map((month) => month.meteredJ),
      used.map((month) => month.modelledJ),
      p,
      GUIDELINE_14_LIMITS.monthly,
    ),
    months,
    hours: common.length,
    hoursInPeriod: hours,
  });
}

/** Sums of the common hours of each month, in order of time. */
function monthsOf(
  meteredW: Float64Array,
  modelledW: Float64Array,
  monthOfHour: Int32Array,
  both: (hour: number) => boolean,
): MonthFit[] {
  const months = new Map<number, { -readonly [Key in keyof MonthFit]: MonthFit[Key] }>();
  monthOfHour.forEach((key, hour) => {
    let month = months.get(key);
    if (month === undefined) {
      months.set(key, (month = { month: key, meteredJ: 0, modelledJ: 0, hours: 0, hoursInPeriod: 0 }));
    }
    month.hoursInPeriod += 1;
    if (!both(hour)) return;
    month.meteredJ += meteredW[hour]! * 3600;
    month.modelledJ += modelledW[hour]! * 3600;
    month.hours += 1;
  });
  return [...months.values()].sort((a, b) => a.month - b.month);
}

const lengthIssue = (value: string): Issue => ({
  severity: 'error',
  code: 'calibration-lengths',
  source: 'comparison with the meter',
  value,
  message: 'Metered hours, modelled hours and months are not of one length, or p is negative.',
  remedy: 'Bring both series to the same hours first.',
});

/** Figures of pairs of one length; null with fewer than p + 1 pairs, or a metered mean of zero. */
export function figuresOf(
  metered: readonly number[],
  modelled: readonly number[],
  p: number,
  limits: { readonly cvRmse: number; readonly nmbe: number },
): FitFigures | null {
  const n = metered.length;
  let [sum, squares, bias] = [0, 0, 0];
  for (let i = 0; i < n; i += 1) {
    const error = metered[i]! - modelled[i]!;
    sum += metered[i]!;
    squares += error * error;
    bias += error;
  }
  const mean = sum / n;
  if (n <= p || !(mean > 0)) return null;
  const cvRmse = Math.sqrt(squares / (n - p)) / mean;
  const nmbe = bias / ((n - p) * mean);
  return { cvRmse, nmbe, n, p, withinLimits: cvRmse <= limits.cvRmse && Math.abs(nmbe) <= limits.nmbe };
}
