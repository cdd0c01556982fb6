import type { SelectorRule } from '../selector';
import type { Tariff } from './types';

/** Customers of a building that a contract is for. */
export const TARIFF_CUSTOMERS = ['everybody', 'households', 'businesses'] as const;
export type TariffCustomers = (typeof TARIFF_CUSTOMERS)[number];

/** Who buys under which tariff. */
export interface TariffContract {
  /** Of a tariff that the scenario offers, or of a shipped one. */
  readonly tariffId: string;
  readonly customers: TariffCustomers;
  /** Buildings as the scenario's measures leave them; all where absent. */
  readonly rule?: SelectorRule;
}

/**
 * Tariffs that a scenario brings along, in the place of shipped ones of the same id, and who gets which. Who is enrolled in a
 * tariff by a measure buys under that one; of the others each buys under the first contract that is for him, else under the
 * usual tariff. They change bills and no run: nobody answers to them. Whom a measure lets answer to a tariff answers to the
 * shipped one of its id; where a scenario offers another the fold warns.
 */
export interface OwnTariffs {
  readonly offered: readonly Tariff[];
  readonly contracts?: readonly TariffContract[];
}
