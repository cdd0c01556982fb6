import { describe, expect, it } from 'vitest';
import { basisOf } from '../../../src/kpi';
import { meteredFromNet } from '../../../src/kpi/bills';
import { parseTariff } from '../../../src/model/tariff';
import { settleGroup, type CommunityMoney } from '../../../src/study/money/communities';
import type { MeteredContract } from '../../../src/study/money/contracts';
import { tariffBook } from '../../../src/study/money/tariffBook';
import type { CostLine } from '../../../src/study/scenarioCosts';
import twoMembers from './two-members/case.json';

/** The cheapest wrong programs: the year's sums are shared, the waived fee is lost by nobody, a cost that no member bears. */
const HOURS = 8760;
const STEP_J = 3.6e6;
const { membership, members, days, expected, tariff: json } = twoMembers;

const parsed = parseTariff(json, 'case.json');
if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
const tariff = parsed.value;
const found = tariffBook({}, { stepS: 3600, startWeekday: 0 }, [tariff]);
if (!found.ok) throw new Error('no tariffs');
const book = found.value;

const contracts = members.map(({ id, netKWByHour }): MeteredContract => {
  const netW = new Float64Array(HOURS);
  for (let day = 0; day < days; day += 1)
    for (const [hour, netKW] of Object.entries(netKWByHour)) netW[24 * day + Number(hour)] = 1000 * netKW;
  const account = { party: 'households', group: id } as const;
  const metered = meteredFromNet(netW, { contractedW: 0, meterCount: 1 });
  return {
    buildingId: id,
    tariff: book.tariffOf('flat')!,
    metered,
    flowing: metered,
    payers: [{ account, weight: 1 }],
  };
});

/** A cost that comes every year and wears nothing out. */
const costOf = (eur: number): CostLine => ({
  measureId: 'community',
  type: 'energyCommunity',
  elementId: 'household',
  inherited: false,
  investment: {
    known: true,
    ...{ low: 0, typical: 0, high: 0, unit: 'EUR' },
    quality: 'unknown_untraceable',
    rangeQuality: 'unknown_untraceable',
    sources: [],
  },
  lifetimeYears: null,
  runningPerYear: { known: true, eur },
  payer: 'community',
  grant: { known: true, eur: 0 },
  annuity: { known: true, eur: 0 },
  quality: 'unknown_untraceable',
  sources: [],
  embodied: { known: false, reason: 'none' },
  quantities: [],
});

function settled(lines: readonly CostLine[]): CommunityMoney {
  const group = { id: 'T', transformerId: 'T', membership };
  const energy = { generationJ: 0, useJ: 0 };
  const outcome = settleGroup(group, contracts, energy, lines, book, basisOf({}).factors);
  expect(outcome.issues).toEqual([]);
  if (!outcome.ok) throw new Error('not settled');
  return outcome.value.money;
}
const gainsOf = ({ gains }: CommunityMoney) =>
  Object.fromEntries(gains.map(({ account, gainCents }) => [account.party, gainCents]));

describe(`${twoMembers.title}, ${twoMembers.origin}`, () => {
  const money = settled([]);

  it('are settled to the cent, and supplier, operator and state lose what they gain', () => {
    expect(money.rules.pricePerKWh).toBeCloseTo(expected.pricePerKWh, 12);
    for (const [at, contract] of money.contracts.entries()) {
      expect(contract.allocatedKWh).toBeCloseTo(expected.allocatedKWh[at]!, 9);
      expect(contract.creditedKWh).toBeCloseTo(expected.creditedKWh[at]!, 9);
    }
    const cents = (name: 'withoutCents' | 'withCents' | 'savedCents') =>
      money.contracts.map((contract) => contract[name]);
    expect(cents('withoutCents')).toEqual(expected.withoutCents);
    expect(cents('withCents')).toEqual(expected.withCents);
    expect(cents('savedCents')).toEqual(expected.savedCents);
    expect(gainsOf(money)).toMatchObject(expected.gainCents);
    expect(money.gains.reduce((sum, { gainCents }) => sum + gainCents, 0)).toBe(0);
    const supplier = money.gains.find(({ account }) => account.party === 'supplier')!;
    expect(supplier.sentence).toBe(
      'The supplier loses 15.00 EUR a year: it receives 39.00 EUR less for electricity, pays 24.00 EUR less for electricity that was fed in.',
    );
  });

  it('bear the cost of their community by use, and who loses by it is told', () => {
    const dear = settled([costOf(twoMembers.yearlyCostEur)]);
    expect(dear.contracts.map(({ savedCents }) => savedCents)).toEqual(expected.withCost.savedCents);
    expect(gainsOf(dear)).toEqual(expected.withCost.gainCents);
  });

  it('are a group whose border is crossed by what they do not give each other, step by step', () => {
    const { group } = money;
    expect(group.importJ / STEP_J).toBeCloseTo(expected.group.importKWh, 9);
    expect(group.exportJ / STEP_J).toBeCloseTo(expected.group.exportKWh, 9);
    expect(group.exchangeJ / STEP_J).toBeCloseTo(expected.group.exchangeKWh, 9);
    const { peakImportW, peakExportW, sumOfPeaksW, peakImportHour, peakExportHour } = expected.group;
    expect(group).toMatchObject({ peakImportW, peakExportW, sumOfPeaksW });
    expect([group.peakImportStep, group.peakExportStep]).toEqual([peakImportHour, peakExportHour]);
  });
});
