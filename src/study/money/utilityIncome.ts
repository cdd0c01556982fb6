import { centsOf } from '../../kpi/bills';
import type { ContractBill } from './contracts';

/**
 * What bills bring in, and what is due on and for electricity of communities, by who receives it: supplier + grid + levies + tax -
 * feed-in = total, to the cent.
 */
export interface UtilityIncome {
  readonly customers: number;
  readonly supplierCents: number;
  readonly gridCents: number;
  readonly leviesCents: number;
  readonly vatCents: number;
  readonly feedInCents: number;
  readonly totalCents: number;
}

type Due = 'gridCents' | 'leviesCents' | 'vatCents' | 'feedInCents';

/** Sums over bills; what is received is counted line by line and not from the totals. */
export function incomeOf(
  bills: readonly ContractBill[],
  dues: readonly Readonly<Record<Due, number>>[] = [],
): UtilityIncome {
  const sum = (of: (bill: ContractBill) => number): number =>
    bills.reduce((total, one) => total + of(one), 0);
  const due = (name: Due): number => dues.reduce((total, one) => total + one[name], 0);
  const supplierCents = sum(({ bill }) => centsOf(bill, { share: 'supplier' }));
  const gridCents = sum(({ bill }) => centsOf(bill, { share: 'grid' })) + due('gridCents');
  const leviesCents = sum(({ bill }) => centsOf(bill, { share: 'levies' })) + due('leviesCents');
  const vatCents = sum(({ bill }) => bill.vatCents) + due('vatCents');
  const feedInCents = sum(({ bill }) => bill.feedInCents) + due('feedInCents');
  return {
    customers: sum(({ payers }) => payers.length),
    supplierCents,
    gridCents,
    leviesCents,
    vatCents,
    feedInCents,
    totalCents: supplierCents + gridCents + leviesCents + vatCents - feedInCents,
  };
}
