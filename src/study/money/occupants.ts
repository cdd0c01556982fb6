import type { Account } from '../../kpi/money';
import type { Building } from '../../model/building';
import { hasBusiness, householdId } from '../../model/customers';
import { isGeneration, END_USES } from '../../model/run';
import { conditionedFloorM2 } from '../../sim/buildings/envelope';
import { FLAT_FLOOR_M2 } from '../../sim/buildings/airSupply';
import { householdFactorOf, scaledHousehold } from '../../sim/buildings/householdFactor';
import { householdOf } from '../../sim/devices/household';
import { footprintAreaM2 } from '../../geometry';
import type { RunTable } from '../../sim/arrays/results';

/** Somebody behind a building's connection, and his parts of what it takes. */
export interface Occupant {
  /** One household or the business of a building, by id. */
  readonly account: Account;
  /** Number of the household; null for the business. */
  readonly household: number | null;
  /** Of the electricity, J a year. */
  readonly electricityJ: number;
  readonly floorM2: number;
}

const YEAR_S = 365 * 86_400;

const known = new WeakMap<Building, { readonly seed: number; readonly valuesJ: readonly number[] }>();

/**
 * What the appliances of each household use in a year as the run has them: scaled where the building is, less what feedback saves.
 * Prices and control move energy within a day. Untouched buildings keep their identity: they are drawn once.
 */
function appliancesJ(building: Building, seed: number): readonly number[] {
  const present = known.get(building);
  if (present?.seed === seed) return present.valuesJ;
  const { id, use, households, consumptionFeedback } = building;
  const savers = new Set(consumptionFeedback?.households);
  const valuesJ = Array.from({ length: households }, (_, index) => {
    const { meanW } = scaledHousehold(householdOf(seed, id, index, use), householdFactorOf(building));
    return meanW * YEAR_S * (savers.has(index) ? 1 - consumptionFeedback!.savedShare : 1);
  });
  known.set(building, { seed, valuesJ });
  return valuesJ;
}

/**
 * Who is behind a building's connection. A household has its own appliances as the run draws them; what else a home draws is
 * shared equally among its dwellings, what else another building draws is its business's. Floors as the run counts them: a flat
 * beside a business has the usual size.
 */
export function occupantsOf(
  building: Building,
  row: number,
  { table }: { readonly table: Pick<RunTable, 'buildingEndUseJ'> },
  seed: number,
): readonly Occupant[] {
  const { id, households } = building;
  const home = !hasBusiness(building);
  const drawnJ = END_USES.reduce(
    (sum, endUse, at) =>
      isGeneration(endUse) ? sum : sum + table.buildingEndUseJ[row * END_USES.length + at]!,
    0,
  );
  const ownJ = appliancesJ(building, seed);
  const restJ = Math.max(0, drawnJ - ownJ.reduce((sum, one) => sum + one, 0));
  const floorM2 = conditionedFloorM2(Math.max(1, footprintAreaM2(building.footprint)), building.levels);
  const flatM2 = home ? floorM2 / households : Math.min(FLAT_FLOOR_M2, floorM2 / Math.max(1, households));
  const dwellings = ownJ.map((own, index): Occupant => ({
    account: { party: 'households', group: householdId(id, index) },
    household: index,
    electricityJ: own + (home ? restJ / households : 0),
    floorM2: flatM2,
  }));
  if (home) return dwellings;
  const business: Occupant = {
    account: { party: 'businesses', group: id },
    household: null,
    electricityJ: restJ,
    floorM2: floorM2 - flatM2 * households,
  };
  return [...dwellings, business];
}
