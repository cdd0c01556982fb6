import type { QualityClass } from '../../model/building';
import { fail, succeed, type Outcome } from '../../model/outcome';
import { PRICE_SHARES, type PriceShare, type PriceTable, type Tariff } from '../../model/tariff';
import { toCents } from '../money/cents';
import { BILL_PARTS, billAmounts, type BillAmounts, type BillPart } from './billAmounts';
import { meteredIssues, type MeteredYear } from './metered';

/** One line: a part of the tariff, and who receives it. */
export interface BillLine {
  readonly part: BillPart;
  readonly share: PriceShare;
  /** Net of value-added tax. */
  readonly cents: number;
}

/** A year's bill in whole cents of the tariff's currency. */
export interface Bill {
  readonly tariffId: string;
  readonly currency: string;
  /** No better than the tariff's. */
  readonly quality: QualityClass;
  /** Parts x shares, all twelve, zeros included. */
  readonly lines: readonly BillLine[];
  /** Sum of the lines. */
  readonly netCents: number;
  readonly vatCents: number;
  /** Received for what was fed in. */
  readonly feedInCents: number;
  /** Net + value-added tax - feed-in; negative where more is received than paid. */
  readonly totalCents: number;
  readonly amounts: BillAmounts;
}

/**
 * The bill of a year. Rounding: each line once, half a cent away from zero; value-added tax once, of the sum of the
 * rounded lines; feed-in once. The total is their sum, so it is exact.
 */
export function billOf(
  tariff: Tariff,
  table: PriceTable,
  metered: MeteredYear,
  source = tariff.id,
): Outcome<Bill> {
  const issues = meteredIssues(metered, table.stepCount, source);
  if (issues.length > 0) return fail(issues);
  const amounts = billAmounts(tariff, table, metered);
  const lines = BILL_PARTS.flatMap((part) =>
    PRICE_SHARES.map((share): BillLine => ({ part, share, cents: toCents(amounts.charges[part][share]) })),
  );
  const netCents = lines.reduce((sum, { cents }) => sum + cents, 0);
  const vatCents = toCents((tariff.vatShare * netCents) / 100);
  const feedInCents = toCents(amounts.feedIn);
  return succeed({
    tariffId: tariff.id,
    currency: tariff.currency,
    quality: tariff.quality,
    lines,
    netCents,
    vatCents,
    feedInCents,
    totalCents: netCents + vatCents - feedInCents,
    amounts,
  });
}

/** Cents of a part, or of who receives it, or of both. */
export function centsOf(
  bill: Bill,
  which: { readonly part?: BillPart; readonly share?: PriceShare },
): number {
  return bill.lines.reduce(
    (sum, { part, share, cents }) =>
      (which.part ?? part) === part && (which.share ?? share) === share ? sum + cents : sum,
    0,
  );
}
