import type { Building, BuildingUse } from '../../model/building';
import { footprintAreaM2 } from './plane';
import { RULE } from './rule';

/** Installed power and number of customers by class; sums of these are what coincidence is applied to. */
export interface Demand {
  readonly dwellings: number;
  readonly commercialW: number;
  readonly commercialCount: number;
  readonly publicW: number;
  readonly publicCount: number;
  readonly thermalW: number;
  readonly thermalCount: number;
  /** DC power of the panels that stand today. */
  readonly panelsW: number;
}

export const NO_DEMAND: Demand = {
  dwellings: 0,
  commercialW: 0,
  commercialCount: 0,
  publicW: 0,
  publicCount: 0,
  thermalW: 0,
  thermalCount: 0,
  panelsW: 0,
};

export function addDemand(a: Demand, b: Demand): Demand {
  return {
    dwellings: a.dwellings + b.dwellings,
    commercialW: a.commercialW + b.commercialW,
    commercialCount: a.commercialCount + b.commercialCount,
    publicW: a.publicW + b.publicW,
    publicCount: a.publicCount + b.publicCount,
    thermalW: a.thermalW + b.thermalW,
    thermalCount: a.thermalCount + b.thermalCount,
    panelsW: a.panelsW + b.panelsW,
  };
}

const PUBLIC_USES: readonly BuildingUse[] = ['school', 'publicHall', 'warehouse'];
const DWELLING_USES: readonly BuildingUse[] = ['detached', 'terraced', 'apartment'];

/** Electric heat or cooling, the larger; the W/m2 of other uses than dwellings hold part of their cooling. */
function thermalWPerM2(building: Building): number {
  const heat =
    building.heating === 'directElectric'
      ? RULE.directElectricWPerM2
      : building.heating === 'airHeatPump' || building.heating === 'groundHeatPump'
        ? RULE.heatPumpWPerM2
        : 0;
  if (building.cooling === 'none') return heat;
  const dwelling = DWELLING_USES.includes(building.use);
  return Math.max(heat, dwelling ? RULE.coolingWPerM2 : RULE.otherCoolingWPerM2);
}

/**
 * What one building asks of the network by the printed rule: dwellings by number, other uses by floor area. A mixed
 * building (shops under flats) counts its dwellings and, for the rest, one floor.
 */
export function demandOf(building: Building): Demand {
  const groundM2 = footprintAreaM2(building.footprint);
  const floorM2 = groundM2 * Math.max(1, building.levels);
  const dwelling = DWELLING_USES.includes(building.use);
  const dwellings = dwelling ? Math.max(1, building.households) : building.households;
  const otherM2 = dwelling ? 0 : building.households > 0 ? groundM2 : floorM2;
  const isPublic = PUBLIC_USES.includes(building.use);
  const thermalW = thermalWPerM2(building) * floorM2;
  return {
    dwellings,
    commercialW: isPublic ? 0 : RULE.commercialWPerM2 * otherM2,
    commercialCount: !isPublic && otherM2 > 0 ? 1 : 0,
    publicW: isPublic ? RULE.publicWPerM2 * otherM2 : 0,
    publicCount: isPublic && otherM2 > 0 ? 1 : 0,
    thermalW,
    thermalCount: thermalW > 0 ? Math.max(1, dwellings) : 0,
    panelsW: building.photovoltaics?.peakW ?? 0,
  };
}

/** g + (1 - g) n^(-3/4) (pylovo); 0 for no customer. */
export function coincidence(g: number, customers: number): number {
  if (customers <= 0) return 0;
  const root = Math.sqrt(customers);
  return g + (1 - g) / (root * Math.sqrt(root));
}

/** Coincident peak in W of a group of customers: the load, or what their panels feed in, whichever is larger. */
export function coincidentW(demand: Demand): number {
  return Math.max(loadW(demand), RULE.feedInShare * demand.panelsW);
}

function loadW(demand: Demand): number {
  return (
    RULE.dwellingW * demand.dwellings * coincidence(RULE.dwellingCoincidence, demand.dwellings) +
    demand.commercialW * coincidence(RULE.commercialCoincidence, demand.commercialCount) +
    demand.publicW * coincidence(RULE.publicCoincidence, demand.publicCount) +
    demand.thermalW * coincidence(RULE.thermalCoincidence, demand.thermalCount)
  );
}

/** Current per phase of a balanced three-phase load at nominal low voltage. */
export function balancedCurrentA(powerW: number): number {
  return powerW / (Math.sqrt(3) * RULE.lvVoltageV * RULE.powerFactor);
}
