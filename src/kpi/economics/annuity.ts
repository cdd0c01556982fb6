import { pow } from '../../sim/numeric/elementary';
import { presentValue, type DiscountSchedule } from './discounting';

/** Below it (1 + i)^n - 1 loses digits, and the series of CRF to first order is nearer than 1e-9. */
const SMALL_RATE = 1e-6;

/** CRF = i (1 + i)^n/((1 + i)^n - 1); 1/n without interest. NaN for no years. */
export function capitalRecoveryFactor(rate: number, years: number): number {
  if (!(years > 0 && rate > -1)) return Number.NaN;
  if (Math.abs(rate) < SMALL_RATE) return (1 + (rate * (years + 1)) / 2) / years;
  const growth = pow(1 + rate, years);
  return (rate * growth) / (growth - 1);
}

/** Equal yearly payments at the ends of n years that are worth `investment` today: I CRF. */
export function annuity(investment: number, rate: number, years: number): number {
  return investment * capitalRecoveryFactor(rate, years);
}

export interface LevelisedInput {
  readonly investment: number;
  readonly yearlyCost: number;
  /** Energy of a year, in the unit that the result is to be per. */
  readonly yearlyEnergy: number;
  readonly rate: number;
  readonly years: number;
}

/** LCOE = (I CRF + O&M)/E with the same cost and energy every year. NaN without energy. */
export function levelisedCost({ investment, yearlyCost, yearlyEnergy, rate, years }: LevelisedInput): number {
  if (!(yearlyEnergy > 0)) return Number.NaN;
  return (annuity(investment, rate, years) + yearlyCost) / yearlyEnergy;
}

/** LCOE = PV(cost)/PV(energy) of any flows; year 0 is today. NaN without energy. */
export function levelisedCostOfFlows(
  costs: readonly number[],
  energy: readonly number[],
  schedule: Pick<DiscountSchedule, 'rates'>,
): number {
  const discounted = presentValue(energy, schedule);
  return discounted > 0 ? presentValue(costs, schedule) / discounted : Number.NaN;
}
