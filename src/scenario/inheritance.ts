import type { Measure, Scenario } from '../model/scenario';
import { canonicalJson, hashText } from './hash';

/** SHA-256 of everything a scenario says, titles included. */
export function hashScenario(scenario: Scenario): string {
  return hashText(canonicalJson(scenario));
}

/** A scenario that begins as a copy of another one: all measures inherited, the parent named as it stood. */
export function deriveScenario(
  parent: Scenario,
  own: { readonly id: string; readonly name: string },
): Scenario {
  const { id, name } = parent;
  return {
    ...parent,
    ...own,
    description: `From ${name}.`,
    parent: { id, name, sha256: hashScenario(parent) },
    measures: parent.measures.map((measure) => ({ ...measure, inheritedFrom: id })),
  };
}

/** Measures taken over from the parent as they stood, and the scenario's own, each in the order of the scenario. */
export function splitMeasures({ measures }: Scenario): {
  readonly inherited: readonly Measure[];
  readonly own: readonly Measure[];
} {
  const isInherited = ({ inheritedFrom }: Measure) => inheritedFrom !== undefined;
  return {
    inherited: measures.filter(isInherited),
    own: measures.filter((measure) => !isInherited(measure)),
  };
}

/**
 * The scenario with its inherited measures alone. With X a cost or an indicator,
 *
 *     X(scenario) = X(inheritedPart) + [X(scenario) - X(inheritedPart)]
 *
 * the bracket is what its own measures add on top of what was inherited.
 */
export function inheritedPart(scenario: Scenario): Scenario {
  return { ...scenario, measures: splitMeasures(scenario).inherited };
}
