import type { Building, QualityClass } from '../../model/building';
import { worstQuality } from '../../model/archetypes';
import { householdId } from '../../model/customers';
import { householdOf } from '../../sim/devices/household';
import { exp } from '../../sim/numeric/elementary';
import { normal, randomKey, uniform } from '../../sim/numeric/random';
import { ownerShareOf, type IncomeAssumptions, type Tenure } from './assumptions';
import { logSigmaOfGini } from './gini';

/** Who lives behind a meter, as far as money goes. */
export interface HouseholdIncome {
  /** `buildingId/household/index`, as the simulation counts households. */
  readonly id: string;
  readonly buildingId: string;
  readonly persons: number;
  /** Disposable, a year. */
  readonly income: number;
  /** Of that, for housing without energy. */
  readonly housingCost: number;
  /** Per equivalent person. */
  readonly equivalentIncome: number;
  readonly tenure: Tenure;
  readonly vulnerable: boolean;
  readonly quality: QualityClass;
}

/** Equivalent persons of a household by the square-root scale. */
export function equivalentPersons(persons: number): number {
  return Math.sqrt(persons);
}

/**
 * Synthetic incomes: income per equivalent person = median x exp(sigma z), sigma from the Gini coefficient, z standard
 * normal, keyed by (seed, household, 'income'); household income = that x root of persons, who are the simulation's. One
 * household's draws do not depend on any other's, nor one trait's on another: a share that is raised keeps who was in.
 */
export function householdIncomes(
  buildings: readonly Pick<Building, 'id' | 'use' | 'households'>[],
  seed: number,
  assumptions: IncomeAssumptions,
): readonly HouseholdIncome[] {
  const logSigma = logSigmaOfGini(assumptions.gini.value);
  return buildings.flatMap((building) =>
    Array.from({ length: building.households }, (_, index) => {
      const { persons } = householdOf(seed, building.id, index, building.use);
      return householdIncome({ building, index, persons, seed, assumptions, logSigma });
    }),
  );
}

interface Drawing {
  readonly building: Pick<Building, 'id' | 'use'>;
  readonly index: number;
  readonly persons: number;
  readonly seed: number;
  readonly assumptions: IncomeAssumptions;
  readonly logSigma: number;
}

function householdIncome(drawing: Drawing): HouseholdIncome {
  const { building, index, persons, seed, assumptions, logSigma } = drawing;
  const id = householdId(building.id, index);
  const drawn = (purpose: string): number => uniform(randomKey(seed, id, purpose), 0);
  const owns = drawn('tenure') < ownerShareOf(assumptions, building.use);
  const tenure = owns ? 'owner' : 'tenant';
  const median = assumptions.medianPerYear.value * equivalentPersons(persons);
  const income = median * exp(logSigma * normal(randomKey(seed, id, 'income'), 0));
  return {
    id,
    buildingId: building.id,
    persons,
    income,
    housingCost: income * assumptions.housingShare[tenure].value,
    equivalentIncome: income / equivalentPersons(persons),
    tenure,
    vulnerable: drawn('vulnerable') < assumptions.vulnerableShare.value,
    quality: qualityOf(assumptions),
  };
}

/** Of the income: the worst of what it is drawn from, synthetic at best an estimate. */
function qualityOf({ medianPerYear, gini }: IncomeAssumptions): QualityClass {
  return worstQuality([medianPerYear.quality, gini.quality, 'estimation_assumptions']);
}
