import type { Kpi } from '../../kpi';
import { fail, succeed, type Issue, type Outcome } from '../../model/outcome';
import type { Scenario } from '../../model/scenario';
import type { Evaluations } from '../comparison';

export type AskedKpi = Pick<Kpi, 'id' | 'label' | 'unit' | 'betterWhen' | 'value'>;

/**
 * The indicators asked for as the scenario itself has them, in that order. Fails as its year does, and with an issue
 * `sensitivity-kpi` for each name that is unknown, or one where none is asked for.
 */
export async function askedKpis(
  kpisOf: Evaluations['kpisOf'],
  scenario: Scenario,
  ids: readonly string[],
): Promise<Outcome<readonly AskedKpi[]>> {
  const present = await kpisOf(scenario);
  if (!present.ok) return fail(present.issues);
  const kpis = new Map(present.value.map((kpi) => [kpi.id, kpi]));
  const found = ids.flatMap((id) => kpis.get(id) ?? []);
  if (found.length === ids.length && ids.length > 0) return succeed(found);
  const names = ids.length === 0 ? [''] : ids.filter((id) => !kpis.has(id));
  return fail(
    names.map((id): Issue => ({
      severity: 'error',
      code: 'sensitivity-kpi',
      source: scenario.id,
      where: id,
      message: id === '' ? 'No indicator is asked for.' : 'There is no such indicator.',
      remedy: `Use ${[...kpis.keys()].join(', ')}.`,
    })),
  );
}
