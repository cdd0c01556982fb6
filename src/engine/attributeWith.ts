import type { RunInput } from '../model/run';
import type { Scenario } from '../model/scenario';
import type { AttributeLoad } from '../study/comparison';
import type { RunResult } from '../study/runResult';
import type { Engine } from './contract';

/**
 * Answers which buildings make up a load, as `evaluateWith` answers for years. `known`: the year of a scenario in the caller's
 * hands, so that one that the engine has forgotten is not computed again.
 */
export function attributeWith(
  engine: Engine,
  input: Omit<RunInput, 'scenario'>,
  known: (scenario: Scenario) => RunResult | null = () => null,
): AttributeLoad {
  // The same input for the same scenario: it is folded and hashed once.
  const inputs = new WeakMap<Scenario, RunInput>();
  return (scenario, branchId, step) => {
    const asked = inputs.get(scenario) ?? { ...input, scenario };
    inputs.set(scenario, asked);
    const year = known(scenario);
    // A year at hand takes no place from those that are looked at.
    return engine.attribution(asked, branchId, step, { known: year, passing: year !== null });
  };
}
