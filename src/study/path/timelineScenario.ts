import type { AdoptionPoint, Measure, Scenario } from '../../model/scenario';
import type { Interventions } from './interventions';
import type { Timeline } from './timeline';

/**
 * The scenario as a timeline affords it: each measure's share in a year is that of its last intervention done by then, 0 before
 * the first. Measures that are no intervention stay as they are. It can be run as a path of its own.
 */
export function timelineScenario(
  scenario: Scenario,
  { years }: Pick<Timeline, 'years'>,
  { steps }: Pick<Interventions, 'steps'>,
): Scenario {
  const laid = new Set([...steps.values()].map(({ measureId }) => measureId));
  const shares = new Map<string, number>();
  const points = new Map<string, AdoptionPoint[]>();
  for (const { year, done } of years) {
    for (const { id } of done) {
      const step = steps.get(id);
      if (step !== undefined) shares.set(step.measureId, step.share);
    }
    for (const measureId of laid) {
      const own = points.get(measureId) ?? [];
      points.set(measureId, [...own, { year, share: shares.get(measureId) ?? 0 }]);
    }
  }
  const measures = scenario.measures.map((measure): Measure => {
    const adoption = points.get(measure.id);
    if (adoption === undefined) return measure;
    const { fromYear: _, ...rest } = measure;
    return { ...rest, adoption: withoutRepeats(adoption) };
  });
  return {
    ...scenario,
    id: `${scenario.id}-timeline`,
    name: `${scenario.name}, as the budget allows`,
    measures,
  };
}

/** Points between two equal ones say nothing: the line through the outer ones is the same. */
function withoutRepeats(points: readonly AdoptionPoint[]): readonly AdoptionPoint[] {
  return points.filter(
    ({ share }, row) =>
      row === 0 ||
      row === points.length - 1 ||
      points[row - 1]!.share !== share ||
      points[row + 1]!.share !== share,
  );
}
