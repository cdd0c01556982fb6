import type { Building, Overridable, Retrofit, RetrofitElement } from '../model/building';
import type { ArchetypeRegion } from '../model/district';
import { takesPart } from './adoption';
import { mapBuildings, valuesOf, type Applicability, type MeasureDefinition } from './definition';
import type { ValueOf } from './work';

/** A measure that is taken at whole buildings, each with one draw of its own. */
export interface BuildingMeasure extends Pick<
  MeasureDefinition,
  'type' | 'label' | 'group' | 'effect' | 'adoptionOf' | 'changes' | 'parameters' | 'work'
> {
  /** Why the measure cannot be taken at this building, in a sentence; null if it can. */
  readonly refusal: (building: Building, region: ArchetypeRegion, valueOf: ValueOf) => string | null;
  /** The building with the measure in place; asked only where nothing refuses it. */
  readonly change: (building: Building, valueOf: ValueOf) => Building;
}

/**
 * `eligible`, `applicability` and `apply` from one rule: whoever is refused is never counted and never changed, and a
 * measure that refuses what it has changed itself is put in place once however often it is applied.
 */
export function buildingMeasure(measure: BuildingMeasure): MeasureDefinition {
  const { refusal, change, ...described } = measure;
  const applicability: NonNullable<MeasureDefinition['applicability']> = (
    building,
    region,
    set,
  ): Applicability => {
    const reason = refusal(building, region, valuesOf(measure.parameters, set));
    return reason === null ? { applicable: true } : { applicable: false, reason };
  };
  return {
    ...described,
    applicability,
    eligible: ({ buildings, archetypeRegion }) =>
      buildings
        .filter((building) => applicability(building, archetypeRegion).applicable)
        .map((building) => building.id),
    apply(district, { adoption, parameters }, seed) {
      const valueOf = valuesOf(measure.parameters, parameters);
      return mapBuildings(district, (building) =>
        takesPart(seed, building.id, measure.type, adoption) &&
        refusal(building, district.archetypeRegion, valueOf) === null
          ? change(building, valueOf)
          : building,
      );
    },
  };
}

export const ELEMENT_WORDS: Readonly<Record<RetrofitElement, string>> = {
  roof: 'The roof',
  wall: 'The wall',
  floor: 'The floor',
  window: 'The windows',
  airTightness: 'The air-tightness',
  heatRecovery: 'The ventilation',
  shading: 'The shading',
  setback: 'The set-back',
  lighting: 'The lighting',
  appliances: 'The equipment of the homes',
  thermostat: 'The thermostat',
};

/** What speaks against work on an element at any building: protection, or work that has been done. */
export function elementRefusal(building: Building, element: RetrofitElement): string | null {
  if (building.protectedElements?.includes(element))
    return `${ELEMENT_WORDS[element]} of this building may not be changed.`;
  return building.retrofit?.[element] === undefined
    ? null
    : `${ELEMENT_WORDS[element]} has been worked on already; nothing is counted twice.`;
}

/** Own numbers that say how an element of the envelope is, whatever the archetype assumes. */
export const OWN_NUMBERS = {
  roof: ['uRoofWPerM2K'],
  wall: ['uWallWPerM2K'],
  floor: ['uFloorWPerM2K'],
  window: ['uWindowWPerM2K', 'gValue'],
  airTightness: ['infiltrationPerH'],
} as const satisfies Partial<Record<RetrofitElement, readonly Overridable[]>>;
export type EnvelopeElement = keyof typeof OWN_NUMBERS;

export function hasOwnNumber({ overrides }: Building, element: EnvelopeElement): boolean {
  return overrides !== undefined && OWN_NUMBERS[element].some((name) => overrides[name] !== undefined);
}

/** The building with one element retrofitted, the others as they are. */
export function withElement<Element extends RetrofitElement>(
  building: Building,
  element: Element,
  work: NonNullable<Retrofit[Element]>,
): Building {
  return { ...building, retrofit: { ...building.retrofit, [element]: work } };
}
