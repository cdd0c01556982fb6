import { deriveScenario, keptSelection } from '../../scenario';
import type { Building } from '../../model/building';
import type { Measure, MeasureType, Scenario } from '../../model/scenario';
import { BASELINE_ID, freeNumbered } from '../document';

/**
 * A package is an ordinary scenario whose measures name one building, at every share 1. Its id says of which building it is and
 * which letter it has, so that it is found again after a reload, in a link, and under any name.
 */
export interface Package {
  readonly letter: string;
  readonly scenario: Scenario;
}

const ID = /^package-([a-z])-(.+)$/;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Postal address or name where the building has one. */
export const nameOfBuilding = ({ id, name }: Building): string => name ?? id;

/** The packages of a building, in the order of their letters. */
export function packagesOf(scenarios: readonly Scenario[], buildingId: string): readonly Package[] {
  return scenarios
    .flatMap((scenario): Package[] => {
      const [, letter, of] = ID.exec(scenario.id) ?? [];
      return letter !== undefined && of === buildingId ? [{ letter: letter.toUpperCase(), scenario }] : [];
    })
    .sort((a, b) => (a.letter < b.letter ? -1 : 1));
}

/** Building that a scenario is a package of; null for any other scenario. */
export const buildingOfPackage = (scenarioId: string): string | null => ID.exec(scenarioId)?.[2] ?? null;

/** A fresh package derived from the baseline or from another one; null where all letters are taken. */
export function freshPackage(
  scenarios: readonly Scenario[],
  building: Building,
  from: Scenario,
): Package | null {
  const taken = new Set(packagesOf(scenarios, building.id).map(({ letter }) => letter));
  const letter = [...LETTERS].find((one) => !taken.has(one));
  if (letter === undefined) return null;
  const own = {
    id: `package-${letter.toLowerCase()}-${building.id}`,
    name: `${letter}: ${nameOfBuilding(building)}`,
  };
  if (from.id !== BASELINE_ID) return { letter, scenario: deriveScenario(from, own) };
  const { parent: _, ...bare } = from;
  return { letter, scenario: { ...bare, ...own, description: '' } };
}

/** The measure of a type in a package; each type is there once. */
export const measureIn = ({ measures }: Scenario, type: MeasureType): Measure | undefined =>
  measures.find((measure) => measure.type === type);

/** The package with a measure at its building. */
export function withPackageMeasure(scenario: Scenario, buildingId: string, type: MeasureType): Scenario {
  if (measureIn(scenario, type) !== undefined) return scenario;
  const ids = [buildingId];
  const measure: Measure = {
    id: freeNumbered(type, new Set(scenario.measures.map(({ id }) => id))),
    type,
    selector: { rule: { kind: 'ids', ids }, kept: keptSelection(ids) },
    adoption: 1,
    parameters: {},
  };
  return { ...scenario, measures: [...scenario.measures, measure] };
}

/** The package without a measure: what it changed is as in the baseline again, and all else as it was. */
export function withoutPackageMeasure(scenario: Scenario, type: MeasureType): Scenario {
  const measures = scenario.measures.filter((measure) => measure.type !== type);
  return measures.length === scenario.measures.length ? scenario : { ...scenario, measures };
}

/** The package with one number of a measure set; what has been set here is its own, no longer inherited. */
export function withPackageParameter(
  scenario: Scenario,
  type: MeasureType,
  name: string,
  value: number,
): Scenario {
  return {
    ...scenario,
    measures: scenario.measures.map((measure) => {
      if (measure.type !== type) return measure;
      const { inheritedFrom: _, ...own } = measure;
      return { ...own, parameters: { ...measure.parameters, [name]: value } };
    }),
  };
}
