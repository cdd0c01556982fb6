import type { QualityClass } from '../../model/building';
import { centsText } from './cents';
import { accountWords, type Account } from './parties';

/** What a yearly amount is for, as it ends a sentence. */
export const MONEY_KINDS = {
  energy: 'for electricity',
  grid: 'for the use of the grid',
  levies: 'as levies on electricity',
  vat: 'as value-added tax',
  feedIn: 'for electricity that was fed in',
  fuel: 'for gas, oil and district heat',
  fuelLevies: 'as levies on gas, oil and district heat',
  wholesale: 'for electricity bought in',
  unbilled: 'for electricity that nobody is billed for',
  gridLosses: 'for electricity lost in the grid',
  gridCost: 'for building and running the grid',
  investment: 'as the yearly share of investments',
  maintenance: 'for upkeep',
  grant: 'as grants',
  rent: 'as rent for what was invested',
  sharedUse: 'for electricity used from the community',
  sharedSupply: 'for electricity given to the community',
  dividend: "as a share of the community's surplus",
  contribution: "as a share of the community's costs",
} as const satisfies Readonly<Record<string, string>>;
export type MoneyKind = keyof typeof MONEY_KINDS;

/** A yearly amount that leaves one account and reaches another. */
export interface MoneyEntry {
  readonly from: Account;
  readonly to: Account;
  /** Whole and not negative. */
  readonly amountCents: number;
  readonly kind: MoneyKind;
  /** Of the worst figure behind it. */
  readonly quality: QualityClass;
}

/** The entry in words: "Households (lowest third) pay the state 12.00 EUR a year as value-added tax." */
export function entrySentence({ from, to, amountCents, kind }: MoneyEntry, currency: string): string {
  const [payer, payee] = [accountWords(from), accountWords(to)];
  const verb = payer.plural ? 'pay' : 'pays';
  return `${payer.subject} ${verb} ${payee.object} ${centsText(amountCents, currency)} a year ${MONEY_KINDS[kind]}.`;
}

/** An amount of either sign: what is negative flows the other way. Nothing for 0. */
export function flow(
  from: Account,
  to: Account,
  signedCents: number,
  kind: MoneyKind,
  quality: QualityClass,
): readonly MoneyEntry[] {
  if (signedCents === 0) return [];
  return signedCents < 0
    ? [{ from: to, to: from, amountCents: -signedCents, kind, quality }]
    : [{ from, to, amountCents: signedCents, kind, quality }];
}
