import { isHome, type Building } from '../../model/building';
import { takesPart } from '../adoption';
import { NO_PRICE_RESPONSE, type PriceResponse } from './dayFactors';

const PRICE_TARIFF = 'price tariff';
const LEAVES = 'leaves the price tariff';
const FEEDBACK = 'meter feedback';

function householdId(buildingId: string, index: number): string {
  return `${buildingId}/household/${index}`;
}

/** Whether a household is on the tariff: drawn to take it, and not drawn to leave it. Raising enrolment keeps who was in. */
export function isEnrolled(
  seed: number,
  buildingId: string,
  index: number,
  enrolment: number,
  optOutShare: number,
): boolean {
  const id = householdId(buildingId, index);
  return takesPart(seed, id, PRICE_TARIFF, enrolment) && !takesPart(seed, id, LEAVES, optOutShare);
}

function shareOf({ households }: Pick<Building, 'households'>, takes: (index: number) => boolean): number {
  let count = 0;
  for (let index = 0; index < households; index += 1) if (takes(index)) count += 1;
  return households > 0 ? count / households : 0;
}

/** Share of a building's households on the tariff; 0 without households. */
export function enrolledShareOf(
  building: Pick<Building, 'id' | 'households'>,
  seed: number,
  enrolment: number,
  optOutShare: number,
): number {
  return shareOf(building, (index) => isEnrolled(seed, building.id, index, enrolment, optOutShare));
}

/** Share of a building's households that look at what their meter shows. */
export function feedbackShareOf(
  building: Pick<Building, 'id' | 'households'>,
  seed: number,
  enrolment: number,
): number {
  return shareOf(building, (index) => takesPart(seed, householdId(building.id, index), FEEDBACK, enrolment));
}

/**
 * Homes alone respond. A large roll-out of mandatory time-of-use prices to firms changed their use and peaks negligibly
 * (Jessoe and Rapson, Commercial and industrial demand response): zero for them.
 */
export function responseAt(building: Pick<Building, 'use'>, ofHomes: PriceResponse): PriceResponse {
  return isHome(building.use) ? ofHomes : NO_PRICE_RESPONSE;
}
