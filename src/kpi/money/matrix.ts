import { worstQuality } from '../../model/archetypes';
import type { QualityClass } from '../../model/building';
import { settle, type Issue, type Outcome } from '../../model/outcome';
import { entrySentence, type MoneyEntry } from './entries';
import { accountKey, accountLabel, compareAccounts, type Account } from './parties';

/** All amounts of one payer to one payee for one purpose. */
export interface MoneyFlow extends MoneyEntry {
  readonly sentence: string;
}

/**
 * Who pays whom in a year, in whole cents. Each amount leaves one account and reaches one, so the net positions sum to
 * zero, to the cent.
 */
export interface MoneyMatrix {
  readonly currency: string;
  /** Rows and columns: parties in their order, groups by name. */
  readonly accounts: readonly Account[];
  /** `[from * accounts + to]`. */
  readonly cents: Float64Array;
  /** One a payer, payee and purpose, in the order of the accounts. */
  readonly flows: readonly MoneyFlow[];
  /** Received less paid, by account. */
  readonly netCents: Float64Array;
  readonly quality: QualityClass;
}

function entryIssues(entries: readonly MoneyEntry[], source: string): Issue[] {
  return entries.flatMap((entry, at): Issue[] => {
    const { from, to, amountCents, kind } = entry;
    const where = `entry ${at}: ${accountLabel(from)} to ${accountLabel(to)}, ${kind}`;
    const issue = (code: string, message: string, remedy: string): Issue => ({
      severity: 'error',
      code,
      source,
      where,
      field: 'amountCents',
      value: String(amountCents),
      message,
      remedy,
    });
    if (!Number.isSafeInteger(amountCents) || amountCents < 0) {
      return [
        issue('money-cents', 'An amount is no whole number of cents from 0 up.', 'Round with toCents.'),
      ];
    }
    if (accountKey(from) === accountKey(to)) {
      return [issue('money-self', 'An account pays itself.', 'Name two accounts, or leave the entry out.')];
    }
    return [];
  });
}

/** The matrix of a year's entries; refused as a whole where an amount is not whole. */
export function moneyMatrix(
  entries: readonly MoneyEntry[],
  currency: string,
  source = 'money',
): Outcome<MoneyMatrix> {
  const issues = entryIssues(entries, source);
  const byKey = new Map<string, Account>();
  for (const { from, to } of entries) {
    for (const account of [from, to]) byKey.set(accountKey(account), account);
  }
  const accounts = [...byKey.values()].sort(compareAccounts);
  const place = new Map(accounts.map((account, at) => [accountKey(account), at]));
  const cents = new Float64Array(accounts.length * accounts.length);
  const netCents = new Float64Array(accounts.length);
  const merged = new Map<string, MoneyEntry>();
  for (const entry of entries) {
    const [from, to] = [place.get(accountKey(entry.from))!, place.get(accountKey(entry.to))!];
    cents[from * accounts.length + to]! += entry.amountCents;
    netCents[from]! -= entry.amountCents;
    netCents[to]! += entry.amountCents;
    const key = flowKey(entry);
    const before = merged.get(key);
    merged.set(key, before ? together(before, entry) : entry);
  }
  const flows = [...merged.values()]
    .sort((a, b) => compareFlows(a, b))
    .map((entry): MoneyFlow => ({ ...entry, sentence: entrySentence(entry, currency) }));
  const quality = worstQuality(entries.map((entry) => entry.quality));
  return settle({ currency, accounts, cents, flows, netCents, quality }, issues);
}

export function flowKey({ from, to, kind }: Pick<MoneyEntry, 'from' | 'to' | 'kind'>): string {
  return JSON.stringify([accountKey(from), accountKey(to), kind]);
}

function together(a: MoneyEntry, b: MoneyEntry): MoneyEntry {
  return {
    ...a,
    amountCents: a.amountCents + b.amountCents,
    quality: worstQuality([a.quality, b.quality]),
  };
}

function compareFlows(a: MoneyEntry, b: MoneyEntry): number {
  const byAccounts = compareAccounts(a.from, b.from) || compareAccounts(a.to, b.to);
  if (byAccounts !== 0) return byAccounts;
  return a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0;
}

/** The entries with sub-groups folded into their parties; what groups of one party pay each other is within it. */
export function byParty(entries: readonly MoneyEntry[]): readonly MoneyEntry[] {
  return entries.flatMap((entry) =>
    entry.from.party === entry.to.party
      ? []
      : [{ ...entry, from: { party: entry.from.party }, to: { party: entry.to.party } }],
  );
}
