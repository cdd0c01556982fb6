import { billOf, contractedWOf, meteredFromNet, type Bill, type MeteredYear } from '../../kpi/bills';
import type { MemberFlows } from '../../kpi/community';
import type { Payer } from '../../kpi/money';
import type { Building } from '../../model/building';
import type { District } from '../../model/district';
import type { Network } from '../../model/network';
import { settle, type Issue, type Outcome } from '../../model/outcome';
import type { Scenario } from '../../model/scenario';
import { resolveRule } from '../../scenario';
import { USUAL_TARIFF, type Tariff } from '../../model/tariff';
import type { Occupant } from './occupants';
import type { TariffBook } from './tariffBook';
import { billedShareOf } from './unbilled';

/** A bill of a building's connection, and who pays it in which proportion. */
export interface ContractBill {
  readonly buildingId: string;
  readonly bill: Bill;
  readonly payers: readonly Payer[];
}

/** Customers of one building that buy under one tariff. */
interface Contract {
  readonly tariffId: string;
  readonly occupants: readonly Occupant[];
}

/** The tariff of an occupant who is not enrolled in any. */
export type UsualTariff = (buildingId: string, occupant: Pick<Occupant, 'household'>) => string;

/**
 * By the scenario's contracts, whose rules are asked of the district as its measures leave it: the first that is for the
 * occupant, else the usual one.
 */
export function usualTariffs({ id, tariffs }: Scenario, district: District): Outcome<UsualTariff> {
  const issues: Issue[] = [];
  const contracts = (tariffs?.contracts ?? []).map(({ tariffId, customers, rule }, at) => {
    if (rule === undefined) return { tariffId, customers, ids: null };
    const place = { source: id, where: `contract ${at + 1}` };
    const resolved = resolveRule(rule, district, 'building', place);
    issues.push(...resolved.issues);
    return { tariffId, customers, ids: new Set(resolved.ids) };
  });
  const usual: UsualTariff = (buildingId, { household }) => {
    const kind = household === null ? 'businesses' : 'households';
    const found = contracts.find(
      ({ customers, ids }) =>
        (customers === 'everybody' || customers === kind) && ids?.has(buildingId) !== false,
    );
    return found?.tariffId ?? USUAL_TARIFF;
  };
  return settle(usual, issues);
}

/** Which occupants buy under which tariff: those enrolled under theirs, the others as `usual` says; one contract a tariff. */
export function contractsOf(
  { id, tariff }: Building,
  occupants: readonly Occupant[],
  usual: UsualTariff = () => USUAL_TARIFF,
): readonly Contract[] {
  const enrolled = new Set<number | null>(tariff?.households);
  const isEnrolled = ({ household }: Occupant): boolean => household !== null && enrolled.has(household);
  const byTariff = new Map<string, Occupant[]>();
  // Those enrolled come first.
  for (const occupant of [...occupants.filter(isEnrolled), ...occupants.filter((one) => !isEnrolled(one))]) {
    const tariffId = isEnrolled(occupant) ? tariff!.tariffId : usual(id, occupant);
    byTariff.set(tariffId, [...(byTariff.get(tariffId) ?? []), occupant]);
  }
  return [...byTariff].map(([tariffId, some]): Contract => ({ tariffId, occupants: some }));
}

/** What one contract is billed on. */
export interface MeteredContract {
  readonly buildingId: string;
  readonly tariff: Tariff;
  readonly metered: MeteredYear;
  /** What flows, the energy that nobody bills with it; the same object as `metered` where all is billed. */
  readonly flowing: MemberFlows;
  readonly payers: readonly Payer[];
}

/** A building with what its meter shows, and the power that its main fuse lets through. */
export interface MeteredBuilding {
  readonly building: Building;
  readonly netW: Float64Array;
  readonly contractedW: number;
}

/** Contracted power by building: 0 without a connection, NaN at a bus that is not there, which no bill takes. */
export function contractedIn(network: Network | null): (building: Building) => number {
  const voltages = new Map(network?.buses.map(({ id, nominalVoltageV }) => [id, nominalVoltageV]));
  return ({ connection }) =>
    connection === null ? 0 : contractedWOf(connection, voltages.get(connection.busId) ?? Number.NaN);
}

/**
 * The contracts of a building with what each is billed on. The run knows one meter a connection: of several contracts behind it
 * each has the course of the whole in proportion to what its occupants draw, import and export alike, and each dwelling counts
 * as a meter. What is taken past the meter is in no import that is billed.
 */
export function meteredContracts(
  { building, netW, contractedW }: MeteredBuilding,
  occupants: readonly Occupant[],
  contracts: readonly Contract[],
  book: TariffBook,
): Outcome<readonly MeteredContract[]> {
  const issues: Issue[] = [];
  const weightOf = (some: readonly Occupant[]): number =>
    some.reduce((sum, { electricityJ }) => sum + electricityJ, 0);
  const total = weightOf(occupants);
  const billedShare = billedShareOf(building, book.unbilledShare);
  const found = contracts.flatMap(({ tariffId, occupants: some }): MeteredContract[] => {
    const tariff = book.tariffOf(tariffId);
    if (tariff === undefined) {
      issues.push(unknownTariff(building.id, tariffId, book));
      return [];
    }
    const share =
      contracts.length === 1 ? 1 : total > 0 ? weightOf(some) / total : some.length / occupants.length;
    const partW = share === 1 ? netW : netW.map((power) => share * power);
    const meter = meteredFromNet(partW, {
      contractedW: share * contractedW,
      meterCount: Math.max(1, some.length),
    });
    const metered =
      billedShare === 1 ? meter : { ...meter, importW: meter.importW.map((power) => billedShare * power) };
    const payers = some.map(({ account, electricityJ }) => ({ account, weight: electricityJ }));
    return [{ buildingId: building.id, tariff, metered, flowing: meter, payers }];
  });
  return settle(found, issues);
}

/** The bills of contracts that share with nobody. */
export function billsOf(
  contracts: readonly MeteredContract[],
  book: TariffBook,
): Outcome<readonly ContractBill[]> {
  const issues: Issue[] = [];
  const bills = contracts.flatMap(({ buildingId, tariff, metered, payers }): ContractBill[] => {
    const outcome = billOf(tariff, book.tableOf(tariff.id), metered, buildingId);
    issues.push(...outcome.issues);
    return outcome.ok ? [{ buildingId, bill: outcome.value, payers }] : [];
  });
  return settle(bills, issues);
}

export function unknownTariff(where: string, id: string, { tariffs }: TariffBook): Issue {
  return {
    severity: 'error',
    code: 'tariff-unknown',
    source: 'tariffs',
    where,
    field: 'tariff',
    value: id,
    message: 'There is no tariff of this id.',
    remedy: `Use ${tariffs.map((tariff) => tariff.id).join(', ')}, or give a file.`,
  };
}
