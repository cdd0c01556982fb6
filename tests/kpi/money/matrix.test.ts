import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  accountKey,
  billEntries,
  byParty,
  compareMoney,
  fuelEntries,
  investmentEntries,
  MONEY_KINDS,
  moneyMatrix,
  PARTIES,
  procurementEntries,
  type Account,
  type MoneyEntry,
  type MoneyKind,
  type MoneyMatrix,
} from '../../../src/kpi/money';
import type { SourcedValue } from '../../../src/model/building';
import { PLACEHOLDER_TARIFFS } from '../../../src/model/tariff';
import { billFor, meteredOf } from '../bills/metering';
import { netOf } from './netOf';

const LOW: Account = { party: 'households', group: 'lowest third' };
const HIGH: Account = { party: 'households', group: 'highest third' };
const QUALITY = 'estimation_assumptions';
const sourced = (value: number): SourcedValue => ({ value, source: 'test', quality: QUALITY });

function matrixOf(entries: readonly MoneyEntry[]): MoneyMatrix {
  const outcome = moneyMatrix(entries, 'EUR');
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}

const entry = (from: Account, to: Account, amountCents: number, kind: MoneyKind = 'energy'): MoneyEntry => ({
  from,
  to,
  amountCents,
  kind,
  quality: QUALITY,
});

const account = fc.record(
  { party: fc.constantFrom(...PARTIES), group: fc.constantFrom('a', 'b') },
  { requiredKeys: ['party'] },
);
const kinds = Object.keys(MONEY_KINDS) as MoneyKind[];
const entries = fc
  .array(fc.tuple(account, account, fc.integer({ min: 0, max: 1e9 }), fc.constantFrom(...kinds)), {
    maxLength: 60,
  })
  .map((rows) =>
    rows
      .filter(([from, to]) => accountKey(from) !== accountKey(to))
      .map(([from, to, cents, kind]) => entry(from, to, cents, kind)),
  );

describe('a money matrix', () => {
  test('balances to the cent whatever is in it: each entry leaves one account and reaches one', () => {
    fc.assert(
      fc.property(entries, (given) => {
        const matrix = matrixOf(given);
        const n = matrix.accounts.length;
        expect(matrix.netCents.reduce((sum, net) => sum + net, 0)).toBe(0);
        matrix.netCents.forEach((net, at) => {
          let own = 0;
          for (let other = 0; other < n; other += 1)
            own += matrix.cents[other * n + at]! - matrix.cents[at * n + other]!;
          expect(net).toBe(own);
        });
        const total = given.reduce((sum, { amountCents }) => sum + amountCents, 0);
        expect(matrix.flows.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(total);
        expect(matrix.cents.reduce((sum, cents) => sum + cents, 0)).toBe(total);
      }),
    );
  });

  test('of the parties is that of their groups, summed', () => {
    fc.assert(
      fc.property(entries, (given) => {
        const groups = matrixOf(given);
        const parties = matrixOf(byParty(given));
        for (const party of PARTIES) expect(netOf(parties, { party })).toBe(netOf(groups, { party }));
      }),
    );
  });

  test('does not depend on the order of its entries', () => {
    fc.assert(
      fc.property(entries, (given) => {
        const { accounts, cents, netCents } = matrixOf(given);
        expect(matrixOf([...given].reverse())).toMatchObject({ accounts, cents, netCents });
      }),
    );
  });

  test('is refused where an amount is not whole, negative, no number, or paid to oneself', () => {
    const bad = [1.5, -1, Number.NaN, Infinity].map((cents) => entry(LOW, HIGH, cents));
    const outcome = moneyMatrix([...bad, entry(LOW, LOW, 1), entry(LOW, HIGH, 1)], 'EUR');
    expect(outcome.ok).toBe(false);
    expect(outcome.issues.map(({ code }) => code)).toEqual([...bad.map(() => 'money-cents'), 'money-self']);
  });

  test('says every flow in a sentence and keeps the worst class', () => {
    const matrix = matrixOf([
      entry(LOW, { party: 'state' }, 1200, 'vat'),
      entry(LOW, { party: 'state' }, 34, 'vat'),
      { ...entry({ party: 'state' }, { party: 'owners' }, 5, 'grant'), quality: 'unknown_untraceable' },
    ]);
    expect(matrix.flows.map(({ sentence }) => sentence)).toEqual([
      'Households (lowest third) pay the state 12.34 EUR a year as value-added tax.',
      'The state pays owners of buildings 0.05 EUR a year as grants.',
    ]);
    expect(matrix.quality).toBe('unknown_untraceable');
    expect(matrix.accounts.map(accountKey)).toEqual(['households/lowest third', 'owners', 'state']);
    expect([...matrix.cents]).toEqual([0, 0, 1234, 0, 0, 0, 0, 5, 0]);
  });
});

describe('what a year is made of', () => {
  const bill = billFor(PLACEHOLDER_TARIFFS[0]!, meteredOf(1));
  const payers = [
    { account: LOW, weight: 1 },
    { account: HIGH, weight: 2 },
  ];

  test('a bill: what the payers pay is its total, and each receiver has his', () => {
    const matrix = matrixOf(billEntries(bill, payers));
    expect(netOf(matrix, { party: 'households' })).toBe(-bill.totalCents);
    expect(Math.abs(2 * netOf(matrix, LOW) - netOf(matrix, HIGH))).toBeLessThanOrEqual(15);
    const of = (share: string): number =>
      bill.lines.reduce((sum, line) => (line.share === share ? sum + line.cents : sum), 0);
    expect(netOf(matrix, { party: 'operator' })).toBe(of('grid'));
    expect(netOf(matrix, { party: 'state' })).toBe(of('levies') + bill.vatCents);
    expect(netOf(matrix, { party: 'supplier' })).toBe(of('supplier') - bill.feedInCents);
  });

  test('fuel, investments and what is bought in, by hand', () => {
    const owner: Account = { party: 'owners' };
    const matrix = matrixOf([
      ...fuelEntries(
        { energyJ: 3.6e9, pricePerKWh: sourced(0.1), leviesPerKWh: sourced(0.02), vatShare: sourced(0.1) },
        payers,
      ),
      ...investmentEntries(
        {
          owner,
          annuity: 500,
          grantAnnuity: 100,
          maintenancePerYear: 20,
          rentPerYear: 300.01,
          quality: QUALITY,
        },
        [...payers, { account: owner, weight: 7 }],
      ),
      ...procurementEntries({
        importKWh: 1000,
        lossesKWh: 50,
        wholesalePerKWh: sourced(0.08),
        gridCostPerYear: sourced(30),
      }),
    ]);
    // 1,000 kWh: 100 to outside, 20 to the state, 12 as tax.
    expect(netOf(matrix, { party: 'households' })).toBe(-13200 - 30001);
    expect(netOf(matrix, owner)).toBe(30001 + 10000 - 50000 - 2000);
    expect(netOf(matrix, { party: 'state' })).toBe(3200 - 10000);
    expect(netOf(matrix, { party: 'supplier' })).toBe(-7600);
    expect(netOf(matrix, { party: 'operator' })).toBe(-400 - 3000);
    expect(netOf(matrix, { party: 'outside' })).toBe(10000 + 52000 + 7600 + 3400);
  });
});

describe('two matrices', () => {
  test('gains sum to zero, and what differs explains each of them', () => {
    fc.assert(
      fc.property(entries, entries, (before, after) => {
        const outcome = compareMoney(matrixOf(before), matrixOf(after));
        if (!outcome.ok) throw new Error('one currency');
        const { gains, changes } = outcome.value;
        expect(gains.reduce((sum, { gainCents }) => sum + gainCents, 0)).toBe(0);
        for (const { account: whose, gainCents } of gains) {
          const key = accountKey(whose);
          const explained = changes.reduce(
            (sum, { from, to, deltaCents }) =>
              sum + (accountKey(to) === key ? deltaCents : 0) - (accountKey(from) === key ? deltaCents : 0),
            0,
          );
          expect(gainCents).toBe(explained);
        }
      }),
    );
  });

  test('that are equal differ in nothing', () => {
    const given = matrixOf([entry(LOW, HIGH, 5)]);
    const outcome = compareMoney(given, given);
    expect(outcome.ok && outcome.value.changes).toEqual([]);
    expect(outcome.ok && outcome.value.gains.map(({ gainCents }) => gainCents)).toEqual([0, 0]);
  });

  test('say who gains and why', () => {
    const state: Account = { party: 'state' };
    const outcome = compareMoney(
      matrixOf([entry(LOW, state, 2000, 'levies'), entry(LOW, state, 100, 'vat')]),
      matrixOf([entry(LOW, state, 500, 'levies'), entry(LOW, state, 400, 'vat')]),
    );
    expect(outcome.ok && outcome.value.gains.map(({ sentence }) => sentence)).toEqual([
      'Households (lowest third) gain 12.00 EUR a year: they pay 15.00 EUR less as levies on electricity, pay 3.00 EUR more as value-added tax.',
      'The state loses 12.00 EUR a year: it receives 15.00 EUR less as levies on electricity, receives 3.00 EUR more as value-added tax.',
    ]);
  });

  test('in two currencies are not compared', () => {
    const other = moneyMatrix([], 'INR');
    expect(other.ok && compareMoney(matrixOf([]), other.value).ok).toBe(false);
  });
});
