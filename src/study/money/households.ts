import {
  burdensByGroup,
  equivalentPersons,
  INCOME_PLACEHOLDERS,
  INCOME_THIRDS,
  thirdsOf,
  type HouseholdIncome,
  type IncomeAssumptions,
} from '../../kpi/incomes';
import type { Factors } from '../../kpi';
import { median } from '../../kpi/median';
import { CENTS_PER_UNIT } from '../../kpi/money';
import {
  energyPoverty,
  POVERTY_MEASURES,
  type Household,
  type PovertyMeasure,
  type PovertyResult,
} from '../../kpi/poverty';
import { factorQuality } from '../../kpi/factorQuality';

/** A household's year in money. Amounts in cents; income in units of the currency. */
export interface HouseholdMoney extends HouseholdIncome {
  /** 0 to 2: the lowest, middle and highest third by income per equivalent person. */
  readonly third: number;
  /** Its part of electricity bills, feed-in taken off. */
  readonly electricityCents: number;
  readonly fuelCents: number;
  /** What it pays for measures a year less grants: annuities, upkeep, rent. */
  readonly measuresCents: number;
  /** Kelvin hours of its building outside the comfort band while somebody is in. */
  readonly underheatingKH: number;
  readonly overheatingKH: number;
}

/** A third of the households by income. */
export interface GroupMoney {
  readonly name: (typeof INCOME_THIRDS)[number];
  readonly households: number;
  readonly medianIncome: number;
  readonly medianElectricityBill: number;
  readonly medianEnergyBill: number;
  /** Energy cost over income after housing: median of the households, sum over sum. */
  readonly medianBurden: number;
  readonly burdenOfSums: number;
  /** Percent of the households that each measure of poverty finds. */
  readonly poorPercent: Readonly<Record<PovertyMeasure, number>>;
  readonly vulnerableHouseholds: number;
  /** Mean of the households. */
  readonly underheatingKH: number;
  readonly overheatingKH: number;
}

/** What is assumed of incomes, where a scenario has figures of its own in their places. */
export function incomeAssumptionsOf(factors: Factors): IncomeAssumptions {
  const { medianIncomeEurPerYear, incomeGini, vulnerableShare } = factors;
  const sourced = ({ value, source }: Factors['incomeGini']) => ({
    value,
    source,
    quality: factorQuality({ source }),
  });
  return {
    ...INCOME_PLACEHOLDERS,
    medianPerYear: sourced(medianIncomeEurPerYear),
    gini: sourced(incomeGini),
    vulnerableShare: sourced(vulnerableShare),
  };
}

export const energyBill = ({ electricityCents, fuelCents }: HouseholdMoney): number =>
  (electricityCents + fuelCents) / CENTS_PER_UNIT;

const afterHousing = ({ income, housingCost }: HouseholdMoney): number => income - housingCost;

/**
 * A household as measures of poverty see it. The run heats to the set-points whatever it costs, so its cost is that of required
 * energy; nothing is known of who saves on it, and what is spent is the same. A household that earns from its panels is spared
 * a negative cost.
 */
export function povertyHousehold(household: HouseholdMoney): Household {
  const cost = Math.max(0, energyBill(household));
  const equivalence = equivalentPersons(household.persons);
  return {
    id: household.id,
    income: afterHousing(household),
    requiredCost: cost,
    spend: cost,
    incomeEquivalence: equivalence,
    costEquivalence: equivalence,
  };
}

export const povertyOf = (households: readonly HouseholdMoney[]): PovertyResult =>
  energyPoverty(households.map(povertyHousehold));

export function withThirds<Row extends HouseholdIncome>(rows: readonly Row[]): (Row & { third: number })[] {
  const thirds = thirdsOf(rows);
  return rows.map((row, at) => ({ ...row, third: thirds[at]! }));
}

export function groupsOf(
  households: readonly HouseholdMoney[],
  { poor }: PovertyResult,
): readonly GroupMoney[] {
  const burdens = burdensByGroup(
    households.map((household) => povertyHousehold(household).requiredCost),
    households.map(afterHousing),
    households.map(({ third }) => third),
    INCOME_THIRDS.length,
  );
  const found = new Map(POVERTY_MEASURES.map((measure) => [measure, new Set(poor[measure])]));
  return INCOME_THIRDS.map((name, third): GroupMoney => {
    const members = households.filter((household) => household.third === third);
    const mean = (of: (household: HouseholdMoney) => number): number =>
      members.reduce((sum, member) => sum + of(member), 0) / members.length;
    const percent = (measure: PovertyMeasure): number =>
      100 * mean(({ id }) => (found.get(measure)!.has(id) ? 1 : 0));
    return {
      name,
      households: members.length,
      medianIncome: median(members.map(({ income }) => income)),
      medianElectricityBill: median(members.map(({ electricityCents }) => electricityCents / CENTS_PER_UNIT)),
      medianEnergyBill: median(members.map(energyBill)),
      medianBurden: burdens[third]!.median,
      burdenOfSums: burdens[third]!.ofSums,
      poorPercent: Object.fromEntries(
        POVERTY_MEASURES.map((measure) => [measure, percent(measure)]),
      ) as Record<PovertyMeasure, number>,
      vulnerableHouseholds: members.filter(({ vulnerable }) => vulnerable).length,
      underheatingKH: mean(({ underheatingKH }) => underheatingKH),
      overheatingKH: mean(({ overheatingKH }) => overheatingKH),
    };
  });
}
