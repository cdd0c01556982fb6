import { factorQuality } from '../../kpi/factorQuality';
import type { Factor, Factors } from '../../kpi';
import { capitalRecoveryFactor } from '../../kpi/economics';
import {
  billEntries,
  fuelEntries,
  investmentEntries,
  procurementEntries,
  type Account,
  type MoneyEntry,
  type Payer,
} from '../../kpi/money';
import type { Building, SourcedValue } from '../../model/building';
import { carrierOf, type FuelCarrier } from '../../sim/arrays/carriers';
import { J_PER_KWH } from '../../units/suffixes';
import type { RunResult } from '../runResult';
import type { CostLine, ScenarioCosts } from '../scenarioCosts';
import type { ContractBill } from './contracts';
import type { Occupant } from './occupants';

/** Payments of one customer to everybody, before customers are put into groups. */

export const entriesOfBills = (bills: readonly ContractBill[]): readonly MoneyEntry[] =>
  bills.flatMap(({ bill, payers }) => billEntries(bill, payers));

const sourced = (value: number, ...factors: readonly Factor[]): SourcedValue => ({
  value,
  source: factors.map(({ source }) => source).join('; '),
  quality: factors.map(factorQuality).includes('unknown_untraceable')
    ? 'unknown_untraceable'
    : factorQuality(factors[0]!),
});

const FUEL_PRICES = {
  gas: 'gasPriceEurPerKwh',
  oil: 'oilPriceEurPerKwh',
  districtHeat: 'districtHeatPriceEurPerKwh',
} as const satisfies Record<FuelCarrier, keyof Factors>;

/**
 * Gas, oil and district heat of a building, by the floor of its occupants. Prices of the scenario are what customers pay: net
 * price = price/(1 + tax) - levies, so that the entries sum to energy x price.
 */
export function entriesOfFuel(
  building: Building,
  energyJ: number,
  occupants: readonly Occupant[],
  factors: Factors,
): readonly MoneyEntry[] {
  const carrier = carrierOf(building.heating);
  if (carrier === null || !(energyJ > 0)) return [];
  const price = factors[FUEL_PRICES[carrier]];
  const { fuelVatShare, fuelLeviesEurPerKwh } = factors;
  const beforeTax = price.value / (1 + fuelVatShare.value);
  const levies = Math.min(fuelLeviesEurPerKwh.value, beforeTax);
  const use = {
    energyJ,
    pricePerKWh: sourced(beforeTax - levies, price, fuelVatShare),
    leviesPerKWh: sourced(levies, fuelLeviesEurPerKwh),
    vatShare: sourced(fuelVatShare.value, fuelVatShare),
  };
  return fuelEntries(
    use,
    occupants.map(({ account, floorM2 }): Payer => ({ account, weight: floorM2 })),
  );
}

const OWNERS: Account = { party: 'owners' };
const WHOLE_NETWORK: Readonly<Partial<Record<CostLine['payer'], Account>>> = {
  operator: { party: 'operator' },
  community: { party: 'community' },
  state: { party: 'state' },
};

/** Who owns a part of a building: the households that live in what is theirs, and the owners of the rest. */
export interface Owned {
  readonly occupant: Occupant;
  readonly isOwner: boolean;
}

/** Yearly amounts of one cost line; none where a figure of it is not known. */
function entriesOfLine(
  line: CostLine,
  owned: readonly Owned[],
  { interestRate, rentPassedOnShare }: Factors,
): readonly MoneyEntry[] {
  const { investment, grant, lifetimeYears, runningPerYear, payer, quality } = line;
  if (!investment.known) return [];
  const recovery =
    lifetimeYears === null ? 0 : capitalRecoveryFactor(interestRate.value, lifetimeYears.value);
  const yearly = {
    annuity: recovery * investment.typical,
    grantAnnuity: grant.known ? recovery * grant.eur : 0,
    maintenancePerYear: runningPerYear.known ? runningPerYear.eur : 0,
    quality,
  };
  const whole = WHOLE_NETWORK[payer];
  if (whole !== undefined || owned.length === 0)
    return investmentEntries({ ...yearly, owner: whole ?? OWNERS, rentPerYear: 0 }, []);
  const paying = payer === 'household' ? owned.filter(({ occupant }) => occupant.household !== null) : owned;
  const of = paying.length > 0 ? paying : owned;
  const floorM2 = of.reduce((sum, { occupant }) => sum + occupant.floorM2, 0);
  return of.flatMap(({ occupant, isOwner }) => {
    const share = floorM2 > 0 ? occupant.floorM2 / floorM2 : 1 / of.length;
    const owner = isOwner || payer === 'household' ? occupant.account : OWNERS;
    const [annuity, grantAnnuity] = [share * yearly.annuity, share * yearly.grantAnnuity];
    const maintenancePerYear = share * yearly.maintenancePerYear;
    const rentPerYear = rentPassedOnShare.value * (annuity - grantAnnuity + maintenancePerYear);
    return investmentEntries({ owner, annuity, grantAnnuity, maintenancePerYear, rentPerYear, quality }, [
      { account: occupant.account, weight: 1 },
    ]);
  });
}

export function entriesOfCosts(
  { lines }: Pick<ScenarioCosts, 'lines'>,
  ownedIn: (elementId: string) => readonly Owned[],
  factors: Factors,
): readonly MoneyEntry[] {
  return lines.flatMap((line) => entriesOfLine(line, ownedIn(line.elementId), factors));
}

/** What supplier and operator buy from outside: what crosses the border of the district, losses and what nobody is billed for among it. */
export function entriesOfProcurement(
  { table, stepS }: RunResult,
  { wholesaleEurPerKwh }: Factors,
  unbilledJ = 0,
): readonly MoneyEntry[] {
  const kWh = (powerW: Float64Array): number =>
    (powerW.reduce((sum, power) => sum + power, 0) * stepS) / J_PER_KWH;
  return procurementEntries({
    importKWh: kWh(table.sourcePW),
    lossesKWh: kWh(table.lossW),
    unbilledKWh: unbilledJ / J_PER_KWH,
    wholesalePerKWh: sourced(wholesaleEurPerKwh.value, wholesaleEurPerKwh),
    // What stands cost has been paid; what a scenario adds is among its investments.
    gridCostPerYear: sourced(0, wholesaleEurPerKwh),
  });
}

/** What each household pays less what it receives, in cents, by its id. */
export function paidByHousehold(entries: readonly MoneyEntry[]): ReadonlyMap<string, number> {
  const paid = new Map<string, number>();
  const add = ({ party, group }: Account, cents: number): void => {
    if (party === 'households' && group !== undefined) paid.set(group, (paid.get(group) ?? 0) + cents);
  };
  for (const { from, to, amountCents } of entries) {
    add(from, amountCents);
    add(to, -amountCents);
  }
  return paid;
}
