import type { HourlySeries } from './alignHours';
import { DEFAULT_PARAMETERS, figuresOf, type FitFigures, GUIDELINE_14_LIMITS } from './guideline14';

/** A period with the energy that was billed for it; NaN where it is not known. */
export interface BilledEnergy {
  readonly startS: number;
  readonly endS: number;
  readonly energyJ: number;
}

export interface PeriodFit {
  readonly startS: number;
  readonly endS: number;
  readonly meteredJ: number;
  readonly modelledJ: number;
  /** Share of the period that the model has; the rest is taken at the mean of this share. */
  readonly modelledShare: number;
}

export interface BillComparison {
  /** Figures over billing periods, held to the monthly limits; null with fewer periods than p + 1. */
  readonly monthly: FitFigures | null;
  /** Those compared, in order of time. */
  readonly periods: readonly PeriodFit[];
  /** Periods with an energy, compared or not. */
  readonly billed: number;
}

/** A leap day that a typical year lacks is 3 % of a month. */
const LEAST_SHARE = 0.95;

/**
 * Modelled against billed energy after ASHRAE Guideline 14-2014, a pair for each billing period as long as it was. With E_i
 * billed and P modelled mean power of the hours h of period i, of which it covers the seconds d_h,
 *
 *     s_i = sum(P_h d_h) / sum(d_h) (t_end - t_start)        h with a modelled value
 *
 * Periods of which less than 95 % are modelled are left out, not scaled up. Bills have no hours: there are no hourly figures.
 */
export function compareToBills(
  bills: readonly BilledEnergy[],
  modelled: HourlySeries,
  p: number = DEFAULT_PARAMETERS,
): BillComparison {
  const known = bills.filter(({ energyJ }) => Number.isFinite(energyJ));
  const periods = known.flatMap((bill): PeriodFit[] => {
    const { startS, endS, energyJ } = bill;
    const { energyJ: coveredJ, coveredS } = modelledIn(bill, modelled);
    const modelledShare = coveredS / (endS - startS);
    if (!(modelledShare >= LEAST_SHARE)) return [];
    return [{ startS, endS, meteredJ: energyJ, modelledJ: coveredJ / modelledShare, modelledShare }];
  });
  const monthly = figuresOf(
    periods.map(({ meteredJ }) => meteredJ),
    periods.map(({ modelledJ }) => modelledJ),
    p,
    GUIDELINE_14_LIMITS.monthly,
  );
  return { monthly, periods, billed: known.length };
}

/** Energy of the modelled hours inside a period; hours over its ends count by the part inside. */
export function modelledIn(
  { startS, endS }: Pick<BilledEnergy, 'startS' | 'endS'>,
  { startS: firstS, pW }: HourlySeries,
): { readonly energyJ: number; readonly coveredS: number } {
  let [energyJ, coveredS] = [0, 0];
  const from = Math.max(0, Math.floor((startS - firstS) / 3600));
  const to = Math.min(pW.length, Math.ceil((endS - firstS) / 3600));
  for (let hour = from; hour < to; hour += 1) {
    const hourS = firstS + hour * 3600;
    const insideS = Math.min(endS, hourS + 3600) - Math.max(startS, hourS);
    if (!Number.isFinite(pW[hour]!)) continue;
    energyJ += pW[hour]! * insideS;
    coveredS += insideS;
  }
  return { energyJ, coveredS };
}
