import { householdIncomes, INCOME_PLACEHOLDERS, thirdsOf, type IncomeAssumptions } from '../../kpi/incomes';
import type { District } from '../../model/district';
import type { ReliabilityStudy } from './study';

/** Hours without supply that some households have to expect. */
export interface HouseholdHours {
  readonly households: number;
  /** Mean, h a year; NaN where there is no such household. */
  readonly meanHPerYear: number;
  /** Of the one that is worst off. */
  readonly largestHPerYear: number;
}

export interface HoursOfHomes {
  readonly all: HouseholdHours;
  /** Marked vulnerable: illness, age, infants; drawn by a share, as nobody's health is known. */
  readonly vulnerable: HouseholdHours;
  /** Third of the households with the lowest income per equivalent person. */
  readonly lowestThird: HouseholdHours;
}

const S_PER_H = 3600;

/** Expected hours without supply by kind of household; households without a connection are left out. */
export function hoursOfHomes(
  { buildings, network, seed }: Pick<District, 'buildings' | 'network' | 'seed'>,
  { buses }: Pick<ReliabilityStudy, 'buses'>,
  assumptions: IncomeAssumptions = INCOME_PLACEHOLDERS,
): HoursOfHomes {
  const rowOf = new Map((network?.buses ?? []).map(({ id }, row) => [id, row]));
  const busOf = new Map(
    buildings.flatMap(({ id, connection }) => {
      const row = connection === null ? undefined : rowOf.get(connection.busId);
      return row === undefined ? [] : [[id, row] as const];
    }),
  );
  const households = householdIncomes(buildings, seed, assumptions);
  const thirds = thirdsOf(households);
  const hoursOf = (takes: (row: number) => boolean): HouseholdHours =>
    summary(
      households.flatMap(({ buildingId }, row) => {
        const bus = busOf.get(buildingId);
        return bus !== undefined && takes(row) ? [buses[bus]!.withoutSupplySPerYear / S_PER_H] : [];
      }),
    );
  return {
    all: hoursOf(() => true),
    vulnerable: hoursOf((row) => households[row]!.vulnerable),
    lowestThird: hoursOf((row) => thirds[row] === 0),
  };
}

function summary(hours: readonly number[]): HouseholdHours {
  const sum = hours.reduce((total, each) => total + each, 0);
  return {
    households: hours.length,
    meanHPerYear: sum / hours.length,
    largestHPerYear: hours.reduce((largest, each) => Math.max(largest, each), hours[0] ?? Number.NaN),
  };
}
