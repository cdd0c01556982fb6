import { worstQuality } from '../../model/archetypes';
import type { QualityClass, SourcedValue } from '../../model/building';
import { J_PER_KWH } from '../../units/suffixes';
import { centsOf, type Bill } from '../bills';
import { splitCents, toCents } from './cents';
import { flow, type MoneyEntry, type MoneyKind } from './entries';
import type { Account } from './parties';

/** Who pays a bill, and in which proportion: the households of a building with their shares of its use. */
export interface Payer {
  readonly account: Account;
  readonly weight: number;
}

const SUPPLIER: Account = { party: 'supplier' };
const OPERATOR: Account = { party: 'operator' };
const STATE: Account = { party: 'state' };
const OUTSIDE: Account = { party: 'outside' };

/** An amount shared among payers by largest remainder: the parts sum to it. */
export function shared(
  payers: readonly Payer[],
  to: Account,
  signedCents: number,
  kind: MoneyKind,
  quality: QualityClass,
): MoneyEntry[] {
  const parts = splitCents(
    signedCents,
    payers.map(({ weight }) => weight),
  );
  return payers.flatMap(({ account }, at) => flow(account, to, parts[at]!, kind, quality));
}

/** A bill as entries: its shares to supplier, grid and state, value-added tax, feed-in back. They sum to its total. */
export function billEntries(bill: Bill, payers: readonly Payer[]): readonly MoneyEntry[] {
  const { quality } = bill;
  return [
    ...shared(payers, SUPPLIER, centsOf(bill, { share: 'supplier' }), 'energy', quality),
    ...shared(payers, OPERATOR, centsOf(bill, { share: 'grid' }), 'grid', quality),
    ...shared(payers, STATE, centsOf(bill, { share: 'levies' }), 'levies', quality),
    ...shared(payers, STATE, bill.vatCents, 'vat', quality),
    ...shared(payers, SUPPLIER, -bill.feedInCents, 'feedIn', quality),
  ];
}

/** A year of one fuel at a flat price. */
export interface FuelUse {
  readonly energyJ: number;
  /** Without levies and tax. */
  readonly pricePerKWh: SourcedValue;
  readonly leviesPerKWh: SourcedValue;
  readonly vatShare: SourcedValue;
}

/** Gas, oil and district heat come from outside the district. */
export function fuelEntries(use: FuelUse, payers: readonly Payer[]): readonly MoneyEntry[] {
  const kWh = use.energyJ / J_PER_KWH;
  const quality = worstQuality([use.pricePerKWh.quality, use.leviesPerKWh.quality, use.vatShare.quality]);
  const netCents = toCents(kWh * use.pricePerKWh.value);
  const levyCents = toCents(kWh * use.leviesPerKWh.value);
  const vatCents = toCents((use.vatShare.value * (netCents + levyCents)) / 100);
  return [
    ...shared(payers, OUTSIDE, netCents, 'fuel', quality),
    ...shared(payers, STATE, levyCents, 'fuelLevies', quality),
    ...shared(payers, STATE, vatCents, 'vat', quality),
  ];
}

/** What somebody has invested, as yearly amounts in the currency of the matrix. */
export interface YearlyInvestment {
  /** Whoever owns it. */
  readonly owner: Account;
  /** Before grants: capital x capital recovery factor. */
  readonly annuity: number;
  /** The grant as an annuity at the same rate and life. */
  readonly grantAnnuity: number;
  readonly maintenancePerYear: number;
  /** Passed on to whoever uses the building. */
  readonly rentPerYear: number;
  readonly quality: QualityClass;
}

/** Annuity and upkeep to installers and lenders outside, the grant from the state, rent from the users to the owner. */
export function investmentEntries(
  investment: YearlyInvestment,
  users: readonly Payer[],
): readonly MoneyEntry[] {
  const { owner, quality } = investment;
  const tenants = users.filter(({ account }) => !same(account, owner));
  return [
    ...flow(owner, OUTSIDE, toCents(investment.annuity), 'investment', quality),
    ...flow(owner, OUTSIDE, toCents(investment.maintenancePerYear), 'maintenance', quality),
    ...flow(STATE, owner, toCents(investment.grantAnnuity), 'grant', quality),
    ...shared(tenants, owner, toCents(investment.rentPerYear), 'rent', quality),
  ];
}

function same(a: Account, b: Account): boolean {
  return a.party === b.party && a.group === b.group;
}

/** What the supplier and the operator buy from outside for the district. */
export interface Procurement {
  /** From the upstream grid into the district, losses included, less what is given back. */
  readonly importKWh: number;
  readonly lossesKWh: number;
  /** Taken by customers who are not billed for it. */
  readonly unbilledKWh?: number;
  readonly wholesalePerKWh: SourcedValue;
  /** Yearly cost of the grid: lines, transformers, metering. */
  readonly gridCostPerYear: SourcedValue;
}

/** The supplier buys what customers use, billed or not, the operator what the grid loses, both at the wholesale price. */
export function procurementEntries(bought: Procurement): readonly MoneyEntry[] {
  const { wholesalePerKWh, gridCostPerYear, importKWh, lossesKWh, unbilledKWh = 0 } = bought;
  const { value, quality } = wholesalePerKWh;
  const gridQuality = gridCostPerYear.quality;
  return [
    ...flow(SUPPLIER, OUTSIDE, toCents((importKWh - lossesKWh - unbilledKWh) * value), 'wholesale', quality),
    ...flow(SUPPLIER, OUTSIDE, toCents(unbilledKWh * value), 'unbilled', quality),
    ...flow(OPERATOR, OUTSIDE, toCents(lossesKWh * value), 'gridLosses', quality),
    ...flow(OPERATOR, OUTSIDE, toCents(gridCostPerYear.value), 'gridCost', gridQuality),
  ];
}
