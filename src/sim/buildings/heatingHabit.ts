import type { UseProfile } from '../../model/archetypes';
import type { Building } from '../../model/building';
import { randomKey, uniform } from '../numeric/random';

/** Hours between which a home is heated to its set-point. */
export type HomeDay = readonly [fromHour: number, toHour: number];
export const USUAL_HOME_DAY: HomeDay = [6, 22];

/**
 * First hour of homes that are heated to the set-point, by cumulative share of buildings: who rises when is assumed,
 * unknown_untraceable. One hour for all would make every heat pump of a street start at the same minute.
 */
const RISES: readonly (readonly [upTo: number, hour: number])[] = [
  [0.15, 5],
  [0.55, 6],
  [0.85, 7],
  [1, 8],
];
/** A heat pump's night set-back, K: it would have to be made up in the morning by the electric heater; unknown_untraceable. */
const HEAT_PUMP_SETBACK_K = 1;

/** When a building's homes are heated: the rising hour is drawn per building, the evening ends sixteen hours later. */
export function homeDayOf(seed: number, buildingId: string): HomeDay {
  const draw = uniform(randomKey(seed, buildingId, 'heating-day'), 0);
  const hour = RISES.find(([upTo]) => draw < upTo)![1];
  return [hour, Math.min(24, hour + USUAL_HOME_DAY[1] - USUAL_HOME_DAY[0])];
}

/** The use as its heating serves it: heat pumps hardly lower at night, unless a retrofit has set how far. */
export function heatedUseOf(use: UseProfile, { heating, retrofit }: Building): UseProfile {
  const isHeatPump = heating === 'airHeatPump' || heating === 'groundHeatPump';
  if (!isHeatPump || retrofit?.setback) return use;
  const lowest = use.heatingSetpointDegC - HEAT_PUMP_SETBACK_K;
  return use.heatingSetbackDegC >= lowest ? use : { ...use, heatingSetbackDegC: lowest };
}
