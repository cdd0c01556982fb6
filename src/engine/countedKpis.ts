import type { Kpi } from '../kpi';
import type { RunInput } from '../model/run';
import { costKpis } from '../study/comparison';
import { moneyKpis } from '../study/money';
import type { RunResult } from '../study/runResult';
import { scenarioCosts } from '../study/scenarioCosts';
import type { Engine } from './contract';

/**
 * What a finished year comes to for its households, from their meters, and what its measures cost. Null where it cannot be told.
 */
export async function countedKpisOf(
  engine: Pick<Engine, 'effectiveDistrict' | 'meters' | 'money'>,
  input: RunInput,
  result: RunResult,
  signal?: AbortSignal,
): Promise<readonly Kpi[] | null> {
  const heard = signal === undefined ? {} : { signal };
  const district = engine.effectiveDistrict(input);
  const meters = await engine.meters(input, { known: result, passing: true, ...heard });
  if (!district.ok || !meters.ok) return null;
  const costs = scenarioCosts(input);
  const money = await engine.money(
    input,
    {
      year: { scenario: input.scenario, district: district.value, result },
      meters: meters.value,
      ...(costs.ok ? { costs: costs.value } : {}),
    },
    heard,
  );
  return money.ok ? [...moneyKpis(money.value), ...costKpis(costs)] : null;
}
