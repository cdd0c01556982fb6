import type { BaseEdit, Measure, MeasureType, Scenario } from '../model/scenario';
import { withShareAt } from '../scenario';
import type { SavedSelection } from '../io/selectionsPart';
import type { ScorecardWishes } from './scorecard/wishes';

/** What the user makes: corrections of the present, and scenarios. Immutable; every change is a named step of history. */
export interface Document {
  readonly baseEdits: readonly BaseEdit[];
  /** The first is the baseline, which has no measures. */
  readonly scenarios: readonly Scenario[];
  /** Targets of one's own and what no run can tell, the same for all scenarios; absent: as proposed. */
  readonly scorecard?: ScorecardWishes;
  /** Selections with a name, in the order they were saved; absent: none. */
  readonly selections?: readonly SavedSelection[];
}

export const BASELINE_ID = 'baseline';

/** The measure of a type that the panels set: the one for everybody, else the first. */
export function measureOfType({ measures }: Scenario, type: MeasureType): Measure | undefined {
  const ofType = measures.filter((measure) => measure.type === type);
  return ofType.find(({ selector }) => selector === undefined) ?? ofType[0];
}

/**
 * The scenario with one measure (the one that the panels set, or the one of this id) set for its year; adoption 0 takes it out again, so that nothing is left behind. One that
 * holds more than a share (whom it is for, other years) stays, at 0. What has been set here is the scenario's own.
 */
export function withMeasure(
  scenario: Scenario,
  type: MeasureType,
  adoption: number,
  parameters: Readonly<Record<string, number>>,
  measureId?: string,
): Scenario {
  const { measures, year } = scenario;
  const present =
    measureId === undefined ? measureOfType(scenario, type) : measures.find(({ id }) => id === measureId);
  if (present === undefined) {
    if (adoption === 0 || measureId !== undefined) return scenario;
    return {
      ...scenario,
      measures: [...measures, { id: freeId(scenario, type), type, adoption, parameters }],
    };
  }
  if (adoption === 0 && present.selector === undefined && typeof present.adoption === 'number')
    return { ...scenario, measures: measures.filter((one) => one !== present) };
  const { inheritedFrom: _, ...own } = present;
  const changed: Measure = { ...withShareAt(own, year, adoption), parameters };
  return { ...scenario, measures: measures.map((one) => (one === present ? changed : one)) };
}

/**
 * The scenario with what the share of a measure (the one that the panels set, or the one of this id) is in every year: a number, or a curve. Where it is nothing in all of them and for
 * everybody, nothing is left behind.
 */
export function withCurve(
  scenario: Scenario,
  type: MeasureType,
  { adoption, fromYear }: Pick<Measure, 'adoption' | 'fromYear'>,
  measureId?: string,
): Scenario {
  const { measures } = scenario;
  const present =
    measureId === undefined ? measureOfType(scenario, type) : measures.find(({ id }) => id === measureId);
  if (present === undefined && measureId !== undefined) return scenario;
  const isNothing =
    typeof adoption === 'number' ? adoption === 0 : adoption.every(({ share }) => share === 0);
  if (isNothing && present?.selector === undefined)
    return present === undefined
      ? scenario
      : { ...scenario, measures: measures.filter((one) => one !== present) };
  const begins = fromYear === undefined ? {} : { fromYear };
  if (present === undefined) {
    const fresh: Measure = { id: freeId(scenario, type), type, adoption, ...begins, parameters: {} };
    return { ...scenario, measures: [...measures, fresh] };
  }
  const { inheritedFrom: _, fromYear: __, ...own } = present;
  const changed: Measure = { ...own, adoption, ...begins };
  return { ...scenario, measures: measures.map((one) => (one === present ? changed : one)) };
}

function freeId({ measures }: Scenario, type: MeasureType): string {
  return freeNumbered(type, new Set(measures.map(({ id }) => id)));
}

export function withScenario(document: Document, changed: Scenario): Document {
  return {
    ...document,
    scenarios: document.scenarios.map((scenario) => (scenario.id === changed.id ? changed : scenario)),
  };
}

/** A name nobody has yet: `Scenario 2`, `Scenario 3`; the id is the same in every language. */
export function freshScenarioName(document: Document, word = 'Scenario'): { id: string; name: string } {
  const taken = new Set(document.scenarios.flatMap(({ id, name }) => [id, name]));
  for (let number = 2; ; number += 1) {
    const name = `${word} ${number}`;
    const id = `scenario-${number}`;
    if (!taken.has(name) && !taken.has(id)) return { id, name };
  }
}

/** The id, or where it is taken the id with the next number. */
export function freeNumbered(id: string, taken: ReadonlySet<string>): string {
  let free = id;
  for (let number = 2; taken.has(free); number += 1) free = `${id}-${number}`;
  return free;
}
