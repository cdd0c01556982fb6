import type { Engine } from '../../../src/engine/contract';
import { basisOf, districtKpis } from '../../../src/kpi';
import type { Outcome } from '../../../src/model/outcome';
import type { Scenario } from '../../../src/model/scenario';
import { moneyYear } from '../../../src/study/money';
import { scenarioCosts } from '../../../src/study/scenarioCosts';
import { inputOf, measure, smallTown } from '../../engine/smallTown';

const { scenario: today, ...rest } = inputOf(smallTown(14));
export const input = rest;

/** A few houses with panels and heat pumps. */
export const scenario: Scenario = {
  ...today,
  id: 'panels',
  measures: [measure('rooftopPhotovoltaics', 0.5), measure('heatPumps', 0.4)],
};

export function valueOf<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}
export const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);
export const costs = valueOf(scenarioCosts({ ...input, scenario }));

/** Their year on an engine, with its meters and its money; told between the run and what is asked of it. */
export async function panelsYear(engine: Engine, onRun: () => void = () => undefined) {
  const asked = { ...input, scenario };
  const result = valueOf(await engine.run(asked));
  const district = valueOf(engine.effectiveDistrict(asked));
  const year = { scenario, district, result, kpis: districtKpis(result, basisOf(scenario)) };
  onRun();
  const meters = valueOf(await engine.meters(asked));
  return { year, meters, money: valueOf(moneyYear({ year, meters, costs })) };
}
