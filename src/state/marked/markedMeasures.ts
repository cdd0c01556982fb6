import type { Measure, MeasureType, Scenario } from '../../model/scenario';
import { keptSelection, withShareAt } from '../../scenario';
import { freeNumbered } from '../document';
import type { Marked } from './marked';

/** A measure for those who are marked: the rule, and whom it gives today. */
export const selectorOf = ({ rule, ids }: Marked) => ({ rule, kept: keptSelection(ids) });

/**
 * The scenario with a measure for those who are marked, beside what it holds. One of the same kind for the same rule takes the
 * new share: painting twice is painting once.
 */
export function withMeasureFor(
  scenario: Scenario,
  type: MeasureType,
  share: number,
  marked: Marked,
): Scenario {
  const selector = selectorOf(marked);
  const rule = JSON.stringify(marked.rule);
  const same = scenario.measures.find(
    (measure) => measure.type === type && JSON.stringify(measure.selector?.rule) === rule,
  );
  if (same !== undefined)
    return changed(scenario, same.id, (own) => ({ ...withShareAt(own, scenario.year, share), selector }));
  const id = freeNumbered(type, new Set(scenario.measures.map((measure) => measure.id)));
  const measure: Measure = { id, type, selector, adoption: share, parameters: {} };
  return { ...scenario, measures: [...scenario.measures, measure] };
}

/** The scenario with an existing measure for others: those who are marked, or everybody (null). */
export function withMeasureRestricted(
  scenario: Scenario,
  measureId: string,
  marked: Marked | null,
): Scenario {
  return changed(scenario, measureId, ({ selector: _, ...own }) =>
    marked === null ? own : { ...own, selector: selectorOf(marked) },
  );
}

export const withoutMeasure = (scenario: Scenario, measureId: string): Scenario => ({
  ...scenario,
  measures: scenario.measures.filter(({ id }) => id !== measureId),
});

/** What has been set here is the scenario's own. */
function changed(scenario: Scenario, measureId: string, change: (measure: Measure) => Measure): Scenario {
  return {
    ...scenario,
    measures: scenario.measures.map((measure) => {
      if (measure.id !== measureId) return measure;
      const { inheritedFrom: _, ...own } = measure;
      return change(own);
    }),
  };
}
