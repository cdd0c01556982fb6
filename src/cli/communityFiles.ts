import { CENTS_PER_UNIT, type Party } from '../kpi/money';
import { writeCsv, type CsvCell } from '../io';
import { losersOf, shareKept, type CommunityMoney } from '../study/money';
import type { RunResult } from '../study/runResult';
import { J_PER_KWH } from '../units/suffixes';
import type { NamedMoney } from './moneyFiles';
import { stepTime } from './tables';

/** A year in money with the run that its steps are of. */
export interface NamedCommunities extends NamedMoney {
  readonly result: RunResult;
}

const W_PER_KW = 1000;
const units = (cents: number): number => cents / CENTS_PER_UNIT;

const PARTIES: readonly Party[] = ['households', 'businesses', 'supplier', 'operator', 'state', 'outside'];

/** Files of the energy communities, by name; no files where no scenario has one. */
export function communityFiles(years: readonly NamedCommunities[]): Readonly<Record<string, () => string>> {
  if (years.every(({ money }) => money.communities.length === 0)) return {};
  return {
    'community.csv': () => communityCsv(years),
    'community_members.csv': () => membersCsv(years),
  };
}

/** A row a community: its rules, what crosses its border, and who gains and who loses by it. */
function communityCsv(years: readonly NamedCommunities[]): string {
  const columns = [
    ...['scenario', 'community', 'transformer', 'contracts', 'customers', 'customers_who_lose'],
    ...['price_per_kwh', 'least_price_per_kwh', 'most_price_per_kwh', 'grid_share_due', 'levy_share_due'],
    ...['import_kwh', 'export_kwh', 'exchange_kwh', 'peak_import_kw', 'peak_import_time', 'peak_export_kw'],
    ...['peak_export_time', 'sum_of_peaks_kw', 'self_consumption_percent', 'self_sufficiency_percent'],
    ...['yearly_cost', ...PARTIES.map((party) => `${party}_gain`), 'currency', 'quality'],
  ];
  const rows = years.flatMap(({ key, money, result }) =>
    money.communities.map((one): CsvCell[] => {
      const { rules, range } = one;
      return [
        ...[key, one.id, one.transformerId, one.contracts.length, customersOf(one), losersOf(one)],
        ...[rules.pricePerKWh, range.leastPerKWh, range.mostPerKWh, rules.gridShare, rules.levyShare],
        ...groupCells(one, result),
        ...[units(one.costCents), ...PARTIES.map((party) => units(gainOf(one, party)))],
        ...[money.currency, money.quality],
      ];
    }),
  );
  return writeCsv(columns, rows);
}

function groupCells({ group, generationJ, useJ }: CommunityMoney, result: RunResult): CsvCell[] {
  const timeOf = (step: number) => (Number.isNaN(step) ? null : stepTime(result, step));
  return [
    ...[group.importJ / J_PER_KWH, group.exportJ / J_PER_KWH, group.exchangeJ / J_PER_KWH],
    ...[group.peakImportW / W_PER_KW, timeOf(group.peakImportStep)],
    ...[group.peakExportW / W_PER_KW, timeOf(group.peakExportStep), group.sumOfPeaksW / W_PER_KW],
    ...[100 * shareKept(generationJ, group.exportJ), 100 * shareKept(useJ, group.importJ)],
  ];
}

/** A row a contract: what is shared, and what is paid without the community and with it. */
function membersCsv(years: readonly NamedCommunities[]): string {
  const columns = [
    ...['scenario', 'community', 'building', 'tariff', 'customers', 'import_kwh', 'export_kwh'],
    ...['from_community_kwh', 'to_community_kwh', 'paid_without', 'paid_with', 'saved'],
    ...['currency', 'quality'],
  ];
  const rows = years.flatMap(({ key, money }) =>
    money.communities.flatMap(({ id, contracts }) =>
      contracts.map((one): CsvCell[] => [
        ...[key, id, one.buildingId, one.tariffId, one.customers, one.importKWh, one.exportKWh],
        ...[one.allocatedKWh, one.creditedKWh],
        ...[units(one.withoutCents), units(one.withCents), units(one.savedCents)],
        ...[money.currency, money.quality],
      ]),
    ),
  );
  return writeCsv(columns, rows);
}

function customersOf({ contracts }: CommunityMoney): number {
  return contracts.reduce((sum, { customers }) => sum + customers, 0);
}

function gainOf({ gains }: CommunityMoney, party: Party): number {
  return gains.reduce((sum, { account, gainCents }) => (account.party === party ? sum + gainCents : sum), 0);
}
