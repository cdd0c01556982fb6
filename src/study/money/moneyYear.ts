import { basisOf } from '../../kpi';
import { householdIncomes, moneyGroupOf, type IncomeAssumptions } from '../../kpi/incomes';
import { moneyMatrix, type Account, type MoneyEntry, type MoneyMatrix } from '../../kpi/money';
import type { PovertyResult } from '../../kpi/poverty';
import { worstQuality } from '../../model/archetypes';
import type { QualityClass } from '../../model/building';
import { householdId } from '../../model/customers';
import { fail, settle, type Issue, type Outcome } from '../../model/outcome';
import type { Tariff } from '../../model/tariff';
import type { MeterYear } from '../loads/meterYear';
import type { ScenarioCosts } from '../scenarioCosts';
import type { ScenarioYear } from '../scenarioYear';
import type { CommunityMoney } from './communities';
import type { ContractBill } from './contracts';
import { electricityOf } from './electricity';
import {
  groupsOf,
  incomeAssumptionsOf,
  povertyOf,
  withThirds,
  type GroupMoney,
  type HouseholdMoney,
} from './households';
import { occupantsOf, type Occupant } from './occupants';
import { entriesOfCosts, entriesOfFuel, entriesOfProcurement, paidByHousehold, type Owned } from './payments';
import { tariffBook } from './tariffBook';
import { auditIssues, unbilledOf, type UnbilledEnergy } from './unbilled';
import type { UtilityIncome } from './utilityIncome';

export interface MoneyInput {
  readonly year: Pick<ScenarioYear, 'scenario' | 'district' | 'result'>;
  readonly meters: MeterYear;
  /** Of its measures; without them nobody pays for these. */
  readonly costs?: ScenarioCosts;
  /** Tariffs beside the shipped ones, or in the place of those of the same id. */
  readonly tariffs?: readonly Tariff[];
  /** In the place of the synthetic ones that the scenario's figures give. */
  readonly incomes?: IncomeAssumptions;
}

/** A year in money: who is billed what, what households can bear, who pays whom. Whole cents of one currency. */
export interface MoneyYear {
  readonly currency: string;
  /** Every contract of every building under the tariff in force, for what its community leaves; in the order of the buildings. */
  readonly bills: readonly ContractBill[];
  readonly utility: UtilityIncome;
  readonly unbilled: UnbilledEnergy;
  /** Energy communities, settled from the same meters. */
  readonly communities: readonly CommunityMoney[];
  readonly households: readonly HouseholdMoney[];
  /** The thirds of the households by income, the lowest first. */
  readonly groups: readonly GroupMoney[];
  readonly poverty: PovertyResult;
  readonly matrix: MoneyMatrix;
  /** Cost lines of which something is not known: nobody is shown to pay it. */
  readonly unknownCosts: number;
  readonly quality: QualityClass;
}

/** Bills, burdens and payments of a finished year, from its meters: nothing is run. */
export function moneyYear(input: MoneyInput): Outcome<MoneyYear> {
  const { year, meters, costs } = input;
  const { scenario, district, result } = year;
  const { factors } = basisOf(scenario);
  const book = tariffBook(scenario, meters, input.tariffs);
  if (!book.ok) return book;
  const occupants = district.buildings.map((building, row) =>
    occupantsOf(building, row, result, district.seed),
  );
  const fuel = district.buildings.flatMap((building, row) =>
    entriesOfFuel(building, result.table.buildingFuelJ[row]!, occupants[row]!, factors),
  );
  const outcome = electricityOf(input, occupants, book.value);
  const issues: Issue[] = [...book.issues, ...outcome.issues];
  if (!outcome.ok) return fail(issues);
  const { entries: electricity, bills, utility, communities } = outcome.value;
  const incomes = withThirds(
    householdIncomes(district.buildings, district.seed, input.incomes ?? incomeAssumptionsOf(factors)),
  );
  const paidForMeasures =
    costs === undefined ? [] : entriesOfCosts(costs, ownedBy(year, occupants, incomes), factors);
  const households = incomes.map((income): HouseholdMoney => ({ ...income, ...NOTHING_PAID }));
  const money = withPayments(households, electricity, fuel, paidForMeasures, year);
  const poverty = povertyOf(money);
  const groupOf = new Map(incomes.map((income) => [income.id, moneyGroupOf(income, income.third)]));
  const unbilled = unbilledOf(district, result, book.value.unbilledShare);
  const procured = entriesOfProcurement(result, factors, unbilled.unbilledJ);
  const entries = [...electricity, ...fuel, ...paidForMeasures, ...procured];
  const currency = book.value.tariffs[0]!.currency;
  const matrix = moneyMatrix(entries.map(inGroups(groupOf)), currency, scenario.id);
  if (!matrix.ok) return matrix;
  const quality = worstQuality([matrix.value.quality, ...incomes.map((income) => income.quality)]);
  const value: MoneyYear = {
    currency,
    bills,
    utility,
    unbilled,
    communities,
    households: money,
    groups: groupsOf(money, poverty),
    poverty,
    matrix: matrix.value,
    unknownCosts: (costs?.lines ?? []).filter(
      ({ annuity, runningPerYear }) => !annuity.known || !runningPerYear.known,
    ).length,
    quality,
  };
  return settle(value, [...issues, ...auditIssues(district, book.value.unbilledShare)]);
}

const NOTHING_PAID = {
  electricityCents: 0,
  fuelCents: 0,
  measuresCents: 0,
  underheatingKH: 0,
  overheatingKH: 0,
} as const;

/** Who owns which part of a building: a household that owns its home, and owners elsewhere of all the rest. */
function ownedBy(
  { district }: MoneyInput['year'],
  occupants: readonly (readonly Occupant[])[],
  incomes: readonly Pick<HouseholdMoney, 'id' | 'tenure'>[],
): (elementId: string) => readonly Owned[] {
  const rows = new Map(district.buildings.map(({ id }, row) => [id, row]));
  const owners = new Set(incomes.filter(({ tenure }) => tenure === 'owner').map(({ id }) => id));
  return (elementId) => {
    const row = rows.get(elementId);
    if (row === undefined) return [];
    return occupants[row]!.map((occupant) => ({
      occupant,
      isOwner: occupant.household !== null && owners.has(householdId(elementId, occupant.household)),
    }));
  };
}

/** What each household has paid less what it received, by purpose, and how comfortable its building was. */
function withPayments(
  households: readonly HouseholdMoney[],
  electricity: readonly MoneyEntry[],
  fuel: readonly MoneyEntry[],
  measures: readonly MoneyEntry[],
  { district, result }: MoneyInput['year'],
): readonly HouseholdMoney[] {
  const [byElectricity, byFuel, byMeasures] = [electricity, fuel, measures].map(paidByHousehold);
  const rows = new Map(district.buildings.map(({ id }, row) => [id, row]));
  const { buildingUnderheatingKS, buildingOverheatingKS } = result.table;
  return households.map((household) => {
    const row = rows.get(household.buildingId)!;
    return {
      ...household,
      electricityCents: byElectricity!.get(household.id) ?? 0,
      fuelCents: byFuel!.get(household.id) ?? 0,
      measuresCents: byMeasures!.get(household.id) ?? 0,
      underheatingKH: buildingUnderheatingKS[row]! / 3600,
      overheatingKH: buildingOverheatingKS[row]! / 3600,
    };
  });
}

/** Single customers put into their groups: households by income and tenure, businesses as one. */
function inGroups(groupOf: ReadonlyMap<string, string>): (entry: MoneyEntry) => MoneyEntry {
  const account = (one: Account): Account => {
    if (one.party === 'businesses') return { party: 'businesses' };
    if (one.party !== 'households' || one.group === undefined) return one;
    return { party: 'households', group: groupOf.get(one.group)! };
  };
  return (entry) => ({ ...entry, from: account(entry.from), to: account(entry.to) });
}
