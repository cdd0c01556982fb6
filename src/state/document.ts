import type { BaseEdit, Measure, MeasureType, Scenario } from '../model/scenario';

/** What the user makes: corrections of the present, and scenarios. Immutable; every change is a named step of history. */
export interface Document {
  readonly baseEdits: readonly BaseEdit[];
  /** The first is the baseline, which has no measures. */
  readonly scenarios: readonly Scenario[];
}

export const BASELINE_ID = 'baseline';

/** The scenario with one measure set; adoption 0 takes it out again, so that nothing is left behind. */
export function withMeasure(
  scenario: Scenario,
  type: MeasureType,
  adoption: number,
  parameters: Readonly<Record<string, number>>,
): Scenario {
  const measure: Measure = { id: type, type, adoption, parameters };
  const others = scenario.measures.filter((present) => present.type !== type);
  if (adoption === 0) return { ...scenario, measures: others };
  const present = scenario.measures.findIndex((candidate) => candidate.type === type);
  if (present < 0) return { ...scenario, measures: [...others, measure] };
  return { ...scenario, measures: scenario.measures.map((old, i) => (i === present ? measure : old)) };
}

export function withScenario(document: Document, changed: Scenario): Document {
  return {
    ...document,
    scenarios: document.scenarios.map((scenario) => (scenario.id === changed.id ? changed : scenario)),
  };
}

/** A name nobody has yet: `Scenario 2`, `Scenario 3`. */
export function freshScenarioName(document: Document): { id: string; name: string } {
  const taken = new Set(document.scenarios.flatMap(({ id, name }) => [id, name]));
  for (let number = 2; ; number += 1) {
    const name = `Scenario ${number}`;
    const id = `scenario-${number}`;
    if (!taken.has(name) && !taken.has(id)) return { id, name };
  }
}
