import { basisOf } from '../../kpi';
import { MEASURES, payerOf } from '../../measures';
import { fail, settle, type Outcome } from '../../model/outcome';
import type { RunInput } from '../../model/run';
import { applyAt, applyBaseEdits, foldScenario, scenarioAt, selectionOf } from '../../scenario';
import { areasFor } from './areas';
import { isTrench, linesOf } from './lines';
import { sumOf, sumsByPayer } from './sums';
import type { CostLine, ScenarioCosts } from './types';

/** Without weather nothing is known of heat loads. */
export type CostInput = Pick<RunInput, 'district' | 'baseEdits' | 'scenario'> &
  Partial<Pick<RunInput, 'weather'>>;

/**
 * What a scenario's measures cost in its year, line by line: the fold is gone through measure by measure, and each element
 * that a measure changed, as it stood before, is a line. What reaches nobody costs nothing, nor does the corrected base. A
 * trench along a line is dug once in a scenario, by the first measure that needs it. What a measure replaces is not taken back:
 * where a later one replaces what an earlier one put in place, both are paid in full. Fails as the fold does; comes with its warnings.
 */
export function scenarioCosts({ district, baseEdits, scenario, weather }: CostInput): Outcome<ScenarioCosts> {
  const folded = foldScenario(district, baseEdits, scenario);
  if (!folded.ok) return fail(folded.issues);
  const base = applyBaseEdits(district, baseEdits).district;
  const { factors } = basisOf(scenario);
  const dug = new Set<string>();
  const pricing = { factors, areasOf: areasFor(base.buildings, base.archetypeRegion, weather), dug };
  const { measures } = scenarioAt(scenario, scenario.year);
  let standing = base;
  const lines: CostLine[] = [];
  const byMeasure = measures.map((measure, row) => {
    const { ids } = selectionOf(scenario.measures[row]!, base, scenario.id);
    const next = applyAt(standing, measure, scenario.seed, ids);
    const own = next === standing ? [] : linesOf(measure, standing, next, pricing);
    standing = next;
    lines.push(...own);
    for (const { quantities } of own)
      for (const quantity of quantities) if (isTrench(quantity)) dug.add(quantity.elementId);
    return {
      measureId: measure.id,
      type: measure.type,
      inherited: measure.inheritedFrom !== undefined,
      payer: payerOf(MEASURES[measure.type]),
      sum: sumOf(own),
    };
  });
  const value: ScenarioCosts = {
    lines,
    total: sumOf(lines),
    byMeasure,
    byPayer: sumsByPayer(lines),
    inherited: sumOf(lines.filter(({ inherited }) => inherited)),
    own: sumOf(lines.filter(({ inherited }) => !inherited)),
    interestRate: factors.interestRate.value,
  };
  return settle(value, folded.issues);
}
