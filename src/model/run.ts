import type { BaseEdit, Scenario } from './scenario';
import type { District } from './district';
import type { WeatherYear } from './weather';

/** Everything a run depends on, and nothing else. Same input, same bits. */
export interface RunInput {
  readonly district: District;
  readonly baseEdits: readonly BaseEdit[];
  readonly weather: WeatherYear;
  readonly scenario: Scenario;
  readonly stepS: 3600 | 900;
}

/** End uses in their fixed order; columns of every end-use array. Electric power only. */
export const END_USES = [
  'spaceHeating',
  'hotWater',
  'cooling',
  'appliancesAndLight',
  'vehicleCharging',
  'photovoltaics',
] as const;
export type EndUse = (typeof END_USES)[number];
