import type { Factors } from '../../kpi';
import {
  communityEntries,
  groupYear,
  priceRange,
  priceWithin,
  settleCommunity,
  sharedFlows,
  type CommunityPlant,
  type CommunityRules,
  type CommunityYear,
  type GroupYear,
  type PriceRange,
  type SharedFlows,
} from '../../kpi/community';
import { billEntries, byParty, compareMoney, moneyMatrix, type Gain, type MoneyEntry } from '../../kpi/money';
import type { CommunityMembership } from '../../model/energyCommunity';
import { fail, settle, succeed, type Issue, type Outcome } from '../../model/outcome';
import { USUAL_TARIFF, type Tariff } from '../../model/tariff';
import type { CostLine } from '../scenarioCosts';
import type { CommunityGroup } from './communityGroups';
import type { ContractBill, MeteredContract } from './contracts';
import { entriesOfCosts } from './payments';
import { batteryYear, type CommunityBattery, type RunBattery } from './communityBattery';
import type { TariffBook } from './tariffBook';

/** A contract in a community, with and without it. Cents; what is paid is positive. */
export interface CommunityContract {
  readonly buildingId: string;
  readonly tariffId: string;
  readonly customers: number;
  /** What is billed: the meter's import without what nobody is billed for. */
  readonly importKWh: number;
  readonly exportKWh: number;
  /** Of the import, what came from other members; of the export, what they used. */
  readonly allocatedKWh: number;
  readonly creditedKWh: number;
  readonly withoutCents: number;
  readonly withCents: number;
  /** Without less with; negative for who loses. */
  readonly savedCents: number;
}

/** An energy community in a finished year. */
export interface CommunityMoney {
  readonly id: string;
  readonly transformerId: string;
  readonly rules: CommunityRules;
  /** Prices between which nobody loses by sharing; what the community costs comes on top. */
  readonly range: PriceRange;
  readonly contracts: readonly CommunityContract[];
  /** What flows, whether it is billed or not. */
  readonly group: GroupYear;
  /** Of the members' panels, and of their end uses without what batteries take in. */
  readonly generationJ: number;
  readonly useJ: number;
  /** What its own battery took in and gave; absent without one. */
  readonly battery?: CommunityBattery;
  /** What it costs in a year to run it and its battery, shared out by use. */
  readonly costCents: number;
  /** By party, with the community against without: the gains sum to zero. */
  readonly gains: readonly Gain[];
}

/** A community with what its settlement leaves to be paid. */
export interface SettledCommunity {
  readonly money: CommunityMoney;
  /** For what members still take from the grid, in the order of the contracts. */
  readonly bills: readonly ContractBill[];
  /** Everything members pay and receive for electricity, the community's cost left out. */
  readonly entries: readonly MoneyEntry[];
  /** What is due to operator and state on shared electricity, and to the community for what its battery feeds in. */
  readonly dues: Readonly<Record<'gridCents' | 'leviesCents' | 'vatCents' | 'feedInCents', number>>;
}

/** The tariff that most customers of some contracts have; of equally many the one that comes first. */
function commonest(contracts: readonly Pick<MeteredContract, 'tariff' | 'payers'>[]): Tariff | undefined {
  const customers = new Map<Tariff, number>();
  for (const { tariff, payers } of contracts)
    customers.set(tariff, (customers.get(tariff) ?? 0) + payers.length);
  return [...customers].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** The rules that a membership means under the tariffs of the members. */
export function rulesOf(
  membership: CommunityMembership,
  contracts: readonly Pick<MeteredContract, 'tariff' | 'payers'>[],
  book: TariffBook,
): { readonly rules: CommunityRules; readonly range: PriceRange } {
  const usual = commonest(contracts) ?? book.tariffOf(USUAL_TARIFF)!;
  const dues = {
    gridShare: 1 - membership.gridWaivedShare,
    levyShare: 1 - membership.levyWaivedShare,
    // Sharing is taxed as what most members buy.
    vatShare: usual.vatShare,
  };
  const tariffs = [...new Set(contracts.map(({ tariff }) => tariff))];
  const range = priceRange(
    tariffs.map((tariff) => ({ tariff, table: book.tableOf(tariff.id) })),
    dues,
  );
  const pricePerKWh = Math.max(0, priceWithin(range, membership.priceShare));
  // A battery that gives to its owners while others who joined since have a surplus feeds into the grid.
  const plantFeedInPerKWh = Math.max(0, usual.feedInPerKWh);
  return { range, rules: { ...dues, pricePerKWh, plantFeedInPerKWh, surplus: 'byUse' } };
}

/**
 * Settles a community's year from what is billed of its contracts and what its battery did, its group's energy from what flows; `energy` is that of its buildings, `lines` are
 * what its measures cost.
 */
export function settleGroup(
  { id, transformerId, membership }: Pick<CommunityGroup, 'id' | 'transformerId' | 'membership'>,
  contracts: readonly MeteredContract[],
  energy: Pick<CommunityMoney, 'generationJ' | 'useJ'>,
  lines: readonly CostLine[],
  book: TariffBook,
  factors: Factors,
  battery?: RunBattery,
): Outcome<SettledCommunity> {
  const stepCount = contracts[0]!.metered.importW.length;
  const { rules, range } = rulesOf(membership, contracts, book);
  const costs = entriesOfCosts({ lines }, () => [], factors);
  const costCents = costs.reduce((sum, entry) => sum + paidByCommunity(entry), 0);
  const members = contracts.map(({ tariff, metered }, at) => ({
    id: String(at),
    tariff,
    table: book.tableOf(tariff.id),
    metered,
  }));
  const plant: CommunityPlant = {
    generationW: new Float64Array(stepCount),
    ...(battery === undefined ? {} : { stored: battery.course }),
  };
  const outcome = settleCommunity({ members, plant, rules, costCents });
  const issues = outcome.issues.map((issue): Issue => ({ ...issue, where: `community ${id}` }));
  if (!outcome.ok) return fail(issues);
  const year = outcome.value;
  const entries = communityEntries(year, (member) => contracts[Number(member)]!.payers);
  const without = contracts.flatMap(({ payers }, at) => billEntries(year.members[at]!.without, payers));
  const gains = gainsOf(without, [...entries, ...costs], contracts[0]!.tariff.currency);
  if (!gains.ok) return gains;
  const { stepS } = members[0]!.table;
  const money: CommunityMoney = {
    ...{ id, transformerId, rules, range, costCents },
    ...energy,
    ...(battery === undefined ? {} : { battery: batteryYear(battery, stepS) }),
    contracts: contracts.map((contract, at) => contractOf(contract, year.members[at]!)),
    group: groupOfContracts(contracts, plant, year.flows, stepS),
    gains: gains.value,
  };
  const bills = contracts.map(({ buildingId, payers }, at): ContractBill => {
    return { buildingId, payers, bill: year.members[at]!.rest };
  });
  return settle({ money, bills, entries, dues: duesOf(year) }, issues);
}

/** The group's energy from what flows; `billed` are the settlement's flows, which are the same where all is billed. */
function groupOfContracts(
  contracts: readonly MeteredContract[],
  plant: CommunityPlant,
  billed: SharedFlows,
  stepS: number,
): GroupYear {
  const flowing = contracts.map((one) => one.flowing);
  const isBilled = contracts.every((one) => one.flowing === one.metered);
  return groupYear(flowing, isBilled ? billed : sharedFlows(flowing, plant, stepS), stepS);
}

function paidByCommunity({ from, to, amountCents }: MoneyEntry): number {
  if (from.party === 'community') return amountCents;
  return to.party === 'community' ? -amountCents : 0;
}

function contractOf(
  { buildingId, tariff, payers }: MeteredContract,
  { without, totalCents, savedCents, allocatedKWh, creditedKWh }: CommunityYear['members'][number],
): CommunityContract {
  const { importKWh, exportKWh } = without.amounts;
  return {
    ...{ buildingId, tariffId: tariff.id, customers: payers.length },
    ...{ importKWh, exportKWh, allocatedKWh, creditedKWh },
    ...{ withoutCents: without.totalCents, withCents: totalCents, savedCents },
  };
}

function duesOf({ members, plantFeedInCents }: CommunityYear): SettledCommunity['dues'] {
  const sum = (of: (member: CommunityYear['members'][number]) => number): number =>
    members.reduce((total, member) => total + of(member), 0);
  return {
    gridCents: sum(({ sharedGridCents }) => sharedGridCents),
    leviesCents: sum(({ sharedLeviesCents }) => sharedLeviesCents),
    vatCents: sum(({ sharedVatCents }) => sharedVatCents),
    feedInCents: plantFeedInCents,
  };
}

function gainsOf(
  without: readonly MoneyEntry[],
  together: readonly MoneyEntry[],
  currency: string,
): Outcome<readonly Gain[]> {
  const [before, after] = [moneyMatrix(byParty(without), currency), moneyMatrix(byParty(together), currency)];
  if (!before.ok) return before;
  if (!after.ok) return after;
  const compared = compareMoney(before.value, after.value);
  return compared.ok ? succeed(compared.value.gains) : compared;
}
