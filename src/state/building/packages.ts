import { deriveScenario, hashScenario, hashText, keptSelection } from '../../scenario';
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
/** Ids have 200 letters at most: of a longer name the hash stands in the id. */
const LONGEST_KEY = 180;

const keyOf = (buildingId: string): string =>
  buildingId.length > LONGEST_KEY ? hashText(buildingId) : buildingId;

/** Postal address or name where the building has one. */
export const nameOfBuilding = ({ id, name }: Building): string => name ?? id;

/** The letter in the id of a package; null for any other scenario. */
export const letterOfPackage = (scenarioId: string): string | null =>
  ID.exec(scenarioId)?.[1]?.toUpperCase() ?? null;

/** The letter that a scenario's id has as a package of a building; null where it is none of it. */
function letterIn(scenarioId: string, buildingId: string): string | null {
  const [, letter, key] = ID.exec(scenarioId) ?? [];
  return letter !== undefined && key === keyOf(buildingId) ? letter.toUpperCase() : null;
}

/** Ids that a measure names; null where it is for others than those of a list. */
const namedIds = ({ selector }: Measure): readonly string[] | null =>
  selector?.rule.kind === 'ids' ? selector.rule.ids : null;

/** Copies get numbers after their ids, so that the id alone may be that of another building's package. */
function isFor({ measures }: Scenario, buildingId: string): boolean {
  const named = measures.flatMap((measure) => namedIds(measure) ?? []);
  return named.length === 0 || named.includes(buildingId);
}

/** The packages of a building, in the order of their letters. */
export function packagesOf(scenarios: readonly Scenario[], buildingId: string): readonly Package[] {
  return scenarios
    .flatMap((scenario): Package[] => {
      const letter = letterIn(scenario.id, buildingId);
      return letter !== null && isFor(scenario, buildingId) ? [{ letter, scenario }] : [];
    })
    .sort((a, b) => (a.letter < b.letter ? -1 : 1));
}

/**
 * The letter of the next package: the first that no package has, and none was derived from, so that what a package says of its
 * parent stays true. Null where all are taken.
 */
export function nextLetter(scenarios: readonly Scenario[], buildingId: string): string | null {
  const ids = scenarios.flatMap(({ id, parent }) => (parent === undefined ? [id] : [id, parent.id]));
  const taken = new Set(ids.map((id) => letterIn(id, buildingId)));
  return [...LETTERS].find((one) => !taken.has(one)) ?? null;
}

/** A fresh package derived from the baseline or from another one; null where all letters are taken. */
export function freshPackage(
  scenarios: readonly Scenario[],
  building: Building,
  from: Scenario,
): Package | null {
  const letter = nextLetter(scenarios, building.id);
  if (letter === null) return null;
  const own = {
    id: `package-${letter.toLowerCase()}-${keyOf(building.id)}`,
    name: `${letter}: ${nameOfBuilding(building)}`,
  };
  if (from.id !== BASELINE_ID) return { letter, scenario: deriveScenario(from, own) };
  const { parent: _, ...bare } = from;
  return { letter, scenario: { ...bare, ...own, description: '' } };
}

/** What a package was derived from; `isSame` where that one stands as it did then. Null for one that begins at the present. */
export function parentIn(
  scenarios: readonly Scenario[],
  { parent }: Scenario,
): { readonly name: string; readonly scenario: Scenario | null } | null {
  if (parent === undefined) return null;
  const present = scenarios.find(({ id }) => id === parent.id);
  const stands = present !== undefined && hashScenario(present) === parent.sha256;
  return { name: parent.name, scenario: stands ? present : null };
}

/** Whether a measure is one of a package of this building, and not one for everybody. */
export const namesBuilding = (measure: Measure, buildingId: string): boolean =>
  namedIds(measure)?.includes(buildingId) === true;

/** The measure of a type that a package has for its building; each type is there once. */
export const measureIn = (
  { measures }: Scenario,
  type: MeasureType,
  buildingId: string,
): Measure | undefined =>
  measures.find((measure) => measure.type === type && namesBuilding(measure, buildingId));

/** The package with a measure at its building. */
export function withPackageMeasure(scenario: Scenario, buildingId: string, type: MeasureType): Scenario {
  if (measureIn(scenario, type, buildingId) !== undefined) return scenario;
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
export function withoutPackageMeasure(scenario: Scenario, buildingId: string, type: MeasureType): Scenario {
  const own = measureIn(scenario, type, buildingId);
  return own === undefined
    ? scenario
    : { ...scenario, measures: scenario.measures.filter((measure) => measure !== own) };
}

/** The package with one number of a measure set; what has been set here is its own, no longer inherited. */
export function withPackageParameter(
  scenario: Scenario,
  buildingId: string,
  type: MeasureType,
  parameter: { readonly name: string; readonly value: number },
): Scenario {
  const present = measureIn(scenario, type, buildingId);
  return {
    ...scenario,
    measures: scenario.measures.map((measure) => {
      if (measure !== present) return measure;
      const { inheritedFrom: _, ...own } = measure;
      return { ...own, parameters: { ...measure.parameters, [parameter.name]: parameter.value } };
    }),
  };
}
