import { KPI_PLACES } from '../../kpi/kpiGroups';
import type { MeasureType, Scenario } from '../../model/scenario';
import { shareOf } from './presentState';

/** Measures that put electric cars in the place of cars that burn fuel. */
const CARS = [
  ...['vehiclesUnmanaged', 'vehiclesManaged', 'vehiclesTimeOfUse', 'vehiclesValleyFilling'],
  ...['vehiclesToGrid', 'vehiclesStationLimit'],
] as const satisfies readonly MeasureType[];

/** Whether somebody drives electrically who did not before. */
export const bringsCars = (scenario: Scenario): boolean =>
  CARS.some((measure) => shareOf({ measure }, scenario) > 0);

/**
 * Whether an indicator counts what cars charge but not the petrol that they burnt before: the model has no distances and no
 * price of petrol, so carbon and money of a district rise by the electricity and fall by nothing.
 */
export function lacksPetrol(kpiId: string): boolean {
  const group = KPI_PLACES.get(kpiId)?.group;
  return group === 'carbon' || group === 'money';
}
