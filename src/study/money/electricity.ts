import { basisOf } from '../../kpi';
import type { MoneyEntry } from '../../kpi/money';
import { settle, succeed, type Issue, type Outcome } from '../../model/outcome';
import { END_USES, isGeneration } from '../../model/run';
import { meterNetW } from '../loads/meterYear';
import type { RunResult } from '../runResult';
import { settleGroup, type CommunityMoney, type SettledCommunity } from './communities';
import { communityBatteryOf } from './communityBattery';
import { communityGroups, type CommunityGroup } from './communityGroups';
import {
  billsOf,
  contractedIn,
  contractsOf,
  meteredContracts,
  usualTariffs,
  type ContractBill,
  type MeteredContract,
} from './contracts';
import type { MoneyInput } from './moneyYear';
import type { Occupant } from './occupants';
import { entriesOfBills } from './payments';
import type { TariffBook } from './tariffBook';
import { incomeOf, type UtilityIncome } from './utilityIncome';

/** Electricity of a year in money. */
export interface ElectricityMoney {
  /** In the order of the buildings; of members for what the community does not cover. */
  readonly bills: readonly ContractBill[];
  readonly utility: UtilityIncome;
  readonly communities: readonly CommunityMoney[];
  /** Bills, and what members pay each other. */
  readonly entries: readonly MoneyEntry[];
}

type Asked = Pick<MoneyInput, 'year' | 'meters' | 'costs'>;

/** Bills of all contracts, the communities settled first: each by itself, so that few courses are held at a time. */
export function electricityOf(
  input: Asked,
  occupants: readonly (readonly Occupant[])[],
  book: TariffBook,
): Outcome<ElectricityMoney> {
  const { buildings, network } = input.year.district;
  const contractedWOf = contractedIn(network);
  const usual = usualTariffs(input.year.scenario, input.year.district);
  if (!usual.ok) return usual;
  const issues: Issue[] = [...usual.issues];
  const contractsAt = (row: number): readonly MeteredContract[] => {
    const [building, own] = [buildings[row]!, occupants[row]!];
    const metered = { building, netW: meterNetW(input.meters, row), contractedW: contractedWOf(building) };
    const found = meteredContracts(metered, own, contractsOf(building, own, usual.value), book);
    issues.push(...found.issues);
    return found.ok ? found.value : [];
  };
  const settled = communityGroups(input.year.district).flatMap((group): SettledCommunity[] => {
    const outcome = settledGroup(input, group, group.rows.flatMap(contractsAt), book);
    issues.push(...outcome.issues);
    return outcome.ok && outcome.value !== null ? [outcome.value] : [];
  });
  const shared = new Map<string, ContractBill[]>();
  for (const bill of settled.flatMap(({ bills }) => bills))
    shared.set(bill.buildingId, [...(shared.get(bill.buildingId) ?? []), bill]);
  const alone: ContractBill[] = [];
  const bills = buildings.flatMap(({ id }, row): readonly ContractBill[] => {
    const ofMember = shared.get(id);
    if (ofMember !== undefined) return ofMember;
    const outcome = billsOf(contractsAt(row), book);
    issues.push(...outcome.issues);
    if (outcome.ok) alone.push(...outcome.value);
    return outcome.ok ? outcome.value : [];
  });
  const entries = [...entriesOfBills(alone), ...settled.flatMap((one) => one.entries)];
  const utility = incomeOf(
    bills,
    settled.map(({ dues }) => dues),
  );
  return settle({ bills, utility, entries, communities: settled.map(({ money }) => money) }, issues);
}

function settledGroup(
  { year, costs }: Asked,
  group: CommunityGroup,
  contracts: readonly MeteredContract[],
  book: TariffBook,
): Outcome<SettledCommunity | null> {
  if (contracts.length === 0) return succeed(null);
  const ids = new Set(group.rows.map((row) => year.district.buildings[row]!.id));
  const battery = communityBatteryOf(year.district, year.result, group);
  const lines = (costs?.lines ?? []).filter(({ type, elementId }) =>
    type === 'communityBattery'
      ? battery !== undefined && elementId === group.transformerId
      : type === 'energyCommunity' && ids.has(elementId),
  );
  const energy = energyOf(year.result, group.rows);
  return settleGroup(group, contracts, energy, lines, book, basisOf(year.scenario).factors, battery);
}

/** What panels of some buildings make and their end uses take; cars are a use while they are charged. */
function energyOf({ table }: RunResult, rows: readonly number[]): { generationJ: number; useJ: number } {
  const energy = { generationJ: 0, useJ: 0 };
  for (const row of rows)
    END_USES.forEach((endUse, at) => {
      const usedJ = table.buildingEndUseJ[row * END_USES.length + at]!;
      if (endUse === 'photovoltaics') energy.generationJ += usedJ;
      else if (!isGeneration(endUse) && endUse !== 'batteryCharging') energy.useJ += usedJ;
    });
  return energy;
}
