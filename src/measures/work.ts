import type { AssumptionKey } from '../model/assumptions';
import type { Building, QualityClass, SourcedValue } from '../model/building';

/** What people in the building live through while the work is done; our own judgement, measure by measure. */
export type Disruption = 'none' | 'someRooms' | 'moveOut';

/** Sizes of one building that costs are counted on. Whoever knows the geometry gives them; missing is NaN. */
export interface ElementAreas {
  /** Outer walls without windows. */
  readonly wallM2: number;
  readonly roofM2: number;
  /** Floor against ground or cellar. */
  readonly floorM2: number;
  readonly windowM2: number;
  /** Conditioned floor of all levels. */
  readonly floorAreaM2: number;
  readonly dwellings: number;
  /** Households that the measure enrols; 0 where it enrols none. */
  readonly enrolledHouseholds: number;
  /** Heat that the building needs on its design day. */
  readonly heatLoadW: number;
  /** DC power of the panels on the roof. */
  readonly panelsW: number;
}

/** What a cost per unit is multiplied with. */
export type CostBasis =
  | 'wall'
  | 'roof'
  | 'floor'
  | 'window'
  | 'floorArea'
  | 'building'
  | 'dwelling'
  | 'household'
  | 'heatLoad'
  | 'panels';

interface Basis {
  readonly unit: 'm2' | 'building' | 'dwelling' | 'household' | 'kW' | 'kWp';
  readonly of: string;
  readonly amount: (areas: ElementAreas) => number;
}

export const BASES: Readonly<Record<CostBasis, Basis>> = {
  wall: { unit: 'm2', of: 'of wall', amount: ({ wallM2 }) => wallM2 },
  roof: { unit: 'm2', of: 'of roof', amount: ({ roofM2 }) => roofM2 },
  floor: { unit: 'm2', of: 'of floor against ground or cellar', amount: ({ floorM2 }) => floorM2 },
  window: { unit: 'm2', of: 'of window', amount: ({ windowM2 }) => windowM2 },
  floorArea: { unit: 'm2', of: 'of conditioned floor', amount: ({ floorAreaM2 }) => floorAreaM2 },
  building: { unit: 'building', of: '', amount: () => 1 },
  // A building without dwellings is one unit.
  dwelling: { unit: 'dwelling', of: '', amount: ({ dwellings }) => (dwellings < 1 ? 1 : dwellings) },
  household: {
    unit: 'household',
    of: 'that takes part',
    amount: ({ enrolledHouseholds }) => enrolledHouseholds,
  },
  heatLoad: { unit: 'kW', of: 'of heat load', amount: ({ heatLoadW }) => heatLoadW / 1000 },
  panels: { unit: 'kWp', of: 'of panels', amount: ({ panelsW }) => panelsW / 1000 },
};

/** The value of one of the measure's parameters: as set, or its default. */
export type ValueOf = (name: string) => number;

/** One part of the price: EUR per unit of its basis, with the range as shares of the typical figure. */
export interface CostItem {
  readonly basis: CostBasis;
  /** EUR per unit, 0 where this building does not need the part. */
  readonly typicalPerUnit: (valueOf: ValueOf, building?: Building) => number;
  readonly source: string;
  readonly quality: QualityClass;
  readonly lowShare: SourcedValue;
  readonly highShare: SourcedValue;
}

/** Greenhouse gases of making and disposing of what is built in. */
export interface EmbodiedCarbon {
  readonly basis: CostBasis;
  /** kg CO2-equivalent per unit of the basis. */
  readonly perUnitKg: (valueOf: ValueOf, building?: Building) => number;
  readonly source: string;
  readonly quality: QualityClass;
}

/** The work a measure is for whoever owns the building. What has no figure is absent, not 0. */
export interface Work {
  readonly disruption: Disruption;
  readonly costs: readonly CostItem[];
  readonly lifetimeYears?: SourcedValue;
  /** Upkeep of a year per investment, or the assumption that says it; energy is counted by the run. */
  readonly runningShare: SourcedValue | AssumptionKey;
  /** What is paid every year whatever was invested: the assumption that says it, in EUR per unit of the basis. */
  readonly service?: { readonly key: AssumptionKey; readonly basis: CostBasis };
  readonly embodied?: readonly EmbodiedCarbon[];
}
