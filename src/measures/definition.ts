import type { Building } from '../model/building';
import type { District } from '../model/district';
import type { Measure, MeasureType } from '../model/scenario';

/** A parameter a planner may set. Values outside the range are refused when the scenario is read. */
export interface MeasureParameter {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly default: number;
  /** Where default and range come from; `engineering assumption` where no source was at hand. */
  readonly source: string;
}

/** What a measure is: whom it can reach, what it changes and by which numbers. One file a measure. */
export interface MeasureDefinition {
  readonly type: MeasureType;
  readonly label: string;
  /** What adoption counts, for example `of buildings with a boiler`. */
  readonly adoptionOf: string;
  /** What the measure changes, in one sentence. */
  readonly changes: string;
  readonly parameters: readonly MeasureParameter[];
  /** Ids of the elements the measure could reach in this district. */
  eligible(district: District): readonly string[];
  /** The district with the measure in place. Returns the same object when nothing changes. */
  apply(district: District, measure: Measure, seed: number): District;
}

/** The measure's own value of a parameter, or its default. */
export function parameterOf(definition: MeasureDefinition, measure: Measure, name: string): number {
  const declared = definition.parameters.find((parameter) => parameter.name === name);
  return measure.parameters[name] ?? declared?.default ?? Number.NaN;
}

/**
 * The district with some buildings replaced. Untouched buildings keep their identity, and a change that touches nobody
 * returns the district itself: no edit, no difference.
 */
export function mapBuildings(district: District, change: (building: Building) => Building): District {
  let changed = false;
  const buildings = district.buildings.map((building) => {
    const next = change(building);
    changed ||= next !== building;
    return next;
  });
  return changed ? { ...district, buildings } : district;
}
