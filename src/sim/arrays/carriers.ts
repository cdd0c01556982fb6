import type { HeatingSystem } from '../../model/building';

/** Energy carriers other than electricity that buildings are delivered, in their fixed order. */
export const FUEL_CARRIERS = ['gas', 'oil', 'districtHeat'] as const;
export type FuelCarrier = (typeof FUEL_CARRIERS)[number];

/** What a heating system burns or is piped; null where it runs on electricity alone. */
export function carrierOf(heating: HeatingSystem): FuelCarrier | null {
  if (heating === 'gasBoiler') return 'gas';
  if (heating === 'oilBoiler') return 'oil';
  return heating === 'districtHeat' ? 'districtHeat' : null;
}
