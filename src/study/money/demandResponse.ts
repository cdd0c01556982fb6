import type { Building } from '../../model/building';
import { customersOf } from '../../model/customers';
import type { District } from '../../model/district';

/** Inputs of Demand Response Penetration (U4SSC EC: ICT: ES: 3A), under their names there; and who answers to prices. */
export interface DemandResponse {
  /** Each household, and one business in a building that is no home or in which nobody lives. */
  readonly customers: number;
  /**
   * Customers some of whose load somebody or something else moves: households under load control, one household a car that is charged
   * by plan, and every customer of a building whose heating avoids the peak.
   */
  readonly controllableCustomers: number;
  /** Households that buy under a tariff that tells hours apart; nobody controls them. */
  readonly pricedCustomers: number;
}

/** Who of a district's electricity customers takes part in demand response. */
export function demandResponseOf({ buildings }: Pick<District, 'buildings'>): DemandResponse {
  const counted = { customers: 0, controllableCustomers: 0, pricedCustomers: 0 };
  for (const building of buildings) {
    counted.customers += customersOf(building);
    counted.controllableCustomers += controllableOf(building);
    counted.pricedCustomers += within(building, building.tariff?.households).length;
  }
  return counted;
}

const within = ({ households }: Building, numbers: readonly number[] = []): readonly number[] =>
  numbers.filter((index) => index < households);

/** Nobody knows which household has which car: those under load control have them first, so that none is counted twice. */
function controllableOf(building: Building): number {
  const { vehicles, flexibleHeating, loadControl, households } = building;
  if (flexibleHeating !== undefined) return customersOf(building);
  const planned = vehicles === null || vehicles.control === 'unmanaged' ? 0 : vehicles.count;
  return Math.max(within(building, loadControl?.households).length, Math.min(planned, households));
}
