import { PRICE_SHARES, type PriceTable, type Tariff } from '../../model/tariff';

/** How a community settles among its members. Prices in the members' currency. */
export interface CommunityRules {
  /** Paid for each kWh used and for each given, without tax. */
  readonly pricePerKWh: number;
  /** Of the grid price, still due on what comes from the community. */
  readonly gridShare: number;
  /** Of the levies. */
  readonly levyShare: number;
  /** Value-added tax on what is used from the community and what is due on it. */
  readonly vatShare: number;
  /** For the plant's surplus, paid by the supplier. */
  readonly plantFeedInPerKWh: number;
  /** What becomes of income less cost: kept, or shared out (a deficit too) by heads or by use of the community's supply. */
  readonly surplus: 'kept' | 'equal' | 'byUse';
}

/** Prices between which nobody loses by sharing. */
export interface PriceRange {
  /** What a member gets for a kWh outside: the highest feed-in price. */
  readonly leastPerKWh: number;
  /** What a kWh outside costs at its cheapest, less what stays due on a shared one. */
  readonly mostPerKWh: number;
}

/**
 * A kWh from the community at price p costs (p + a_g g + a_l l) (1 + v'), one from outside (s + g + l) (1 + v): the
 * member does not lose while p <= (s + g + l) (1 + v) / (1 + v') - a_g g - a_l l, the least of it over hours, tiers and
 * members. Who gives does not lose while p is at least his feed-in price.
 */
export function priceRange(
  members: readonly { readonly tariff: Tariff; readonly table: PriceTable }[],
  rules: Pick<CommunityRules, 'gridShare' | 'levyShare' | 'vatShare'>,
): PriceRange {
  let leastPerKWh = 0;
  let mostPerKWh = Infinity;
  for (const { tariff, table } of members) {
    leastPerKWh = Math.max(leastPerKWh, tariff.feedInPerKWh);
    const gross = (1 + tariff.vatShare) / (1 + rules.vatShare);
    for (const at of pricesInUse(table)) {
      const price = PRICE_SHARES.reduce((sum, share) => sum + table.perKWh[share][at]!, 0);
      const due = rules.gridShare * table.perKWh.grid[at]! + rules.levyShare * table.perKWh.levies[at]!;
      mostPerKWh = Math.min(mostPerKWh, price * gross - due);
    }
  }
  return { leastPerKWh, mostPerKWh };
}

function pricesInUse({ rowOfStep, tierCount }: PriceTable): readonly number[] {
  const rows = new Set(rowOfStep);
  return [...rows].flatMap((row) => Array.from({ length: tierCount }, (_, tier) => row * tierCount + tier));
}

/** A price inside the range: 0 gives all the gain to who uses, 1 to who gives. */
export function priceWithin({ leastPerKWh, mostPerKWh }: PriceRange, share: number): number {
  return leastPerKWh + share * (mostPerKWh - leastPerKWh);
}
