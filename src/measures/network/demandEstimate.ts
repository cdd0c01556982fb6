import { isHome, type Building, type BuildingUse } from '../../model/building';
import { footprintAreaM2 } from '../footprint';

/**
 * What a building adds to the coincident peak of many: P g, the share of its installed power that stays however many there
 * are (pylovo: 30 kW a household with g 0.07, commercial 79 W/m2 with 0.5, public 29 W/m2 with 0.6). It only ranks feeders
 * and rings: no measure of a building changes it, so the order of measures does not matter.
 */
const HOUSEHOLD_W = 30_000 * 0.07;
const COMMERCIAL_W_PER_M2 = 79 * 0.5;
const PUBLIC_W_PER_M2 = 29 * 0.6;
/** Hospitals count as commercial: our judgement. */
const PUBLIC_USES: readonly BuildingUse[] = ['school', 'publicHall', 'warehouse'];

/** Estimated share of a building in the peak of many, in W: P g of its households, or of its floor area (footprint x levels). */
export function demandEstimateW({ use, households, footprint, levels }: Building): number {
  if (isHome(use)) return households * HOUSEHOLD_W;
  const floorM2 = footprintAreaM2(footprint) * Math.max(1, levels);
  return floorM2 * (PUBLIC_USES.includes(use) ? PUBLIC_W_PER_M2 : COMMERCIAL_W_PER_M2);
}
