import { accountLabel, CENTS_PER_UNIT, PARTIES, type Party } from '../../kpi/money';
import { losersOf, shareKept, type CommunityMoney, type MoneyYear } from '../../study/money';
import type { ReportContext } from './context';
import { el, type Child, type Markup, own, core } from './markup';
import { figure, named, note, numeric, table } from './parts';

interface InCommunities {
  readonly key: string;
  readonly money: MoneyYear;
}

/** Energy communities of the scenarios that have any: what they share, and who gains and who loses by it. */
export function communitySections({ all, nameOf, penOf }: ReportContext): Child {
  const known = all.flatMap(({ key, money }): InCommunities[] =>
    money === undefined || money.communities.length === 0 ? [] : [{ key, money }],
  );
  if (known.length === 0) return [];
  return [
    el('h3', {}, own('Energy communities')),
    known.map((one) => [
      groups(one, [named(nameOf(one.key), penOf(one.key)), own(': what members share')]),
      parties(one, [
        named(nameOf(one.key), penOf(one.key)),
        own(': a year with the communities against without'),
      ]),
    ]),
    note(
      own(
        'Members behind one transformer use in the same step what others of them feed in, at a price between what is paid for feeding in and the most at which nobody loses. A battery of their own takes in what they have over together and gives it back at the same price; its losses and cost they share by use. All else flows and is billed as it was; any other battery at the station is the grid operator’s. What members save, supplier, grid operator and state lose. What it costs to run a community its members pay by use, so that some may lose by it.',
      ),
    ),
  ];
}

function groups({ key, money }: InCommunities, caption: Child): Markup {
  const rows = money.communities.map((one): Child[] => {
    const { group, rules } = one;
    const put = (name: string, value: number, unit: string) =>
      figure(`community/${key}/${one.id}/${name}`, value, unit);
    return [
      one.id,
      put('customers', customersOf(one), 'count'),
      put('price', rules.pricePerKWh, `${money.currency}/kWh`),
      put('exchange', group.exchangeJ, 'J'),
      put('peakImport', group.peakImportW, 'W'),
      put('peakExport', group.peakExportW, 'W'),
      put('selfConsumption', 100 * shareKept(one.generationJ, group.exportJ), '%'),
      put('selfSufficiency', 100 * shareKept(one.useJ, group.importJ), '%'),
      put('saved', savedCents(one) / CENTS_PER_UNIT, money.currency),
      put('losers', losersOf(one), 'count'),
    ];
  });
  const columns = [
    ...[
      own('Customers'),
      own('Price'),
      own('Shared'),
      own('Peak import'),
      own('Peak export'),
      own('Self-consumption'),
    ],
    ...[own('Self-sufficiency'), own('Members save'), own('Customers who lose')],
  ];
  return table(caption, [own('Behind'), ...columns.map((column) => numeric(column))], rows);
}

function parties({ key, money }: InCommunities, caption: Child): Markup {
  const rows = PARTIES.flatMap((party): Child[][] => {
    const of = money.communities.flatMap(({ gains }) =>
      gains.filter(({ account }) => account.party === party),
    );
    if (of.length === 0) return [];
    const cents = of.reduce((sum, { gainCents }) => sum + gainCents, 0);
    const path = `community/${key}/(all)/${party}`;
    const gained = figure(path, cents / CENTS_PER_UNIT, money.currency);
    return [[core(accountLabel({ party })), gained, verdict(party, cents)]];
  });
  return table(caption, [own('Who'), numeric(own('Gains')), own('Verdict')], rows);
}

function verdict(party: Party, cents: number): Markup {
  if (cents === 0) return own('neither gains nor loses');
  if (party === 'outside') return own('is paid for running the communities');
  return cents > 0 ? own('gains') : own('loses');
}

const customersOf = ({ contracts }: CommunityMoney): number =>
  contracts.reduce((sum, { customers }) => sum + customers, 0);
const savedCents = ({ contracts }: CommunityMoney): number =>
  contracts.reduce((sum, one) => sum + one.savedCents, 0);
