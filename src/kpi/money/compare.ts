import { fail, succeed, type Outcome } from '../../model/outcome';
import { centsText } from './cents';
import { MONEY_KINDS, type MoneyKind } from './entries';
import { flowKey, type MoneyMatrix } from './matrix';
import { accountKey, accountWords, compareAccounts, type Account } from './parties';

/** One purpose of one payer and payee in two matrices; delta = b - a. */
export interface FlowChange {
  readonly from: Account;
  readonly to: Account;
  readonly kind: MoneyKind;
  readonly aCents: number;
  readonly bCents: number;
  readonly deltaCents: number;
}

/** What a change means to one account. */
export interface Gain {
  readonly account: Account;
  /** Net position in b less that in a: positive gains. */
  readonly gainCents: number;
  readonly sentence: string;
}

export interface MoneyComparison {
  readonly currency: string;
  /** Every account of either matrix; the gains sum to zero. */
  readonly gains: readonly Gain[];
  /** Every flow that differs. */
  readonly changes: readonly FlowChange[];
}

/** Who gains and who pays when matrix b takes the place of a. */
export function compareMoney(a: MoneyMatrix, b: MoneyMatrix): Outcome<MoneyComparison> {
  if (a.currency !== b.currency) {
    return fail([
      {
        severity: 'error',
        code: 'money-currency',
        source: 'money',
        field: 'currency',
        value: `${a.currency}, ${b.currency}`,
        message: 'Amounts of two currencies cannot be compared.',
        remedy: 'Give both tariffs in one currency.',
      },
    ]);
  }
  const changes = flowChanges(a, b);
  const accounts = new Map([...a.accounts, ...b.accounts].map((account) => [accountKey(account), account]));
  const gains = [...accounts.values()].sort(compareAccounts).map((account): Gain => {
    const gainCents = ownNet(b, account) - ownNet(a, account);
    return { account, gainCents, sentence: gainSentence(account, gainCents, changes, a.currency) };
  });
  return succeed({ currency: a.currency, gains, changes });
}

/** Of this account by itself: a party's own, without its groups. */
function ownNet({ accounts, netCents }: MoneyMatrix, account: Account): number {
  const at = accounts.findIndex((known) => accountKey(known) === accountKey(account));
  return at < 0 ? 0 : netCents[at]!;
}

function flowChanges(a: MoneyMatrix, b: MoneyMatrix): FlowChange[] {
  const before = new Map(a.flows.map((flow) => [flowKey(flow), flow]));
  const after = new Map(b.flows.map((flow) => [flowKey(flow), flow]));
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].flatMap((key): FlowChange[] => {
    const { from, to, kind } = (before.get(key) ?? after.get(key))!;
    const [aCents, bCents] = [before.get(key)?.amountCents ?? 0, after.get(key)?.amountCents ?? 0];
    return aCents === bCents ? [] : [{ from, to, kind, aCents, bCents, deltaCents: bCents - aCents }];
  });
}

/** "Households gain 12.00 EUR a year: they pay 15.00 EUR less for electricity, and 3.00 EUR more as value-added tax." */
function gainSentence(
  account: Account,
  gainCents: number,
  changes: readonly FlowChange[],
  currency: string,
): string {
  const { subject, plural } = accountWords(account);
  const key = accountKey(account);
  const reasons = reasonsOf(key, changes).map(([kind, paidCents, receivedCents]) => {
    const verb = paidCents !== 0 ? (plural ? 'pay' : 'pays') : plural ? 'receive' : 'receives';
    const cents = paidCents !== 0 ? paidCents : receivedCents;
    const more = cents > 0 ? 'more' : 'less';
    return `${verb} ${centsText(Math.abs(cents), currency)} ${more} ${MONEY_KINDS[kind]}`;
  });
  const because = reasons.length === 0 ? '' : `: ${plural ? 'they' : 'it'} ${reasons.join(', ')}`;
  if (gainCents === 0) return `${subject} neither ${plural ? 'gain nor lose' : 'gains nor loses'}${because}.`;
  const verb = gainCents > 0 ? (plural ? 'gain' : 'gains') : plural ? 'lose' : 'loses';
  return `${subject} ${verb} ${centsText(Math.abs(gainCents), currency)} a year${because}.`;
}

/** By purpose, what is paid and received more or less; payments and receipts of one purpose stand apart. */
function reasonsOf(
  key: string,
  changes: readonly FlowChange[],
): readonly (readonly [kind: MoneyKind, paidCents: number, receivedCents: number])[] {
  const paid = new Map<MoneyKind, number>();
  const received = new Map<MoneyKind, number>();
  for (const { from, to, kind, deltaCents } of changes) {
    if (accountKey(from) === key) paid.set(kind, (paid.get(kind) ?? 0) + deltaCents);
    if (accountKey(to) === key) received.set(kind, (received.get(kind) ?? 0) + deltaCents);
  }
  return [
    ...[...paid].map(([kind, cents]) => [kind, cents, 0] as const),
    ...[...received].map(([kind, cents]) => [kind, 0, cents] as const),
  ]
    .filter(([, paidCents, receivedCents]) => paidCents !== 0 || receivedCents !== 0)
    .sort((a, b) => Math.abs(b[1] + b[2]) - Math.abs(a[1] + a[2]));
}
