import type { Account, MoneyMatrix } from '../../../src/kpi/money';

/** Received less paid of a party with all its groups, or of one group. */
export function netOf({ accounts, netCents }: MoneyMatrix, which: Account): number {
  return accounts.reduce((sum, { party, group }, at) => {
    const within = party === which.party && (which.group === undefined || which.group === group);
    return within ? sum + netCents[at]! : sum;
  }, 0);
}
