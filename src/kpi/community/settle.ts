import { fail, settle as settled, succeed, type Issue, type Outcome } from '../../model/outcome';
import type { PriceTable, Tariff } from '../../model/tariff';
import { J_PER_KWH } from '../../units/suffixes';
import { billOf, type Bill, type MeteredYear } from '../bills';
import { splitCents, toCents } from '../money';
import { sharedFlows, type CommunityPlant, type SharedFlows } from './flows';
import { priceRange, type CommunityRules } from './rules';

/** A customer in the community, with his own contract for the rest. */
export interface CommunityMember {
  readonly id: string;
  readonly tariff: Tariff;
  readonly table: PriceTable;
  readonly metered: MeteredYear;
}

export interface Community {
  readonly members: readonly CommunityMember[];
  readonly plant: CommunityPlant;
  readonly rules: CommunityRules;
  /** Yearly cost of the plant that the community bears: annuity and upkeep less grants. */
  readonly costCents: number;
}

/** A member's year, with and without the community. Cents; what he pays is positive. */
export interface MemberSettlement {
  readonly id: string;
  readonly allocatedKWh: number;
  readonly creditedKWh: number;
  readonly without: Bill;
  /** For what is left after sharing; the peak is the meter's. */
  readonly rest: Bill;
  readonly sharedUseCents: number;
  readonly sharedGridCents: number;
  readonly sharedLeviesCents: number;
  readonly sharedVatCents: number;
  /** Received for what he gave. */
  readonly sharedSupplyCents: number;
  /** Received of the community's surplus; negative for a part of its deficit. */
  readonly dividendCents: number;
  readonly totalCents: number;
  /** Total without less total with. */
  readonly savedCents: number;
}

export interface CommunityYear {
  readonly members: readonly MemberSettlement[];
  readonly flows: SharedFlows;
  readonly plantFeedInCents: number;
  readonly costCents: number;
  /** Payments of members + feed-in - payments to members - cost, before it is shared out. */
  readonly surplusCents: number;
  /** Of that, what stays with the community. */
  readonly keptCents: number;
}

/** Settles a year. A price at which somebody may lose comes with a warning. */
export function settleCommunity(community: Community): Outcome<CommunityYear> {
  const { members, plant, rules, costCents } = community;
  const issues = communityIssues(community);
  if (issues.some(({ severity }) => severity === 'error')) return fail(issues);
  const stepS = members[0]!.table.stepS;
  const flows = sharedFlows(
    members.map(({ metered }) => metered),
    plant,
    stepS,
  );
  const settlements: Undivided[] = [];
  for (const [at, member] of members.entries()) {
    const outcome = settleMember(member, flows.allocatedW[at]!, flows.creditedW[at]!, rules);
    if (!outcome.ok) return outcome;
    settlements.push(outcome.value);
  }
  const plantFeedInCents = toCents(energyKWh(flows.plantSurplusW, stepS) * rules.plantFeedInPerKWh);
  const surplusCents =
    settlements.reduce(
      (sum, { sharedUseCents, sharedSupplyCents }) => sum + sharedUseCents - sharedSupplyCents,
      0,
    ) +
    plantFeedInCents -
    costCents;
  const shares = rules.surplus === 'kept' ? null : sharesOf(settlements, rules.surplus, surplusCents);
  const divided = settlements.map((member, at): MemberSettlement => {
    const dividendCents = shares?.[at] ?? 0;
    const totalCents = member.totalCents - dividendCents;
    return { ...member, dividendCents, totalCents, savedCents: member.without.totalCents - totalCents };
  });
  const keptCents = shares === null ? surplusCents : 0;
  return settled({ members: divided, flows, plantFeedInCents, costCents, surplusCents, keptCents }, issues);
}

type Undivided = Omit<MemberSettlement, 'dividendCents' | 'savedCents'>;

function sharesOf(
  members: readonly Undivided[],
  rule: 'equal' | 'byUse',
  surplusCents: number,
): Float64Array {
  const weights = members.map(({ allocatedKWh }) => (rule === 'equal' ? 1 : allocatedKWh));
  return splitCents(surplusCents, weights);
}

function settleMember(
  member: CommunityMember,
  allocatedW: Float64Array,
  creditedW: Float64Array,
  rules: CommunityRules,
): Outcome<Undivided> {
  const { id, tariff, table, metered } = member;
  const without = billOf(tariff, table, metered, id);
  if (!without.ok) return without;
  const rest = billOf(
    tariff,
    table,
    {
      ...metered,
      importW: metered.importW.map((power, step) => Math.max(0, power - allocatedW[step]!)),
      exportW: metered.exportW.map((power, step) => Math.max(0, power - creditedW[step]!)),
      peakImportW: metered.peakImportW ?? metered.importW,
    },
    id,
  );
  if (!rest.ok) return rest;
  const allocatedKWh = energyKWh(allocatedW, table.stepS);
  const creditedKWh = energyKWh(creditedW, table.stepS);
  const sharedUseCents = toCents(allocatedKWh * rules.pricePerKWh);
  const sharedGridCents = toCents(rules.gridShare * priced(allocatedW, table, 'grid'));
  const sharedLeviesCents = toCents(rules.levyShare * priced(allocatedW, table, 'levies'));
  const netCents = sharedUseCents + sharedGridCents + sharedLeviesCents;
  const sharedVatCents = toCents((rules.vatShare * netCents) / 100);
  const sharedSupplyCents = toCents(creditedKWh * rules.pricePerKWh);
  return succeed({
    id,
    allocatedKWh,
    creditedKWh,
    without: without.value,
    rest: rest.value,
    sharedUseCents,
    sharedGridCents,
    sharedLeviesCents,
    sharedVatCents,
    sharedSupplyCents,
    totalCents: rest.value.totalCents + netCents + sharedVatCents - sharedSupplyCents,
  });
}

function energyKWh(powerW: Float64Array, stepS: number): number {
  return (powerW.reduce((sum, power) => sum + power, 0) * stepS) / J_PER_KWH;
}

/** Energy times a share of its price, at the lowest tier: what is shared fills no tier. */
function priced(powerW: Float64Array, table: PriceTable, share: 'grid' | 'levies'): number {
  const { rowOfStep, tierCount, perKWh, stepS } = table;
  const column = perKWh[share];
  const sum = powerW.reduce((total, power, step) => total + power * column[rowOfStep[step]! * tierCount]!, 0);
  return (sum * stepS) / J_PER_KWH;
}

function communityIssues({ members, plant, rules, costCents }: Community): Issue[] {
  const issues: Issue[] = [];
  const add = (
    severity: Issue['severity'],
    code: string,
    message: string,
    remedy: string,
    where?: string,
  ): void => {
    issues.push({ severity, code, source: 'community', ...(where ? { where } : {}), message, remedy });
  };
  const first = members[0];
  if (first === undefined) {
    add('error', 'community-empty', 'A community needs a member.', 'Add one.');
    return issues;
  }
  for (const { id, tariff, table, metered } of members) {
    const where = `member "${id}"`;
    if (tariff.currency !== first.tariff.currency)
      add('error', 'community-currency', 'Members pay in different currencies.', 'Use one currency.', where);
    if (table.stepS !== first.table.stepS || metered.importW.length !== plant.generationW.length)
      add('error', 'community-steps', 'Steps differ from those of the plant.', 'Use one step.', where);
  }
  for (const [name, value] of Object.entries(rules)) {
    if (typeof value === 'number' && !(value >= 0 && value < Infinity))
      add('error', 'community-rule', `${name} is no number from 0 up.`, 'Correct it.', 'rules');
  }
  if (!Number.isSafeInteger(costCents))
    add('error', 'community-cost', 'The cost is no whole number of cents.', 'Round with toCents.', 'cost');
  if (plant.generationW.some((power) => !(power >= 0 && power < Infinity)))
    add('error', 'community-plant', 'The plant has gaps or negative powers.', 'Fill the gaps.', 'plant');
  const { leastPerKWh, mostPerKWh } = priceRange(members, rules);
  if (rules.pricePerKWh < leastPerKWh || rules.pricePerKWh > mostPerKWh) {
    const range = `${leastPerKWh.toFixed(4)} to ${mostPerKWh.toFixed(4)}`;
    add(
      'warning',
      'community-price',
      `At ${rules.pricePerKWh} per kWh some members may lose by sharing; nobody does from ${range}.`,
      'Choose a price in the range, or expect members to leave.',
      'rules',
    );
  }
  return issues;
}
