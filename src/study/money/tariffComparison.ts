import { median } from '../../kpi/median';
import { fail, settle, type Issue, type Outcome } from '../../model/outcome';
import { meterNetW } from '../loads/meterYear';
import {
  billsOf,
  contractedIn,
  contractsOf,
  meteredContracts,
  unknownTariff,
  usualTariffs,
  type ContractBill,
} from './contracts';
import type { MoneyInput } from './moneyYear';
import { occupantsOf } from './occupants';
import { entriesOfBills, paidByHousehold } from './payments';
import { tariffBook } from './tariffBook';
import { incomeOf, type UtilityIncome } from './utilityIncome';

/** The same year with every customer under one tariff, and no communities; nobody answers to it by using electricity otherwise. */
export interface TariffOutcome {
  readonly tariffId: string;
  readonly bills: readonly ContractBill[];
  readonly utility: UtilityIncome;
  /** All bills less those under the tariffs in force, without communities in either. */
  readonly changeCents: number;
  readonly medianHouseholdCents: number;
  /** Households that pay less than under the tariffs in force, and more. */
  readonly gainers: number;
  readonly losers: number;
}

type Asked = Pick<MoneyInput, 'year' | 'meters' | 'tariffs'>;

/** Bills under the tariffs in force (undefined) or with everybody under one. */
function billsUnder(input: Asked, tariffId: string | undefined): Outcome<readonly ContractBill[]> {
  const { district, result, scenario } = input.year;
  const book = tariffBook(scenario, input.meters, input.tariffs);
  if (!book.ok) return book;
  if (tariffId !== undefined && book.value.tariffOf(tariffId) === undefined)
    return fail([unknownTariff(scenario.id, tariffId, book.value)]);
  const usual = usualTariffs(scenario, district);
  if (!usual.ok) return usual;
  const issues: Issue[] = [...book.issues];
  const contractedWOf = contractedIn(district.network);
  const bills = district.buildings.flatMap((building, row) => {
    const occupants = occupantsOf(building, row, result, district.seed);
    const contracts =
      tariffId === undefined ? contractsOf(building, occupants, usual.value) : [{ tariffId, occupants }];
    const meter = { building, netW: meterNetW(input.meters, row), contractedW: contractedWOf(building) };
    const metered = meteredContracts(meter, occupants, contracts, book.value);
    const outcome = metered.ok ? billsOf(metered.value, book.value) : metered;
    issues.push(...outcome.issues);
    return outcome.ok ? outcome.value : [];
  });
  return issues.some(({ severity }) => severity === 'error') ? fail(issues) : settle(bills, issues);
}

const householdCents = (bills: readonly ContractBill[]): ReadonlyMap<string, number> =>
  paidByHousehold(entriesOfBills(bills));

/** Said wherever households are told apart by what they pay. */
export const SHARED_COURSE_CAVEAT =
  'Behind one connection every flat is billed its part of the course of the whole building: the part is its own, the hours are not. Flats of one house are told apart by how much they use, and not by when.';

/** What each of some tariffs would make of a year, for everybody. */
export function compareTariffs(
  input: Asked,
  tariffIds: readonly string[],
): Outcome<readonly TariffOutcome[]> {
  const inForce = billsUnder(input, undefined);
  if (!inForce.ok) return inForce;
  const before = householdCents(inForce.value);
  const beforeCents = incomeOf(inForce.value).totalCents;
  const issues: Issue[] = [...inForce.issues];
  const outcomes = tariffIds.flatMap((tariffId): TariffOutcome[] => {
    const outcome = billsUnder(input, tariffId);
    issues.push(...outcome.issues);
    if (!outcome.ok) return [];
    const after = householdCents(outcome.value);
    const utility = incomeOf(outcome.value);
    const changes = [...before].map(([id, cents]) => (after.get(id) ?? 0) - cents);
    return [
      {
        tariffId,
        bills: outcome.value,
        utility,
        changeCents: utility.totalCents - beforeCents,
        medianHouseholdCents: median([...after.values()]),
        gainers: changes.filter((change) => change < 0).length,
        losers: changes.filter((change) => change > 0).length,
      },
    ];
  });
  return issues.some(({ severity }) => severity === 'error') ? fail(issues) : settle(outcomes, issues);
}
