import { CENTS_PER_UNIT } from '../../kpi/money';
import { median } from '../../kpi/median';
import type { District } from '../../model/district';
import { busOf, supplyOf } from '../../scenario/selectors/supply';
import type { HouseholdMoney, MoneyYear } from '../../study/money';
import type { RunResult } from '../../engine/contract';
import { standingOf, type Judge } from '../standing';

/** A group of households before and after: counted, never averaged only. Amounts in units of the currency a year. */
export interface GroupRow {
  readonly key: string;
  readonly households: number;
  readonly billBefore: number;
  readonly billAfter: number;
  /** Energy and what is charged for measures; the boxes count by this. */
  readonly paidAfter: number;
  /** Energy cost over income after housing, percent; NaN where it is not told by this group. */
  readonly burdenBefore: number;
  readonly burdenAfter: number;
}

/** Households by what they pay a year: energy, and what they are charged for measures. */
export interface Gains {
  readonly less: number;
  readonly same: number;
  readonly more: number;
}

/** Overload behind one station. */
export interface StationRow {
  readonly id: string;
  readonly households: number;
  readonly hoursBefore: number;
  readonly hoursAfter: number;
}

export interface Equity {
  readonly byIncome: readonly GroupRow[];
  readonly byTenure: readonly GroupRow[];
  readonly gains: Gains;
}

/** Less than this share of the bill is no change. */
const SAME_SHARE = 0.02;

const energyOf = ({ electricityCents, fuelCents }: HouseholdMoney): number =>
  (electricityCents + fuelCents) / CENTS_PER_UNIT;
const paidOf = (one: HouseholdMoney): number => energyOf(one) + one.measuresCents / CENTS_PER_UNIT;

/** Who gains and who pays, from the same households in two years. */
export function equityOf(before: MoneyYear, after: MoneyYear): Equity {
  const byIncome = before.groups.map((group, row): GroupRow => {
    const then = after.groups[row]!;
    return {
      key: group.name,
      households: group.households,
      billBefore: group.medianEnergyBill,
      billAfter: then.medianEnergyBill,
      paidAfter: median(after.households.filter(({ third }) => third === row).map(paidOf)),
      burdenBefore: 100 * group.medianBurden,
      burdenAfter: 100 * then.medianBurden,
    };
  });
  const tenures = [...new Set(before.households.map(({ tenure }) => tenure))];
  const of = (tenure: string, { households }: MoneyYear) =>
    households.filter((household) => household.tenure === tenure);
  const byTenure = tenures.map((tenure): GroupRow => {
    const members = of(tenure, before);
    return {
      key: tenure,
      households: members.length,
      billBefore: median(members.map(energyOf)),
      billAfter: median(of(tenure, after).map(energyOf)),
      paidAfter: median(of(tenure, after).map(paidOf)),
      burdenBefore: Number.NaN,
      burdenAfter: Number.NaN,
    };
  });
  return { byIncome, byTenure, gains: gainsOf(before, after) };
}

function gainsOf(before: MoneyYear, after: MoneyYear): Gains {
  const was = new Map(before.households.map((household) => [household.id, household]));
  const gains = { less: 0, same: 0, more: 0 };
  for (const household of after.households) {
    const then = was.get(household.id);
    if (then === undefined) continue;
    const [from, to] = [paidOf(then), paidOf(household)];
    const change = to - from;
    if (Math.abs(change) <= SAME_SHARE * Math.abs(from)) gains.same += 1;
    else if (change < 0) gains.less += 1;
    else gains.more += 1;
  }
  return gains;
}

/** A year and what it is judged by. */
export interface JudgedYear {
  readonly result: RunResult;
  readonly judge: Judge;
}

/** Stations that are overloaded before or after, the longest first, with the households behind each. */
export function stationRows(
  district: District,
  before: JudgedYear,
  after: JudgedYear,
  most: number,
): readonly StationRow[] {
  const { network } = district;
  if (network === null) return [];
  const supply = supplyOf(network);
  const behind = new Float64Array(network.transformers.length);
  for (const building of district.buildings) {
    const row = supply.transformerOfBus[busOf(supply, building)] ?? -1;
    if (row >= 0) behind[row]! += building.households;
  }
  const hoursOf = ({ result, judge }: JudgedYear, id: string): number =>
    standingOf(result, judge).transformers.find((station) => station.id === id)?.aboveH ?? 0;
  return network.transformers
    .map(({ id }, row) => ({
      id,
      households: behind[row]!,
      hoursBefore: hoursOf(before, id),
      hoursAfter: hoursOf(after, id),
    }))
    .filter(({ hoursBefore, hoursAfter }) => hoursBefore > 0 || hoursAfter > 0)
    .sort((a, b) => b.hoursAfter - a.hoursAfter || b.hoursBefore - a.hoursBefore)
    .slice(0, most);
}
