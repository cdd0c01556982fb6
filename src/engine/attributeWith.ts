import type { RunInput } from '../model/run';
import type { Scenario } from '../model/scenario';
import type { AttributeLoad } from '../study/comparison';
import type { Engine } from './contract';

/** Answers which buildings make up a load, as `evaluateWith` answers for years. */
export function attributeWith(engine: Engine, input: Omit<RunInput, 'scenario'>): AttributeLoad {
  // The same input for the same scenario: it is folded and hashed once.
  const inputs = new WeakMap<Scenario, RunInput>();
  return (scenario, branchId, step) => {
    const asked = inputs.get(scenario) ?? { ...input, scenario };
    inputs.set(scenario, asked);
    return engine.attribution(asked, branchId, step);
  };
}
