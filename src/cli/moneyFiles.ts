import { centsOf, type BillPart } from '../kpi/bills';
import { CENTS_PER_UNIT, compareMoney, type Account } from '../kpi/money';
import { POVERTY_MEASURES } from '../kpi/poverty';
import { writeCsv, type CsvCell } from '../io';
import type { ContractBill, MoneyYear } from '../study/money';

/** A year in money under the name it has in files. */
export interface NamedMoney {
  readonly key: string;
  readonly money: MoneyYear;
}

const W_PER_KW = 1000;
const units = (cents: number): number => cents / CENTS_PER_UNIT;
const PARTS: readonly BillPart[] = ['connection', 'contracted', 'energy', 'peak'];

export function billRow(key: string, { buildingId, bill, payers }: ContractBill): CsvCell[] {
  const { amounts } = bill;
  return [
    ...[key, buildingId, bill.tariffId, payers.length, amounts.importKWh, amounts.exportKWh],
    Math.max(...amounts.monthlyPeakW) / W_PER_KW,
    ...PARTS.map((part) => units(centsOf(bill, { part }))),
    ...[units(bill.netCents), units(bill.vatCents), units(bill.feedInCents), units(bill.totalCents)],
    ...[bill.currency, bill.quality],
  ];
}

export const BILL_COLUMNS: readonly string[] = [
  ...['scenario', 'building', 'tariff', 'customers', 'import_kwh', 'export_kwh', 'highest_monthly_peak_kw'],
  ...PARTS,
  ...['net', 'vat', 'feed_in', 'total', 'currency', 'quality'],
];

/** Every contract of every building, parts of the tariff before tax. */
export function billsCsv(years: readonly NamedMoney[]): string {
  return writeCsv(
    BILL_COLUMNS,
    years.flatMap(({ key, money }) => money.bills.map((bill) => billRow(key, bill))),
  );
}

/** Every household: what it pays a year, and of what income. */
export function householdsCsv(years: readonly NamedMoney[]): string {
  const columns = [
    ...['scenario', 'household', 'building', 'persons', 'group', 'tenure', 'vulnerable'],
    ...['electricity', 'fuel', 'measures', 'income', 'housing_cost', 'currency', 'quality'],
  ];
  const rows = years.flatMap(({ key, money }) =>
    money.households.map((one): CsvCell[] => [
      ...[key, one.id, one.buildingId, one.persons, money.groups[one.third]!.name],
      ...[one.tenure, one.vulnerable, units(one.electricityCents), units(one.fuelCents)],
      ...[units(one.measuresCents), one.income, one.housingCost, money.currency, money.quality],
    ]),
  );
  return writeCsv(columns, rows);
}

/** Bills, burden, poverty and comfort of each third of the households by income. */
export function burdenCsv(years: readonly NamedMoney[]): string {
  const columns = [
    ...['scenario', 'group', 'households', 'median_income', 'median_electricity_bill', 'median_energy_bill'],
    ...['median_burden', 'burden_of_sums', ...POVERTY_MEASURES.map((measure) => `${measure}_percent`)],
    ...['vulnerable_households', 'underheating_kh', 'overheating_kh', 'currency', 'quality'],
  ];
  const rows = years.flatMap(({ key, money }) =>
    money.groups.map((group): CsvCell[] => [
      ...[key, group.name, group.households, group.medianIncome, group.medianElectricityBill],
      ...[group.medianEnergyBill, group.medianBurden, group.burdenOfSums],
      ...POVERTY_MEASURES.map((measure) => group.poorPercent[measure]),
      ...[group.vulnerableHouseholds, group.underheatingKH, group.overheatingKH],
      ...[money.currency, money.quality],
    ]),
  );
  return writeCsv(columns, rows);
}

const named = ({ party, group }: Account): CsvCell[] => [party, group ?? null];

/** Who pays whom: a row an entry, with what it is more or less than in the baseline. */
export function matrixCsv(years: readonly NamedMoney[], baselineKey: string): string {
  const columns = [
    ...['scenario', 'from', 'from_group', 'to', 'to_group', 'kind', 'amount', 'change'],
    ...['currency', 'quality', 'sentence'],
  ];
  const baseline = years.find(({ key }) => key === baselineKey);
  const rows = years.flatMap(({ key, money }) => {
    const compared = baseline === undefined ? undefined : compareMoney(baseline.money.matrix, money.matrix);
    const changes = new Map(
      (compared?.ok === true ? compared.value.changes : []).map((change) => [keyOf(change), change]),
    );
    const present = money.matrix.flows.map((flow): CsvCell[] => {
      const change = changes.get(keyOf(flow))?.deltaCents ?? 0;
      changes.delete(keyOf(flow));
      return [
        ...[key, ...named(flow.from), ...named(flow.to), flow.kind, units(flow.amountCents), units(change)],
        ...[money.currency, flow.quality, flow.sentence],
      ];
    });
    const gone = [...changes.values()].map((change): CsvCell[] => [
      ...[key, ...named(change.from), ...named(change.to), change.kind, 0, units(change.deltaCents)],
      ...[money.currency, money.quality, 'Paid in the baseline alone.'],
    ]);
    return [...present, ...gone];
  });
  return writeCsv(columns, rows);
}

function keyOf({ from, to, kind }: { from: Account; to: Account; kind: string }): string {
  return JSON.stringify([from, to, kind]);
}
