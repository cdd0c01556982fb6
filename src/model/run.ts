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

/**
 * End uses in their fixed order; columns of every end-use array. Electric power only, all of it non-negative: what feeds the
 * building is in columns of its own (`GENERATION_USES`), and net = loads - generation.
 */
export const END_USES = [
  'spaceHeating',
  'hotWater',
  'cooling',
  'appliancesAndLight',
  'vehicleCharging',
  'photovoltaics',
  'vehicleDischarging',
  'batteryCharging',
  'batteryDischarging',
] as const;
export type EndUse = (typeof END_USES)[number];

/** Uses that feed the building: its panels, and what cars and batteries give back. */
export const GENERATION_USES = [
  'photovoltaics',
  'vehicleDischarging',
  'batteryDischarging',
] as const satisfies readonly EndUse[];

export function isGeneration(use: EndUse): boolean {
  return GENERATION_USES.some((generation) => generation === use);
}

/** 1 for what a building draws, -1 for what feeds it, in the order of END_USES: net = sum of sign x power. */
export const NET_SIGNS: readonly (1 | -1)[] = END_USES.map((use) => (isGeneration(use) ? -1 : 1));
