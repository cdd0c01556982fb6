import { takesPart } from '../../measures/adoption';
import type { ChargingControl } from '../../model/building';
import type { District } from '../../model/district';
import type { Outcome } from '../../model/outcome';
import type { Measure, MeasureType } from '../../model/scenario';
import type { WeatherYear } from '../../model/weather';
import { baselineScenario, hashDistrict } from '../../scenario';
import { compileRun, type CompiledRun } from '../compiledRun';

const YEAR = 2026;
const measure = (type: MeasureType, adoption: number): Measure => ({
  ...{ id: type, type, adoption },
  parameters: {},
});

/** The studied district: without devices, its weather, its step. */
export interface Site {
  readonly district: District;
  readonly weather: WeatherYear;
  readonly stepS: 3600 | 900;
}

/** The run of a district with measures, beside one that is open already. */
export function caseRun(
  { district, weather, stepS }: Site,
  measures: readonly Measure[],
  open: readonly CompiledRun[],
): Outcome<CompiledRun> {
  const base = baselineScenario(district, hashDistrict(district), YEAR);
  const input = { district, weather, stepS, baseEdits: [], scenario: { ...base, measures: [...measures] } };
  return compileRun(input, () => open);
}

/** Devices at a share of all that may have one, by the measure library and its keyed draws. */
export const heatPumpsAt = (share: number) => [measure('heatPumps', share)];
export const panelsAt = (share: number) => [measure('rooftopPhotovoltaics', share)];
export const allAt = (share: number) => [
  ...heatPumpsAt(share),
  measure('vehiclesUnmanaged', share),
  ...panelsAt(share),
];

/**
 * So many cars a household, 0.4 or 2.5 as well: every household has the whole number, and one more by the draw of the vehicle
 * measures. Up to one car it is what these measures do.
 */
export function withCars(district: District, perHousehold: number, control: ChargingControl): District {
  const all = Math.floor(perHousehold);
  const buildings = district.buildings.map((building) => {
    let count = all * building.households;
    for (let household = 0; household < building.households; household += 1)
      count += takesPart(district.seed, `${building.id}#${household}`, 'vehicles', perHousehold - all)
        ? 1
        : 0;
    return count === 0 ? building : { ...building, vehicles: { count, control } };
  });
  return { ...district, buildings };
}
