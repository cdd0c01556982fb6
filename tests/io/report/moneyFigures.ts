import { PARTIES } from '../../../src/kpi/money';
import type { MoneyYear } from '../../../src/study/money';

/** Sums over the entries of the matrix, taken anew; what a group pays is what it is billed. */
export function putMoney(
  put: (name: string, value: number) => void,
  key: string,
  { groups, matrix, communities }: MoneyYear,
  before: MoneyYear,
): void {
  groups.forEach((group, third) => {
    const path = `burden/${key}/${third}`;
    const { households, medianIncome, medianEnergyBill, medianBurden, poorPercent } = group;
    const values = { households, medianIncome, medianEnergyBill, ...poorPercent };
    for (const [name, value] of Object.entries(values)) put(`${path}/${name}`, value);
    put(`${path}/medianBurden`, 100 * medianBurden);
    put(`${path}/medianEnergyBill/delta`, medianEnergyBill - before.groups[third]!.medianEnergyBill);
  });
  for (const from of PARTIES)
    for (const to of PARTIES) {
      const paid = matrix.flows.filter((flow) => flow.from.party === from && flow.to.party === to);
      put(`pays/${key}/${from}/${to}`, paid.reduce((sum, { amountCents }) => sum + amountCents, 0) / 100);
    }
  putCommunities(put, key, communities);
  const netOf = ({ flows }: MoneyYear['matrix'], party: string, group?: string): number =>
    flows.reduce((net, { from, to, amountCents }) => {
      const is = (one: typeof from) => one.party === party && one.group === group;
      return net + (is(to) ? amountCents : 0) - (is(from) ? amountCents : 0);
    }, 0);
  for (const { party, group } of [...matrix.accounts, ...before.matrix.accounts]) {
    const gain = netOf(matrix, party, group) - netOf(before.matrix, party, group);
    put(`gains/${key}/${group === undefined ? party : `${party}/${group}`}`, gain / 100);
  }
}

/** From the contracts and the courses of the group, taken anew. */
function putCommunities(
  put: (name: string, value: number) => void,
  key: string,
  communities: MoneyYear['communities'],
): void {
  const sum = (values: Iterable<number>): number => [...values].reduce((total, one) => total + one, 0);
  const gains = communities.flatMap((one) => one.gains);
  for (const party of PARTIES) {
    const of = gains.filter(({ account }) => account.party === party);
    put(`community/${key}/(all)/${party}`, sum(of.map(({ gainCents }) => gainCents)) / 100);
  }
  for (const { id, contracts, rules, group, generationJ, useJ } of communities) {
    const path = `community/${key}/${id}`;
    const losing = contracts.filter(({ withCents, withoutCents }) => withCents >= withoutCents + 10);
    put(`${path}/customers`, sum(contracts.map(({ customers }) => customers)));
    put(`${path}/price`, rules.pricePerKWh);
    put(`${path}/exchange`, 3600 * sum(group.exchangeW));
    put(`${path}/peakImport`, Math.max(...group.importW));
    put(`${path}/peakExport`, Math.max(...group.exportW));
    put(`${path}/selfConsumption`, generationJ > 0 ? 100 * (1 - group.exportJ / generationJ) : Number.NaN);
    put(`${path}/selfSufficiency`, 100 * (1 - group.importJ / useJ));
    put(`${path}/saved`, sum(contracts.map(({ withCents, withoutCents }) => withoutCents - withCents)) / 100);
    put(`${path}/losers`, sum(losing.map(({ customers }) => customers)));
  }
}
