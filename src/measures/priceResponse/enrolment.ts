import type { Building } from '../../model/building';
import { householdId } from '../../model/customers';
import { takesPart } from '../adoption';

/** What a household may be drawn for; draws of two purposes are independent. */
export const PURPOSES = {
  tariff: { joins: 'price tariff', leaves: 'leaves the price tariff' },
  loadControl: { joins: 'load control', leaves: 'leaves the load control' },
  feedback: { joins: 'meter feedback', leaves: 'leaves the meter feedback' },
} as const;
export type Purpose = keyof typeof PURPOSES;

/** Whether a household takes part: drawn to join, and not drawn to leave again. Raising enrolment keeps who was in. */
export function isEnrolled(
  seed: number,
  buildingId: string,
  index: number,
  purpose: Purpose,
  enrolment: number,
  optOutShare = 0,
): boolean {
  const id = householdId(buildingId, index);
  const { joins, leaves } = PURPOSES[purpose];
  return takesPart(seed, id, joins, enrolment) && !takesPart(seed, id, leaves, optOutShare);
}

/** Numbers of a building's households that take part, ascending. */
export function enrolledHouseholds(
  { id, households }: Pick<Building, 'id' | 'households'>,
  seed: number,
  purpose: Purpose,
  enrolment: number,
  optOutShare = 0,
): readonly number[] {
  return Array.from({ length: households }, (_, index) => index).filter((index) =>
    isEnrolled(seed, id, index, purpose, enrolment, optOutShare),
  );
}
