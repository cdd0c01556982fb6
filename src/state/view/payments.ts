import { INCOME_THIRDS } from '../../kpi/incomes';
import {
  byParty,
  CENTS_PER_UNIT,
  moneyMatrix,
  type Account,
  type MoneyFlow,
  type MoneyMatrix,
} from '../../kpi/money';
import type { MoneyYear } from '../../study/money';
import { NARROW_NO_BREAK_SPACE } from '../../units';
import { wordsOf, type Language } from '../../words';
import type { TextTable } from './comparison';
import { speechOf } from './speech';

/** Who pays whom in the year of a scenario, as it is shown and saved: rows pay, columns are paid. */
export interface PaymentsView {
  readonly accounts: readonly string[];
  /** Whole cents, `[row][column]`; 0 where nobody pays. */
  readonly cents: readonly (readonly number[])[];
  /** Received less paid, by account; together 0. */
  readonly netCents: readonly number[];
  /** What all net positions come to: anything but 0 is a defect. */
  readonly leftOverCents: number;
  readonly table: TextTable;
  /** What an entry is made of, largest first; a sentence that nothing is paid where it is 0. */
  readonly sentences: (row: number, column: number) => readonly string[];
}

/** "1 234.50", in the language's own marks. */
export const amountText = (cents: number, language: Language): string =>
  speechOf(language).fixed(cents / CENTS_PER_UNIT, 2);

/** The matrix by parties, or with households by income and tenure. Null where it cannot be told. */
export function paymentsView(
  { matrix }: Pick<MoneyYear, 'matrix'>,
  withGroups: boolean,
  language: Language,
): PaymentsView | null {
  const folded = withGroups ? null : moneyMatrix(byParty(matrix.flows), matrix.currency);
  if (folded?.ok === false) return null;
  const shown = folded?.value ?? matrix;
  const { accounts, netCents } = shown;
  const cents = accounts.map((_, row) =>
    Array.from(shown.cents.subarray(row * accounts.length, (row + 1) * accounts.length)),
  );
  return {
    accounts: accounts.map((account) => labelOf(account, language)),
    cents,
    netCents: Array.from(netCents),
    leftOverCents: netCents.reduce((sum, each) => sum + each, 0),
    table: tableOf(shown, cents, language),
    sentences: (row, column) => sentencesOf(shown, accounts[row]!, accounts[column]!, language),
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0);

function tableOf(
  { accounts, netCents, currency }: MoneyMatrix,
  cents: readonly (readonly number[])[],
  language: Language,
): TextTable {
  const words = wordsOf(language);
  const labels = accounts.map((account) => labelOf(account, language));
  const text = (amount: number) => amountText(amount, language);
  const shown = (amount: number) => (amount === 0 ? '' : text(amount));
  return {
    columns: [`${words('payments.pays')} (${currency})`, ...labels, words('payments.paysAll')],
    rows: [
      ...cents.map((row, at) => [labels[at]!, ...row.map(shown), text(sum(row))]),
      [
        words('payments.receives'),
        ...labels.map((_, column) => text(sum(cents.map((row) => row[column]!)))),
        text(sum(cents.map(sum))),
      ],
      [words('payments.net'), ...Array.from(netCents, text), text(sum(Array.from(netCents)))],
    ],
  };
}

const isSame = (a: Account, b: Account): boolean => a.party === b.party && a.group === b.group;

function sentencesOf(
  { flows, currency }: MoneyMatrix,
  from: Account,
  to: Account,
  language: Language,
): readonly string[] {
  const words = wordsOf(language);
  const between = flows.filter((flow) => isSame(flow.from, from) && isSame(flow.to, to));
  const said = {
    payer: named('subject', from, language),
    verb: words(`payments.accounts.${from.party}.verb`),
    payee: named('object', to, language),
  };
  if (between.length === 0) return [words('payments.sentenceNothing', said)];
  return [...between]
    .sort((a, b) => b.amountCents - a.amountCents)
    .map(({ amountCents, kind }: MoneyFlow) =>
      words('payments.sentence', {
        ...said,
        amount: `${amountText(amountCents, language)}${NARROW_NO_BREAK_SPACE}${currency}`,
        purpose: words(`payments.purposes.${kind}`),
      }),
    );
}

function labelOf({ party, group }: Account, language: Language): string {
  const label = wordsOf(language)(`payments.accounts.${party}.label`);
  return group === undefined ? label : `${label}, ${groupText(group, language)}`;
}

function named(as: 'subject' | 'object', { party, group }: Account, language: Language): string {
  const name = wordsOf(language)(`payments.accounts.${party}.${as}`);
  return group === undefined ? name : `${name} (${groupText(group, language)})`;
}

const THIRD_KEYS = ['lowest', 'middle', 'highest'] as const;

/** `lowest third, tenant` as the core names it; what is not of this kind stays as it is. */
function groupText(group: string, language: Language): string {
  const words = wordsOf(language);
  return group
    .split(', ')
    .map((part) => {
      const third = (INCOME_THIRDS as readonly string[]).indexOf(part);
      if (third >= 0) return words(`payments.thirds.${THIRD_KEYS[third]!}`);
      return part === 'owner' || part === 'tenant' ? words(`payments.tenures.${part}`) : part;
    })
    .join(', ');
}

/** Bills and burden of households by income, and how the bill changes against another year. */
export function billsTable(
  { groups, currency }: MoneyYear,
  before: { readonly name: string; readonly money: MoneyYear } | null,
  language: Language,
): TextTable {
  const { words, whole, delta, number } = speechOf(language);
  const [income, electricity, bill] = (['income', 'electricity', 'bill'] as const).map((name) =>
    words(`payments.${name}`, { currency }),
  );
  const change = before === null ? [] : [words('payments.change', { baseline: before.name })];
  return {
    columns: [
      words('payments.group'),
      words('payments.number'),
      ...[income!, electricity!, bill!],
      words('payments.burden'),
      ...change,
    ],
    rows: groups.map((group, row) => {
      const was = before?.money.groups[row];
      return [
        groupText(group.name, language),
        whole(group.households),
        ...[group.medianIncome, group.medianElectricityBill, group.medianEnergyBill].map(whole),
        number(100 * group.medianBurden),
        ...(was === undefined ? [] : [delta(group.medianEnergyBill, was.medianEnergyBill, currency)]),
      ];
    }),
  };
}
