import { isHome, type Building } from './building';

/** Whether somebody beside its households buys electricity in a building: in all that is no home, and where nobody lives. */
export function hasBusiness({ use, households }: Pick<Building, 'use' | 'households'>): boolean {
  return !isHome(use) || households === 0;
}

/** Electricity customers of a building, who are billed, metered and cut off: each household, and the business where there is one. */
export function customersOf(building: Pick<Building, 'use' | 'households'>): number {
  return building.households + (hasBusiness(building) ? 1 : 0);
}

/** Key of a household, by which it is drawn and billed: numbers from 0. */
export function householdId(buildingId: string, index: number): string {
  return `${buildingId}/household/${index}`;
}
