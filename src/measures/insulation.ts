import { archetypeOf, type Archetype } from '../model/archetypes';
import type { MeasureType } from '../model/scenario';
import { buildingMeasure, ELEMENT_WORDS, elementRefusal, hasOwnNumber, withElement } from './buildingMeasure';
import type { MeasureDefinition } from './definition';
import {
  ENGINEERING_VALUE,
  INSULATION_COSTS,
  insulationCarbon,
  insulationCost,
  TABULA_USUAL,
  typology,
  type InsulatedElement,
  STAYS_PUT,
} from './figures';
import type { Disruption } from './work';

interface Insulation {
  readonly type: MeasureType;
  readonly element: InsulatedElement;
  readonly label: string;
  readonly changes: string;
  readonly uValueOf: (archetype: Archetype) => number;
  readonly defaultM: number;
  /** Elements at least this good are left alone. */
  readonly goodEnoughWPerM2K: number;
  readonly disruption: Disruption;
}

/** Insulation in series with what is there: U' = 1 / (1/U + d / 0.035 W/(m K)). */
function insulation(row: Insulation): MeasureDefinition {
  const { element, uValueOf } = row;
  return buildingMeasure({
    type: row.type,
    label: row.label,
    group: 'envelope',
    effect: 'fabric',
    adoptionOf: `of buildings whose ${element} is not insulated well yet`,
    changes: row.changes,
    parameters: [
      {
        name: 'insulationM',
        label: 'Insulation added',
        unit: 'm',
        min: 0.02,
        max: 0.4,
        default: row.defaultM,
        source: TABULA_USUAL,
        quality: 'extrapolated_higher_level',
      },
      {
        name: 'goodEnoughWPerM2K',
        label: 'Left alone at a U-value of',
        unit: 'W/(m2 K)',
        min: 0.1,
        max: 1,
        default: row.goodEnoughWPerM2K,
        source: ENGINEERING_VALUE,
        quality: 'unknown_untraceable',
      },
    ],
    work: {
      disruption: row.disruption,
      costs: [insulationCost(element, (valueOf) => valueOf('insulationM'))],
      lifetimeYears: typology(40, INSULATION_COSTS),
      runningShare: STAYS_PUT,
      embodied: [insulationCarbon(element, (valueOf) => valueOf('insulationM'))],
    },
    refusal(building, region, valueOf) {
      const refusal = elementRefusal(building, element);
      if (refusal !== null) return refusal;
      // The package has insulated it, unless the building's own number says how the element really is.
      if (building.envelope !== 'asBuilt' && !hasOwnNumber(building, element))
        return 'The whole envelope has been refurbished already; nothing is counted twice.';
      const uValue = uValueOf(archetypeOf(building, region));
      const goodEnough = valueOf('goodEnoughWPerM2K');
      if (uValue > goodEnough) return null;
      return `${ELEMENT_WORDS[element]} has ${Number(uValue.toPrecision(2))} W/(m2 K), no more than the ${goodEnough} that are left alone.`;
    },
    change: (building, valueOf) => withElement(building, element, { insulationM: valueOf('insulationM') }),
  });
}

export const roofInsulation = insulation({
  type: 'roofInsulation',
  element: 'roof',
  label: 'Roof insulation',
  changes: 'Insulation on the roof or the top ceiling.',
  uValueOf: ({ uRoofWPerM2K }) => uRoofWPerM2K,
  defaultM: 0.12,
  goodEnoughWPerM2K: 0.3,
  disruption: 'none',
});

export const wallInsulation = insulation({
  type: 'wallInsulation',
  element: 'wall',
  label: 'Wall insulation',
  changes: 'Insulation on the outside of the outer walls.',
  uValueOf: ({ uWallWPerM2K }) => uWallWPerM2K,
  defaultM: 0.12,
  goodEnoughWPerM2K: 0.4,
  disruption: 'none',
});

export const floorInsulation = insulation({
  type: 'floorInsulation',
  element: 'floor',
  label: 'Floor insulation',
  changes: 'Insulation under the lowest heated floor.',
  uValueOf: ({ uFloorWPerM2K }) => uFloorWPerM2K,
  defaultM: 0.08,
  goodEnoughWPerM2K: 0.4,
  disruption: 'none',
});
