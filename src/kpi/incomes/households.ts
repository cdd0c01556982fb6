import type { Building, QualityClass } from '../../model/building';
import { worstQuality } from '../../model/archetypes';
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

/** What is known of a household; takes the place of what is drawn. */
export type KnownIncome = Partial<
  Pick<HouseholdIncome, 'income' | 'housingCost' | 'tenure' | 'vulnerable'>
> & { readonly quality: QualityClass };

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
  known: ReadonlyMap<string, KnownIncome> = new Map(),
): readonly HouseholdIncome[] {
  const logSigma = logSigmaOfGini(assumptions.gini.value);
  return buildings.flatMap((building) =>
    Array.from({ length: building.households }, (_, index) => {
      const { persons } = householdOf(seed, building.id, index, building.use);
      return householdIncome({ building, index, persons, seed, assumptions, logSigma, known });
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
  readonly known: ReadonlyMap<string, KnownIncome>;
}

function householdIncome(drawing: Drawing): HouseholdIncome {
  const { building, index, persons, seed, assumptions, logSigma } = drawing;
  const id = `${building.id}/household/${index}`;
  const own = drawing.known.get(id);
  const drawn = (purpose: string): number => uniform(randomKey(seed, id, purpose), 0);
  const owns = drawn('tenure') < ownerShareOf(assumptions, building.use);
  const tenure = own?.tenure ?? (owns ? 'owner' : 'tenant');
  const median = assumptions.medianPerYear.value * equivalentPersons(persons);
  const income = own?.income ?? median * exp(logSigma * normal(randomKey(seed, id, 'income'), 0));
  return {
    id,
    buildingId: building.id,
    persons,
    income,
    housingCost: own?.housingCost ?? income * assumptions.housingShare[tenure].value,
    equivalentIncome: income / equivalentPersons(persons),
    tenure,
    vulnerable: own?.vulnerable ?? drawn('vulnerable') < assumptions.vulnerableShare.value,
    quality: qualityOf(assumptions, own),
  };
}

/** Of the income: the known one's class, else the worst of what it is drawn from, synthetic at best an estimate. */
function qualityOf({ medianPerYear, gini }: IncomeAssumptions, own: KnownIncome | undefined): QualityClass {
  if (own?.income !== undefined) return own.quality;
  return worstQuality([medianPerYear.quality, gini.quality, 'estimation_assumptions']);
}

/** The columns that measures of energy poverty are computed from, one row a household, in the order given. */
export function incomeColumns(households: readonly HouseholdIncome[]): {
  readonly income: Float64Array;
  readonly afterHousing: Float64Array;
  readonly equivalentPersons: Float64Array;
} {
  return {
    income: Float64Array.from(households, ({ income }) => income),
    afterHousing: Float64Array.from(households, ({ income, housingCost }) => income - housingCost),
    equivalentPersons: Float64Array.from(households, ({ persons }) => equivalentPersons(persons)),
  };
}
