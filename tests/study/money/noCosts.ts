import { fail } from '../../../src/model/outcome';
import type { CostsOf } from '../../../src/study/comparison';
import { scenarioCosts } from '../../../src/study/scenarioCosts';
import { inputOf, smallTown } from '../../engine/smallTown';

const { scenario: _, ...input } = inputOf(smallTown(14));

/** Costs of a scenario of the fourteen houses. */
export const costsOfNothing: CostsOf = (scenario) =>
  scenario.measures.length === 0 ? scenarioCosts({ ...input, scenario }) : fail([]);
